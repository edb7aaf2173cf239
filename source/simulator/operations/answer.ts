/** The result of an operation: DM's answer, when DM would give it. */
import type {Json} from '../model/json.js';
import {isSilent, isWorking} from '../cluster/members.js';
import {connectionRefused, deadlineExceeded} from '../errors/grpc-errors.js';
import type {Simulation, SourceModel} from '../model/model.js';
import {refusals} from './refusals.js';

/** An operation that DM has started. DM checks its progress once a second. */
export type Underway = {
	/** Ms until DM checks for the first time. */
	readonly takes: number;
	/** Checks: DM's answer, or undefined while it keeps waiting. */
	readonly poll: () => Json | undefined;
};

/** The result for one source or worker (pb.CommonWorkerResponse). */
export type WorkerAnswer = {
	readonly result: boolean;
	readonly msg: string;
	readonly source: string;
	readonly worker: string;
};

/** Checks the result of one worker; undefined while it is not known. */
export type Poll = () => WorkerAnswer | undefined;

/** The result in the form of DM's answers. */
const workerJson = ({result, msg, source, worker}: WorkerAnswer): Json => ({result, msg, source, worker});

/** Ms until an immediate answer. */
export const promptly = 15;

/** How often DM asks a worker whether it is done, once a second (maxRetryNum in dm/master/server.go). */
const tries = 10;

/** How long DM waits for a worker that does not answer, seconds. */
const workerTimeout = 30;

/** An immediate answer. */
export const answeredAtOnce = (answer: Json, takes = promptly): Underway => ({takes, poll: () => answer});

/** An immediate answer that is only a message: '' where it is done, else why not. */
export const messageAtOnce = (message = ''): Underway =>
	answeredAtOnce({result: message === '', msg: message});

/** The immediate refusal of an operation whose answers have a list of sources. */
export const refusedAtOnce = (message: string): Underway =>
	answeredAtOnce({result: false, msg: message, sources: []});

/** An immediate answer of one worker. */
export const told =
	(answer: WorkerAnswer): Poll =>
	() =>
		answer;

/** The combined answer, once the last worker's result is known. */
export const together = <Answer extends WorkerAnswer>(
	polls: ReadonlyArray<() => Answer | undefined>,
	answer: (sources: readonly Json[], workers: readonly Answer[]) => Json,
	takes = promptly,
): Underway => {
	const known: Array<Answer | undefined> = polls.map(() => undefined);
	return {
		takes,
		poll() {
			for (const [index, poll] of polls.entries()) {
				known[index] ??= poll();
			}

			const all = known.filter(each => each !== undefined);
			return all.length === polls.length
				? answer(
						all.map(each => workerJson(each)),
						all,
					)
				: undefined;
		},
	};
};

/** Calls a worker once. For one that is dead, or does not answer for 30 s, the result is DM's error. */
export const callWorker = (
	simulation: Simulation,
	source: SourceModel,
	act: () => {readonly result: boolean; readonly msg: string; readonly worker?: string},
	name = source.worker,
): Poll => {
	const said = {source: source.name, worker: name};
	const worker = simulation.workers.get(name);
	const from = simulation.now;
	return () => {
		if (worker === undefined) {
			return {...said, result: false, msg: refusals.noClient(source.name)};
		}

		if (!worker.isAlive) {
			return {...said, result: false, msg: connectionRefused(worker)};
		}

		if (!worker.isHung) {
			return {...said, ...act()};
		}

		return simulation.now - from < workerTimeout
			? undefined
			: {...said, result: false, msg: deadlineExceeded()};
	};
};

/** The outcome of an operation in a worker's status: done, failed, or undefined for neither. */
export type Verdict = {readonly result: boolean; readonly msg: string} | undefined;

/** Asks a worker for its status until it shows the outcome of the operation, at most ten times. */
export const pollUntil = (
	simulation: Simulation,
	source: SourceModel,
	check: () => Verdict,
	worker = source.worker,
): Poll => {
	const said = {source: source.name, worker};
	let asked = 0;
	let silentFrom: number | undefined;
	return () => {
		if (isSilent(simulation, source, worker)) {
			silentFrom ??= simulation.now;
			if (simulation.now - silentFrom < workerTimeout) {
				return undefined;
			}

			silentFrom = undefined;
		} else {
			silentFrom = undefined;
			const verdict = isWorking(simulation, worker) ? check() : undefined;
			if (verdict !== undefined) {
				return {...said, ...verdict};
			}
		}

		asked += 1;
		return asked < tries ? undefined : {...said, result: false, msg: refusals.noResult()};
	};
};
