/** Relay logs: `start-relay`, `stop-relay`, `pause-relay`, `resume-relay` and `purge-relay`. */
import {relayOps} from '../../../dm/enums.js';
import type {Json} from '../../model/json.js';
import {isWorking, workerStage} from '../../cluster/members.js';
import {missRelayDir, pauseRelay, pullersOf, resumeRelay, settleRelays} from '../../cluster/relay.js';
import {memberOf} from '../../model/enum.js';
import type {RelayModel, Simulation, SourceModel} from '../../model/model.js';
import {byName} from '../../model/order.js';
import {
	answeredAtOnce,
	callWorker,
	together,
	told,
	pollUntil,
	type Poll,
	type Underway,
	type Verdict,
	refusedAtOnce,
} from '../answer.js';
import {refusals} from '../refusals.js';

/** Which workers pull the relay log of a source (pb.OperateRelayRequest). */
export type RelaySwitchRequest = {
	readonly kind: 'start-relay' | 'stop-relay';
	readonly source: string;
	/** By name; without any it follows the source's configuration: the worker that serves it pulls. */
	readonly workers?: readonly string[];
};

/** Pause and resume of the relays of some sources (pb.OperateWorkerRelayRequest). */
export type RelayStageRequest = {
	readonly kind: 'relay-stage';
	/** Pb.RelayOp, by name or number. */
	readonly op: string | number;
	readonly sources: readonly string[];
};

/** Pb.PurgeWorkerRelayRequest: which files are removed is not simulated, only that their space is free. */
export type PurgeRequest = {readonly kind: 'purge-relay'; readonly sources: readonly string[]};

/** The outcome, in the status of a relay, of an operation that should bring it to a stage. */
const relayVerdict = (relay: RelayModel, stage: RelayModel['stage']): Verdict => {
	const errors = relay.result?.errors ?? [];
	return relay.stage === stage || errors.length > 0
		? {result: relay.stage === stage, msg: errors.length > 0 ? refusals.workerErrors(errors) : ''}
		: undefined;
};

const inTwo = (pairs: ReadonlyArray<readonly [string, string]>): [string[], string[]] => [
	pairs.map(([worker]) => worker),
	pairs.map(([, source]) => source),
];

/** Why these workers cannot begin to pull the relay log of a source, or stop; '' when they can. */
const wrongWorkers = (
	{workers}: Simulation,
	{name}: SourceModel,
	{kind, workers: names = []}: RelaySwitchRequest,
): string => {
	const missing = names.filter(worker => !workers.has(worker));
	if (missing.length > 0) {
		return refusals.noWorkers(missing);
	}

	const chosen = names.map(worker => workers.get(worker)).filter(worker => worker !== undefined);
	const elsewhere = chosen
		.filter(worker => worker.source !== '' && worker.source !== name)
		.map(worker => [worker.name, worker.source] as const);
	if (kind === 'start-relay' && elsewhere.length > 0) {
		return refusals.wrongBound(...inTwo(elsewhere));
	}

	const busy = chosen
		.filter(worker => worker.relaySource !== '' && worker.relaySource !== name)
		.map(worker => [worker.name, worker.relaySource] as const);
	if (busy.length === 0) {
		return '';
	}

	return kind === 'start-relay' ? refusals.relayBusy(...inTwo(busy)) : refusals.wrongRelay(...inTwo(busy));
};

/**
 * Starts and stops relays as wanted; subtasks that ran before a relay began on their worker may not find its folder.
 */
const settle = (simulation: Simulation, source: SourceModel): void => {
	const hadRelay = source.relays.has(source.worker);
	settleRelays(simulation, source);
	if (!hadRelay && source.relays.has(source.worker)) {
		missRelayDir(simulation, source);
	}
};

/** Without names: `enable-relay` of the source's configuration. DM then lists no workers. */
const switchConfig = (simulation: Simulation, source: SourceModel, starts: boolean): Underway => {
	const byWorker = pullersOf(simulation, source);
	if (byWorker.length > 0) {
		return refusedAtOnce(starts ? refusals.startsByName(byWorker) : refusals.stopsByName(byWorker));
	}

	source.enablesRelay = starts;
	source.relayStage = 'Running';
	settle(simulation, source);

	return answeredAtOnce({result: true, msg: '', sources: []});
};

