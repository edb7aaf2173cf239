/** A key that an object has twice: JSON.parse takes the last one and says nothing. */
import {expect, test} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {hasRepeatedKeys} from '../../../source/dm/reading/json/repeated-keys.js';

const subtask = (more: string) =>
	`{"result": true, "msg": "", "sources": [{"result": true, "msg": "", "sourceStatus": {"source": "mysql-01", "worker": "w1", "result": null, "relayStatus": null},
"subTaskStatus": [{"name": "orders", "stage": "Paused", "unit": "Sync", "result": null, "unresolvedDDLLockID": ""${more}}]}]}`;

test('a value that is there twice and differs is not known, and the subtask says so', () => {
	const {sources, notes} = parseStatusDocument(subtask(',\n"stage": "Running"'));
	const [only] = sources[0]!.subtasks;
	expect(only!.stage).not.toBe('Running');
	expect(only!.problem).toBe(
		'stage: it is there twice with different values, in line 3 again: it is not known',
	);
	expect(notes).toMatchObject([{path: '$.sources[0].subTaskStatus[0].stage'}]);
});

test('the same value twice is no contradiction', () => {
	const {sources, notes} = parseStatusDocument(subtask(', "stage": "Paused", "unit": "Sync"'));
	expect(sources[0]!.subtasks[0]).toMatchObject({stage: 'Paused', unit: 'Sync'});
	expect(notes).toEqual([]);
});

test('also in a document among other text, and in one that JSON.parse refuses', () => {
	for (const text of [`$ dmctl\n${subtask(', "stage": "Running"')}`, subtask(', "stage": "Running",')]) {
		expect(parseStatusDocument(text).sources[0]!.subtasks[0]!.problem).toContain('stage: it is there twice');
	}
});

test('a list of sources that is there twice does not hide one of them', () => {
	const twice = '{"result": true, "msg": "", "sources": [], "sources": [{"result": false, "msg": "x"}]}';
	expect(parseStatusDocument(twice).notes[0]).toMatchObject({path: '$.sources'});
});

test.each([
	['{"a": 1, "b": [{"a": 2}, {"a": 3}]}', false],
	[String.raw`{"a": "x\": ", "b": "\\"}`, false],
	[String.raw`{"a": "{\"a\": 1}"}`, false],
	['{"a" : 1, "a": 1}', true],
	['{"b": {"a": 1, "a": 2}}', true],
	['["a", "a"]', false],
	[String.raw`{"a": "\": \":"}`, false],
	[JSON.stringify({a: 'b'.repeat(65_536)}).replace('{', '{"a": 1, '), false],
])('%.50s: %s', (json, expected) => {
	expect(hasRepeatedKeys(json, JSON.parse(json))).toBe(expected);
});
