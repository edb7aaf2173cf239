/**
 * `dm-top wait TASK --for …`: waits until a task is in a certain state.
 */
import type {Writable} from 'node:stream';
import {say, translated} from '../../language/say.js';
import type {DiagnosedView} from '../../findings/diagnosis.js';
import type {Finding} from '../../findings/finding.js';
import type {TaskView} from '../../monitor/view.js';
import {findTask, listNames} from '../../operations/target.js';
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

/** The error that ends the wait: one that lasts until somebody acts. */
const blocker = ({diagnosis}: DiagnosedView, task: string): Finding | undefined =>
	diagnosis
		.ofTask(task)
		.find(({severity, retries, error}) => severity === 'critical' && retries === 'no' && error !== undefined);

/** The finding that says that the task may be where nothing could be read. */
const hiding = (cluster: DiagnosedView, task: TaskView): Finding | undefined =>
	cluster.diagnosis.findings.find(finding => mayHide(cluster, [task], finding));

type WaitVerdict = {readonly code: WaitExit; readonly text: string};

const verdictOf = (cluster: DiagnosedView, {task, goal}: WaitOptions): WaitVerdict | undefined => {
	const view = findTask(cluster, task);
	if (!view) {
		return undefined;
	}

	if (!hiding(cluster, view) && isReached(goal, view, cluster.diagnosis.ofTask(task))) {
		return {code: 0, text: say('{task} is {goal}', {task, goal: translated(goal)})};
	}

	const cannot = (why: string): WaitVerdict => ({
		code: 1,
		text: say('{task} cannot become {goal}: {why}', {task, goal: translated(goal), why}),
	});
	if (goal !== 'finished' && isOver(view)) {
		return cannot(say('it is finished'));
	}

	// An error is one way to reach "paused".
	const finding = goal === 'paused' ? undefined : blocker(cluster, task);
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
const unreached = (cluster: DiagnosedView, {task, goal}: WaitOptions): WaitVerdict => {
	const view = findTask(cluster, task);
	if (view) {
		const obstacle = obstacleTo(goal, cluster.diagnosis.ofTask(task)) ?? hiding(cluster, view);
		const line = taskLine(view, cluster.diagnosis);
		const reason = obstacle?.what ?? stillToDo(goal, view);
		const why = reason === '' ? line : problemText({what: line, fix: reason});
		return {code: 2, text: say('{task} is not {goal}: {why}', {task, goal: translated(goal), why})};
	}

	const problem = whyNoStatus(cluster);
	const why = cluster.at === 0 ? (problem ? problemText(problem) : say('no status came')) : undefined;
	return {code: 3, text: why ?? say('no task {names} is known', {names: `“${task}”`})};
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
