import {Buffer} from 'node:buffer';
import {expect, test} from 'vitest';
import {parseStatus} from '../../../source/index.js';
import {queryStatus, readFixture, sourceAnswer, subtaskAnswer} from '../recorded.js';

const onlySubtask = (rest: Readonly<Record<string, unknown>>) => {
	const answer = sourceAnswer('a', [subtaskAnswer('t', rest)]);
	const {tasks} = parseStatus(queryStatus([answer]));
	return tasks[0]!.sources[0]!;
};

test('dmctl’s list keeps the order and the texts of the document', () => {
	const status = parseStatus(readFixture('dm-v7.5/ddl-lock-and-sync-errors/dmctl-list.json'));
	expect(status.tasks.map(({name, status: word}) => [name, word])).toEqual([
		['broken', 'Error'],
		['orders', 'Error'],
		['shard', 'Running'],
		['bigload', 'Finished'],
	]);
	expect(status.tasks[0]?.sources[0]).toMatchObject({
		task: 'broken',
		source: 'mysql-replica-01',
		stage: '',
		unit: '',
	});
	expect(status.sources.map(({source}) => source)).toEqual([
		'mysql-replica-01',
		'mysql-replica-02',
		'mysql-replica-03',
	]);
});

test('tasks of sources are in the order of their names, their entries in the order of the server', () => {
	const {tasks} = parseStatus(
		queryStatus([
			sourceAnswer('z', [subtaskAnswer('b'), subtaskAnswer('a')]),
			sourceAnswer('y', [subtaskAnswer('B'), subtaskAnswer('a')]),
		]),
	);
	expect(tasks.map(({name, sources}) => [name, ...sources.map(({source}) => source)])).toEqual([
		['B', 'y'],
		['a', 'z', 'y'],
		['b', 'z'],
	]);
});

test('everything the document lists is kept', () => {
	const error = {
		ErrCode: 10_001,
		ErrClass: 'database',
		ErrScope: 'upstream',
		ErrLevel: 'high',
		Message: 'database driver error',
		RawCause: 'dial tcp: refused',
		Workaround: 'Check it.',
	};
	const status = parseStatus(
		queryStatus(
			[
				sourceAnswer(
					'a',
					[
						subtaskAnswer('t', {
							stage: 'Paused',
							result: {isCanceled: true, errors: [], detail: Buffer.from('{"größe": 1}').toString('base64')},
							check: {passed: false, total: 3, successful: 1, failed: 2, warning: 0, detail: 'YWJj'},
						}),
						subtaskAnswer('u', {msg: 'no sub task with name u has started'}),
					],
					{
						msg: 'per-source words',
						sourceStatus: {
							source: 'a',
							worker: 'w',
							result: {isCanceled: false, errors: [error], detail: null},
							relayStatus: {stage: 'Paused', result: {isCanceled: false, errors: [error], detail: null}},
						},
					},
				),
			],
			{msg: 'top-level words'},
		),
	);
	expect(status.msg).toBe('top-level words');
	const [source] = status.sources;
	const decoded = {
		code: 10_001,
		class: 'database',
		scope: 'upstream',
		level: 'high',
		message: 'database driver error',
		rawCause: 'dial tcp: refused',
		workaround: 'Check it.',
	};
	expect(source).toMatchObject({
		msg: 'per-source words',
		sourceResult: {isCanceled: false, errors: [decoded], detail: ''},
		relay: {stage: 'Paused', result: {errors: [decoded]}},
		problem: 'database driver error: dial tcp: refused',
	});
	expect(source?.subtasks[0]?.result).toEqual({isCanceled: true, errors: [], detail: '{"größe": 1}'});
	expect(source?.subtasks[0]?.check).toEqual({
		passed: false,
		total: 3,
		successful: 1,
		failed: 2,
		warning: 0,
		detail: 'abc',
	});
	expect(source?.subtasks[1]?.msg).toBe('no sub task with name u has started');
});

test.each([
	['plain words', 'plain words'],
	['e30=', '{}'],
	['/w==', '/w=='],
	['', ''],
	[null, ''],
])('the detail %j is read as %j', (detail, text) => {
	expect(onlySubtask({result: {isCanceled: false, errors: [], detail}}).result?.detail).toBe(text);
});

test('stages and units are known by name and by number, and unknown ones stay what they are', () => {
	const pair = (stage: unknown, unit: unknown) => {
		const subtask = onlySubtask({stage, unit});
		return [subtask.stage, subtask.unit];
	};

	expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map(stage => pair(stage, 0)[0])).toEqual([
		'InvalidStage',
		'New',
		'Running',
		'Paused',
		'Stopped',
		'Finished',
		'Pausing',
		'Resuming',
		'Stopping',
	]);
	expect([0, 1, 2, 3, 4, 100].map(unit => pair(2, unit)[1])).toEqual([
		'InvalidUnit',
		'Check',
		'Dump',
		'Load',
		'Sync',
		'Relay',
	]);
	expect(pair(42, 77)).toEqual(['42', '77']);
	expect(pair('Hibernating', 'Mend')).toEqual(['Hibernating', 'Mend']);
	expect(pair(null, undefined)).toEqual(['', '']);
});

