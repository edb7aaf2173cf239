/** The table of tasks: what a row says, when it is old, what it is found by, and what an empty table says. */
import {describe, expect, it, test} from 'vitest';
import {lineText} from '../../../source/components/line.js';
import {sourcesList} from '../../../source/screens/lists/sources.js';
import {tasksList} from '../../../source/screens/lists/tasks.js';
import {readFixture} from '../../dm/recorded.js';
import {behind, bound, entry, errors, refusal, syncing, Watched} from '../../monitor/watched.js';
import {cellOf, cellsOf, drawingOf, foundBy, sortedBy} from '../drawing.js';

const paused = {stage: 'Paused', result: errors(36_001)};

/** `users` runs on one of its sources alone; `orders` has not answered for a while. */
const cluster = (): Watched =>
	new Watched()
		.whole(
			entry('s1', [syncing('users')]),
			entry('s2', [syncing('users', {}, paused), behind('stock', {secondsBehindMaster: '90'})]),
			entry('s3', [syncing('orders')]),
		)
		.wait(30)
		.part(
			entry('s1', [syncing('users')]),
			entry('s2', [syncing('users', {}, paused), behind('stock', {secondsBehindMaster: '90'})]),
		)
		.silence('no answer within 5 s', 's3');

const listOf = (watched: Watched) => tasksList(drawingOf(watched.view()));
const list = () => listOf(cluster());
const namesOf = (rows: ReadonlyArray<{readonly name: string}>) => rows.map(({name}) => name);

describe('a task', () => {
	it('shows its state, how many of its sources run, and how old that is', () => {
		expect(cellsOf(list(), ['task', 'state', 'unit', 'sources', 'lag', 'errors', 'age'])).toEqual([
			'users Error Sync 1/2 0s 1',
			'orders Running? Sync 0/1 ? 0? 30s',
			'stock Running Sync 1/1 1m30s 0',
		]);
		expect(
			list()
				.rows.map(row => lineText(list().sign(row)))
				.join(''),
		).toBe('✗?●');
		const {draw} = list().columns.find(({id}) => id === 'sources')!;
		expect(list().rows.map(row => draw(row, 5)[0]!.style)).toEqual(['warn', 'warn', 'plain']);
	});

	it('names the source whose silence is told of it, where that is not its own', () => {
		const watched = new Watched()
			.whole(entry('s1', [syncing('users'), syncing('stock', {masterBinlog: ''})]))
			.silence('s2 did not answer within 5 s', 's2');
		expect(cellsOf(listOf(watched), ['task', 'why'])).toEqual([
			'stock upstream not visible',
			'users no answer (s2)',
		]);
	});

	it('shows what it knows of some sources as a bound, or as the last known', () => {
		const rows = (count: number) => ({totalRows: String(count)});
		const watched = new Watched()
			.whole(
				entry('s1', [behind('orders', rows(0)), syncing('stock', rows(0))]),
				entry('s2', [behind('orders', rows(0)), syncing('stock', rows(0)), behind('users', rows(0))]),
			)
			.wait(30)
			.part(entry('s1', [behind('orders', rows(3000)), syncing('stock', rows(0))]))
			.silence('no answer within 5 s', 's2');
		expect(cellsOf(listOf(watched), ['task', 'sources', 'rate', 'behind', 'errors'])).toEqual([
			'orders 1/2 ≥100 ≥8.6 MB 0?',
			'stock 1/2 ? ? 0?',
			'users 0/1 ? 8.6 MB? 0?',
		]);
	});

	it('may have more sources than those that told of it', () => {
		const watched = new Watched()
			.whole(entry('s1', [behind('orders')]))
			.silence('s2 did not answer within 5 s', 's2');
		expect(cellsOf(listOf(watched), ['task', 'sources', 'behind', 'errors'])).toEqual([
			'orders 1/1? ≥8.6 MB 0?',
		]);
	});

	it('is old when none of its sources answers, and a problem when something is wrong', () => {
		const {rows, isStale, isProblem} = list();
		expect(namesOf(rows.filter(row => isStale(row)))).toEqual(['orders']);
		expect(namesOf(rows.filter(row => isProblem(row)))).toEqual(['users', 'orders']);
		const partly = new Watched()
			.whole(entry('s1', [syncing('users')]), entry('s2', [syncing('users')]))
			.wait(30)
			.part(entry('s1', [syncing('users')]))
			.silence('no answer within 5 s', 's2');
		expect(listOf(partly).rows.map(row => listOf(partly).isStale(row))).toEqual([false]);
		const listed = new Watched().document(
			JSON.stringify({result: true, msg: '', tasks: [{taskName: 'x', taskStatus: 'Running', sources: []}]}),
		);
		expect(listOf(listed).rows.map(row => listOf(listed).isStale(row))).toEqual([false]);
	});

	it('leads to its page', () => {
		const {rows, open, id, idsOf} = list();
		expect([open(rows[0]!), id(rows[0]!)]).toEqual([{kind: 'task', task: 'users'}, 'users']);
		expect(idsOf!(rows)).toEqual(namesOf(rows));
	});

	it('shows an operation in progress in place of its state, in full', () => {
		const overlayOf = (task: string, source?: string) =>
			task === 'stock' && source === undefined ? 'Resuming for a while…' : undefined;
		const busy = tasksList({...drawingOf(cluster().view()), overlayOf});
		expect([cellOf(busy, 'state', 0), cellOf(busy, 'state', 1), cellOf(busy, 'state', 2)]).toEqual([
			'Error',
			'Running?',
			'Resuming for a while…',
		]);
		const widthOf = (screen: typeof busy) => screen.columns.find(({id}) => id === 'state')!.min;
		expect([widthOf(busy), widthOf(list())]).toEqual([21, 8]);
	});
});

