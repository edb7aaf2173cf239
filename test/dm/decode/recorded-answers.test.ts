import path from 'node:path';
import {expect, test} from 'vitest';
import {parseStatus} from '../../../source/index.js';
import {findFixtures, readFixture, scenarios} from '../recorded.js';

const parse = (file: string) => parseStatus(readFixture(file));

const statusFixtures = [
	...findFixtures('dm-v7.5/*/{dmctl-*,v1alpha1-status*,openapi-tasks,openapi-status-*}.json'),
	...findFixtures('dm-v7.5/dump-to-load/*.json'),
	'dm-v7.5/http/hung-worker.json',
	'dm-v7.5/http/status-nosuch.txt',
];

test.each(statusFixtures)('%s is read without a note', file => {
	expect(parse(file).notes).toEqual([]);
});

test('the format of each recorded answer is recognized', () => {
	for (const file of statusFixtures) {
		const name = path.basename(file);
		const {form} = parse(file);
		const isFullPrint = name === 'dmctl-list.json' && form === 'query-status';
		if (name === 'openapi-tasks.json') {
			expect(form, file).toBe('openapi-tasks');
		} else if (name.startsWith('openapi-status-')) {
			expect(form, file).toBe('openapi-task-status');
		} else if (name === 'dmctl-list.json' && !isFullPrint) {
			expect(form, file).toBe('dmctl-list');
		} else {
			expect(form, file).toBe('query-status');
		}
	}
});

const byName = <Task extends {readonly name: string}>(tasks: readonly Task[]): Task[] =>
	tasks.toSorted((left, right) => left.name.localeCompare(right.name));

const listed = scenarios.filter(scenario => parse(`${scenario}/dmctl-list.json`).form === 'dmctl-list');

test('dmctl printed its list in six of the scenarios', () => {
	expect(listed.map(scenario => path.basename(scenario))).toEqual([
		'ddl-lock-and-sync-errors',
		'load-errors',
		'loading',
		'paused-by-user',
		'relay-on',
		'syncing',
	]);
});

test.each(listed)('%s: v1alpha1 gives the tasks, texts and sources of dmctl’s own list', scenario => {
	const summary = (file: string) =>
		byName(parse(`${scenario}/${file}`).tasks).map(({name, status, statusText, sources}) => ({
			name,
			status,
			statusText,
			sources: sources.map(({source}) => source),
		}));
	expect(summary('v1alpha1-status.json')).toEqual(summary('dmctl-list.json'));
});

test.each(listed)('%s: each task requested alone has the same status as in the whole list', scenario => {
	for (const {name, statusText} of parse(`${scenario}/dmctl-list.json`).tasks) {
		for (const form of ['dmctl', 'v1alpha1-status', 'openapi-status']) {
			const [task, ...others] = parse(`${scenario}/${form}-${name}.json`).tasks;
			expect(others, `${form} ${name}`).toEqual([]);
			expect(task, `${form} ${name}`).toMatchObject({name, statusText, incomplete: false});
		}
	}
});

test.each(listed)(
	'%s: OpenAPI gives the same status texts as v1alpha1, with mode and shard mode',
	scenario => {
		const texts = (file: string) =>
			byName(parse(`${scenario}/${file}`).tasks).map(({name, statusText}) => [name, statusText]);
		expect(texts('openapi-tasks.json')).toEqual(texts('v1alpha1-status.json'));
		const shard = parse(`${scenario}/openapi-tasks.json`).tasks.find(({name}) => name === 'shard');
		expect(shard?.shardMode).toBe(shard && 'pessimistic');
	},
);

test.each(listed)('%s: OpenAPI gives the same errors, positions and groups of each subtask', scenario => {
	const facts = (file: string) =>
		parse(`${scenario}/${file}`)
			.tasks.flatMap(task => task.sources)
			.map(({task, source, worker, stage, unit, result, sync, load, unresolvedDDLLockID}) => ({
				key: `${task}/${source}`,
				worker,
				stage,
				unit,
				errors: result?.errors ?? [],
				unresolvedDDLLockID,
				blockingDDLs: sync?.blockingDDLs,
				groups: sync?.unresolvedGroups,
				syncerBinlog: sync?.syncerBinlog,
				syncerBinlogGtid: sync?.syncerBinlogGtid,
				binlogType: sync?.binlogType,
				metaBinlog: load?.metaBinlog,
				metaBinlogGTID: load?.metaBinlogGTID,
				totalBytes: load?.totalBytes,
			}))
			.toSorted((left, right) => left.key.localeCompare(right.key));
	// Both were asked one after the other, so the numbers of a running task differ.
	const still = (file: string) =>
		facts(file).map(fact =>
			fact.stage === 'Running' ? {...fact, syncerBinlog: '', syncerBinlogGtid: ''} : fact,
		);
	expect(still('openapi-tasks.json')).toEqual(still('v1alpha1-status.json'));
});

