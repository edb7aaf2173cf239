/** Events of upstreams and their relay logs. */
import {simulatedRelayErrors, upstreamRefused} from '../errors/relay-errors.js';
import {transferTo} from '../cluster/transfer.js';
import {schedule} from '../model/agenda.js';
import type {Simulation, SourceModel} from '../model/model.js';
import {disturbRelay, pauseRelay, resumeRelay, settleRelays} from '../cluster/relay.js';
import {fallBack, ordinaryRate, rotate} from '../model/upstream.js';
import type {EventSpec} from '../model/scenario.js';
import {relayOf} from '../model/relays.js';
import type {Run} from './run.js';

/** Seconds until the relay of a dead upstream gives up. */
const relayGivesUp = 60;

const onSources =
	(act: (source: SourceModel, simulation: Simulation, event: EventSpec) => void): Run =>
	(simulation, event) => {
		for (const source of simulation.sources.values()) {
			if (event.source === '' || source.name === event.source) {
				act(source, simulation, event);
			}
		}
	};

/** Makes every relay of a source fail with an error, until a time. */
const failRelays = (source: SourceModel, error: string, until: number): void => {
	const kind = Object.hasOwn(simulatedRelayErrors, error) ? simulatedRelayErrors[error] : undefined;
	for (const relay of source.relays.values()) {
		if (kind !== undefined) {
			disturbRelay(relay, kind.make(source, relay), until);
		}
	}
};

const comeBack = ({upstream}: SourceModel): void => {
	upstream.isReachable = true;
	rotate(upstream);
};

/** The network to it is down: only its relay gives up, after a minute. */
const goDown = (source: SourceModel, simulation: Simulation, {lasts}: EventSpec): void => {
	const {upstream} = source;
	const back = simulation.now + lasts;
	upstream.isReachable = false;
	schedule(simulation, simulation.now + relayGivesUp, () => {
		if (!upstream.isReachable) {
			failRelays(source, 'upstream-refused', back);
		}
	});
	schedule(simulation, back, () => {
		comeBack(source);
	});
};

/** It is stopped: readers are refused at once, and DM retries. */
const refuse = (source: SourceModel, simulation: Simulation, {lasts}: EventSpec): void => {
	const until = simulation.now + lasts;
	source.upstream.isReachable = false;
	failRelays(source, 'upstream-refused', until);
	for (const subtask of source.subtasks) {
		subtask.faults.push({
			units: relayOf(source) === undefined ? ['Dump', 'Sync'] : ['Dump'],
			transaction: undefined,
			isDdl: false,
			cure: undefined,
			until,
			error: () => upstreamRefused(source),
			after: undefined,
		});
	}

	schedule(simulation, until, () => {
		comeBack(source);
	});
};

const changeLoad = ({upstream}: SourceModel, simulation: Simulation, {rows, lasts}: EventSpec): void => {
	const before = upstream.rate;
	upstream.rate = rows;
	schedule(simulation, simulation.now + lasts, () => {
		upstream.rate = before;
	});
};

/** Turns the relay on or off: for a named worker, or by the source's configuration. */
const switchRelay =
	(isOn: boolean) =>
	(source: SourceModel, simulation: Simulation, {worker: name}: EventSpec): void => {
		const worker = simulation.workers.get(name);
		if (worker === undefined) {
			source.enablesRelay = isOn;
		} else {
			worker.relaySource = isOn ? source.name : '';
		}

		settleRelays(simulation, source);
	};

const setRelays =
	(stage: SourceModel['relayStage']) =>
	(source: SourceModel, simulation: Simulation): void => {
		source.relayStage = stage;
		for (const relay of source.relays.values()) {
			if (stage === 'Paused') {
				pauseRelay(relay);
			} else {
				resumeRelay(relay, simulation.now);
			}
		}
	};

/** By the name that a scenario gives in `do`. */
export const sourceEvents: Readonly<Record<string, Run>> = {
	'upstream-down': onSources(goDown),
	'upstream-refuses': onSources(refuse),
	'upstream-hangs': onSources(({upstream}, simulation, {lasts}) => {
		upstream.isFrozen = true;
		schedule(simulation, simulation.now + lasts, () => {
			upstream.isFrozen = false;
		});
	}),
	'upstream-restored': onSources(({upstream}, _, {back}) => {
		fallBack(upstream, ordinaryRate(upstream) * back);
	}),
	'upstream-load': onSources(changeLoad),
	'relay-error': onSources((source, simulation, {error, lasts}) => {
		failRelays(source, error, simulation.now + lasts);
	}),
	'relay-on': onSources(switchRelay(true)),
	'relay-off': onSources(switchRelay(false)),
	'relay-pauses': onSources(setRelays('Paused')),
	'relay-resumes': onSources(setRelays('Running')),
	transfer: onSources((source, simulation, {worker}) => {
		transferTo(simulation, source, worker);
	}),
};
