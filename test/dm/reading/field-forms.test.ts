/** Forms in which people pasted a status in public, made by hand after their reports. */
import {expect, test} from 'vitest';
import {parseStatus} from '../../../source/index.js';
import {readFixture} from '../recorded.js';
import {refuse, statusDocument} from './refusal.js';

const read = (file: string) => parseStatus(readFixture(`field/${file}`));

test.each(['form-two-runs.txt', 'form-nbsp.txt', 'form-wrapped.txt', 'form-log-prefix.txt'])(
	'%s is read as intended',
	file => {
		const {tasks, sources, notes} = read(file);
		expect(notes).toStrictEqual([]);
		expect(tasks.map(({name, status}) => [name, status])).toStrictEqual([['shop', 'Error']]);
		expect(sources[0]).toMatchObject({source: 'replica-a', worker: 'dm-10.9.0.1-8262', result: true});
		expect(sources[0]?.subtasks[0]).toMatchObject({
			stage: 'Paused',
			result: {
				errors: [
					{
						code: 36_027,
						message:
							"startLocation: [position: (mysql-bin.000141, 17491), gtid-set: ], endLocation: [position: (mysql-bin.000141, 17535), gtid-set: ]: gen insert sqls failed, schema: shop, table: orders: Column count doesn't match value count: 3 (columns) vs 2 (values)",
					},
				],
			},
			sync: {masterBinlog: '(mysql-bin.000141, 52110322)', totalRows: 4211},
		});
	},
);

test('form-elided.txt is read, and the omitted parts are named', () => {
	const {tasks, notes} = read('form-elided.txt');
	expect(tasks.map(({name, status}) => [name, status])).toStrictEqual([['shop', 'Error']]);
	expect(tasks[0]?.sources[0]?.sync).toMatchObject({totalEvents: undefined, recentTps: 9, totalRows: 4211});
	expect(notes).toStrictEqual([
		{
			path: '$.sources[0].subTaskStatus[0]',
			message: 'something was left out of the text here, in line 34: it is not known',
			isElided: true,
		},
		{
			path: '$.sources[0].subTaskStatus[0].sync',
			message: 'something was left out of the text here, in line 36: it is not known',
			isElided: true,
		},
	]);
});

test.each([
	['{"result": true, "sources": [], ... }', ['$']],
	['[{"result": ..., "sources": [...]}]', ['$[0].result', '$[0].sources']],
	['{"result": true, "sources": [… 12 more …]}', ['$.sources']],
	['{"result": true, "sources": [\n...\n]\n}', ['$.sources']],
	['{"result": true, "sources": [\n....,\n]\n}', ['$.sources']],
])('%j: the omission is noted at %j', (text, paths) => {
	expect(parseStatus(text).notes.map(({path}) => path)).toStrictEqual(paths);
});

test('text that ends in an ellipsis is not whole', () => {
	expect(refuse('{"result": true, "sources": [\n{"result": true,\n...')).toMatchObject({
		expected: 'a whole document',
		found: 'one that ends at line 3, column 4, inside $.sources[0]',
	});
});

test('ellipses too many to read are not all noted', () => {
	expect(parseStatus(`{"result": true, "sources": [${'...\n'.repeat(100)}]}`).notes).toHaveLength(20);
});

test.each([
	['form-fragment.txt', String.raw`a part of one, "\"subTaskStatus\":"`, 'line 1, column 18'],
	['form-utf16.txt', 'UTF-16 text that was read as another encoding, or no text at all', 'line 1, column 1'],
	[
		'form-v1-list.json',
		'a list of DM 1.0 (`workers` of each task), which is not supported: DM 2.0 is the oldest',
		'$',
	],
])('%s is refused: found %s', (file, found, where) => {
	expect(refuse(readFixture(`field/${file}`))).toMatchObject({
		expected: statusDocument,
		found,
		where,
		line: 1,
	});
});

const whole = readFixture('dm-v7.5/syncing/v1alpha1-status.json');
const pretty = JSON.stringify(JSON.parse(whole), undefined, 4);
const lines = pretty.split('\n');

test.each([
	['from the middle to the end', lines.slice(20).join('\n')],
	['from the middle to the middle', lines.slice(20, 40).join('\n')],
	['without its first brace', lines.slice(1).join('\n')],
	['of one source', lines.slice(4, lines.indexOf('        },') + 1).join('\n')],
	[
		'of one subtask',
		'            {\n                "name": "t",\n                "stage": "New",\n                "unresolvedDDLLockID": ""\n            },',
	],
	['of keys alone', '"stage": "Paused",\n"unit": "Sync",'],
	['of one line', '"stage": "Paused"'],
])('%s is recognized as a part of a status', (_name, text) => {
	const error = refuse(`\n\n${text}`);
	expect(error.message).toMatch(/a part of (?:one|a status)/v);
	expect(error.line).toBeGreaterThanOrEqual(3);
});

