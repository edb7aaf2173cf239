/**
 * `dm-top wait TASK --for …`: waits until a task is in a certain state.
 */
import type {Writable} from 'node:stream';
import {say, translated} from '../../language/say.js';
import {listNames} from '../../language/sentences.js';
import type {DiagnosedView} from '../../findings/diagnosis.js';
import type {Finding} from '../../findings/finding.js';
import {isMissing} from '../../monitor/missing.js';
import type {TaskView} from '../../monitor/view.js';
import {findTask} from '../../operations/target.js';
import {problemText} from '../../providers/problem-text.js';
import type {Watch} from '../../session/watching/watch.js';
import {sanitize} from '../../terminal/sanitize.js';
import {taskLine} from '../plain/lines.js';
import {whyNoStatus} from '../no-status.js';
import {type Goal, isOver, isReached, obstacleTo, sourcesBehind} from './goals.js';
import {mayHide} from './unread.js';

/** 0: reached. 1: finished, or stopped by an error that DM does not retry. 2: not reached in time. 3: not known. */
export type WaitExit = 0 | 1 | 2 | 3;

/** What `dm-top wait` waits for, and for how long. */
export type WaitOptions = {
	readonly task: string;
	/** Only its subtasks on these; [] for all of them. */
	readonly sources: readonly string[];
	readonly goal: Goal;
	/** Ms; Infinity to wait for as long as it takes. */
	readonly timeout: number;
	/** Where the verdict goes. */
	readonly output: Writable;
	/** Where each change of the task is reported. */
	readonly errors: Writable;
	/** Aborts the wait. */
	readonly signal: AbortSignal;
};

/** The task is reported no more often than this, ms. */
const progressGap = 5000;

/** What is waited for: the task, or its subtasks on some sources. */
type Awaited = {readonly task: TaskView; readonly findings: readonly Finding[]};

/** The awaited sources of which nothing of the task is known, nor that it may be there. */
const sourcesWithout = (task: TaskView, sources: readonly string[]): readonly string[] =>
	sources.filter(
		source => !isMissing(task, source) && task.subtasks.every(({subtask}) => subtask.source !== source),
	);

/** Undefined where the task is not known, or is not known to be on all of the sources. */
const awaitedOf = (cluster: DiagnosedView, {task: name, sources}: WaitOptions): Awaited | undefined => {
	const task = findTask(cluster, name);
	const {diagnosis} = cluster;
	if (!task || sources.length === 0) {
		return task && {task, findings: diagnosis.ofTask(name)};
	}

	return sourcesWithout(task, sources).length > 0
		? undefined
		: {
				task: {
					...task,
					subtasks: task.subtasks.filter(({subtask}) => sources.includes(subtask.source)),
					incomplete: sources.some(source => isMissing(task, source)),
				},
				findings: sources.flatMap(source =>
					isMissing(task, source) ? diagnosis.ofSource(source) : diagnosis.ofSubtask(name, source),
				),
			};
};

/** "orders", "orders on mysql-01". */
const nameOf = ({task, sources}: WaitOptions): string =>
	sources.length === 0 ? task : say('{task} on {source}', {task, source: listNames(sources)});

/** The error that ends the wait: one that lasts until somebody acts. */
const blocker = ({findings}: Awaited): Finding | undefined =>
	findings.find(
		({severity, retries, error}) => severity === 'critical' && retries === 'no' && error !== undefined,
	);

/** The finding that says that the task may be where nothing could be read. */
const hiding = (cluster: DiagnosedView, task: TaskView): Finding | undefined =>
	cluster.diagnosis.findings.find(finding => mayHide(cluster, [task], finding));

type WaitVerdict = {readonly code: WaitExit; readonly text: string};

