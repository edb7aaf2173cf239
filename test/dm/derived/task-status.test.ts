import {expect, test} from 'vitest';
import {parseStatus} from '../../../source/index.js';
import {taskStatus} from '../../../source/dm/derived/task-status.js';
import {readFixture} from '../recorded.js';

type Case = {readonly subtasks: readonly string[]; readonly taskStatus: string};
type Atom = {readonly sourceStatus: Readonly<Record<string, unknown>>};

const atoms = JSON.parse(readFixture('task-status/atoms.json')) as Readonly<Record<string, Atom>>;
const cases = readFixture('task-status/cases.jsonl')
	.trim()
	.split('\n')
	.map(line => JSON.parse(line) as Case);

/** The answer of a cluster whose sources are these, in this order. */
const compose = (names: readonly string[], sourceName: (index: number) => string): string =>
	JSON.stringify({
		result: true,
		msg: '',
		sources: names.map((name, index) => {
			const atom = atoms[name]!;
			return {...atom, sourceStatus: {...atom.sourceStatus, source: sourceName(index)}};
		}),
	});

test('there are 150 cases from dmctl itself', () => {
	expect(cases).toHaveLength(150);
});

test.each(cases.map(one => [one.subtasks.join(' + '), one] as const))(
	'%s',
	(_title, {subtasks, taskStatus: text}) => {
		const {tasks} = parseStatus(compose(subtasks, index => `mysql-${index}`));
		expect(tasks).toHaveLength(1);
		expect(tasks[0]).toMatchObject({name: 't', statusText: text, status: text.split(' - ', 1)[0]});
		expect(taskStatus(tasks[0]!.sources)).toEqual({status: tasks[0]!.status, statusText: text});
	},
);

test('a source that is listed twice counts twice, as in dmctl', () => {
	for (const {subtasks, taskStatus: text} of cases) {
		const {tasks} = parseStatus(compose(subtasks, () => 'mysql-0'));
		expect(tasks[0]?.statusText).toBe(text);
		expect(tasks[0]?.sources).toHaveLength(subtasks.length);
	}
});

test('the order of the sources decides which error is named', () => {
	const relay = 'Running/Sync relay=Paused+err';
	const error = 'Paused/Sync+err';
	const text = (names: readonly string[]) => parseStatus(compose(names, String)).tasks[0]?.statusText;
	expect(text([relay, error])).toBe(
		'Error - Relay status is Error. Please run `query-status t` to get more details.',
	);
	expect(text([error, relay])).toBe(
		'Error - Some error occurred in subtask. Please run `query-status t` to get more details.',
	);
});

test('the name of the task is in the text of an error', () => {
	const failed = {
		stage: 'Running',
		unit: 'Sync',
		relay: {...emptyRelay(), stage: 'Stopped'},
	};
	expect(taskStatus([failed], 'orders')).toEqual({
		status: 'Error',
		statusText: 'Error - Relay status is Stopped. Please run `query-status orders` to get more details.',
	});
	expect(taskStatus([{...failed, task: 'shop'}]).statusText).toContain('`query-status shop`');
});

test('a task without entries has no status', () => {
	expect(taskStatus([])).toEqual({status: '', statusText: ''});
});

function emptyRelay() {
	return {masterBinlog: '', masterBinlogGtid: '', relaySubDir: '', relayBinlog: '', relayBinlogGtid: ''};
}
