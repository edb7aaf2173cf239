/**
 * Carries out what a person confirmed, once, and follows it until the status shows what became of it.
 */
import process from 'node:process';
import {auditLine} from '../operations/following/audit.js';
import {
	answered,
	begin,
	look,
	nothingFollowed,
	operationId,
	type Follow,
	type Step,
} from '../operations/following/follow.js';
import {isFinal} from '../operations/following/followed.js';
import type {LockSight} from '../operations/following/goal.js';
import type {Plan} from '../operations/planning/plan.js';
import {eventOf} from '../operations/following/report.js';
import type {Means} from '../operations/refusal.js';
import type {ClusterEvent} from '../monitor/view.js';
import {Listeners} from '../providers/listeners.js';
import type {Operation} from '../providers/operation.js';
import type {DdlLock, Provider, Trouble} from '../providers/provider.js';
import type {Watch} from './watch.js';

/** Between two questions for the locks while they are on screen, or one of them is being unlocked, ms. */
const locksEvery = 5000;

/** What dm-master itself says of its locks; absent until it was asked, or where it cannot be. */
export type LockAnswer = {readonly locks: readonly DdlLock[]; readonly trouble?: Trouble};

/** What is operated, and what became of it; it tells when that changed. */
export type OperatingSource = {
	readonly means: Means;
	readonly subscribe: (listener: () => void) => () => void;
	/** What is under way, and what became of the last ones. */
	readonly follow: () => Follow;
	/** What this dm-top did, newest first. */
	readonly events: () => readonly ClusterEvent[];
	readonly lockAnswer: () => LockAnswer | undefined;
	/** Whether the locks are on screen: only then dm-master is asked for them. */
	readonly wantLocks: (isWanted: boolean) => void;
	/** Sends what a dialog was confirmed for. Says why where it does not; '' where it does. */
	readonly confirm: (confirmed: {readonly id: string; readonly plan: Plan}) => string;
};

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
	let lockSight: LockSight | undefined;
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
		if (isUnlocking()) {
			startAskingForLocks();
		}
	};

	const lookAgain = () => {
		if (follow.operations.length > 0) {
			take(look(follow, {cluster: watch.current(), locks: lockSight}, now()));
		}
	};

	const isUnlocking = () =>
		follow.operations.some(followed => followed.operation.kind === 'unlock-ddl' && !isFinal(followed));

	/** Asks now and then again while anybody wants to know of the locks; a newer turn makes an older one stop. */
	const askForLocks = async (turn: number) => {
		const askedAt = now();
		const answer = await provider.locks?.list(controller.signal).catch((error: unknown): Trouble => ({
			what: error instanceof Error ? error.message : String(error),
			fix: '',
			detail: '',
		}));
		if (turn !== locksTurn || controller.signal.aborted || answer === undefined) {
			return;
		}

		if ('what' in answer) {
			lockAnswer = {locks: [], trouble: answer};
		} else {
			lockAnswer = {locks: answer};
			lockSight = {at: askedAt, ids: new Set(answer.map(({id}) => id))};
			lookAgain();
		}

		listeners.tell();
		lockTimer = setTimeout(() => {
			if (areLocksWanted || isUnlocking()) {
				void askForLocks(turn);
			}
		}, locksEvery);
	};

	const startAskingForLocks = () => {
		locksTurn += 1;
		clearTimeout(lockTimer);
		void askForLocks(locksTurn);
	};

	const leave = watch.subscribe(lookAgain);
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
			if (isWanted) {
				startAskingForLocks();
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