test('rows are sorted worst first, and by the number of their sources', () => {
	const {rows, compare, isInOrder} = list();
	expect([isInOrder, namesOf(rows.toSorted(compare))]).toEqual([true, ['users', 'orders', 'stock']]);
	expect(namesOf(sortedBy(list(), 'sources')).at(-1)).toBe('users');
	expect(namesOf(sortedBy(list(), 'state'))).toEqual(['users', 'orders', 'stock']);
});

test.each([
	['stock', ['stock']],
	['error', ['users']],
	['silent', ['orders']],
	['s1', ['users']],
	['36001', ['users']],
	['worker-of-s3', ['orders']],
	['crashed', ['users']],
	['source:s2', ['stock', 'users']],
	['state:paused', ['users']],
	['kind:subtask-error', ['users']],
	['~ords', ['orders']],
	['undefined', []],
])('a filter %s keeps %j', (text, kept) => {
	expect(namesOf(foundBy(list(), text)).toSorted()).toEqual(kept);
});

test('a task is found by its mode, if that is known', () => {
	const told = listOf(new Watched().document(readFixture('dm-v7.5/syncing/openapi-tasks.json')));
	const {name, mode} = told.rows.find(task => task.mode !== undefined)!;
	expect(namesOf(foundBy(told, `${name} ${mode}`))).toEqual([name]);
	expect(foundBy(told, 'undefined')).toEqual([]);
});

test('the column for many sources has space for their numbers', () => {
	const many = Array.from({length: 120}, (_, index) => entry(`s${index}`, [syncing('users')]));
	const widthOf = (watched: Watched) => listOf(watched).columns.find(({id}) => id === 'sources')!.min;
	expect([widthOf(new Watched().whole(...many)), widthOf(cluster()), widthOf(new Watched())]).toEqual([
		7, 3, 3,
	]);
});

test('an empty table says whether there are no tasks, or none were reported', () => {
	expect(listOf(new Watched().whole(entry('s1', []))).empty).toBe(
		'This cluster has no tasks. `dmctl start-task task.yaml` starts one.',
	);
	const silent = new Watched().whole(refusal('s1', 'no answer within 5 s'), entry('s2', []));
	expect(listOf(silent).empty).toMatch(/^No task is known: 1 of 2 sources did not report theirs\. \S.*\S$/v);
	const asking = new Watched().cluster({workers: [bound('w1', 's1')]});
	expect(listOf(asking).empty).toBe('No task is known: 1 of 1 sources did not report theirs.');
	expect(list().empty).toBe('');
	expect(lineText(list().title)).toBe('Tasks');
});

test('state: agrees with the state that the row shows, not with that of one of its subtasks', () => {
	const found = (filter: string) => namesOf(foundBy(list(), filter));
	expect(found('state:running')).toEqual(['orders', 'stock']);
	expect(found('state:error')).toEqual(['users']);
	expect(found('-state:running')).toEqual(['users']);
	expect(found('state:silent')).toEqual(['orders']);
});

test('a finding that concerns no task or source makes no column of reasons', () => {
	const drawing = drawingOf(
		new Watched()
			.cluster({leader: ''})
			.whole(entry('s1', [syncing('orders')]))
			.view(),
	);
	expect(drawing.cluster.diagnosis.findings.map(({kind}) => kind)).toContain('no-leader');
	for (const {columns} of [tasksList(drawing), sourcesList(drawing)]) {
		expect(columns.map(({id}) => id)).not.toContain('why');
	}
});
