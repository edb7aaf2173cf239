/**
 * `dm-top VERB …`: one operation, or one question, from a script, with the same care as from the keyboard.
 */
import type {Readable, Writable} from 'node:stream';
import {createInterface} from 'node:readline/promises';
import {say} from '../../language/say.js';
import type {DiagnosedView} from '../../findings/diagnosis.js';
import {type Followed, type Phase, isFinal} from '../../operations/following/followed.js';
import {changesNothing} from '../../operations/kinds.js';
import {confirmText} from '../../operations/planning/confirm.js';
import {shellQuote} from '../../dm/values/shell-quote.js';
import type {DmctlAccess} from '../../operations/planning/dmctl.js';
import {makePlan, type Plan} from '../../operations/planning/plan.js';
import {uncertaintyOf} from '../../operations/refusing/names.js';
import {checkLines} from '../../operations/starting/start.js';
import {type Choice, findTask} from '../../operations/target.js';
import type {TaskTarget} from '../../providers/operation.js';
import {problemText} from '../../providers/problem-text.js';
import type {Readers} from '../../providers/readers.js';
import {resolveChoice} from '../../screens/command-line/resolve.js';
import type {Operating} from '../../session/operate.js';
import type {Watch} from '../../session/watching/watch.js';
import {sanitize} from '../../terminal/sanitize.js';
import {complain} from '../complain.js';
import {firstLook} from './first-look.js';
import type {ScriptCommand} from './parse-script.js';
import {read} from './read.js';
import {readStartFile} from './start-file.js';
import {type ScriptExit, outcomeJson, outcomeText, unreadJson, unsentJson} from './report-script.js';

/** A script's command, how it is confirmed, and where its outcome is written. */
export type ScriptOptions = {
	readonly command: ScriptCommand;
	/** Without confirmation. */
	readonly yes: boolean;
	/** The name that the cluster must have; '' for any. */
	readonly confirmCluster: string;
	/** Waits until the status shows it. */
	readonly wait: boolean;
	readonly json: boolean;
	/** The cluster's name. */
	readonly title: string;
	readonly access: DmctlAccess;
	readonly readers: Readers;
	readonly input: Readable & {readonly isTTY?: boolean};
	readonly output: Writable;
	readonly errors: Writable;
};

/** How long to wait for the list of locks before using what the status says about them, ms. */
const lockPatience = 5000;

const ask = async (plan: Plan, {title, input, errors}: ScriptOptions): Promise<boolean> => {
	const lines = [
		say('{action} on {title}:', {action: plan.title, title}),
		...plan.targets.map(({name, scope, state}) => `  ${name}  ${scope}  ${state}`),
		...(plan.ddl === '' ? [] : [`DDL ${plan.ddl}`]),
		plan.consequence,
		...plan.warnings,
		...plan.dmctl.map(command => `${say('same as:')} ${command}`),
	];
	errors.write(`${lines.map(line => sanitize(line)).join('\n')}\n`);
	const {confirm} = plan;
	const expected = confirm.kind === 'action' ? 'yes' : confirm.expected;
	const question =
		confirm.kind === 'action' ? say('{action}? Type yes:', {action: plan.action}) : confirmText(confirm);
	const dialog = createInterface({input, output: errors});
	const answer = await dialog.question(`${sanitize(question)} `);
	dialog.close();
	return answer.trim() === expected;
};

