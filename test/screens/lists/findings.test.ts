/** The list of findings: what a row says, what it leads to, and what it is found by. */
import {describe, expect, it, test} from 'vitest';
import {lineText} from '../../../source/components/line.js';
import {layoutColumns} from '../../../source/components/table/layout.js';
import type {DiagnosedView} from '../../../source/findings/diagnosis.js';
import type {Finding} from '../../../source/findings/finding.js';
import {findingOfRow, findingsList, placeOfFinding} from '../../../source/screens/lists/findings.js';
import {noon, Watched} from '../../monitor/watched.js';
import {cellOf, cellsOf, drawingOf, foundBy, previewOf, sortedBy} from '../drawing.js';

const findingOf = (kind: string, rest: Partial<Finding> = {}): Finding => ({
	kind,
	severity: 'warning',
	isSinceAtLeast: false,
	brief: `${kind} in brief`,
	what: `${kind} at length`,
	why: [],
	fix: [],
	operations: [],
	...rest,
});

const sticks = findingOf('not-moving', {
	severity: 'critical',
	task: 'orders',
	source: 'mysql-01',
	worker: 'worker-1',
	since: noon - 86_400_000,
	isSinceAtLeast: true,
	why: ['it has written nothing'],
	fix: ['Look at the downstream.'],
	error: {
		code: 10_006,
		class: 'database',
		scope: 'downstream',
		level: 'high',
		message: 'lock wait timeout',
		rawCause: 'Error 1205',
		workaround: '',
	},
});
const lag = findingOf('lag-high', {task: 'users', since: noon - 60_000});
const away = findingOf('master-away', {master: 'master-10', since: noon - 30_000});
const early = findingOf('master-away', {master: 'master-9', since: noon - 90_000});
const free = findingOf('worker-free', {severity: 'notice', worker: 'worker-7'});
const first = findingOf('relay-behind', {source: 'mysql-02', brief: 'behind'});
const second = findingOf('relay-behind', {source: 'mysql-02', brief: 'far behind'});
const cluster = findingOf('no-leader');
const findings = [sticks, lag, away, early, first, second, cluster, free];
const third = findingOf('relay-behind', {source: 'mysql-02', brief: 'very far behind'});
const twice = findingOf('no-leader', {brief: 'no leader either'});

const viewOf = (some: readonly Finding[]): DiagnosedView => {
	const view = new Watched().view();
	return {...view, diagnosis: {...view.diagnosis, findings: some}};
};

const listOf = (...some: readonly Finding[]) => findingsList(drawingOf(viewOf(some)));

const list = () => listOf(...findings);
const namesOf = (rows: ReadonlyArray<{readonly finding: Finding}>): readonly string[] =>
	rows.map(({finding}) => `${finding.kind} ${finding.master ?? ''}`.trim());

describe('a row', () => {
	it('says how bad it is, what, where, and since when if that is known', () => {
		const ids = ['severity', 'finding', 'task', 'source', 'member', 'since', 'what'];
		expect(cellsOf(list(), ids)).toEqual([
			'critical not-moving in brief orders mysql-01 worker-1 ≥11-22 12:00:00 not-moving at length',
			'warning lag-high in brief users - - 11:59:00 lag-high at length',
			'warning master-away in brief - - master-10 11:59:30 master-away at length',
			'warning master-away in brief - - master-9 11:58:30 master-away at length',
			'warning behind - mysql-02 - - relay-behind at length',
			'warning far behind - mysql-02 - - relay-behind at length',
			'warning no-leader in brief - - - - no-leader at length',
			'notice worker-free in brief - - worker-7 - worker-free at length',
		]);
		expect(
			list()
				.rows.map(row => lineText(list().sign(row)))
				.join(''),
		).toBe('✗!!!!!!·');
	});

	it('keeps the reason at the end when the text is shortened', () => {
		const text = 'worker-1 cannot write to the downstream: disk full';
		const long = listOf(findingOf('x', {brief: text, what: text}));
		for (const id of ['finding', 'what']) {
			expect(cellOf(long, id, 0, 24)).toBe('worker-1 canno…disk full');
		}
	});

	it('has space for the whole time and for whole words, and takes no more than it needs', () => {
		const widthOf = (some: readonly Finding[], id: string) => {
			const {min, max} = listOf(...some).columns.find(column => column.id === id)!;
			return [min, max ?? min];
		};

		expect(widthOf([sticks, lag], 'since')).toEqual([15, 15]);
		expect(widthOf([lag], 'since')).toEqual([9, 9]);
		expect(widthOf([free], 'severity')).toEqual([6, 6]);
		expect(widthOf([sticks], 'severity')).toEqual([8, 8]);
		expect(widthOf([first], 'finding')).toEqual([6, 6]);
		expect(widthOf([findingOf('x', {brief: 'b'.repeat(90)})], 'finding')).toEqual([18, 90]);
		expect(widthOf([findingOf('x', {what: 'w'.repeat(90)})], 'what')).toEqual([60, 90]);
		expect(widthOf([findingOf('x', {what: 'short'})], 'what')).toEqual([5, 5]);
	});

	it('is a problem unless it is a notice, and is never old', () => {
		const {rows, isProblem, isStale} = list();
		expect(rows.filter(row => !isProblem(row)).map(({finding}) => finding)).toEqual([free]);
		expect(rows.some(row => isStale(row))).toBe(false);
	});

	it('is shown with all its details below the table, and unchanged in an export', () => {
		const {rows, caption, about, object} = list();
		expect(caption!(rows[0]!)).toBe('not-moving, critical');
		expect(about!(rows[0]!)).toBe('orders/mysql-01');
		expect(object!(rows[0]!)).toBe(sticks);
		expect(previewOf(list(), list().id(rows[0]!))).toEqual([
			'✗ orders › mysql-01: not-moving at length   seen since 11-22 12:00:00, maybe longer',
			'do    Look at the downstream.',
			'why   it has written nothing',
		]);
	});

	it('keeps its name while others come and go; two similar ones are told apart', () => {
		const ids = (some: readonly Finding[]) => new Map(listOf(...some).rows.map(row => [row.finding, row.id]));
		const all = ids(findings);
		expect(new Set(all.values()).size).toBe(findings.length);
		expect(new Set(ids([...findings, third, twice]).values()).size).toBe(findings.length + 2);
		expect(ids([lag, second]).get(lag)).toBe(all.get(lag));
		const view = viewOf(findings);
		for (const [finding, id] of all) {
			expect(findingOfRow(id, view)).toBe(finding);
			expect(findingOfRow(`${id} 7`, view)).toBeUndefined();
		}
	});
});