test.each([
	['{"result": true, "msg": "check pass!!!"}', 'an answer without a status: "check pass!!!"'],
	['result: true\nmsg: ""\nsources:\n  - result: true\n', 'YAML'],
	['---\nsources: []\n', 'YAML'],
	['%7B%22result%22%3Atrue%7D', 'URL-encoded text'],
	['eyJyZXN1bHQiOnRydWUsIm1zZyI6IiJ9', 'base64'],
	['# {\n#   "result": true\n# }', 'nothing but comments'],
	['// {\n//   "result": true\n// }', 'nothing but comments'],
	['{"result": true, "error": [{"id": "1"}]}', 'the errors of validation'],
	['{"result": true, "tableStatuses": []}', 'the status of validation'],
	['{"sourceStatus": {"source": "a"}, "subTaskStatus": []}', 'a part of a status: what one source answers'],
	['{"name": "t", "stage": "Running", "unresolvedDDLLockID": ""}', 'a part of a status: one subtask'],
	['{"masterBinlog": "(a, 1)"}', 'a part of a status: where a subtask is'],
	['{"taskName": "t", "taskStatus": "Running"}', 'a part of a list: one task'],
	['{"dm-top":"recording","format":1}\n{"block":0}\n', 'a recording of dm-top (dm-top --replay shows it)'],
	['{"name": "x", "endpoint": "", "tasks": []}', 'what `dm-top --once --json` prints, not what DM answers'],
	['[{"host": "h", "source_name": "a"}]', "OpenAPI's list of sources"],
	['<pre>no JSON</pre>', 'an HTML page'],
])('%j is refused: found %s', (text, found) => {
	expect(refuse(text)).toMatchObject({found, line: 1});
	expect(refuse(`\n\n${text}`).line).toBe(3);
});

test.each([
	['a list of OpenAPI', '{"data": LIST, "total": 1}', '[{"name": "t", "status_list": []}]'],
	[
		'the subtasks of OpenAPI',
		'{"data": LIST, "total": 1}',
		'[{"name": "t", "source_name": "a", "stage": "Running", "unit": "Sync"}]',
	],
	[
		'the sources of a status',
		'{"result": true, "msg": "", "sources": LIST}',
		JSON.stringify((JSON.parse(whole) as {sources: unknown}).sources),
	],
	[
		'the tasks of a list',
		'{"result": true, "msg": "", "tasks": LIST}',
		'[{"taskName": "t", "taskStatus": "Running", "sources": ["a"]}]',
	],
])('%s without the enclosing object are read as an answer', (_name, answer, list) => {
	const status = parseStatus(answer.replace('LIST', () => list));
	expect(parseStatus(list)).toStrictEqual(status);
	expect(
		parseStatus(`$ curl -s x | jq .list\n${JSON.stringify(JSON.parse(list), undefined, 2)}\n$ `),
	).toStrictEqual(status);
});

test.each([
	['[{"name": "t", "status_list": []}, {"name": "u"}]', 'a list of 2'],
	['[{"taskName": "t"}, 7]', 'a list of 2'],
	['[[], []]', 'a list of 2'],
])('the list %s does not belong to an answer', (text, found) => {
	expect(refuse(text)).toMatchObject({expected: statusDocument, found, where: '$'});
});

test('the last of several documents is used, even if it is wrong', () => {
	const error = refuse(`${pretty}\n$ dmctl query-status\n${lines.slice(0, 30).join('\n')}`);
	expect(error.line).toBe(lines.length + 31);
	expect(error.found).toMatch(
		new RegExp(String.raw`^one that ends at line ${lines.length + 31}, column \d+, inside \$`, 'v'),
	);
	expect(refuse(`${pretty}\n{"result": true,, }`)).toMatchObject({
		expected: 'a key in double quotes inside $',
		where: `line ${lines.length + 1}, column 17`,
		line: lines.length + 1,
	});
	expect(refuse(`${pretty}\n{"sources": 7}`)).toMatchObject({where: '$.sources', line: lines.length + 1});
});

test('a refusal by DM is an answer, a reply to another request is not', () => {
	expect(
		parseStatus(`${pretty}\n» query-status x\n{"result": false, "msg": "task x has no source"}`),
	).toMatchObject({
		result: false,
		msg: 'task x has no source',
	});
	expect(refuse('{"op": "Pause"}\n{"members": []}').found).toBe('the list of members of the cluster');
});

test.each([
	['half a line', `${whole.trim()}lt":true}]}`],
	['lines', `${pretty}\n            "worker": "w1"\n        }\n    ]\n}`],
	['parts', `${pretty}\n            "sync": {"a": "b"}\n        }\n    ]\n}`],
	['a brace', `${pretty}\n}`],
])('leftovers of a longer file after a document are not ignored: %s', (_name, text) => {
	expect(refuse(text)).toMatchObject({
		expected: 'the end of the document',
		fix: 'Give one whole answer, from its first { to its last }.',
	});
});

test('an unclosed string is reported, with its line', () => {
	expect(refuse('{\n  "result": true,\n  "msg": "no end,\n  "sources": []\n}')).toMatchObject({
		expected: 'a string that ends in the line it begins in inside $.msg',
		where: 'line 3, column 10',
		line: 3,
	});
});

test.each([
	[
		'{"code":2,"error":"x","message":"[code=38043:class=dm-master:scope=internal:level=high], Message: master is not leader"}',
		/an error of dm-master: "master is not leader" \(DM error 38043\)/v,
	],
	['{"error_code":49001,"error_msg":"worker is nil"}', /an error of OpenAPI: "worker is nil"/v],
])('a call that failed is newer than the status before it in the file: %s', (failed, words) => {
	const status = '{"result":true,"msg":"","sources":[]}';
	expect(() => parseStatus(`${status}\n${failed}\n`)).toThrow(words);
	expect(parseStatus(`${failed}\n${status}\n`)).toMatchObject({sources: []});
});
