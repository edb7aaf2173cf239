/** Relay logs: the binlog of a source pulled to the disks of workers. */
import {processError} from '../errors/terror.js';
import type {Fault, RelayModel, Simulation, SourceModel} from '../model/model.js';
import type {ProcessErrorJson} from '../model/process-result.js';
import {between} from '../model/random.js';
import {ordinaryRate, type Upstream} from '../model/upstream.js';
import {checkEvery} from '../subtask/auto-resume.js';
import {cureFaults} from '../subtask/fault.js';

/** The longest wait of DM's checker between two tries, seconds. */
const longestBackoff = 300;

/** Makes the relay fail until a time. */
export const disturbRelay = (relay: RelayModel, error: ProcessErrorJson, until: number): void => {
	relay.fault = {error, until};
};

/** Resumes a paused relay, manually or automatically. */
export const resumeRelay = (relay: RelayModel, now: number): void => {
	relay.stage = 'Running';
	relay.result = undefined;
	relay.resumedAt = now;
};

/** Pauses the relay manually. One that an error paused keeps its error. */
export const pauseRelay = (relay: RelayModel): void => {
	if (relay.stage === 'Paused' && relay.result !== undefined) {
		relay.result.isCanceled = true;
		return;
	}

	relay.stage = 'Paused';
	relay.result = {isCanceled: true, errors: []};
};

const createRelay = (upstream: Upstream, transaction: number): RelayModel => ({
	stage: 'Running',
	result: undefined,
	transaction,
	capacity: Math.max(60, ordinaryRate(upstream) * 8),
	fault: undefined,
	resumedAt: -Infinity,
	backoff: 1,
});

/** The workers that were named to pull the relay log of a source. */
export const pullersOf = ({workers}: Simulation, {name}: SourceModel): string[] =>
	workers
		.values()
		.filter(worker => worker.relaySource === name)
		.map(worker => worker.name)
		.toArray();

/** The workers that should pull the relay log of a source. */
const wantedBy = (simulation: Simulation, source: SourceModel): ReadonlySet<string> => {
	const names = pullersOf(simulation, source);
	return new Set(source.enablesRelay && source.worker !== '' ? [...names, source.worker] : names);
};

/**
 * Adjusts the relays of a source: workers that should pull begin, at the oldest checkpoint of its tasks, and the others
 * forget theirs.
 */
export const settleRelays = (simulation: Simulation, source: SourceModel): void => {
	const {relays, upstream, subtasks, relayStage} = source;
	const wanted = wantedBy(simulation, source);
	for (const name of relays.keys()) {
		if (!wanted.has(name)) {
			relays.delete(name);
		}
	}

	if (!wanted.has(source.worker)) {
		for (const subtask of subtasks) {
			cureFaults(subtask, 'relay');
		}
	}

	for (const name of wanted) {
		if (relays.has(name)) {
			continue;
		}

		const checkpoints = subtasks.map(({sync}) => sync?.checkpoint ?? Infinity);
		const relay = createRelay(upstream, Math.min(upstream.transaction, ...checkpoints));
		if (relayStage === 'Paused') {
			pauseRelay(relay);
		}

		relays.set(name, relay);
	}
};

/**
 * A worker with a `relay-dir` of its own writes the relay log there. Subtasks that ran before the relay was switched on
 * continue with the folder of the source's configuration, which is empty (worker/source_worker.go, EnableRelay).
 */
export const missRelayDir = ({workers}: Simulation, {worker, upstream, subtasks}: SourceModel): void => {
	if ((workers.get(worker)?.relayDir ?? '') === '') {
		return;
	}

	for (const subtask of subtasks) {
		if (subtask.unit === 'Sync') {
			subtask.faults = [...subtask.faults, relayDirFault(upstream)];
		}
	}
};

const relayDirFault = (upstream: Upstream): Fault => ({
	units: ['Sync'],
	transaction: undefined,
	isDdl: false,
	cure: 'relay',
	until: Infinity,
	after: undefined,
	error: () =>
		processError({
			code: 28_005,
			class: 'relay-event-lib',
			scope: 'internal',
			level: 'high',
			message: `there aren't any data under relay log directory relay-dir/${upstream.server}.000001.`,
			workaround: 'Please check relay log using query-status.',
		}),
});

const tryAgain = (relay: RelayModel, checkPhase: number, now: number): void => {
	const isChecked = (now + checkPhase) % checkEvery === 0;
	if (!isChecked || relay.result?.isCanceled !== false || now - relay.resumedAt < relay.backoff) {
		return;
	}

	relay.backoff = Math.min(longestBackoff, relay.backoff * 2);
	resumeRelay(relay, now);
};

/** One second of pulling. */
export const stepRelay = ({upstream, checkPhase}: SourceModel, relay: RelayModel, now: number): void => {
	if (relay.fault !== undefined && relay.fault.until <= now) {
		relay.fault = undefined;
	}

	if (relay.stage === 'Paused') {
		tryAgain(relay, checkPhase, now);
	} else if (relay.fault !== undefined) {
		relay.stage = 'Paused';
		relay.result = {isCanceled: false, errors: [relay.fault.error]};
	} else if (upstream.isReachable) {
		const pulled = relay.capacity * between(upstream.random, 0.9, 1.1);
		relay.transaction = Math.min(upstream.transaction, relay.transaction + pulled);
		relay.backoff = now - relay.resumedAt > longestBackoff ? 1 : relay.backoff;
	}
};