/** Waits until every operation has its answer, or with `wait` its outcome. */
const outcome = async (
	operating: Operating,
	{operations: planned, isSequence}: Plan,
	wait: boolean,
): Promise<readonly Followed[]> =>
	new Promise(resolve => {
		const check = () => {
			const {operations} = operating.follow();
			// An operation that follows another always waits for that one's outcome.
			const isOver = operations.every(
				(followed, index) =>
					isFinal(followed) ||
					(!wait && followed.answeredAt !== undefined && (!isSequence || index === planned.length - 1)),
			);
			if (operations.length < planned.length || !isOver) {
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

const exitOf = (followed: readonly Followed[], wait: boolean): ScriptExit => {
	const phases = followed.map(({phase}) => phase);
	if (phases.some(phase => failures.has(phase))) {
		return 1;
	}

	// Without `--wait`, being accepted by DM is enough.
	return phases.some(phase => unclear.has(phase) && (wait || phase !== 'stored')) ? 3 : 0;
};

const targetsOf = (choice: Choice): readonly TaskTarget[] => {
	if ('targets' in choice) {
		return choice.targets;
	}

	return 'task' in choice && choice.kind !== 'unlock-ddl'
		? [{task: choice.task, sources: choice.sources}]
		: [];
};

/** Whether everything that a choice names is already known. */
const isKnown = (choice: Choice, cluster: DiagnosedView): boolean => {
	const targets = targetsOf(choice);
	return (
		targets.length > 0 &&
		targets.every(({task, sources}) => {
			const names = new Set(findTask(cluster, task)?.subtasks.map(({subtask}) => subtask.source));
			// "All sources" are only known when all have been asked.
			return sources.length > 0 && sources.every(source => names.has(source));
		})
	);
};

/** The locks as dm-master lists them, if it answers in time. */
const listLocks = async (watch: Watch, operating: Operating): Promise<void> =>
	new Promise(resolve => {
		const done = () => {
			clearTimeout(timer);
			leave();
			operating.wantLocks(false);
			resolve();
		};

		const timer = setTimeout(done, lockPatience);
		const leave = watch.subscribe(() => {
			const {areLocksListed, lockProblem} = watch.current();
			if (areLocksListed || lockProblem) {
				done();
			}
		});
		operating.wantLocks(true);
	});

/** Why a cluster is not the intended one, or has to be named; '' when it is fine. */
const clusterObstacle = ({kind}: Choice, {yes, confirmCluster, title, access}: ScriptOptions): string => {
	if (confirmCluster !== '' && confirmCluster !== title) {
		return say('Nothing was sent: this cluster is {title}, not {name}.', {title, name: confirmCluster});
	}

	return yes && !changesNothing(kind) && confirmCluster === '' && access.typedName !== undefined
		? say('{title} asks for its name: add --confirm-cluster {quoted} to --yes.', {
				title,
				quoted: shellQuote(title),
			})
		: '';
};

const operate = async (
	choice: Choice,
	watch: Watch,
	operating: Operating,
	options: ScriptOptions,
): Promise<ScriptExit> => {
	const {yes, wait, json, access, input, output, errors} = options;
	const fail = (message: string, code: ScriptExit): ScriptExit => {
		complain(errors, message);
		if (json) {
			output.write(unsentJson(choice, message));
		}

		return code;
	};

	const otherCluster = clusterObstacle(choice, options);
	if (otherCluster !== '') {
		return fail(otherCluster, 1);
	}

	const problem = await firstLook(watch, cluster => isKnown(choice, cluster));
	if (problem) {
		return fail(problemText(problem), 2);
	}

	const {capabilities} = operating;
	if (
		choice.kind === 'unlock-ddl' &&
		!capabilities.readOnly &&
		capabilities.operator?.kinds.has(choice.kind) === true
	) {
		await listLocks(watch, operating);
	}

	const cluster = watch.current();
	const resolved = resolveChoice(choice, {cluster, capabilities, columns: []});
	if ('mistake' in resolved) {
		const isUnsure = targetsOf(choice).some(target => uncertaintyOf(target, cluster) !== undefined);
		return fail(resolved.mistake, isUnsure && !capabilities.readOnly ? 3 : 1);
	}

	const prepared = 'from' in resolved.choice ? await operating.prepare(resolved.choice) : resolved.choice;
	const plan = makePlan(prepared, watch.current(), access);
	if (plan.obstacle !== '') {
		return fail([plan.obstacle, ...('from' in prepared ? checkLines(prepared.from) : [])].join('\n'), 1);
	}

	if (!yes && !changesNothing(choice.kind)) {
		if (!input.isTTY) {
			return fail(say('To {action} without being asked, add --yes.', {action: plan.action.toLowerCase()}), 1);
		}

		if (!(await ask(plan, options))) {
			return fail(say('Nothing was sent.'), 1);
		}
	}

	const unsent = operating.confirm({id: crypto.randomUUID(), plan});
	if (unsent !== '') {
		return fail(unsent, 1);
	}

	const followed = await outcome(operating, plan, wait);
	output.write(json ? outcomeJson(followed) : outcomeText(followed, plan.title));
	return exitOf(followed, wait);
};

/** Carries it out; reports the outcome on `output`, or on `errors` why it was not done. */
export const runCommand = async (
	watch: Watch,
	operating: Operating,
	options: ScriptOptions,
): Promise<ScriptExit> => {
	const {command, readers, json, output, errors} = options;
	if (command.kind === 'operate') {
		return operate(command.choice, watch, operating, options);
	}

	if (command.kind === 'start-file') {
		const choice = await readStartFile(command);
		if ('mistake' in choice) {
			complain(errors, choice.mistake);
			if (json) {
				output.write(unsentJson({kind: 'start', targets: []}, choice.mistake));
			}

			return 1;
		}

		return operate(choice, watch, operating, options);
	}

	const reading = await read(command, readers, {isJson: json, signal: new AbortController().signal});
	if ('what' in reading) {
		const message = problemText(reading);
		// DM's own refusals do not name what was asked for: "task not found".
		complain(
			errors,
			command.kind === 'config' && reading.isRefusal
				? say('{what} {name}: {text}', {what: command.of, name: command.name, text: message})
				: message,
		);
		if (json) {
			output.write(unreadJson(command, message));
		}

		return reading.isRefusal ? 1 : 2;
	}

	output.write(reading.text);
	return 0;
};
