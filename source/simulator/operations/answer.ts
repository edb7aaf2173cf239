/** What an operation gives back: DM's answer, and how long DM would have taken for it. */
import type {Json} from '../answers/json.js';

export type OperationAnswer = {
	/** The JSON document of the answer. */
	readonly answer: Json;
	/** Ms from the request to the answer. */
	readonly took: number;
};

/** How one source, or one worker, took it (pb.CommonWorkerResponse). */
export type WorkerAnswer = {
	readonly result: boolean;
	readonly msg: string;
	readonly source: string;
	readonly worker: string;
	/** Ms until this answer. */
	readonly took: number;
};

/** DM asks ten times, once a second, whether the stage is what it should be. */
export const patience = 10_000;

/** As DM's answers list workers. */
export const workerJson = ({result, msg, source, worker}: WorkerAnswer): Json => ({
	result,
	msg,
	source,
	worker,
});

/** The longest of several answers; they are given at the same time. */
export const longest = (answers: readonly WorkerAnswer[]): number =>
	Math.max(15, ...answers.map(answer => answer.took));
