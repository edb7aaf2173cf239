/** Starting a task from a configuration: what is sent, what is said before, and what keeps it from being sent. */
import {describe, expect, it} from 'vitest';
import {withText} from '../../../source/operations/planning/entered.js';
import {makePlan, type Plan} from '../../../source/operations/planning/plan.js';
import {refusal} from '../../../source/operations/refusing/refusal.js';
import {
	isDuration,
	isStartTime,
	taskModeOf,
	taskNameOf,
	withSafeMode,
} from '../../../source/operations/starting/task-file.js';
import type {StartChoice, StartFrom} from '../../../source/operations/starting/start.js';
import type {CheckResult} from '../../../source/providers/readers.js';
import {able, access, recordedCluster} from '../recorded-clusters.js';

const config = `name: orders # the task
task-mode: "all"
target-database:
  host: 10.0.1.20
  password: "******"
syncers:
  global:
    worker-count: 16
    safe-mode-duration: 1m0s
`;

const passed: CheckResult = {passed: true, msg: 'pre-check is passed. ', items: []};

const choice = (from: Partial<StartFrom> = {}): StartChoice => ({
	kind: 'start',
	task: 'orders',
	sources: [],
	from: {isAgain: true, removesMeta: false, startTime: '', safeModeFor: '', ...from},
});

const plan = (from: Partial<StartFrom> = {}): Plan => makePlan(choice(from), recordedCluster(), access);

describe('the configuration of a task', () => {
	it('gives its name and its mode', () => {
		expect([taskNameOf(config), taskModeOf(config)]).toEqual(['orders', 'all']);
		expect([taskNameOf('target-database:\n  name: x\n'), taskModeOf('')]).toEqual([undefined, '']);
		expect(taskNameOf("name: 'a b'")).toBe('a b');
	});

	it('takes a duration for safe mode in its setting, and changes nothing else', () => {
		expect(withSafeMode(config, '10m')).toBe(config.replace('1m0s', '10m'));
		expect(withSafeMode('name: orders\n', '10m')).toBeUndefined();
	});

	it.each([
		['10m', true],
		['1h30m', true],
		['45s', true],
		['10', false],
		['', false],
		['10m; rm', false],
	])('%j is a duration: %s', (text, is) => {
		expect(isDuration(text)).toBe(is);
	});

	it.each([
		['2026-11-27 01:02:03', true],
		['2026-11-27T01:02:03', true],
		['2026-13-27 01:02:03', false],
		['2026-02-30 01:02:03', false],
		['2026-11-27 24:00:00', false],
		['2024-02-29 23:59:59', true],
		['2026-11-27', false],
		['yesterday', false],
	])('%j is a start time: %s', (text, is) => {
		expect(isStartTime(text)).toBe(is);
	});
});

