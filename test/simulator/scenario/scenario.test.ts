import {writeFileSync} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createSimulation} from '../../../source/simulator/running/simulation.js';
import {listScenarios, loadScenario, NoScenarioError} from '../../../source/simulator/scenario/load.js';
import {ScenarioError} from '../../../source/simulator/scenario/mistake.js';
import {readScenario} from '../../../source/simulator/scenario/read.js';
import {shippedScenarios} from '../../../source/simulator/scenarios/shipped.js';
import {runs} from '../../rounds.js';
import {statusOf} from '../cluster.js';
import {makeFolder} from '../../folder.js';

const folder = makeFolder().path;
/** The message for a scenario with a mistake. */
const mistake = (text: string): string => {
	try {
		readScenario('my.json', text);
	} catch (error) {
		expect(error).toBeInstanceOf(ScenarioError);
		return error instanceof Error ? error.message : '';
	}

	throw new Error('it has no mistake');
};

const whole = (task: string, events = '[]'): string => `{
	"sources": [{"name": "mysql-01"}, {"name": "mysql-02"}],
	"tasks": [
		{"name": "orders", ${task}}
	],
	"events": ${events}
}`;

const good = '"sources": ["mysql-01"]';

describe('a mistake is reported with its line and column, and what to write instead', () => {
	it.each([
		['', '1:1: expected a value, found the end of the text'],
		['{\n  "tasks": [\n', '3:1: the [ of line 2 is never closed'],
		['{"summary": "a\nb"}', '1:13: this text has no closing quote on its line'],
		['{"summary": \'a\'}', "1:13: a string is written in double quotes, not in '…'"],
		['{"summary": yes}', '1:13: expected a value, found yes: a string is written in double quotes'],
		['{"summary" "a"}', '1:12: expected : after "summary", found ""a"}"'],
		['{summary: "a"}', '1:2: expected a key in double quotes, found "summary: "a""'],
		['{"summary": "a"\n "workers": 2}', '2:2: expected , or } in the object, found ""workers": '],
		['{"summary": "a"} {}', '1:18: nothing may follow the scenario'],
		['{"workers": 1,\n"workers": 2}', '2:1: "workers" is here twice: keep one of them'],
		['{/* so', '1:2: this comment has no end: write */'],
		['[]', '1:1: a scenario is an object {…}, not a list'],
		['{"task": []}', '1:2: a scenario has no "task": did you mean "tasks"?'],
		[
			'{"warm-up": 5}',
			'1:13: "warm-up" of a scenario is a duration such as "90s", "5m" or "1h30m", not a number',
		],
		['{"workers": "two"}', '1:13: "workers" of a scenario is a number, not a string'],
		['{"masters": 0}', '1:13: a scenario needs one master at least'],
		['{"sources": [{}]}', '1:14: a source needs "name"'],
		[
			'{"sources": [{"name": "a", "flavor": "mariaDB"}]}',
			'"flavor" of a source cannot be "mariaDB": did you mean "mariadb"?',
		],
		['{"sources": [{"name": "a"}, {"name": "a"}]}', '1:13: "sources" has "a" twice'],
		[
			'{"sources": [{"name": "a", "repeat": 3}]}',
			'1:23: "repeat" needs a number in the name to count from, such as "a-{01}"',
		],
		[
			'{"sources": [{"name": "a", "worker": "worker-7"}]}',
			'there is no worker "worker-7": did you mean "worker-1"?',
		],
		[
			'{"workers": 2, "relay-dirs": ["worker-7"], "sources": []}',
			'there is no worker "worker-7": did you mean "worker-1"?',
		],
		['{"sources": [{"name": "a", "relay": "yes"}]}', '"relay" of a source is true or false, not a string'],
		[`{"sources": [{"name": "${'m'.repeat(33)}"}]}`, 'is longer than the 32 letters DM allows'],
		[whole('"sources": ["mysql-1"]'), '4:34: there is no source "mysql-1": did you mean "mysql-01"?'],
		[whole('"sources": []'), '4:33: a task needs "sources": a list with one name at least'],
		[whole('"mode": "all"'), '4:3: a task needs "sources": a list with one name at least'],
		[whole('"sources": ["mysql-01", "mysql-01"]'), '4:46: the source "mysql-01" is here twice'],
		[whole(`${good}, "mode": "incremental", "unit": "Load"`), 'a task of mode incremental has no Load unit'],
		[whole(`${good}, "state": "finished"`), 'only a task of mode full finishes'],
		[whole(`${good}, "progress": 40`), '"progress" of a task is from 0 to 1, not 40'],
		[whole(`${good}, "size": "big"`), '"size" of a task is a size such as "300MB" or "48GB", not a string'],
		[whole(good, '[\n{"at": "5s"}]'), '7:1: an event needs "do": one of pause, resume, '],
		[whole(good, '[\n{"at": "5s", "do": "explode"}]'), '7:20: "do" of an event cannot be "explode"'],
		[whole(good, '[\n{"do": "pause", "task": "orders"}]'), '7:1: the event "pause" needs "at"'],
		[whole(good, '[\n{"at": "5s", "do": "pause"}]'), '7:1: the event "pause" needs "task"'],
		[
			whole(good, '[\n{"at": "5s", "do": "pause", "task": "order"}]'),
			'7:37: there is no task "order": did you mean "orders"?',
		],
		[
			whole(good, '[\n{"at": "5s", "do": "pause", "task": "orders", "rows": 5}]'),
			'the event "pause" has no "rows"',
		],
		[
			whole(good, '[\n{"at": "5s", "do": "pause", "task": "orders", "source": "mysql-02"}]'),
			'the task "orders" does not run on "mysql-02"',
		],
		[
			whole(good, '[\n{"at": "5s", "do": "error", "task": "orders", "error": "bad-dll"}]'),
			'cannot be "bad-dll": did you mean "bad-ddl"?',
		],
		[
			whole(good, '[\n{"at": "5s", "do": "shard-ddl", "task": "orders", "sql": "x"}]'),
			'a shard-ddl needs a task with "shard-mode": "pessimistic"',
		],
		[
			whole(good, '[\n{"at": "5s", "do": "worker-dies"}]'),
			'the event "worker-dies" needs a "worker", or a "source" whose worker is meant',
		],
		[
			whole(good, '[\n{"at": "5s", "every": "-5s", "do": "pause", "task": "orders"}]'),
			'"every" of the event "pause" cannot be negative',
		],
	])('%j', (text, says) => {
		const message = mistake(text);
		expect(message).toMatch(/^my\.json:\d+:\d+: /v);
		expect(message).toContain(says);
	});
});

