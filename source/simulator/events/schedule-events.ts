/** The events of a scenario: what happens to the cluster, and when. */
import {schedule} from '../model/agenda.js';
import type {Simulation} from '../model/model.js';
import type {EventSpec} from '../model/scenario.js';
import {memberEvents} from './member-events.js';
import type {Run} from './run.js';
import {shardEvents} from './shard-events.js';
import {sourceEvents} from './source-events.js';
import {taskEvents} from './task-events.js';

/** The effect of each kind of event. */
const eventKinds = new Map<string, Run>(
	Object.entries({...taskEvents, ...sourceEvents, ...memberEvents, ...shardEvents}),
);

const scheduleEvent = (simulation: Simulation, event: EventSpec, at: number): void => {
	schedule(simulation, at, later => {
		eventKinds.get(event.do)?.(later, event);
		if (event.every > 0) {
			scheduleEvent(later, event, at + event.every);
		}
	});
};

/** Puts all events of the scenario on the agenda. */
export const scheduleEvents = (simulation: Simulation): void => {
	for (const event of simulation.scenario.events) {
		scheduleEvent(simulation, event, event.at);
	}
};
