/** What dm-master really answers, where it differs from what one would think: the rows that concern reading. */
import {expect, test} from 'vitest';
import {parseStatus, StatusFormatError} from '../../../source/index.js';
import {findFixtures, queryStatus, readFixture, sourceAnswer, subtaskAnswer} from '../recorded.js';

test('the address without its trailing slash returns 501, with a message that explains it', () => {
	expect(() => parseStatus('{"code":12,"message":"Not Implemented","details":[]}')).toThrow(
		'"Not Implemented" (gRPC code 12)',
	);
});

test('an application error comes as HTTP 200 with result false, and is not a wrong document', () => {
	expect(parseStatus(readFixture('dm-v7.5/http/status-nosuch.txt'))).toMatchObject({
		form: 'query-status',
		result: false,
		msg: 'task nosuch has no source or not exist',
		tasks: [],
		sources: [],
	});
});

test('a top-level result of true does not apply to the sources', () => {
	const {result, sources} = parseStatus(readFixture('dm-v7.5/workers-down/v1alpha1-status.json'));
	expect(result).toBe(true);
	expect(sources.every(source => !source.result)).toBe(true);
});

test('int64 is a string in v1alpha1 and a number in OpenAPI; both become numbers', () => {
	const scenario = 'dm-v7.5/paused-by-user';
	for (const file of ['v1alpha1-status-bigload.json', 'openapi-status-bigload.json']) {
		const load = parseStatus(readFixture(`${scenario}/${file}`)).tasks[0]?.sources.find(({source}) =>
			source.endsWith('1'),
		)?.load;
		expect(load?.totalBytes, file).toBe(218_436_524);
	}
});

test('OpenAPI’s null for an empty list is an empty list', () => {
	const {tasks} = parseStatus(readFixture('dm-v7.5/syncing/openapi-status-orders.json'));
	expect(tasks[0]?.sources.map(({sync}) => [sync?.blockingDDLs, sync?.unresolvedGroups])).toEqual(
		tasks[0]?.sources.map(() => [[], []]),
	);
});

test('0 seconds behind is kept together with what shows that it means nothing', () => {
	const {tasks} = parseStatus(readFixture('dm-v7.5/ddl-lock-and-sync-errors/v1alpha1-status.json'));
	const shard = tasks.find(({name}) => name === 'shard')?.sources[0];
	expect(shard).toMatchObject({
		source: 'mysql-replica-01',
		stage: 'Running',
		sync: {
			secondsBehindMaster: 0,
			blockingDDLs: ['ALTER TABLE `shard`.`t` ADD COLUMN `c1` INT'],
			unresolvedGroups: [{firstLocation: 'position: (mysql-bin.000001, 223136243), gtid-set: 1-1-575'}],
		},
	});
});

test('OpenAPI’s answer for a relay-only worker fails the whole list, in its own words', () => {
	const text = JSON.stringify({
		error_code: 49_001,
		error_msg:
			"[code=49001:class=openapi:scope=internal:level=high], Message: worker's query-status response is nil",
	});
	expect(() => parseStatus(text)).toThrow(StatusFormatError);
	expect(() => parseStatus(text)).toThrow('DM error 49001');
});

test('a task none of whose sources answered is not in the document, and is not made up', () => {
	expect(parseStatus(readFixture('dm-v7.5/workers-down/dmctl-list.json')).tasks).toEqual([]);
});

test('no password from a configuration is kept', () => {
	const secret = 'correct horse battery staple';
	for (const file of findFixtures('dm-v7.5/*/openapi-tasks.json')) {
		const text = readFixture(file).replaceAll(
			'"password": ""',
			() => `"password": ${JSON.stringify(secret)}`,
		);
		expect(text).toContain(secret);
		expect(JSON.stringify(parseStatus(text))).not.toContain(secret);
	}

	const source = {host: '10.0.0.1', password: secret, source_name: 'a'};
	expect(() => parseStatus(JSON.stringify({data: [source]}))).toThrow(/^(?!.*horse)/v);
});

test('the old field names of the first document mean the same as the current ones', () => {
	const group = {target: 'x', DDLs: [], synced: [], unsynced: []};
	const sync = (unresolvedGroup: unknown) => {
		const subtask = subtaskAnswer('t', {sync: {unresolvedGroups: [unresolvedGroup]}});
		return parseStatus(queryStatus([sourceAnswer('a', [subtask])])).tasks[0]?.sources[0]?.sync;
	};

	expect(sync({...group, firstPos: '(bin.000001, 4)'})).toEqual(
		sync({...group, firstLocation: '(bin.000001, 4)'}),
	);
});