const verdictOf = (cluster: DiagnosedView, options: WaitOptions): WaitVerdict | undefined => {
	const awaited = awaitedOf(cluster, options);
	if (!awaited) {
		return undefined;
	}

	const {goal} = options;
	const task = nameOf(options);
	if (!hiding(cluster, awaited.task) && isReached(goal, awaited.task, awaited.findings)) {
		return {code: 0, text: say('{task} is {goal}', {task, goal: translated(goal)})};
	}

	const cannot = (why: string): WaitVerdict => ({
		code: 1,
		text: say('{task} cannot become {goal}: {why}', {task, goal: translated(goal), why}),
	});
	if (goal !== 'finished' && isOver(awaited.task)) {
		return cannot(say('it is finished'));
	}

	// An error is one way to reach "paused".
	const finding = goal === 'paused' ? undefined : blocker(awaited);
	return finding && cannot(finding.what);
};

/** What a healthy task still has to do for `synced`; '' for any other goal. */
const stillToDo = (goal: Goal, task: TaskView): string => {
	const behind = goal === 'synced' ? sourcesBehind(task) : [];
	return behind.length === 0
		? ''
		: say('The checkpoint of {names} is not at the end of the upstream’s binlog; DM saves one every 30 s', {
				names: listNames(behind),
			});
};

/** Why it was not reached when the wait ends. */
const unreached = (cluster: DiagnosedView, options: WaitOptions): WaitVerdict => {
	const {task: name, sources, goal} = options;
	const view = findTask(cluster, name);
	const awaited = awaitedOf(cluster, options);
	if (view && awaited) {
		const obstacle = obstacleTo(goal, awaited.findings) ?? hiding(cluster, awaited.task);
		const line = taskLine(view, cluster.diagnosis);
		const reason = obstacle?.what ?? stillToDo(goal, awaited.task);
		const why = reason === '' ? line : problemText({what: line, fix: reason});
		return {
			code: 2,
			text: say('{task} is not {goal}: {why}', {task: nameOf(options), goal: translated(goal), why}),
		};
	}

	if (view) {
		const without = listNames(sourcesWithout(view, sources));
		return {
			code: 3,
			text: say('no task {names} is known', {
				names: say('{task} on {source}', {task: `“${name}”`, source: without}),
			}),
		};
	}

	const problem = whyNoStatus(cluster);
	const why = cluster.at === 0 ? (problem ? problemText(problem) : say('no status came')) : undefined;
	return {code: 3, text: why ?? say('no task {names} is known', {names: `“${name}”`})};
};

/** Waits, and returns the exit code. */
export const waitFor = async (watch: Watch, options: WaitOptions): Promise<WaitExit> => {
	const {timeout, output, errors, signal} = options;
	let told = '';
	let toldAt = -Infinity;
	const tell = (cluster: DiagnosedView): void => {
		const view = findTask(cluster, options.task);
		const line = view ? taskLine(view, cluster.diagnosis) : '';
		if (line === '' || line === told || cluster.now - toldAt < progressGap) {
			return;
		}

		told = line;
		toldAt = cluster.now;
		errors.write(`${line}\n`);
	};

	const verdict = await new Promise<WaitVerdict>(resolve => {
		const end = (found: WaitVerdict): void => {
			clearTimeout(timer);
			signal.removeEventListener('abort', giveUp);
			leave();
			resolve(found);
		};

		const giveUp = (): void => {
			end(unreached(watch.current(), options));
		};

		const check = (): void => {
			const cluster = watch.current();
			const found = verdictOf(cluster, options);
			if (found) {
				end(found);
			} else {
				tell(cluster);
			}
		};

		const timer = Number.isFinite(timeout) ? setTimeout(giveUp, timeout) : undefined;
		const leave = watch.subscribe(check);
		signal.addEventListener('abort', giveUp, {once: true});
		void watch.ended.then(giveUp);
		check();
	});
	const line = `${sanitize(verdict.text)}\n`;
	if (verdict.code === 0) {
		output.write(line);
	} else {
		errors.write(`dm-top: ${line}`);
	}

	return verdict.code;
};