test('a source whose workers are offline is named as missing, and the rest of its task is derived', () => {
	for (const file of ['dmctl-list', 'v1alpha1-status', 'openapi-tasks']) {
		const status = parse(`dm-v7.5/sources-unbound/${file}.json`);
		const summary = byName(status.tasks).map(task => [task.name, task.status, task.missing.toSorted()]);
		const away = ['mysql-replica-01', 'mysql-replica-02'];
		expect(summary, file).toEqual([
			['archive', 'Finished', []],
			['broken', 'InvalidStage', away],
			['orders', 'Running', away],
			['shard', 'InvalidStage', away],
		]);
		expect(status.tasks.every(task => task.incomplete === task.missing.length > 0)).toBe(true);
	}
});

test('unbound sources are reported as such, in DM’s own words', () => {
	const {sources} = parse('dm-v7.5/sources-unbound/v1alpha1-status.json');
	expect(sources.map(({source, worker, result, problem}) => ({source, worker, result, problem}))).toEqual([
		{
			source: 'mysql-replica-01',
			worker: 'source not bound',
			result: false,
			problem:
				"source not bound: can't find task=shard from dm-worker for source=mysql-replica-01, please use dmctl list-member to check if worker is offline.",
		},
		{
			source: 'mysql-replica-02',
			worker: 'source not bound',
			result: false,
			problem:
				"source not bound: can't find task=shard from dm-worker for source=mysql-replica-02, please use dmctl list-member to check if worker is offline.",
		},
		{source: 'mysql-replica-03', worker: 'w3', result: true, problem: undefined},
	]);
});

test('with every worker down v1alpha1 lists no tasks, while OpenAPI still knows their names', () => {
	const v1alpha1 = parse('dm-v7.5/workers-down/v1alpha1-status.json');
	expect(v1alpha1.tasks).toEqual([]);
	expect(v1alpha1.sources.map(({source, result}) => [source, result])).toEqual([
		['mysql-replica-01', false],
		['mysql-replica-02', false],
		['mysql-replica-03', false],
	]);
	for (const {problem, msg} of v1alpha1.sources) {
		expect(problem).toContain('connection refused');
		expect(msg).toMatch(/^\[code=38008:/v);
	}

	const openapi = parse('dm-v7.5/workers-down/openapi-tasks.json');
	expect(
		byName(openapi.tasks).map(({name, incomplete, missing}) => [name, incomplete, missing.length]),
	).toEqual([
		['archive', true, 1],
		['broken', true, 2],
		['orders', true, 3],
		['shard', true, 2],
	]);
	expect(
		openapi.sources.every(({result, problem}) => !result && problem?.includes('connection refused')),
	).toBe(true);
	// What dm-master says of a worker is not an error of the subtask.
	expect(openapi.tasks.flatMap(({sources}) => sources).every(({result}) => result === undefined)).toBe(true);
});

test('a worker that hangs removes its source’s tasks from the answer: every task is known only in part', () => {
	const {tasks, sources} = parse('dm-v7.5/http/hung-worker.json');
	expect(tasks.map(({name, status, missing}) => [name, status, missing])).toEqual([
		['bigload', 'Error', ['mysql-replica-02']],
		['broken', 'Running', ['mysql-replica-02']],
		['orders', 'Error', ['mysql-replica-02']],
		['orders_val', 'Error', ['mysql-replica-02']],
		['shard', 'Running', ['mysql-replica-02']],
	]);
	expect(sources[1]?.problem).toContain('DeadlineExceeded');
	expect(sources[0]?.subtasks.find(({task}) => task === 'orders_val')?.validation).toMatchObject({
		mode: 'full',
		stage: 'Running',
		processedRowsStatus: 'insert/update/delete: 40500/6750/2700',
		errorRowsStatus: 'new/ignored/resolved: 0/0/0',
	});
});

test('the relay is read for its source and for every subtask that uses it', () => {
	const {sources} = parse('dm-v7.5/relay-on/v1alpha1-status.json');
	const source = sources.find(({relay}) => relay !== undefined);
	expect(source?.source).toBe('mysql-replica-02');
	expect(source?.relay).toEqual({
		masterBinlog: '(mysql-bin.000001, 224342120)',
		masterBinlogGtid: '2-2-808',
		relaySubDir: '2-2.000001',
		relayBinlog: '(mysql-bin.000001, 224342120)',
		relayBinlogGtid: '2-2-808',
		relayCatchUpMaster: true,
		stage: 'Running',
		result: undefined,
	});
	expect(source?.subtasks.map(({relay}) => relay)).toEqual(Array.from({length: 4}, () => source?.relay));
});

test('a manually paused task differs from one that an error paused', () => {
	const {sources} = parse('dm-v7.5/paused-by-user/v1alpha1-status.json');
	const paused = sources.flatMap(({subtasks}) => subtasks).filter(({stage}) => stage === 'Paused');
	expect(paused.length).toBeGreaterThan(0);
	expect(paused.map(({result}) => result)).toEqual(
		paused.map(() => ({isCanceled: true, errors: [], detail: ''})),
	);
});
