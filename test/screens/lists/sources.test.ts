/** The table of sources: who serves them and whether they answer, their relays, and what stands below the table. */
import {describe, expect, it, test} from 'vitest';
import {lineText} from '../../../source/components/line.js';
import {sourcesList} from '../../../source/screens/lists/sources.js';
import {
	behind,
	bound,
	entry,
	entryOf,
	errors,
	idle,
	syncing,
	unbound,
	Watched,
} from '../../monitor/watched.js';
import {subtaskAnswer} from '../../dm/recorded.js';
import {cellsOf, drawingOf, foundBy, previewOf, sortedBy} from '../drawing.js';

const relay = {
	masterBinlog: '(mysql-bin.000002, 500)',
	masterBinlogGtid: 'gtid-of-master',
	relaySubDir: 'folder.000001',
	relayBinlog: '(mysql-bin.000002, 100)',
	relayBinlogGtid: 'gtid-of-relay',
	relayCatchUpMaster: false,
	stage: 'Running',
	result: null,
};

const stopped = {...relay, stage: 'Paused', result: errors(30_015)};

const listOf = (watched: Watched) => sourcesList(drawingOf(watched.view()));

/** The lines about relays below the table. */
const relayLines = (watched: Watched, source: string): readonly string[] =>
	previewOf(listOf(watched), source).filter(line => /^(?:relay|master|pulled) /v.test(line));

const mixed = (): Watched =>
	new Watched()
		.whole(
			entryOf('s1', 'w1', [behind('orders', {secondsBehindMaster: '90'}), syncing('users')], relay),
			entryOf('s2', 'w2', [syncing('orders')], stopped),
			entry('s3', []),
			entry('s4', [syncing('orders')]),
			unbound('s10', ['orders']),
		)
		.wait(30)
		.silence('no answer within 5 s', 's4')
		.wait(5)
		.part(
			entryOf(
				's1',
				'w1',
				[behind('orders', {secondsBehindMaster: '90', totalRows: '70'}), syncing('users')],
				relay,
			),
			entryOf('s2', 'w2', [syncing('orders')], stopped),
			entry('s3', []),
		);

