import {expect, test} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {queryStatus, readFixture} from '../recorded.js';
import {refuse, statusDocument} from './refusal.js';

test.each([
	['', 'an empty string'],
	['\u{FEFF}', 'an empty string'],
	[' \n\t\n', 'nothing but blanks'],
	['42', 'the number 42'],
	['null', 'null'],
	['"ok"', 'the string "ok"'],
	['[]', 'an empty list'],
	['[{"result":true}]', 'a list of 1'],
	['{}', 'an empty object'],
	['{"hello":1,"world":2}', 'an object with "hello", "world"'],
	['404 page not found\n', 'text that begins with "404 page not found"'],
	['<html><head><title>502 Bad Gateway</title></head></html>', 'an HTML page, "502 Bad Gateway"'],
	['<style>\nbody\n{\n  color: red\n}\n</style>', 'an HTML page'],
	['{"result":true,"msg":"","status":"fine"}', 'an object with "result", "msg", "status"'],
	['<!DOCTYPE html>\n<html lang="en">', 'an HTML page'],
	[
		'{"code":12,"message":"Not Implemented","details":[]}',
		'an error of dm-master: "Not Implemented" (gRPC code 12)',
	],
	[
		'{"error":"x","code":2,"message":"[code=38043:class=dm-master:scope=internal:level=high], Message: master is not leader"}',
		'an error of dm-master: "master is not leader" (DM error 38043) (gRPC code 2)',
	],
	[
		'{"error_code":49001,"error_msg":"[code=49001:class=openapi:scope=internal:level=high], Message: worker\'s query-status response is nil"}',
		'an error of OpenAPI: "worker\'s query-status response is nil" (DM error 49001)',
	],
	['{"error":"no matching operation was found"}', 'an error: "no matching operation was found"'],
	[
		'{"result":true,"workers":[{"worker":"10.0.0.1:8262","subTaskStatus":[]}]}',
		'a status of DM 1.0 (`workers` at the top), which is not supported: DM 2.0 is the oldest',
	],
	['{"result":true,"msg":"","cfg":"name: t"}', 'a configuration'],
	['{"result":true,"msg":"","locks":[]}', 'the list of DDL locks'],
])('%j is refused: found %s', (text, found) => {
	const error = refuse(text);
	expect(error.expected).toBe(statusDocument);
	expect(error.found).toBe(found);
	expect(error.message).toContain(found);
	expect(error.name).toBe('StatusFormatError');
});

test.each([
	['http/failover-1.json', 'an error of dm-master: "connection error: desc = '],
	['http/op-skip.json', 'the answer to an operation'],
	['http/op-pause.txt', 'the answer to an operation (the string "Pause")'],
	['syncing/v1alpha1-members.json', 'the list of members of the cluster'],
	['syncing/openapi-masters.json', "OpenAPI's list of masters"],
	['syncing/openapi-workers.json', "OpenAPI's list of workers"],
	['syncing/openapi-sources.json', "OpenAPI's list of sources"],
])('the recorded %s is recognized: %s', (file, found) => {
	expect(refuse(readFixture(`dm-v7.5/${file}`)).found).toContain(found);
});

test('for OpenAPI’s tasks without their status the message says how to request it', () => {
	const error = refuse('{"data":[{"name":"t","source_config":{}}],"total":1}');
	expect(error.message).toBe(
		'Expected tasks with their status (ask for tasks?with_status=true), found tasks without `status_list`, at $.data[0] (document at line 1)',
	);
});

test.each([
	['{"result":true,"sources":{}}', 'a list of sources', 'an empty object', '$.sources'],
	['{"tasks":"none"}', 'a list of tasks', 'the string "none"', '$.tasks'],
	['{"data":7}', 'a list of data', 'the number 7', '$.data'],
	['{"data":[7]}', 'a list of tasks or of subtasks', 'the number 7', '$.data[0]'],
])('%s is refused with its path', (text, expected, found, where) => {
	const error = refuse(text);
	expect(error).toMatchObject({expected, found, where});
	expect(error.message).toBe(`Expected ${expected}, found ${found}, at ${where} (document at line 1)`);
});

test('text that is not JSON is refused with line and column', () => {
	const error = refuse('{\n  "result": true,\n  "sources": [\n    {"result" true}\n  ]\n}');
	expect(error).toMatchObject({
		expected: 'a colon after the key inside $.sources[0].result',
		found: '"true}"',
		where: 'line 4, column 15',
	});
});

test.each([
	['{"a": [1, 2', 'one that ends at line 1, column 12, inside $.a'],
	[
		'{\n  "sources": [\n    {"msg": "half a te',
		'one that ends at line 3, column 23, inside $.sources[0].msg',
	],
	['{"result": tru', 'one that ends at line 1, column 15, inside $.result'],
	[
		'{"sources": [{"sourceStatus": {"source"',
		'one that ends at line 1, column 40, inside $.sources[0].sourceStatus.source',
	],
	['{', 'one that ends at line 1, column 2, inside $'],
])('%j is cut off, and the message says where and inside what', (text, found) => {
	const error = refuse(text);
	expect(error.expected).toBe('a whole document');
	expect(error.found).toBe(found);
	expect(error.message).toBe(`Expected a whole document, found ${found}`);
});

test('leftovers of a longer file after a document are not ignored', () => {
	const error = refuse('{"result":true,"msg":"","sources":[]}\n      "worker": "w1"\n    }\n  ]\n}');
	expect(error).toMatchObject({
		expected: 'the end of the document',
		found: '""worker": "w1""'.replace('""worker": "w1""', String.raw`"\"worker\": \"w1\""`),
	});
	expect(error.where).toBe('line 2, column 7');
});

test('a document nested deeper than any status is refused, complete or not', () => {
	const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
	expect(refuse(deep(100_000)).message).toMatch(/^Expected/v);
	expect(refuse('{"sources":'.repeat(100_000)).message).toContain('at most 500 deep');
	const {notes, sources} = parseStatusDocument(queryStatus([]).replace('[]', () => `[${deep(10_000)}]`));
	expect(notes).toEqual([{path: '$.sources[0]', message: 'expected an object, found a list of 1'}]);
	expect(sources[0]?.problem).toContain('expected an object');
});

test('quotes in a message are short and cannot control a terminal', () => {
	const hostile = '\u{1B}]0;owned\u{7}\u{9B}31m\u{202E}\u{200B}\u{7F}\n';
	for (const text of [
		`${hostile}${'x'.repeat(10_000)}`,
		JSON.stringify({error: hostile.repeat(1000)}),
		JSON.stringify({[hostile]: 1}),
		JSON.stringify({result: true, tasks: hostile.repeat(100)}),
		`{"result": true, "${hostile.trim()}": [${hostile}]}`,
	]) {
		const {message} = refuse(text);
		expect(message).not.toMatch(/[\p{Control}\p{Format}]/v);
		expect(message.length).toBeLessThan(700);
	}
});