test.each([
	[
		{task: 'orders', source: 'mysql-01', worker: 'worker-1'},
		{kind: 'subtask', task: 'orders', source: 'mysql-01'},
	],
	[
		{task: 'orders', worker: 'worker-1'},
		{kind: 'task', task: 'orders'},
	],
	[
		{source: 'mysql-01', worker: 'worker-1'},
		{kind: 'source', source: 'mysql-01'},
	],
	[{worker: 'worker-1'}, {kind: 'workers'}],
	[{master: 'master-1'}, {kind: 'workers'}],
	[{}, undefined],
])('Enter on a finding of %j leads to %j', (names, place) => {
	expect(placeOfFinding(names)).toEqual(place);
	const {rows, open} = listOf(findingOf('x', names));
	expect(open(rows[0]!)).toEqual(place);
});

describe('the order', () => {
	it('is that in which they were found, the worst first', () => {
		expect(cellsOf(list(), ['finding'])).toHaveLength(findings.length);
		expect(list().compare).toBeUndefined();
		expect(list().rows.map(({finding}) => finding)).toEqual(findings);
	});

	it('by severity begins with the worst, by time with the oldest and ends with unknown ones', () => {
		expect(namesOf(sortedBy(list(), 'severity')).at(0)).toBe('not-moving');
		expect(namesOf(sortedBy(list(), 'severity')).at(-1)).toBe('worker-free');
		expect(namesOf(sortedBy(list(), 'since')).slice(0, 4)).toEqual([
			'not-moving',
			'master-away master-9',
			'lag-high',
			'master-away master-10',
		]);
	});

	it('by kind and by text keeps equal ones together, with members in natural order', () => {
		expect(namesOf(sortedBy(list(), 'finding'))).toEqual([
			'lag-high',
			'master-away master-10',
			'master-away master-9',
			'no-leader',
			'not-moving',
			'relay-behind',
			'relay-behind',
			'worker-free',
		]);
		expect(namesOf(sortedBy(list(), 'what'))).toEqual(namesOf(sortedBy(list(), 'finding')));
		expect(namesOf(sortedBy(list(), 'member')).filter(name => name.startsWith('master'))).toEqual([
			'master-away master-9',
			'master-away master-10',
		]);
	});
});

test.each([
	['not-moving', ['not-moving']],
	['critical', ['not-moving']],
	['"far behind"', ['relay-behind']],
	['users', ['lag-high']],
	['mysql-01', ['not-moving']],
	['worker-7', ['worker-free']],
	['master-9', ['master-away master-9']],
	['"no-leader at length"', ['no-leader']],
	['"written nothing"', ['not-moving']],
	['10006', ['not-moving']],
	['"lock wait"', ['not-moving']],
	['1205', ['not-moving']],
	['kind:relay', ['relay-behind', 'relay-behind']],
	['worker:worker', ['not-moving', 'worker-free']],
	['master:master-1', ['master-away master-10']],
	['error:timeout', ['not-moving']],
	['error:length', []],
	['task:users', ['lag-high']],
	['undefined', []],
])('a filter %s keeps %j', (text, kept) => {
	expect(namesOf(foundBy(list(), text))).toEqual(kept);
});

test('an empty list says that nothing is wrong', () => {
	expect(listOf().rows).toEqual([]);
	expect(listOf().empty).toBe('No findings: nothing is wrong, as far as dm-top can tell.');
	expect(lineText(listOf().title)).toBe('Findings');
});

test('where there is space for one more column it is what to do, not the finding in more words', () => {
	const words = (count: number): string => Array.from({length: count}, () => 'words').join(' ');
	const finding = findingOf('x', {
		task: 'orders',
		source: 'mysql-01',
		worker: 'worker-1',
		since: noon,
		brief: words(10),
		what: words(14),
		fix: [words(12), 'And then more.'],
	});
	const one = listOf(finding);
	expect(cellOf(one, 'do', 0, 100)).toBe(words(12));
	expect(cellOf(one, 'do', 0, 20)).toBe('words words words w…');
	const shown = (width: number) => layoutColumns(one.columns, width).map(({column}) => column.id);
	expect(shown(200)).toContain('do');
	expect(shown(200)).not.toContain('what');
	expect(shown(300)).toEqual(expect.arrayContaining(['do', 'what']));
	expect(cellOf(listOf(findingOf('x')), 'do', 0)).toBe('');
});
