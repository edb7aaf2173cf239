import {expect, test} from 'vitest';
import {parseStatus} from '../../../source/index.js';
import {queryStatus, sourceAnswer, subtaskAnswer} from '../recorded.js';

const good = sourceAnswer('good', [subtaskAnswer('t')]);

test.each([
	[17, 'expected an object, found the number 17'],
	['words', 'expected an object, found the string "words"'],
	[null, 'expected an object, found null'],
	[[], 'expected an object, found an empty list'],
])('a source that is %j does not affect the others', (entry, message) => {
	const {tasks, sources, notes} = parseStatus(queryStatus([entry, good]));
	expect(notes).toEqual([{path: '$.sources[0]', message}]);
	expect(sources.map(({source, result, problem}) => [source, result, problem])).toEqual([
		['', false, message],
		['good', true, undefined],
	]);
	// Nobody knows which tasks it had.
	expect(tasks).toMatchObject([{name: 't', status: 'Running', incomplete: true, missing: ['sources[0]']}]);
});

test('a source without a sourceStatus keeps its subtasks and says what is wrong', () => {
	const {tasks, sources, notes} = parseStatus(
		queryStatus([{...sourceAnswer('', [subtaskAnswer('t')]), sourceStatus: null}, good]),
	);
	expect(notes).toEqual([
		{path: '$.sources[0].sourceStatus', message: 'expected the source and its worker, found null'},
	]);
	expect(sources[0]).toMatchObject({
		source: '',
		problem: 'sourceStatus: expected the source and its worker, found null',
		subtasks: [{task: 't', stage: 'Running'}],
	});
	expect(tasks[0]?.sources).toHaveLength(2);
});

test('a unit’s status that is not an object is the problem of that subtask alone', () => {
	const {tasks, sources, notes} = parseStatus(
		queryStatus([sourceAnswer('a', [subtaskAnswer('t', {sync: 'broken'}), subtaskAnswer('u')])]),
	);
	const message = 'expected an object, found the string "broken"';
	expect(notes).toEqual([{path: '$.sources[0].subTaskStatus[0].sync', message}]);
	expect(sources[0]?.problem).toBeUndefined();
	expect(
		tasks.map(({name, sources: entries, incomplete}) => [name, entries[0]?.problem, incomplete]),
	).toEqual([
		['t', `sync: ${message}`, false],
		['u', undefined, false],
	]);
});

test('a field of the wrong kind is noted with its path and read as absent', () => {
	const {tasks, notes} = parseStatus(
		queryStatus([
			sourceAnswer('a', [
				subtaskAnswer('t', {
					sync: {
						totalRows: 'many',
						synced: 'perhaps',
						blockingDDLs: ['ALTER', 5],
						unresolvedGroups: [7, {target: 'x'}],
						masterBinlog: {},
						secondsBehindMaster: 1.5,
					},
				}),
			]),
		]),
	);
	const path = '$.sources[0].subTaskStatus[0].sync';
	expect(notes).toEqual([
		{path: `${path}.masterBinlog`, message: 'expected a string, found an empty object'},
		{path: `${path}.blockingDDLs[1]`, message: 'expected a string, found the number 5'},
		{path: `${path}.unresolvedGroups[0]`, message: 'expected an object, found the number 7'},
		{path: `${path}.synced`, message: 'expected true or false, found the string "perhaps"'},
		{path: `${path}.secondsBehindMaster`, message: 'expected a whole number, found the number 1.5'},
		{path: `${path}.totalRows`, message: 'expected a whole number, found the string "many"'},
	]);
	expect(tasks[0]?.sources[0]?.sync).toMatchObject({
		totalRows: undefined,
		synced: undefined,
		blockingDDLs: ['ALTER'],
		unresolvedGroups: [{target: 'x'}],
		masterBinlog: '',
		secondsBehindMaster: undefined,
	});
	expect(tasks[0]?.sources[0]?.problem).toContain('sync.');
});

test('a subtask that cannot be read means that its source may have any task', () => {
	const {tasks, sources} = parseStatus(
		queryStatus([sourceAnswer('a', [subtaskAnswer('t'), 5]), sourceAnswer('b', [subtaskAnswer('u')])]),
	);
	expect(sources[0]?.problem).toBe('subTaskStatus[1]: expected an object, found the number 5');
	expect(tasks.map(({name, missing}) => [name, missing])).toEqual([
		['t', []],
		['u', ['a']],
	]);
});

test('a subtask without a name is kept with its source', () => {
	const {tasks, sources, notes} = parseStatus(queryStatus([sourceAnswer('a', [subtaskAnswer('')])]));
	expect(tasks).toEqual([]);
	expect(sources[0]?.subtasks).toMatchObject([{task: '', stage: 'Running'}]);
	expect(notes[0]?.path).toBe('$.sources[0].subTaskStatus[0].name');
});

test('a subtask whose stage the worker does not know makes its task incomplete', () => {
	const {tasks} = parseStatus(
		queryStatus([
			good,
			sourceAnswer('a', [
				subtaskAnswer('t', {
					stage: 'InvalidStage',
					unit: 'InvalidUnit',
					msg: 'no sub task with name t has started',
				}),
			]),
		]),
	);
	expect(tasks[0]).toMatchObject({status: 'Running', incomplete: true, missing: ['a']});
});

const silent = (source: string) =>
	sourceAnswer(source, [], {result: false, msg: '[code=38008:…], Message: grpc request error'});

test('a source that did not answer may have any task', () => {
	const {tasks, sources} = parseStatus(queryStatus([good, silent('away')]));
	expect(tasks[0]).toMatchObject({incomplete: true, missing: ['away']});
	expect(sources[1]?.problem).toBe('[code=38008:…], Message: grpc request error');
});

