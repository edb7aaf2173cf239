/** Events of masters and workers. */
import {schedule} from '../model/agenda.js';
import {killWorker, loseLeader, reviveWorker} from '../cluster/members.js';
import type {Simulation, WorkerModel} from '../model/model.js';
import type {EventSpec} from '../model/scenario.js';
import type {Run} from './run.js';

/** Seconds until the masters notice a dead worker, and until a new leader serves. */
const keepalive = 20;
const election = 55;

const onWorker =
	(act: (worker: WorkerModel, simulation: Simulation, event: EventSpec) => void): Run =>
	(simulation, event) => {
		const name = event.worker === '' ? (simulation.sources.get(event.source)?.worker ?? '') : event.worker;
		const worker = simulation.workers.get(name);
		if (worker !== undefined) {
			act(worker, simulation, event);
		}
	};

/** By the name that a scenario gives in `do`. */
export const memberEvents: Readonly<Record<string, Run>> = {
	'worker-dies': onWorker((worker, simulation, {lasts}) => {
		killWorker(simulation, worker, keepalive);
		schedule(simulation, simulation.now + lasts, later => {
			reviveWorker(later, worker);
		});
	}),
	'worker-hangs': onWorker((worker, simulation, {lasts}) => {
		worker.isHung = true;
		schedule(simulation, simulation.now + lasts, () => {
			worker.isHung = false;
		});
	}),
	'leader-dies'(simulation, {lasts}) {
		const leader = simulation.masters.find(({name}) => name === simulation.leader);
		if (leader === undefined) {
			return;
		}

		leader.isAlive = false;
		loseLeader(simulation, election);
		schedule(simulation, simulation.now + lasts, () => {
			leader.isAlive = true;
		});
	},
};