it('allows comments and a comma after the last item', () => {
	const scenario = readScenario(
		'mine',
		'{ // one\n "summary": "it works", /* two */\n "workers": ["a", "b",],\n}',
	);
	expect(scenario).toMatchObject({
		summary: 'it works',
		workers: ['a', 'b'],
		masters: ['master-1', 'master-2', 'master-3'],
	});
});

it('reads any text as a scenario or as a mistake with a place, never anything else', () => {
	const sample = shippedScenarios['shop'] ?? '';
	fc.assert(
		fc.property(fc.nat(sample.length), fc.nat(40), fc.string({maxLength: 6}), (at, cut, put) => {
			const text = sample.slice(0, at) + put + sample.slice(at + cut);
			try {
				expect(readScenario('shop', text).name).toBe('shop');
			} catch (error) {
				expect(error).toBeInstanceOf(ScenarioError);
				const {line, column, message} = error as ScenarioError;
				const lines = text.split('\n');
				expect(line).toBeLessThanOrEqual(lines.length);
				expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
				expect(message).not.toContain('[object');
			}
		}),
		runs(1000),
	);
});

describe('finding a scenario', () => {
	it('lists every shipped one with its own line, the default first', () => {
		const list = listScenarios();
		expect(list[0]?.name).toBe('shop');
		expect(new Set(list.map(({summary}) => summary)).size).toBe(list.length);
		for (const {summary} of list) {
			expect(summary.length).toBeGreaterThan(20);
			expect(summary.length).toBeLessThan(110);
		}

		expect(loadScenario().name).toBe('shop');
	});

	it('says which one is broken, and lists the others anyway', () => {
		expect(listScenarios({good: '{"summary": "all is well"}', broken: '{\n"summary": 1}'})).toStrictEqual([
			{name: 'good', summary: 'all is well'},
			{
				name: 'broken',
				summary:
					'(cannot be read) broken:2:12: "summary" of a scenario is a string in double quotes, not a number',
			},
		]);
	});

	it('reads a user’s own file', () => {
		const file = path.join(folder, 'mine.json');
		writeFileSync(file, whole(`${good}, "mode": "incremental"`));
		const scenario = loadScenario(file);
		expect(scenario.name).toBe(file);
		expect(statusOf(createSimulation({scenario}))).toBe('Running');
	});

	it('reports the mistake in a file with the file', () => {
		const file = path.join(folder, 'wrong.json');
		writeFileSync(file, '{\n\n  "taks": []}');
		expect(() => loadScenario(file)).toThrow(`${file}:3:3: a scenario has no "taks": did you mean "tasks"?`);
	});

	it.each([
		['shopp', 'there is no scenario "shopp": did you mean "shop"?'],
		['nothing-like-it', 'there is no scenario "nothing-like-it"; there is shop, bad-ddl, calm, '],
		[path.join(folder, 'absent.json'), 'absent.json cannot be read: there is no such file'],
		[folder, 'cannot be read: it is a folder'],
	])('says of %s what is wrong with it', (name, says) => {
		expect(() => loadScenario(name)).toThrow(NoScenarioError);
		expect(() => loadScenario(name)).toThrow(says);
	});
});
