/** The page of a task and that of a source: what stands above the rows, in their columns, and what they are found by. */
import {describe, expect, it, test} from 'vitest';
import {lineText} from '../../../source/components/line.js';
import type {ListScreen} from '../../../source/screens/lists/binding/list-screen.js';
import {sourceList, taskList} from '../../../source/screens/lists/subtasks.js';
import {readFixture, subtaskAnswer} from '../../dm/recorded.js';
import {behind, entry, entryOf, errors, refusal, syncing, unbound, Watched} from '../../monitor/watched.js';
import {cellOf, cellsOf, drawingOf, foundBy} from '../drawing.js';

const taskOf = (watched: Watched, name: string) => {
	const drawing = drawingOf(watched.view());
	return taskList(
		drawing.cluster.tasks.find(task => task.name === name),
		name,
		drawing,
	);
};

const sourceOf = (watched: Watched, name: string) => {
	const drawing = drawingOf(watched.view());
	return sourceList(
		drawing.cluster.sources.find(({source}) => source === name),
		name,
		drawing,
	);
};

const headOf = ({head = []}: Pick<ListScreen<never>, 'head'>): readonly string[] =>
	head.map(line => lineText(line));

const paused = {stage: 'Paused', result: errors(36_001)};

const cluster = (): Watched =>
	new Watched().whole(
		entry('s1', [behind('orders', {secondsBehindMaster: '90'}), syncing('users', {}, paused)]),
		entry('s2', [syncing('orders', {}, paused)]),
	);

describe('the text above the sources of a task', () => {
	it('shows its name with its state, and what is wrong with it', () => {
		expect(lineText(taskOf(cluster(), 'orders').title)).toBe('Tasks › orders  Error');
		expect(headOf(taskOf(cluster(), 'orders'))).toEqual([
			' ✗ s2: The sync unit crashed   seen since 12:00:00, maybe longer',
		]);
		expect(headOf(taskOf(cluster(), 'users'))).toEqual([]);
	});

	it('names those that did not answer: at most twenty, the others are counted', () => {
		const titleOf = (count: number) => {
			const names = Array.from({length: count}, (_, index) => `s${index + 10}`);
			const watched = new Watched()
				.whole(...names.map(name => entry(name, [syncing('orders')])), entry('well', [syncing('orders')]))
				.wait(30);
			return lineText(
				taskOf(
					watched.whole(...names.map(name => refusal(name, 'no answer')), entry('well', [syncing('orders')])),
					'orders',
				).title,
			);
		};

		expect(titleOf(2)).toMatch(/^Tasks › orders {2}Running\? {2}s10, s11 did not answer$/v);
		expect(titleOf(20)).toMatch(/ s28, s29 did not answer$/v);
		expect(titleOf(22)).toMatch(/ s28, s29 and 2 more did not answer$/v);
	});

	it('says how it is sharded', () => {
		const watched = new Watched().document(
			readFixture('dm-v7.5/ddl-lock-and-sync-errors/openapi-tasks.json'),
		);
		const sharded = watched.view().tasks.find(({shardMode}) => shardMode !== undefined)!;
		expect(lineText(taskOf(watched, sharded.name).title)).toMatch(/ {2}sharded, (?:pes|opt)\S+$/v);
	});

	it('says why it is empty', () => {
		expect([taskOf(cluster(), 'gone').empty, lineText(taskOf(cluster(), 'gone').title)]).toEqual([
			'Task gone is gone.',
			'Tasks › gone',
		]);
		expect(taskOf(cluster(), 'gone').rows).toEqual([]);
		expect(taskOf(cluster(), 'orders').empty).toBe('The answer names no source of this task.');
	});
});

describe('the text above the tasks of a source', () => {
	it('shows who serves it, and what is wrong there', () => {
		expect(lineText(sourceOf(cluster(), 's1').title)).toBe('Sources › s1  on worker-of-s1');
		expect(headOf(sourceOf(cluster(), 's1'))).toEqual([
			' ✗ users: The sync unit crashed   seen since 12:00:00, maybe longer',
		]);
		expect(headOf(sourceOf(cluster(), 's2'))).toEqual([]);
		expect(lineText(sourceOf(new Watched().whole(unbound('s1', ['orders'])), 's1').title)).toBe(
			'Sources › s1  no worker',
		);
	});

	it('says why it is empty', () => {
		expect([sourceOf(cluster(), 'gone').empty, lineText(sourceOf(cluster(), 'gone').title)]).toEqual([
			'Source gone is gone.',
			'Sources › gone',
		]);
		const idle = sourceOf(new Watched().whole(entry('s1', [])), 's1');
		expect([idle.rows, idle.empty]).toEqual([[], 'No task runs on this source.']);
	});
});