describe('a source', () => {
	it('shows who serves it, whether it answers, and the known state of its relay', () => {
		expect(
			cellsOf(listOf(mixed()), [
				'source',
				'worker',
				'state',
				'tasks',
				'lag',
				'rate',
				'relay',
				'behind',
				'master',
			]),
		).toEqual([
			's2 w2 bound 1 0s 0 Paused 400 B mysql-bin.000002:500',
			's10 - not bound 1 ? ? unknown - -',
			's4 worker-of-s4 no answer 1 ? ? unknown - mysql-bin.000001:1000',
			's1 w1 bound 2 1m30s 2 Running 400 B mysql-bin.000002:500',
			's3 worker-of-s3 bound 0 - - off - -',
		]);
		const {rows, sign} = listOf(mixed());
		expect(rows.map(row => `${row.source}${lineText(sign(row))}`)).toEqual([
			's1●',
			's10?',
			's2✗',
			's3●',
			's4?',
		]);
	});

	it('is a problem if something is wrong with it, and old if it does not answer', () => {
		const {rows, isProblem, isStale} = listOf(mixed());
		expect(rows.filter(row => isProblem(row)).map(({source}) => source)).toEqual(['s10', 's2', 's4']);
		expect(rows.filter(row => isStale(row)).map(({source}) => source)).toEqual(['s10', 's4']);
	});

	it('leads to its page', () => {
		const {rows, open, id} = listOf(mixed());
		expect([open(rows[0]!), id(rows[0]!)]).toEqual([{kind: 'source', source: 's1'}, 's1']);
	});

	it('that has never answered is connecting, one that left the answer has vanished', () => {
		const watched = new Watched().cluster({workers: [bound('w1', 's1')]});
		expect(cellsOf(listOf(watched), ['source', 'state'])).toEqual(['s1 asking']);
		expect(listOf(watched).isStale(watched.view().sources[0]!)).toBe(true);
		const left = new Watched()
			.whole(entry('s1', [syncing('orders')]), entry('s2', []))
			.wait(5)
			.whole(entry('s2', []));
		expect(cellsOf(listOf(left), ['source', 'state'])).toEqual(['s1 vanished', 's2 bound']);
	});

	it('that has never answered has tasks, a lag and rows that are not known: none of them is 0', () => {
		const watched = new Watched()
			.cluster({workers: [bound('w1', 's1'), bound('w2', 's2')]})
			.part(entry('s2', [subtaskAnswer('archive', {stage: 'Finished', unit: 'Load'})]));
		const columns = ['source', 'tasks', 'lag', 'rate'];
		expect(cellsOf(listOf(watched), columns)).toEqual(['s1 ? ? ?', 's2 1 - -']);
		watched.silence('no answer within 5 s', 's1');
		expect(cellsOf(listOf(watched), columns)).toEqual(['s1 ? ? ?', 's2 1 - -']);
	});

	it('shows the stage of its relay with ? after it while it does not answer', () => {
		const watched = new Watched()
			.whole(entryOf('s1', 'w1', [], relay))
			.wait(60)
			.silence('boom');
		expect(cellsOf(listOf(watched), ['source', 'state', 'relay'])).toEqual(['s1 no answer Running?']);
		expect(relayLines(watched, 's1')[0]).toBe('relay  Running? on w1  400 B behind the master');
		const {rows, columns} = listOf(watched);
		const {draw} = columns.find(({id}) => id === 'relay')!;
		expect(draw(rows[0]!, 20).map(({style}) => style)).toEqual(['plain', 'warn']);
	});

	it('is not answering while dm-master does not', () => {
		const watched = new Watched()
			.whole(entry('s1', [syncing('orders')]))
			.wait(60)
			.silence('no answer within 5 s');
		expect(cellsOf(listOf(watched), ['source', 'state'])).toEqual(['s1 no answer']);
	});
});

test('the columns sort by their numbers, unknown ones first', () => {
	const order = (column: string) => sortedBy(listOf(mixed()), column).map(({source}) => source);
	expect(order('tasks')).toEqual(['s3', 's2', 's10', 's4', 's1']);
	expect(order('rate').slice(-2)).toEqual(['s2', 's1']);
	expect(order('behind').slice(0, 3).toSorted()).toEqual(['s10', 's3', 's4']);
	expect(order('lag').at(0)).toBe('s3');
	expect(order('state')).toEqual(['s2', 's1', 's3', 's4', 's10']);
	expect(order('source')).toEqual(['s1', 's2', 's3', 's4', 's10']);
	expect(
		listOf(mixed())
			.columns.filter(column => column.descending)
			.map(({id}) => id),
	).toEqual(['tasks', 'lag', 'rate', 'behind', 'why', 'age']);
});

test('ages have a column only while one is worth showing', () => {
	const fresh = new Watched().whole(entry('s1', []));
	expect(listOf(fresh).columns.map(({id}) => id)).not.toContain('age');
	expect(cellsOf(listOf(mixed()), ['source', 'age'])).toEqual(['s2', 's10 never', 's4 35s', 's1', 's3']);
});

test.each([
	['s10', ['s10']],
	['w2', ['s2']],
	['"no answer"', ['s4']],
	['silent', ['s4']],
	['"relay paused"', ['s2']],
	['"relay off"', ['s3']],
	['30015', ['s2']],
	['relay-error', ['s2']],
])('a filter %s keeps %j', (text, kept) => {
	expect(foundBy(listOf(mixed()), text).map(({source}) => source)).toEqual(kept);
});