test('a source whose entry has no `result` did not answer if it has a message, and did if it has none', () => {
	const refused = sourceAnswer('away', [], {
		result: undefined,
		msg: '[code=38008:…], Message: grpc request error',
	});
	const {tasks, sources} = parseStatus(queryStatus([{...good, result: undefined}, refused]));
	expect(sources.map(({result}) => result)).toEqual([true, false]);
	expect(sources[1]?.problem).toBe('[code=38008:…], Message: grpc request error');
	expect(tasks[0]).toMatchObject({incomplete: true, missing: ['away']});
});

test('a source that answered that it has no task is not missing', () => {
	const {tasks, sources} = parseStatus(
		queryStatus([good, sourceAnswer('idle', [], {msg: 'no sub task started'})]),
	);
	expect(tasks[0]).toMatchObject({incomplete: false, missing: []});
	expect(sources[1]).toMatchObject({msg: 'no sub task started', result: true});
	expect(sources[1]?.problem).toBeUndefined();
});

test('a second worker that only pulls relay does not override the source’s full answer', () => {
	for (const order of [
		[good, silent('good')],
		[silent('good'), good],
	]) {
		const {tasks, sources} = parseStatus(queryStatus(order));
		expect(sources).toHaveLength(2);
		expect(tasks[0]).toMatchObject({incomplete: false, sources: [{source: 'good', stage: 'Running'}]});
	}
});

test('a subtask that is listed twice is kept twice and noted', () => {
	const {tasks, notes} = parseStatus(
		queryStatus([good, sourceAnswer('good', [subtaskAnswer('t', {stage: 'Paused'})])]),
	);
	expect(tasks[0]?.sources.map(({stage}) => stage)).toEqual(['Running', 'Paused']);
	expect(tasks[0]?.status).toBe('Paused');
	expect(notes).toEqual([{path: '$.sources[1]', message: 'task "t" is listed again for source "good"'}]);
});

test('a name such as __proto__ is a name like any other', () => {
	const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
	const text = queryStatus(
		names.map(name =>
			sourceAnswer(
				name,
				names.map(task => subtaskAnswer(task)),
			),
		),
	);
	for (const document of [text, `» query-status\n${text}`]) {
		const {tasks, notes} = parseStatus(document);
		expect(notes).toEqual([]);
		expect(tasks.map(({name}) => name)).toEqual(names.toSorted());
		expect(tasks.every(({sources}) => sources.length === names.length)).toBe(true);
	}
});

test('a key __proto__ does not add fields to an object', () => {
	const hostile =
		'{"result":true,"__proto__":{"tasks":[]},"sources":[{"result":true,"__proto__":{"msg":"x"},"sourceStatus":{"source":"a","__proto__":{"worker":"evil"}},"subTaskStatus":[{"name":"t","stage":"Running","__proto__":{"sync":{"totalRows":"1"}}}]}]}';
	for (const document of [hostile, `# remark\n${hostile}`]) {
		const {form, sources} = parseStatus(document);
		expect(form).toBe('query-status');
		expect(sources).toMatchObject([{source: 'a', worker: '', msg: '', subtasks: [{task: 't'}]}]);
		expect(sources[0]?.subtasks[0]?.sync).toBeUndefined();
	}

	expect(Object.prototype).not.toHaveProperty('tasks');
});

test('one bad entry of OpenAPI or of dmctl’s list does not affect the others', () => {
	const entry = {name: 't', source_name: 'a', worker_name: 'w', stage: 'Running', unit: 'Sync'};
	const openapi = parseStatus(
		JSON.stringify({data: [5, {name: 't', task_mode: 'all', status_list: [null, entry]}]}),
	);
	expect(openapi.tasks).toMatchObject([{name: 't', status: 'Running'}]);
	expect(openapi.notes.map(({path}) => path)).toEqual(['$.data[0]', '$.data[1].status_list[0]']);
	const list = parseStatus(
		'{"tasks":[null,{"taskName":"t","taskStatus":"Running","sources":["a",1]},{"taskStatus":"New"}]}',
	);
	expect(list.tasks).toMatchObject([{name: 't', sources: [{source: 'a'}]}]);
	expect(list.notes.map(({path}) => path)).toEqual([
		'$.tasks[0]',
		'$.tasks[1].sources[1]',
		'$.tasks[2].taskName',
	]);
});

test('text of many megabytes in one field is read', () => {
	const long = 'x'.repeat(8_000_000);
	const text = queryStatus([
		sourceAnswer('a', [
			subtaskAnswer('t', {msg: long, result: {isCanceled: false, errors: [], detail: long}}),
		]),
	]);
	expect(parseStatus(text).tasks[0]?.sources[0]?.msg).toHaveLength(8_000_000);
	expect(parseStatus(`» query-status\n${text}`).tasks[0]?.sources[0]?.msg).toHaveLength(8_000_000);
});

test('an error message is shown rather than what is missing around it', () => {
	const entry = {result: false, sourceStatus: null, subTaskStatus: []};
	const problemOf = (message: string) =>
		parseStatus(queryStatus([{...entry, msg: message}])).sources[0]?.problem;
	expect(problemOf('grpc request error\n  timed out')).toBe('grpc request error timed out');
	expect(problemOf('')).toBe('sourceStatus: expected the source and its worker, found null');
	expect(parseStatus(queryStatus([sourceAnswer('a', [], {result: false})])).sources[0]?.problem).toBe(
		'result is false, without a message',
	);
});