test('rows are sorted worst first, and old ones and problems are marked', () => {
	const watched = new Watched()
		.whole(...['s1', 's2', 's3'].map(name => entry(name, [syncing('orders')])))
		.wait(30)
		.part(entry('s1', [syncing('orders')]), entry('s2', [syncing('orders', {}, paused)]))
		.silence('no answer within 5 s', 's3');
	const {rows, compare, isProblem, isStale} = taskOf(watched, 'orders');
	const sorted = rows.toSorted(compare);
	expect(sorted.map(({subtask}) => subtask.source)).toEqual(['s2', 's3', 's1']);
	expect(sorted.map(row => [isProblem(row), isStale(row)])).toEqual([
		[true, false],
		[true, true],
		[false, false],
	]);
});

test.each([
	['s2', ['s2']],
	['worker-of-s1', ['s1']],
	['paused', ['s2']],
	['36001', ['s2']],
	['"message of 36001"', ['s2']],
	['subtask-error', ['s2']],
	['"crashed"', ['s2']],
	['sync', ['s1', 's2']],
	['error', ['s2']],
	['task:orders', ['s1', 's2']],
	['source:s1', ['s1']],
	['worker:of-s2', ['s2']],
	['state:running', ['s1']],
	['state:error', ['s2']],
	['unit:sync', ['s1', 's2']],
	['unit:load', []],
	['error:36001', ['s2']],
	['error:undefined', []],
	['kind:subtask-error', ['s2']],
	['kind:critical', ['s2']],
	['kind:crashed', []],
	['lag:>60', ['s1']],
	['undefined', []],
])('a filter %s keeps %j', (text, kept) => {
	const found = foundBy(taskOf(cluster(), 'orders'), text);
	expect(found.map(({subtask}) => subtask.source).toSorted()).toEqual(kept);
});

test('an error of the relay is found too, and only the beginning of a long error', () => {
	const relay = {
		masterBinlog: '',
		relayBinlog: '',
		stage: 'Paused',
		result: {
			isCanceled: false,
			detail: null,
			errors: [
				{
					ErrCode: 30_015,
					Message: `${'x'.repeat(1990)} inside ${'y'.repeat(50)} outside`,
					RawCause: 'disk is full',
				},
			],
		},
	};
	const watched = new Watched().whole(entryOf('s1', 'w1', [syncing('orders')], relay));
	const kept = (text: string) => foundBy(taskOf(watched, 'orders'), text).length;
	expect(['error:30015', 'error:full', 'error:inside', 'error:outside'].map(text => kept(text))).toEqual([
		1, 1, 1, 0,
	]);
});