test('a number for a stage counts in the task’s status like its name', () => {
	const {tasks} = parseStatus(
		queryStatus([
			sourceAnswer('a', [
				subtaskAnswer('t', {stage: 3, result: {isCanceled: false, errors: [{ErrCode: 1}], detail: null}}),
			]),
		]),
	);
	expect(tasks[0]?.status).toBe('Error');
});

test('numbers past 2^53 stay exact, in quotes and without', () => {
	const text = queryStatus([
		sourceAnswer('a', [
			subtaskAnswer('t', {
				sync: {
					totalEvents: '9223372036854775807',
					totalRows: '9007199254740991',
					totalTps: 'BARE',
					recentTps: '-5',
				},
			}),
		]),
	]);
	const sync = (bare: string) => parseStatus(text.replace('"BARE"', () => bare)).tasks[0]?.sources[0]?.sync;
	expect(sync('12')).toMatchObject({
		totalEvents: 9_223_372_036_854_775_807n,
		totalRows: 9_007_199_254_740_991,
		totalTps: 12,
		recentTps: -5,
	});
	expect(sync('9007199254740993')).toMatchObject({
		totalEvents: 9_223_372_036_854_775_807n,
		totalRows: 9_007_199_254_740_991,
		totalTps: 9_007_199_254_740_993n,
		recentTps: -5,
	});
	expect(sync('18446744073709551615')?.totalTps).toBe(18_446_744_073_709_551_615n);
	expect(sync('1e22')?.totalTps).toBe(10_000_000_000_000_000_000_000n);
});

test('doubles of a dump are read as they are, quoted or not', () => {
	const dump = {
		totalTables: '10',
		completedTables: 3,
		finishedBytes: 527_817_375.5,
		finishedRows: 1e22,
		estimateTotalRows: '563',
	};
	expect(onlySubtask({dump: {...dump, bps: '445', progress: ' 30.52 %'}}).dump).toEqual({
		totalTables: 10,
		completedTables: 3,
		finishedBytes: 527_817_375.5,
		finishedRows: 1e22,
		estimateTotalRows: 563,
		bps: 445,
		progress: '30.52 %',
	});
});

test('fields that an older version leaves out are undefined, and a list that is null is empty', () => {
	const {sync} = onlySubtask({
		sync: {totalEvents: '7', blockingDDLs: null, unresolvedGroups: [{target: 'x', DDLs: null}]},
	});
	expect(sync).toMatchObject({
		totalEvents: 7,
		totalRows: undefined,
		secondsBehindMaster: undefined,
		synced: undefined,
		blockingDDLs: [],
		unresolvedGroups: [{target: 'x', DDLs: [], firstLocation: '', synced: [], unsynced: []}],
	});
});

test('fields that only the newest version sends are kept too', () => {
	expect(
		onlySubtask({sync: {ioTotalBytes: '18446744073709551615', dumpIOTotalBytes: '5'}}).sync,
	).toMatchObject({
		ioTotalBytes: 18_446_744_073_709_551_615n,
		dumpIOTotalBytes: 5,
	});
	const openapi = parseStatus(
		JSON.stringify({
			data: [
				{
					name: 't',
					source_name: 'a',
					worker_name: 'w',
					stage: 'Running',
					unit: 'Sync',
					sync_status: {io_total_bytes: 7, dump_io_total_bytes: 8},
				},
				{
					name: 't',
					source_name: 'b',
					worker_name: 'w2',
					stage: 'Running',
					unit: 'Dump',
					dump_status: {
						bps: 5,
						progress: ' 1.00 %',
						total_tables: 2,
						completed_tables: 1,
						finished_rows: 3.5,
					},
				},
			],
			total: 2,
		}),
	).tasks[0]?.sources;
	expect(openapi?.[0]?.sync).toMatchObject({ioTotalBytes: 7, dumpIOTotalBytes: 8});
	expect(openapi?.[1]?.dump).toMatchObject({bps: 5, progress: '1.00 %', totalTables: 2, finishedRows: 3.5});
});

test('lists that are left out, null or empty at the top mean that there is nothing', () => {
	for (const text of [
		'{"result":true,"msg":""}',
		'{"result":true,"msg":"","sources":null}',
		'{"result":true,"sources":[]}',
	]) {
		expect(parseStatus(text)).toMatchObject({form: 'query-status', result: true, tasks: [], sources: []});
	}

	expect(parseStatus('{"tasks":null}')).toMatchObject({form: 'dmctl-list', tasks: [], sources: []});
	expect(parseStatus('{"result":false,"msg":"no"}')).toMatchObject({result: false, msg: 'no', tasks: []});
});
