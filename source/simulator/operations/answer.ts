/** What an operation gives back: DM's answer, as soon as DM would have it. */
import type {Json} from '../model/json.js';
import {isSilent, isWorking} from '../cluster/members.js';
import {connectionRefused, deadlineExceeded} from '../errors/grpc-errors.js';
import type {Simulation, Source} from '../model/model.js';
import {refusals} from './refusals.js';

/** An operation that DM has set in motion. DM looks once a second how it goes. */
export type Underway = {
	/** Ms until DM looks for the first time. */
	readonly takes: number;
	/** Looks: DM's answer, or undefined while it keeps waiting. */
	readonly poll: () => Json | undefined;
};

/** How one source, or one worker, took it (pb.CommonWorkerResponse). */
export type WorkerAnswer = {
	readonly result: boolean;
	readonly msg: string;
	readonly source: string;
	readonly worker: string;
};

/** Looks what has become of it with one worker; undefined while that is not known. */
export type Poll = () => WorkerAnswer | undefined;

/** As DM's answers list workers. */
const workerJson = ({result, msg, source, worker}: WorkerAnswer): Json => ({result, msg, source, worker});

/** Ms from a request to an answer that nothing is waited for. */
export const promptly = 15;

/** DM asks a worker so often whether it is done, once a second (maxRetryNum in dm/master/server.go). */
const tries = 10;

/** Seconds that DM waits for a worker that does not answer. */
const workerTimeout = 30;

/** An answer that is certain from the beginning. */
export const answered = (answer: Json, takes = promptly): Underway => ({takes, poll: () => answer});

/** One worker's answer that is certain from the beginning. */
export const told =
	(answer: WorkerAnswer): Poll =>
	() =>
		answer;

/** The answer is given when the last worker's is known; it is told all of them, also as DM's answers list them. */
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

/**
 * Calls a worker once: what it does and answers. One that is dead, or that answers nothing for 30 s, is reported in DM's
 * words for it.
 */
export const callWorker = (
	simulation: Simulation,
	source: Source,
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

/** What a worker's status says of an operation: done, gone wrong, or undefined for neither. */
export type Verdict = {readonly result: boolean; readonly msg: string} | undefined;

/** Asks a worker for its status until that says how the operation went, ten times at most. */
export const pollUntil = (
	simulation: Simulation,
	source: Source,
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
