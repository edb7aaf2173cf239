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
import {observationOf} from '../operations/following/report.js';
import type {Means} from '../operations/refusal.js';
import {Listeners} from '../providers/listeners.js';
import type {Operation} from '../providers/operation.js';
import type {Provider} from '../providers/provider.js';
import {watchLocks} from './watch-locks.js';
import type {Watch} from './watch.js';

/** What is operated, and what became of it; it tells when that changed. */
export type OperatingSource = {
	readonly means: Means;
	readonly subscribe: (listener: () => void) => () => void;
	/** What is under way, and what became of the last ones. */
	readonly follow: () => Follow;
	/** How closely the locks are looked at: dm-master is asked for them accordingly, and not at all before the first call. */
	readonly wantLocks: (areOnScreen: boolean) => void;
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
	let lockSight: LockSight | undefined;
	const now = () => provider.now?.() ?? Date.now();

	const take = (step: Step) => {
		if (step.follow === follow) {
			return;
		}

		follow = step.follow;
		for (const followed of step.changed) {
			watch.tell(observationOf(followed));
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
			locks.ask();
		}
	};

	const lookAgain = () => {
		if (follow.operations.length > 0) {
			take(look(follow, {cluster: watch.current(), locks: lockSight}, now()));
		}
	};

	const isUnlocking = () =>
		follow.operations.some(followed => followed.operation.kind === 'unlock-ddl' && !isFinal(followed));

	const locks = watchLocks({
		provider,
		signal: controller.signal,
		now,
		isUrgent: isUnlocking,
		take(observation) {
			watch.tell(observation);
			if (observation.trouble) {
				return;
			}

			lockSight = {at: observation.at, ids: new Set(observation.locks.map(({id}) => id))};
			lookAgain();
		},
	});

	const leave = watch.subscribe(lookAgain);
	return {
		means,
		subscribe: listeners.subscribe,
		follow: () => follow,
		wantLocks: locks.want,
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
			controller.abort();
		},
	};
};
