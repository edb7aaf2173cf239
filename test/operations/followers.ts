/** Operations followed as the session follows them, and the answers that DM gives to them. */
import {describe} from '../../source/operations/following/telling/describe.js';
import {
	type Follow,
	type Step,
	answered,
	begin,
	checkStatus,
	nothingFollowed,
	operationId,
} from '../../source/operations/following/follow.js';
import type {Followed} from '../../source/operations/following/followed.js';
import type {LockList} from '../../source/operations/following/goal.js';
import type {ClusterView} from '../../source/monitor/view.js';
import type {Operation, OperationAnswer, SourceAnswer} from '../../source/providers/operation.js';
import {type Json, type Watched, entry, syncing} from '../monitor/watched.js';

/** No answer came. */
export const unknown: OperationAnswer = {result: 'unknown', msg: 'no answer within 40 s', sources: []};

/** DM understood it: what each source says, yes or no, with its words. */
export const answerOf = (
	...sources: ReadonlyArray<readonly [string, boolean, string?]>
): OperationAnswer => ({
	result: 'accepted',
	msg: '',
	sources: sources.map(([source, result, message = '']): SourceAnswer => ({
		source,
		result,
		msg: message,
		worker: 'w',
	})),
});

/** The tracker as the app drives it. */
export class Followers {
	#count = 0;
	follow: Follow = nothingFollowed;
	readonly phases: string[] = [];
	refusal = '';

	#take({follow, changed}: Step): void {
		this.follow = follow;
		this.phases.push(...changed.map(({phase}) => phase));
	}

	send(operation: Operation, cluster: ClusterView, id = operationId('c', this.#count++)): this {
		const step = begin(this.follow, {id, operation, cluster, at: cluster.now});
		this.refusal = step.refusal ?? '';
		this.#take(step);
		return this;
	}

	answer(answer: OperationAnswer, at: number, id = operationId('c', 0)): this {
		this.#take(answered(this.follow, id, answer, at));
		return this;
	}

	look(cluster: ClusterView, locks?: LockList): this {
		this.#take(checkStatus(this.follow, {cluster, locks}, cluster.now));
		return this;
	}

	/** Looks at the view after so many seconds and an answer with these sources. */
	lookAfter(seconds: number, watched: Watched, ...sources: readonly Json[]): this {
		return this.look(
			watched
				.wait(seconds)
				.whole(...sources)
				.view(),
		);
	}

	get last(): Followed {
		return this.follow.operations.at(-1)!;
	}

	/** The last one in one line. */
	get text(): string {
		return describe(this.last);
	}
}

export const pause = (task: string, ...sources: readonly string[]): Operation => ({
	kind: 'pause',
	task,
	sources,
});

export const resume = (task: string, ...sources: readonly string[]): Operation => ({
	kind: 'resume',
	task,
	sources,
});

/** DM took it, for each of these sources. */
export const accepted = (...sources: readonly string[]): OperationAnswer =>
	answerOf(...sources.map(source => [source, true] as const));

/** The task users on two sources, in these stages. */
export const two = (...stages: readonly [string, string]) =>
	stages.map((stage, index) => entry(`mysql-0${index + 1}`, [syncing('users', {}, {stage})]));