describe('the text below the table', () => {
	it('shows how far its relay is, where it pulls to, and how far that is behind', () => {
		expect(relayLines(mixed(), 's1')).toEqual([
			'relay  Running on w1  400 B behind the master',
			'master (mysql-bin.000002, 500)  gtid-of-master',
			'pulled (mysql-bin.000002, 100)  gtid-of-relay  in folder.000001',
		]);
		const caughtUp = {...relay, relayCatchUpMaster: true, masterBinlog: '', relayBinlog: '', relaySubDir: ''};
		expect(relayLines(new Watched().whole(entryOf('s1', 'w1', [], caughtUp)), 's1')).toEqual([
			'relay  Running on w1  has caught up with the master',
			'master unknown  gtid-of-master',
			'pulled unknown  gtid-of-relay',
		]);
		expect(relayLines(new Watched().whole(entryOf('s1', '', [], {...relay, relayBinlog: ''})), 's1')[0]).toBe(
			'relay  Running',
		);
	});

	it('shows of several relays first the one that does not run, which alone is in the row', () => {
		const watched = new Watched()
			.cluster({workers: [bound('w1', 's1'), {...idle('w2', 'relay'), source: 's1'}]})
			.whole(entryOf('s1', 'w1', [], relay), entryOf('s1', 'w2', [], stopped));
		expect(relayLines(watched, 's1').filter(line => line.startsWith('relay'))).toEqual([
			'relay  Paused on w2  400 B behind the master',
			'relay  Running on w1  400 B behind the master',
		]);
		expect(cellsOf(listOf(watched), ['source', 'relay'])).toEqual(['s1 Paused']);
	});

	it('shows the one that does not run first, whichever worker it belongs to', () => {
		const watched = new Watched()
			.cluster({workers: ['w1', 'w2', 'w3'].map(name => ({...idle(name, 'relay'), source: 's1'}))})
			.whole(
				entryOf('s1', 'w1', [], relay),
				entryOf('s1', 'w2', [], relay),
				entryOf('s1', 'w3', [], stopped),
			);
		const first = relayLines(watched, 's1')[0];
		expect(first).toBe('relay  Paused on w3  400 B behind the master');
	});

	it('says that its relay is unknown if only a list was reported', () => {
		const tasks = [{taskName: 'orders', taskStatus: 'Running', sources: ['s1']}];
		const watched = new Watched().document(JSON.stringify({result: true, msg: '', tasks}));
		expect(relayLines(watched, 's1')).toEqual(['relay  unknown']);
	});

	it('says that its relay is off, or was not reported', () => {
		expect(relayLines(mixed(), 's3')).toEqual(['relay  off: subtasks read the upstream directly']);
		expect(relayLines(mixed(), 's10')).toEqual(['relay  unknown']);
	});

	it('shows its tasks, if there is space', () => {
		const lines = previewOf(listOf(mixed()), 's1');
		expect(lines.slice(-2)).toEqual([
			expect.stringMatching(/^● orders +Running +Sync +1m30s/v),
			expect.stringMatching(/^● users +Running +Sync +0s/v),
		]);
		expect(lines.at(-3)).toMatch(/^ {2}TASK +STATE/v);
		expect(lines.join('\n')).not.toContain('WORKER');
		expect(previewOf(listOf(mixed()), 's1', {height: 2})).toHaveLength(2);
		expect(previewOf(listOf(mixed()), 's2', {height: 20}).length).toBeLessThanOrEqual(13);
	});
});

test('the colours of a relay: subdued if off, prominent if stopped or unknown', () => {
	const {rows, columns} = listOf(mixed());
	const {draw} = columns.find(({id}) => id === 'relay')!;
	expect(rows.flatMap(row => draw(row, 20).map(({style}) => `${row.source} ${style}`))).toEqual([
		's1 plain',
		's10 warn',
		's2 bad',
		's3 dim',
		's4 warn',
	]);
});

test('an empty list says so', () => {
	expect(listOf(new Watched()).empty).toBe('No source is known.');
	expect(lineText(listOf(new Watched()).title)).toBe('Sources');
});
