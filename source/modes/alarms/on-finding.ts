/**
 * `--on-finding COMMAND`: runs a user's command for each new finding. Text from a server reaches it only in environment
 * variables, never as part of the command.
 */
import {type ChildProcess, spawn} from 'node:child_process';
import process from 'node:process';
import {say} from '../../language/say.js';
import type {Finding} from '../../findings/finding.js';
import {messageOf} from '../../terminal/thrown.js';
import {sanitize} from '../../terminal/sanitize.js';

/** The most commands started per minute; any more are skipped, which is reported. */
const mostInMinute = 20;

/** The most that run at a time. */
const mostAtOnce = 4;

/** The most that wait for others to end. */
const mostWaiting = 40;

/** A command that runs longer is ended, with all processes that it has started, ms. */
const longestRun = 60_000;

/** How long after that it is killed if it still runs, ms. */
const grace = 2000;

/** A value of the environment is cut to this, characters. */
const longest = 4000;

/** The command for `--on-finding`, and what it is given. */
export type OnFindingOptions = {
	readonly command: string;
	/** The cluster's name. */
	readonly title: string;
	/** Called with what went wrong with the command, in one line; '' when it works again. */
	readonly onProblem: (text: string) => void;
};

const variablesOf = (finding: Finding, title: string): Readonly<Record<string, string>> => {
	const {kind, severity, task = '', source = '', worker = '', master = '', brief, what, since, fix} = finding;
	const values = {
		CLUSTER: title,
		KIND: kind,
		SEVERITY: severity,
		TASK: task,
		SOURCE: source,
		WORKER: worker,
		MASTER: master,
		BRIEF: brief,
		WHAT: what,
		FIX: fix[0] ?? '',
		SINCE: since === undefined ? '' : new Date(since).toISOString(),
	};
	return Object.fromEntries(
		Object.entries(values).map(([name, value]) => [`DM_TOP_${name}`, sanitize(value.slice(0, longest))]),
	);
};

/** Ends a command and all processes that it has started: they are one process group. */
const endGroup = ({pid}: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void => {
	try {
		process.kill(-pid!, signal);
	} catch {
		// Nothing of it is left.
	}
};

/** Takes new findings until it is ended; commands that still run then are left running. */
export const createOnFinding = ({command, title, onProblem}: OnFindingOptions) => {
	const waiting: Finding[] = [];
	let started: number[] = [];
	let running = 0;

	const run = (finding: Finding): void => {
		running++;
		const child = spawn(command, {
			shell: true,
			// Its output would be overwritten by the screen.
			stdio: 'ignore',
			detached: true,
			env: {...process.env, ...variablesOf(finding, title)},
		});
		const overdue = setTimeout(() => {
			endGroup(child, 'SIGTERM');
			setTimeout(() => {
				endGroup(child, 'SIGKILL');
			}, grace).unref();
		}, longestRun).unref();
		let isOver = false;
		const end = (problem: string): void => {
			if (isOver) {
				return;
			}

			isOver = true;
			clearTimeout(overdue);
			running--;
			onProblem(problem);
			next();
		};

		child.once('error', error => {
			end(say('--on-finding could not be run: {why}.', {why: messageOf(error)}));
		});
		child.once('exit', (code, signal) => {
			end(
				code === 0
					? ''
					: say('--on-finding {kind} ended with {how}.', {
							kind: finding.kind,
							how: signal ?? say('exit code {code}', {code: code ?? ''}),
						}),
			);
		});
		child.unref();
	};

	const next = (): void => {
		for (const finding of waiting.splice(0, mostAtOnce - running)) {
			run(finding);
		}
	};

	return (findings: readonly Finding[], now: number): void => {
		started = started.filter(at => now - at < 60_000);
		const free = Math.min(mostInMinute - started.length, mostWaiting - waiting.length);
		const taken = findings.slice(0, Math.max(0, free));
		started.push(...taken.map(() => now));
		waiting.push(...taken);
		if (taken.length < findings.length) {
			const left = findings.length - taken.length;
			onProblem(
				say(
					'--on-finding left {left} {left|finding|findings} out: no more than {most} are run in a minute, and {waiting} wait.',
					{left, most: mostInMinute, waiting: mostWaiting},
				),
			);
		}

		next();
	};
};
