/**
 * Carries out what a person confirmed, once, and follows it until the status shows what became of it.
 */
import process from 'node:process';
import {auditLine} from './commands/operations/following/audit.js';
import {
	answered,
	begin,
	look,
	nothingFollowed,
	operationId,
	type Step,
} from './commands/operations/following/follow.js';
import {eventOf} from './commands/operations/following/report.js';
import type {Means} from './commands/operations/refusal.js';
import type {ClusterEvent} from './monitor/view.js';
import {Listeners} from './providers/listeners.js';
import type {Operation} from './providers/operation.js';
import type {Provider, Trouble} from './providers/provider.js';
import type {LockAnswer} from './screens/lists/list.js';
import type {OperatingSource} from './screens/props.js';
import type {Watch} from './watch.js';

/** Between two questions for the locks while they are on screen, ms. */
const locksEvery = 5000;

export type Operating = OperatingSource & {
	readonly stop: () => void;
};

export type OperateOptions = {
	readonly provider: Provider;
	readonly watch: Watch;
	readonly readOnly: boolean;
	/** The cluster's name, for the audit. */
	readonly title: string;
	/** Takes each line of the audit; absent without `--log`. */
	readonly audit?: (line: string) => void;
};

/** Joins the provider's operator to the screens. */
export const startOperating = ({provider, watch, readOnly, title, audit}: OperateOptions): Operating => {
	const controller = new AbortController();
	const listeners = new Listeners();
	const means: Means = {operator: provider.operator, readOnly, provider: provider.name};
	const user = process.env['USER'] ?? process.env['LOGNAME'];
	let follow = nothingFollowed;
	let events: readonly ClusterEvent[] = [];
	let lockAnswer: LockAnswer | undefined;
	let lockTimer: NodeJS.Timeout | undefined;
	let areLocksWanted = false;
	let locksTurn = 0;
	const now = () => provider.now?.() ?? Date.now();

	const take = (step: Step) => {
		if (step.follow === follow) {
			return;
		}

		follow = step.follow;
		events = [...step.changed.map(followed => eventOf(followed)), ...events].slice(0, 200);
		for (const followed of step.changed) {
			audit?.(auditLine(followed, {cluster: title, user}));
		}

		listeners.tell();
	};

	const send = async (id: string, operation: Operation) => {
		const answer = await provider.operator!.operate(operation, controller.signal).catch((error: unknown) => ({
			result: 'unknown' as const,
			msg: error instanceof Error ? error.message : String(error),
			sources: [],
		}));
		take(answered(follow, id, answer, now()));
		provider.refresh?.();
	};

	/** Asks now and then again until the locks leave the screen; a newer turn makes an older one stop. */
	const askForLocks = async (turn: number) => {
		const answer = await provider.locks?.list(controller.signal).catch((error: unknown): Trouble => ({
			what: error instanceof Error ? error.message : String(error),
			fix: '',
			detail: '',
		}));
		if (turn !== locksTurn || controller.signal.aborted || answer === undefined) {
			return;
		}

		lockAnswer = 'what' in answer ? {locks: [], trouble: answer} : {locks: answer};
		listeners.tell();
		lockTimer = setTimeout(() => {
			void askForLocks(turn);
		}, locksEvery);
	};

	const leave = watch.subscribe(() => {
		if (follow.operations.length > 0) {
			take(look(follow, watch.current(), now()));
		}
	});
	return {
		means,
		subscribe: listeners.subscribe,
		follow: () => follow,
		events: () => events,
		lockAnswer: () => lockAnswer,
		wantLocks(isWanted) {
			if (isWanted === areLocksWanted) {
				return;
			}

			areLocksWanted = isWanted;
			locksTurn += 1;
			clearTimeout(lockTimer);
			if (isWanted) {
				void askForLocks(locksTurn);
			}
		},
		confirm({id, plan}) {
			const refusals = plan.operations.flatMap((operation, index) => {
				const sending = operationId(id, index);
				const step = begin(follow, {id: sending, operation, cluster: watch.current(), at: now()});
				take(step);
				if (step.refusal === undefined) {
					void send(sending, operation);
				}

				return step.refusal ?? [];
			});
			return refusals.join(' ');
		},
		stop() {
			leave();
			clearTimeout(lockTimer);
			controller.abort();
		},
	};
};