describe('a plan to restart a task', () => {
	it('waits for the configuration and for DM’s check, and then stops and starts, one after the other', () => {
		const waiting = plan();
		expect(waiting.obstacle).toBe('DM reads the configuration and checks it: this may take a minute.');
		const ready = plan({config, check: passed});
		expect(ready).toMatchObject({
			title: 'Start orders again',
			action: 'Start again',
			obstacle: '',
			isSequence: true,
			confirm: {kind: 'name', expected: 'orders'},
			consequence:
				'DM forgets the task, then starts it from the configuration that it held. It continues from its checkpoint, if the downstream has one.',
		});
		expect(ready.operations).toEqual([
			{kind: 'stop', task: 'orders', sources: []},
			{kind: 'start', task: 'orders', sources: [], config},
		]);
		expect(ready.targets).toMatchObject([{name: 'orders', scope: '3 sources'}]);
		expect(ready.dmctl).toEqual([
			'dmctl --master-addr 10.0.1.11:8261 stop-task orders',
			'dmctl --master-addr 10.0.1.11:8261 start-task orders.yaml',
		]);
	});

	it('says what is lost with the checkpoint, depending on the mode of the task', () => {
		const lost = (text: string) => plan({removesMeta: true, config: text, check: passed}).consequence;
		expect(lost(config)).toContain(
			'Its checkpoint is lost: dump and load begin again, into tables that may have rows already.',
		);
		expect(lost(config.replace('"all"', 'incremental'))).toContain(
			'Its checkpoint is lost: it begins at the place that its configuration names, and without one DM refuses.',
		);
		const ready = plan({removesMeta: true, config, check: passed});
		expect(ready.title).toBe('Start orders again without its checkpoint');
		expect(ready.operations[1]).toEqual({
			kind: 'start',
			task: 'orders',
			sources: [],
			config,
			removeMeta: true,
		});
	});

	it('asks for a time if one is needed, and discards the check of another', () => {
		const asking = plan({startTime: undefined, config, check: passed});
		expect([asking.asks, asking.obstacle]).toEqual(['start-time', '']);
		// What is still to be entered or read is not told as if it were otherwise.
		expect(plan({startTime: undefined})).toMatchObject({
			title: 'Start orders again from a time',
			consequence: expect.stringContaining('It reads the binlog from the time given below on') as string,
			dmctl: [
				expect.stringMatching(/ stop-task orders$/v) as string,
				expect.stringMatching(/ start-task --start-time TIME orders\.yaml$/v) as string,
			],
		});
		expect(plan({}).dmctl[1]).toMatch(/ start-task orders\.yaml$/v);
		expect(withText(asking, 'soon')).toEqual({
			mistake: 'A start time is written 2026-11-27 01:02:03, in the upstream’s time zone.',
		});
		const timed = withText(asking, ' 2026-11-27 01:02:03 ') as Plan;
		expect(timed).toMatchObject({
			title: 'Start orders again from 2026-11-27 01:02:03',
			asks: 'nothing',
			obstacle: 'DM reads the configuration and checks it: this may take a minute.',
		});
		expect(timed.consequence).toContain('It reads the binlog from 2026-11-27 01:02:03 on');
	});

	it('shows what DM’s check found, and cannot be sent if it did not pass', () => {
		const items = [
			{
				name: 'source db dump privilege checker',
				description: 'check dump privileges',
				state: 'fail' as const,
				problems: ['lack of RELOAD'],
				instruction: 'GRANT RELOAD ON *.* TO dm',
				extra: 'address of db instance - 10.0.1.11:3306',
			},
			{
				name: 'mysql_version',
				description: 'the version is old',
				state: 'warn' as const,
				problems: [],
				instruction: '',
				extra: '',
			},
		];
		const refused = plan({config, check: {passed: false, msg: 'x', items}});
		expect(refused.obstacle).toBe('DM would refuse to start it: its check did not pass.');
		expect(refused.warnings.slice(0, 2)).toEqual([
			'check failed: source db dump privilege checker (10.0.1.11:3306): lack of RELOAD. GRANT RELOAD ON *.* TO dm',
			'check warns: mysql_version: the version is old',
		]);
		expect(plan({config, check: {passed: false, msg: 'no', items: []}}).warnings[0]).toBe('check failed: no');
		const warned = plan({config, check: {passed: true, msg: 'x', items: items.slice(1)}});
		expect(warned.obstacle).toBe('');
		expect(plan({config}).warnings[0]).toBe(
			'Not checked: this connection has no check-task. DM checks it when it starts the task.',
		);
		expect(plan({problem: 'task not found.'}).obstacle).toBe('task not found.');
	});
});

it('a start from a file is only for a task that DM does not have', () => {
	const fromFile = (task: string): StartChoice => ({
		...choice({isAgain: false, config}),
		task,
	});
	expect(refusal(fromFile('orders'), recordedCluster(), able)).toBe(
		'orders is already in DM: stop it first, or restart it.',
	);
	expect(refusal(fromFile('neworders'), recordedCluster(), able)).toBeUndefined();
	const planned = makePlan(fromFile('neworders'), recordedCluster(), access);
	expect(planned).toMatchObject({title: 'Start neworders', confirm: {kind: 'action'}});
	expect(planned.operations).toEqual([{kind: 'start', task: 'neworders', sources: [], config}]);
	expect(refusal(choice(), recordedCluster(), able)).toBeUndefined();
	expect(refusal({...choice(), task: 'ordrs'}, recordedCluster(), able)).toBe(
		'There is no task ordrs; did you mean orders?',
	);
});
