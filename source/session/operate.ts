/**
 * Carries out confirmed operations, once, and follows them until the status shows the outcome.
 */
import process from 'node:process';
import {stripSecrets} from '../dm/secrets/passwords.js';
import {auditLine} from '../operations/following/telling/audit.js';
import {
	answered,
	begin,
	checkStatus,
	nothingFollowed,
	operationId,
	type Follow,
	type Step,
} from '../operations/following/follow.js';
import {type Followed, isFinal} from '../operations/following/followed.js';
import type {LockList} from '../operations/following/goal.js';
import type {Plan} from '../operations/planning/plan.js';
import {describe} from '../operations/following/telling/describe.js';
import {observationOf} from '../operations/following/telling/observation.js';
import type {OperatingCapabilities} from '../operations/refusing/capabilities.js';
import type {StartChoice} from '../operations/starting/start.js';
import {findTask} from '../operations/target.js';
import {Listeners} from '../providers/waiting/listeners.js';
import type {Operation} from '../providers/operation.js';
import type {Provider} from '../providers/provider.js';
import {messageOf} from '../terminal/thrown.js';
import {say} from '../language/say.js';
import {namesText, sentences} from '../language/sentences.js';
import {aheadOf, timeOf} from '../providers/steady-clock.js';
import {type InquirySource, createInquiries} from './inquiries.js';
import {prepareStart} from './prepare-start.js';
import {watchLocks} from './watch-locks.js';
import type {Watch} from './watching/watch.js';

/** The operations and their outcomes, with notification of changes. */
export type OperatingSource = {
	readonly capabilities: OperatingCapabilities;
	readonly subscribe: (listener: () => void) => () => void;
	/** The operations that are under way, and the outcomes of the last ones. */
	readonly follow: () => Follow;
	/**
	 * Sets how closely locks are watched: dm-master is asked for them accordingly, and not at all before the first
	 * call.
	 */
	readonly wantLocks: (areOnScreen: boolean) => void;
	/** Sends the confirmed operations. Returns why not; '' when sent. */
	readonly confirm: (confirmed: {readonly id: string; readonly plan: Plan}) => string;
	/** What DM is asked for pages. */
	readonly inquiries: InquirySource;
	/** The choice of a start with the configuration of its task, and the result of DM's check. It does not throw. */
	readonly prepare: (choice: StartChoice) => Promise<StartChoice>;
};

/** Sends and follows operations until it is stopped. */
export type Operating = OperatingSource & {
	readonly stop: () => void;
};

/** What operations are sent to, and how they are logged. */
export type OperateOptions = {
	readonly provider: Provider;
	readonly watch: Watch;
	readonly readOnly: boolean;
	/** The cluster's name, for the audit log. */
	readonly title: string;
	/** Takes each line of the audit log; absent without `--audit-log`. */
	readonly audit?: (line: string) => void;
	/** Saves the configuration of a task that is about to be stopped; returns where. It does not throw. */
	readonly keep?: (task: string, config: string) => string;
};

/** Saves the configurations that a plan starts tasks from; returns '' or where they are, as a sentence. */
const keepConfigs = ({choice, operations}: Plan, keep: OperateOptions['keep']): string => {
	if (!keep || !('from' in choice) || !choice.from.isAgain) {
		return '';
	}

	const places = operations.flatMap(operation =>
		operation.kind === 'start' && operation.config !== undefined
			? [keep(operation.task, operation.config)]
			: [],
	);
	return places.length === 0
		? ''
		: say(' Its configuration is kept, without passwords, as {places}', {places: namesText(places)});
};

