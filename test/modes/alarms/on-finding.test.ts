/** `--on-finding`: a command of the user's, run by a real shell. */
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as pause} from 'node:timers/promises';
import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import type {Finding} from '../../../source/findings/finding.js';
import {createOnFinding} from '../../../source/modes/alarms/on-finding.js';
import {makeFolder} from '../../folder.js';

const finding: Finding = {
	kind: 'subtask-error',
	severity: 'critical',
	task: 'orders',
	source: 'mysql-01',
	worker: 'worker-1',
	since: Date.UTC(2026, 10, 23, 12),
	isSinceAtLeast: false,
	brief: 'bad DDL',
	what: 'A DDL cannot be parsed',
	why: [],
	fix: ['Skip it', 'or replace it'],
	operations: [],
};

let folder = '';

beforeEach(() => {
	folder = makeFolder().path;
});

afterEach(() => {
	vi.useRealTimers();
});

const start = (command: string) => {
	const problems: string[] = [];
	const run = createOnFinding({
		command,
		title: 'prod',
		onProblem(text) {
			problems.push(text);
		},
	});
	return {run, problems};
};

/** The lines of a file in the folder, once there are so many. */
const lines = async (name: string, count: number): Promise<readonly string[]> => {
	for (;;) {
		const text = await readFile(path.join(folder, name), 'utf8').catch(() => '');
		const found = text.split('\n').slice(0, -1);
		if (found.length >= count) {
			return found;
		}

		await pause(20);
	}
};

it('has the finding in its environment', async () => {
	const names = [
		'CLUSTER',
		'KIND',
		'SEVERITY',
		'TASK',
		'SOURCE',
		'WORKER',
		'MASTER',
		'BRIEF',
		'WHAT',
		'FIX',
		'SINCE',
	];
	const values = names.map(name => `[$DM_TOP_${name}]`).join('');
	const {run, problems} = start(`echo "${values}" >> '${folder}/out'`);
	run([finding], 0);
	expect(await lines('out', 1)).toStrictEqual([
		'[prod][subtask-error][critical][orders][mysql-01][worker-1][][bad DDL][A DDL cannot be parsed][Skip it][2026-11-23T12:00:00.000Z]',
	]);
	while (problems.length === 0) {
		await pause(20);
	}

	expect(problems).toStrictEqual(['']);
});

it('never runs text from a server', async () => {
	const evil = `$(touch ${folder}/evil); touch ${folder}/evil\0\n"'`;
	const {run} = start(String.raw`printf '%s\n' "$DM_TOP_TASK" >> '${folder}/out'`);
	run([{...finding, task: evil, what: evil}], 0);
	expect(await lines('out', 1)).toStrictEqual([`$(touch ${folder}/evil); touch ${folder}/evil␀␊"'`]);
	await expect(readFile(path.join(folder, 'evil'))).rejects.toThrow('ENOENT');
});

it('that fails is reported', async () => {
	const {run, problems} = start('exit 3');
	run([finding], 0);
	while (problems.length === 0) {
		await pause(20);
	}

	expect(problems).toStrictEqual(['--on-finding subtask-error ended with exit code 3.']);
});

const isRunning = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
};

it.each([
	['', 'SIGTERM', 60_000],
	['trap "" TERM; ', 'SIGKILL', 62_000],
])(
	'that takes too long is ended, with all processes that it has started: %s',
	async (begin, signal, time) => {
		vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
		const {run, problems} = start(`${begin}sleep 300 & echo $! >> '${folder}/out'; wait`);
		run([finding], 0);
		const [pid] = await lines('out', 1);
		vi.advanceTimersByTime(time - 1);
		expect(isRunning(Number(pid))).toBe(true);
		vi.advanceTimersByTime(1);
		while (problems.length === 0 || isRunning(Number(pid))) {
			await pause(20);
		}

		expect(problems).toStrictEqual([`--on-finding subtask-error ended with ${signal}.`]);
	},
);

it('runs at most 20 times a minute, and skipped runs are reported', async () => {
	const {run, problems} = start(`echo x >> '${folder}/out'`);
	const many = Array.from({length: 30}, () => finding);
	run(many, 1000);
	expect(problems[0]).toBe(
		'--on-finding left 10 findings out: no more than 20 are run in a minute, and 40 wait.',
	);
	expect(await lines('out', 20)).toHaveLength(20);
	run([finding], 60_999);
	expect(problems).toContain(
		'--on-finding left 1 finding out: no more than 20 are run in a minute, and 40 wait.',
	);
	run([finding], 61_000);
	expect(await lines('out', 21)).toHaveLength(21);
});
