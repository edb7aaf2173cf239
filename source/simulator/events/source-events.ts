/** Events of upstreams and their relay logs. */
import {relayErrors} from '../errors/relay-errors.js';
import {schedule} from '../model/agenda.js';
import type {Simulation, Source} from '../model/model.js';
import {createRelay, disturbRelay} from '../model/relay.js';
import {rotate} from '../model/upstream.js';
import type {EventSpec} from '../scenario/scenario.js';
import type {Run} from './run.js';

/** Seconds until the relay of a dead upstream gives up. */
const relayGivesUp = 60;

const onSources =
	(act: (source: Source, simulation: Simulation, event: EventSpec) => void): Run =>
	(simulation, event) => {
		for (const source of simulation.sources.values()) {
			if (event.source === '' || source.name === event.source) {
				act(source, simulation, event);
			}
		}
	};

const goDown = (source: Source, simulation: Simulation, {lasts}: EventSpec): void => {
	const {upstream} = source;
	const back = simulation.now + lasts;
	upstream.isReachable = false;
	schedule(simulation, simulation.now + relayGivesUp, () => {
		const refused = relayErrors['upstream-refused'];
		if (source.relay !== undefined && refused !== undefined && !upstream.isReachable) {
			disturbRelay(source.relay, refused.make(source), back);
		}
	});
	schedule(simulation, back, () => {
		upstream.isReachable = true;
		rotate(upstream);
	});
};

const changeLoad = ({upstream}: Source, simulation: Simulation, {rows, lasts}: EventSpec): void => {
	const before = upstream.rate;
	upstream.rate = rows;
	schedule(simulation, simulation.now + lasts, () => {
		upstream.rate = before;
	});
};

export const sourceEvents: Readonly<Record<string, Run>> = {
	'upstream-down': onSources(goDown),
	'upstream-load': onSources(changeLoad),
	'relay-error': onSources((source, simulation, {error, lasts}) => {
		const kind = relayErrors[error];
		if (source.relay !== undefined && kind !== undefined) {
			disturbRelay(source.relay, kind.make(source), simulation.now + lasts);
		}
	}),
	'relay-on': onSources(source => {
		source.relay ??= createRelay(source.upstream, source.upstream.transaction);
	}),
	'relay-off': onSources(source => {
		source.relay = undefined;
	}),
};