/** `start-relay` and `stop-relay` (pb.OperateRelayResponse). */
export const switchRelay = (simulation: Simulation, request: RelaySwitchRequest): Underway => {
	const source = simulation.sources.get(request.source);
	if (source === undefined) {
		return refusedAtOnce(refusals.noSource(request.source));
	}

	const {kind, workers: names = []} = request;
	const starts = kind === 'start-relay';
	if (names.length === 0) {
		return switchConfig(simulation, source, starts);
	}

	if (source.enablesRelay) {
		return refusedAtOnce(starts ? refusals.startsBound() : refusals.stopsBound());
	}

	const wrong = wrongWorkers(simulation, source, request);
	if (wrong !== '') {
		return refusedAtOnce(wrong);
	}

	// A stage that was set while no worker pulled is reset.
	if (pullersOf(simulation, source).length === 0) {
		source.relayStage = 'Running';
	}

	for (const name of names) {
		simulation.workers.get(name)!.relaySource = starts ? source.name : '';
	}

	settle(simulation, source);

	const polls = names.map((name): Poll => {
		const worker = simulation.workers.get(name)!;
		if (workerStage(simulation, worker) === 'offline') {
			const message = 'source relay is operated but the bound worker is offline';
			return told({result: true, msg: message, source: source.name, worker: name});
		}

		const check = (): Verdict => {
			const relay = source.relays.get(name);
			if (relay === undefined) {
				return starts ? undefined : {result: true, msg: ''};
			}

			return relayVerdict(relay, starts ? 'Running' : 'Stopped');
		};

		return pollUntil(simulation, source, check, name);
	});
	return together(polls, sources => ({result: true, msg: '', sources}));
};

const setStage = (simulation: Simulation, source: SourceModel, stage: SourceModel['relayStage']): void => {
	source.relayStage = stage;
	for (const [worker, relay] of source.relays) {
		if (!isWorking(simulation, worker)) {
			continue;
		}

		if (stage === 'Paused') {
			pauseRelay(relay);
		} else if (relay.stage === 'Paused') {
			resumeRelay(relay, simulation.now);
		}
	}
};

const stageLook = (simulation: Simulation, source: SourceModel, stage: SourceModel['relayStage']): Poll =>
	source.worker === ''
		? told({result: false, msg: refusals.noClient(source.name), source: source.name, worker: ''})
		: pollUntil(simulation, source, () => {
				const relay = source.relays.get(source.worker);
				return relay === undefined
					? {result: false, msg: refusals.relayDisabled()}
					: relayVerdict(relay, stage);
			});

/** `pause-relay` and `resume-relay` (pb.OperateWorkerRelayResponse). */
export const operateRelayStage = (simulation: Simulation, request: RelayStageRequest): Underway => {
	const name = memberOf(relayOps, request.op);
	const op: Json = name ?? request.op;
	const refuseOp = (message: string): Underway =>
		answeredAtOnce({op, result: false, msg: message, sources: []});
	if (name !== 'PauseRelay' && name !== 'ResumeRelay') {
		return refuseOp(refusals.invalidOp(String(op), 'relay'));
	}

	const unknown = request.sources.filter(source => !simulation.sources.has(source));
	if (unknown.length > 0) {
		return refuseOp(refusals.noRelaySources(unknown));
	}

	const stage = name === 'PauseRelay' ? 'Paused' : 'Running';
	const sources = request.sources.flatMap(source => simulation.sources.get(source) ?? []).toSorted(byName);
	for (const source of sources) {
		setStage(simulation, source, stage);
	}

	return together(
		sources.map(source => stageLook(simulation, source, stage)),
		answers => ({op, result: true, msg: '', sources: answers}),
	);
};

const purgeLooks = (simulation: Simulation, name: string): Poll[] => {
	const source = simulation.sources.get(name);
	const pulling = source === undefined ? [] : pullersOf(simulation, source).toSorted();
	const workers = new Set(
		source === undefined || source.worker === '' ? pulling : [...pulling, source.worker],
	);
	return source === undefined || workers.size === 0
		? [told({result: false, msg: refusals.noRelayWorker(name), source: name, worker: ''})]
		: [...workers].map(worker => callWorker(simulation, source, () => ({result: true, msg: ''}), worker));
};

/** A relay that had stopped at a full disk continues once it is resumed, by somebody or by DM itself. */
const freeDisk = ({relays}: SourceModel): void => {
	for (const relay of relays.values()) {
		if ((relay.fault?.error.RawCause ?? '').includes('no space left on device')) {
			relay.fault = undefined;
		}
	}
};

/** `purge-relay` (pb.PurgeWorkerRelayResponse). */
export const purgeRelay = (simulation: Simulation, request: PurgeRequest): Underway => {
	for (const source of request.sources.flatMap(name => simulation.sources.get(name) ?? [])) {
		freeDisk(source);
	}

	return together(
		request.sources.toSorted().flatMap(source => purgeLooks(simulation, source)),
		sources => ({result: true, msg: '', sources}),
	);
};
