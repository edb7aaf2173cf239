/**
 * `dm-top pause TASK` and `dm-top resume TASK`: one operation from a script, with the same care as from the keyboard.
 */
import type {Readable, Writable} from 'node:stream';
import {createInterface} from 'node:readline/promises';
import {type Followed, type Phase, isFinal} from '../operations/following/followed.js';
import {describe} from '../operations/following/report.js';
import {makePlan, type Plan} from '../operations/planning/plan.js';
import type {DmctlAccess} from '../operations/planning/dmctl.js';
import {refusal} from '../operations/refusal.js';
import type {Choice} from '../operations/target.js';
import type {Trouble} from '../providers/provider.js';
import {escapeJson, sanitize} from '../terminal/sanitize.js';
import type {Operating} from '../session/operate.js';
import type {Watch} from '../session/watch.js';

/** 0: done, or taken where nothing is waited for. 1: refused, not sent or failed. 2: not reached. 3: not known. */
export type ScriptExit = 0 | 1 | 2 | 3;

export type ScriptOptions = {
	readonly kind: 'pause' | 'resume';
	readonly task: string;
	/** [] means all. */
	readonly sources: readonly string[];
	/** Nobody is asked. */
	readonly yes: boolean;
	/** Until the status shows it. */
	readonly wait: boolean;
	readonly json: boolean;
	/** The cluster's name. */
	readonly title: string;
	readonly access: DmctlAccess;
	readonly input: Readable & {readonly isTTY?: boolean};
	readonly output: Writable;
	readonly errors: Writable;
};

/** A silence that lasts this long is an answer, ms: until then another master may still be tried. */
const patience = 20_000;

/** The first look at the cluster: undefined when it is there, else why it is not. */
const firstLook = async (watch: Watch): Promise<Trouble | undefined> =>
	new Promise(resolve => {
		const settle = () => {
			clearTimeout(timer);
			leave();
			const {at, trouble} = watch.current();
			resolve(at > 0 ? undefined : (trouble ?? {what: 'No status came', fix: '', detail: ''}));
		};

		const check = () => {
			if (watch.current().at > 0) {
				settle();
			}
		};

		const timer = setTimeout(settle, patience);
		const leave = watch.subscribe(check);
		void watch.ended.then(settle);
		check();
	});

const ask = async (plan: Plan, {title, input, errors}: ScriptOptions): Promise<boolean> => {
	const lines = [
		`${plan.title} on ${title}:`,
		...plan.targets.map(({name, scope, state}) => `  ${name}  ${scope}  ${state}`),
		plan.consequence,
		...plan.warnings,
	];
	errors.write(`${lines.map(line => sanitize(line)).join('\n')}\n`);
	const dialog = createInterface({input, output: errors});
	const answer = await dialog.question(`${plan.action}? Type yes: `);
	dialog.close();
	return answer.trim().toLowerCase() === 'yes';
};

/** Waits until every operation has its answer, or with `wait` its outcome. */
const outcome = async (operating: Operating, wait: boolean): Promise<readonly Followed[]> =>
	new Promise(resolve => {
		const check = () => {
			const {operations} = operating.follow();
			const isOver = operations.every(
				followed => isFinal(followed) || (!wait && followed.answeredAt !== undefined),
			);
			if (!(operations.length > 0 && isOver)) {
				return;
			}

			leave();
			resolve(operations);
		};

		const leave = operating.subscribe(check);
		check();
	});

const failures: ReadonlySet<Phase> = new Set(['refused', 'not-sent', 'failed-again', 'partly']);

const unclear: ReadonlySet<Phase> = new Set(['unknown', 'timed-out', 'superseded', 'stored']);

const exitOf = (followed: readonly Followed[]): ScriptExit => {
	const phases = followed.map(({phase}) => phase);
	if (phases.some(phase => failures.has(phase))) {
		return 1;
	}

	return phases.some(phase => unclear.has(phase)) ? 3 : 0;
};

const asJson = (followed: readonly Followed[]): string =>
	`${escapeJson(
		JSON.stringify(
			followed.map(({operation, phase, msg, places}) => ({
				operation: operation.kind,
				task: 'task' in operation ? operation.task : '',
				outcome: phase,
				message: msg,
				sources: places.map(({place, phase: reached, state, msg: answer}) => ({
					source: place,
					outcome: reached,
					state,
					message: answer,
				})),
			})),
			undefined,
			'\t',
		),
	)}\n`;

/** Carries it out; says on `errors` why not, on `output` what became of it. */
export const operateOnce = async (
	watch: Watch,
	operating: Operating,
	options: ScriptOptions,
): Promise<ScriptExit> => {
	const {kind, task, sources, yes, wait, json, access, input, output, errors} = options;
	const fail = (message: string, code: ScriptExit): ScriptExit => {
		errors.write(`dm-top: ${sanitize(message)}\n`);
		return code;
	};

	const trouble = await firstLook(watch);
	if (trouble) {
		return fail(`${trouble.what}. ${trouble.fix}`.trim(), 2);
	}

	const choice: Choice = {kind, targets: [{task, sources}]};
	const reason = refusal(choice, watch.current(), operating.means);
	if (reason !== undefined) {
		return fail(reason, 1);
	}

	const plan = makePlan(choice, watch.current(), access);
	if (!yes) {
		if (!input.isTTY) {
			return fail(`To ${kind} without being asked, add --yes.`, 1);
		}

		if (!(await ask(plan, options))) {
			return fail('Nothing was sent.', 1);
		}
	}

	const unsent = operating.confirm({id: crypto.randomUUID(), plan});
	if (unsent !== '') {
		return fail(unsent, 1);
	}

	const followed = await outcome(operating, wait);
	const words = followed
		.map(one =>
			sanitize(
				one.phase === 'answered'
					? `${plan.title}: DM took it; --wait waits until the status shows it`
					: describe(one),
			),
		)
		.join('\n');
	output.write(json ? asJson(followed) : `${words}\n`);
	return exitOf(followed);
};