/** Joins the provider's operator to the screens. */
export const startOperating = ({
	provider,
	watch,
	readOnly,
	title,
	audit,
	keep,
}: OperateOptions): Operating => {
	const controller = new AbortController();
	const listeners = new Listeners();
	const inquiries = createInquiries({
		readers: provider.readers ?? {},
		sourcesOf: task => findTask(watch.current(), task)?.subtasks.map(({subtask}) => subtask.source) ?? [],
		signal: controller.signal,
	});
	const capabilities: OperatingCapabilities = {
		operator: provider.operator,
		readOnly,
		provider: provider.name,
		reads: inquiries.kinds,
	};
	const user = process.env['USER'] ?? process.env['LOGNAME'];
	let follow = nothingFollowed;
	let lockList: LockList | undefined;
	const now = () => timeOf(provider);

	const take = (step: Step) => {
		if (step.follow === follow) {
			return;
		}

		follow = step.follow;
		for (const followed of step.changed) {
			watch.tell(observationOf(followed));
			audit?.(auditLine(followed, {cluster: title, user, strip: stripSecrets, ahead: aheadOf(provider)}));
		}

		listeners.tell();
	};

	const send = async (id: string, operation: Operation) => {
		const answer = await provider.operator!.operate(operation, controller.signal).catch((error: unknown) => ({
			result: 'unknown' as const,
			msg: messageOf(error),
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
			take(checkStatus(follow, {cluster: watch.current(), locks: lockList}, now()));
		}
	};

	const isUnlocking = () =>
		follow.operations.some(followed => followed.operation.kind === 'unlock-ddl' && !isFinal(followed));

	/** Notes an operation and sends it. Returns why not. */
	const start = (id: string, operation: Operation): string => {
		const step = begin(follow, {id, operation, cluster: watch.current(), at: now()});
		take(step);
		if (step.refusal === undefined) {
			void send(id, operation);
		}

		return step.refusal ?? '';
	};

	/** The operation once it has ended. */
	const ended = async (id: string): Promise<Followed> =>
		new Promise(resolve => {
			const check = () => {
				const followed = follow.operations.find(one => one.id === id);
				if (!followed || !isFinal(followed)) {
					return;
				}

				leave();
				resolve(followed);
			};

			const leave = listeners.subscribe(check);
			check();
		});

	/** Sends the other operations of a sequence, each once the previous one is done. */
	const sendRest = async (id: string, plan: Plan) => {
		const kept = keepConfigs(plan, keep);
		for (const [index, operation] of plan.operations.entries()) {
			if (index === 0) {
				continue;
			}

			const before = await ended(operationId(id, index - 1));
			if (controller.signal.aborted) {
				return;
			}

			if (before.phase !== 'done' && before.phase !== 'accepted') {
				const sending = operationId(id, index);
				take(begin(follow, {id: sending, operation, cluster: watch.current(), at: now()}));
				const message = `${say('{outcome}; nothing was started.', {outcome: describe(before)})}${kept}`;
				take(answered(follow, sending, {result: 'not-sent', msg: message, sources: []}, now()));
				return;
			}

			start(operationId(id, index), operation);
		}
	};

	const locks = watchLocks({
		provider,
		signal: controller.signal,
		now,
		isUrgent: isUnlocking,
		take(observation) {
			watch.tell(observation);
			if (observation.problem) {
				return;
			}

			lockList = {at: observation.at, ids: new Set(observation.locks.map(({id}) => id))};
			lookAgain();
		},
	});

	const leave = watch.subscribe(lookAgain);
	return {
		capabilities,
		subscribe: listeners.subscribe,
		follow: () => follow,
		wantLocks: locks.want,
		confirm({id, plan}) {
			const operations = plan.isSequence ? plan.operations.slice(0, 1) : plan.operations;
			const refusals = operations.flatMap((operation, index) => {
				const refusal = start(operationId(id, index), operation);
				return refusal === '' ? [] : [refusal];
			});
			if (plan.isSequence && refusals.length === 0) {
				void sendRest(id, plan);
			}

			return sentences(...refusals);
		},
		inquiries,
		prepare: async choice => prepareStart(choice, provider.readers ?? {}, controller.signal),
		stop() {
			leave();
			controller.abort();
		},
	};
};