describe('the columns', () => {
	const relay = {masterBinlog: '', relayBinlog: '', stage: 'Running', result: null};

	it('show DM’s values in plain words, and nothing if there are none', () => {
		const watched = new Watched().whole(
			entryOf('s1', 'w1', [syncing('orders')], relay),
			entryOf('s2', 'w2', [syncing('orders')], {...relay, stage: 'Paused', result: errors(30_015)}),
			entryOf('s3', 'w3', [subtaskAnswer('orders', {unit: 'Load', stage: 'New'})]),
			unbound('s4', ['orders']),
		);
		const list = taskOf(watched, 'orders');
		const shown = list.rows.map((_, index) =>
			['worker', 'state', 'unit', 'relay', 'master', 'lock', 'validation']
				.map(id => cellOf(list, id, index))
				.join(' '),
		);
		expect(shown).toEqual([
			'w1 Running Sync Running mysql-bin.000001:1000 - -',
			'w2 Running Sync Paused mysql-bin.000001:1000 - -',
			'w3 New Load off - - -',
			'- not bound? - unknown - - -',
		]);
		const {draw} = list.columns.find(({id}) => id === 'relay')!;
		expect(list.rows.map(row => draw(row, 9)[0]!.style)).toEqual(['plain', 'bad', 'dim', 'warn']);
	});

	it('mark with ? the last known values of a source that does not answer', () => {
		const watched = new Watched()
			.whole(entry('s1', [syncing('orders')]), entry('s2', [syncing('orders')]))
			.wait(30)
			.part(entry('s2', [syncing('orders')]))
			.silence('no answer within 5 s', 's1');
		const list = taskOf(watched, 'orders');
		expect([cellOf(list, 'state', 0), cellOf(list, 'state', 1)]).toEqual(['Running?', 'Running']);
		expect(list.columns.find(({id}) => id === 'state')!.min).toBe(8);
	});

	it('show an operation in progress in place of the state', () => {
		const drawing = {
			...drawingOf(cluster().view()),
			overlayOf: (task: string, source?: string) =>
				task === 'orders' && source === 's2' ? 'Resuming…' : undefined,
		};
		const task = drawing.cluster.tasks.find(({name}) => name === 'orders');
		const list = taskList(task, 'orders', drawing);
		expect([cellOf(list, 'state', 0), cellOf(list, 'state', 1)]).toEqual(['Running', 'Resuming…']);
		expect(list.columns.find(({id}) => id === 'state')!.min).toBe(9);
	});

	it('show for a sharded DDL who waits, for whom, and where it conflicts', () => {
		const waits = new Watched().document(readFixture('field/shard-wait.json'));
		const [waiting] = waits.view().locks;
		expect(cellsOf(taskOf(waits, waiting!.task), ['lock']).toSorted()).toContain('waits');
		const conflicts = new Watched().document(readFixture('field/optimistic-conflict.json'));
		const [conflict] = conflicts.view().locks;
		expect(cellsOf(taskOf(conflicts, conflict!.task), ['lock'])).toContain('conflict');
	});

	it('show for the validation how many rows differ, else its stage', () => {
		const validation = (rest: Readonly<Record<string, string>>) => ({
			task: 'orders',
			source: 's1',
			mode: 'full',
			stage: 'Running',
			result: null,
			errorRowsStatus: 'new/ignored/resolved: 0/0/0',
			...rest,
		});
		const wordOf = (rest: Readonly<Record<string, string>>) => {
			const watched = new Watched().whole(
				entry('s1', [syncing('orders', {}, {validation: validation(rest)})]),
			);
			return cellOf(taskOf(watched, 'orders'), 'validation', 0);
		};

		expect(wordOf({})).toBe('Running');
		expect(wordOf({mode: 'none'})).toBe('-');
		expect(wordOf({mode: ''})).toBe('-');
		expect(wordOf({stage: ''})).toBe('unknown');
		expect(wordOf({stage: 'Zorg'})).toBe('unknown');
		expect(wordOf({errorRowsStatus: 'new/ignored/resolved: 3/0/0'})).toBe('3 differ');
		expect(wordOf({errorRowsStatus: 'new/ignored/resolved: 1/0/0'})).toBe('1 differ');
	});

	it('about relays, locks and validation stay longer if one of them has a value', () => {
		const priorityOf = (watched: Watched, id: string) =>
			taskOf(watched, watched.view().tasks[0]!.name).columns.find(column => column.id === id)!.priority;
		const plain = new Watched().whole(entry('s1', [syncing('orders')]));
		const relayed = new Watched().whole(entryOf('s1', 'w1', [syncing('orders')], relay));
		const locked = new Watched().document(readFixture('field/shard-wait.json'));
		expect(priorityOf(relayed, 'relay')).toBeGreaterThan(priorityOf(plain, 'relay'));
		expect(priorityOf(locked, 'lock')).toBeGreaterThan(priorityOf(plain, 'lock'));
	});
});

test('a relay that is only the last known has a ?, and one of which no answer tells is unknown', () => {
	const relay = {masterBinlog: '', relayBinlog: '', stage: 'Running', result: null};
	const relays = (watched: Watched): readonly string[] =>
		cellsOf(taskOf(watched, 'orders'), ['source', 'relay']);
	const both = new Watched().whole(
		entryOf('s1', 'w1', [syncing('orders')], relay),
		entryOf('s2', 'w2', [syncing('orders')]),
	);
	expect(relays(both)).toEqual(['s1 Running', 's2 off']);
	expect(relays(both.wait(2).silence('connection refused'))).toEqual(['s1 Running?', 's2 unknown']);
	const openapi = new Watched().document(
		JSON.stringify({
			total: 1,
			data: [{name: 'orders', source_name: 's1', worker_name: 'w1', stage: 'Running', unit: 'Sync'}],
		}),
	);
	expect(relays(openapi)).toEqual(['s1 unknown']);
});
