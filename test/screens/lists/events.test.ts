/** The list of events: what a row says, where it leads, and what it is found by. */
import {expect, it, describe, test} from 'vitest';
import {lineText} from '../../../source/components/line.js';
import {layoutColumns} from '../../../source/components/table/layout.js';
import type {ClusterEvent} from '../../../source/monitor/view.js';
import {eventRowId, eventsList} from '../../../source/screens/lists/events.js';
import {noon, Watched} from '../../monitor/watched.js';
import {cellOf, cellsOf, drawingOf, foundBy, previewOf, sortedBy} from '../drawing.js';

const failed: ClusterEvent = {
	at: noon - 5000,
	health: 'error',
	subject: 'orders/mysql-01',
	text: 'stopped: duplicate entry',
	detail: ['Error 1062', 'Duplicate entry ?1'],
	finding: {kind: 'subtask-error', isOver: false},
	task: 'orders',
	source: 'mysql-01',
};
const retried: ClusterEvent = {
	at: noon - 60_000,
	health: 'lagging',
	subject: 'users',
	text: 'falls behind',
	retried: {times: 3, lastAt: noon - 1000},
	task: 'users',
};
const bound: ClusterEvent = {
	at: noon - 86_400_000,
	health: 'running',
	subject: 'mysql-02',
	text: 'answers again',
	source: 'mysql-02',
};
const elected: ClusterEvent = {at: noon - 2000, health: 'new', subject: 'master-1', text: 'leads'};

const listOf = (...events: readonly ClusterEvent[]) =>
	eventsList(drawingOf({...new Watched().view(), events}));
const list = () => listOf(elected, failed, retried, bound);
const subjects = (events: readonly ClusterEvent[]): readonly string[] => events.map(({subject}) => subject);

describe('an event', () => {
	it('has its time, place and text; from another day with the day, and how often DM has retried', () => {
		expect(cellsOf(list(), ['time', 'subject', 'text'])).toEqual([
			'11:59:58 master-1 leads',
			'11:59:55 orders/mysql-01 stopped: duplicate entry',
			'11:59:00 users falls behind; retried 3×, last 11:59:59',
			'11-22 12:00:00 mysql-02 answers again',
		]);
		expect(cellOf(listOf(failed), 'text', 0, 23)).toBe('stopped…duplicate entry');
	});

	it('does not repeat in its text the place that is beside it', () => {
		const silent = (subject: string, text: string): ClusterEvent => ({...bound, subject, text});
		const rows = listOf(
			silent('10.0.1.11:8261', '10.0.1.11:8261 refused the connection'),
			silent('mysql-02', 'mysql-02: connection refused'),
			silent('mysql-02', 'mysql-021 did not answer'),
			silent('mysql-02', 'mysql-02'),
			{...silent('mysql-02', 'when first seen: mysql-02 did not answer'), firstSeen: ['source-silent']},
		);
		expect(cellsOf(rows, ['subject', 'text'])).toEqual([
			'10.0.1.11:8261 refused the connection',
			'mysql-02 connection refused',
			'mysql-02 mysql-021 did not answer',
			'mysql-02 mysql-02',
			'mysql-02 did not answer',
		]);
		// What is found and exported is all of it.
		expect(rows.words(silent('10.0.1.11:8261', '10.0.1.11:8261 refused'))).toContain(
			' 10.0.1.11:8261 refused',
		);
	});

	it('has space for the whole time and no more', () => {
		const widthOf = (...events: readonly ClusterEvent[]) => listOf(...events).columns[0]!.min;
		expect([widthOf(elected, failed), widthOf(elected, bound)]).toEqual([8, 14]);
	});

	it('that held when its place was first seen has ≥ before its time, and leaves that text out', () => {
		const seen: ClusterEvent = {
			...failed,
			text: 'when first seen: A DDL cannot be parsed: syntax not supported by TiDB',
			firstSeen: ['a finding'],
		};
		const events = listOf(seen, elected);
		expect(cellsOf(events, ['time'])).toEqual(['≥11:59:55', '11:59:58']);
		expect(events.columns[0]!.min).toBe(9);
		expect(cellOf(events, 'text', 0, 60)).toBe('A DDL cannot be parsed: syntax not supported by TiDB');
		expect(events.columns.find(({id}) => id === 'text')!.text!(seen)).toBe(seen.text);
		expect(cellOf(events, 'text', 0, 40)).toBe('A DDL canno…syntax not supported by TiDB');
	});

	it('is a problem when it reports one, and is never old', () => {
		const {rows, isProblem, isStale, sign} = list();
		expect(subjects(rows.filter(row => isProblem(row)))).toEqual(['orders/mysql-01', 'users']);
		expect(rows.map(row => lineText(sign(row))).join('')).toBe('○✗!●');
		expect(rows.some(row => isStale(row))).toBe(false);
	});

	it('leads to what it is about, if that has a page', () => {
		const {rows, open} = list();
		expect(rows.map(row => open(row))).toEqual([
			undefined,
			{kind: 'subtask', task: 'orders', source: 'mysql-01'},
			{kind: 'task', task: 'users'},
			{kind: 'source', source: 'mysql-02'},
		]);
	});

	it('is shown in full below the table, and unchanged in an export', () => {
		const {rows, caption, object, id} = list();
		expect(rows.map(row => caption!(row))).toEqual(subjects(rows));
		expect(rows.map(row => object!(row))).toEqual(rows);
		expect(previewOf(list(), id(failed))).toEqual([
			'11:59:55  stopped: duplicate entry',
			'Error 1062',
			'Duplicate entry ?1',
		]);
		expect(previewOf(list(), id(retried))).toEqual(['11:59:00  falls behind; retried 3×, last 11:59:59']);
	});

	it('has its own name, by when, where and what', () => {
		const others = [
			failed,
			{...failed, at: failed.at + 1},
			{...failed, subject: 'x'},
			{...failed, text: 'x'},
		];
		expect(new Set(others.map(event => eventRowId(event))).size).toBe(others.length);
		expect(eventRowId({...failed, health: 'running'})).toBe(list().id(failed));
	});
});

test('the newest comes first, and the columns sort by time and by text', () => {
	expect(list().compare).toBeUndefined();
	expect(list().columns[0]!.descending).toBe(true);
	expect(subjects(sortedBy(list(), 'time'))).toEqual(['mysql-02', 'users', 'orders/mysql-01', 'master-1']);
	expect(subjects(sortedBy(list(), 'text'))).toEqual(['mysql-02', 'users', 'master-1', 'orders/mysql-01']);
});

test.each([
	['master-1', ['master-1']],
	['leads', ['master-1']],
	['"Error 1062"', ['orders/mysql-01']],
	['lagging', ['users']],
	['task:users', ['users']],
	['source:mysql', ['orders/mysql-01', 'mysql-02']],
	['kind:subtask', ['orders/mysql-01']],
	['state:running', ['mysql-02']],
	['error:"1062"', ['orders/mysql-01']],
	['error:behind', ['users']],
	['undefined', []],
])('a filter %s keeps %j', (text, kept) => {
	expect(subjects(foundBy(list(), text))).toEqual(kept);
});

test('a message says that there are no events yet', () => {
	expect(listOf().empty).toBe('No events yet.');
	expect(lineText(listOf().title)).toBe('Events');
});

test('at 80 columns what happened has more space than where; from 120 on no place is cut', () => {
	const place = 'warehouse-stock/mysql-warehouse';
	const {columns} = listOf(
		{...failed, subject: place, text: 'stopped: '.padEnd(99, 'duplicate entry ')},
		retried,
	);
	const widthAt = (width: number, id: string) =>
		layoutColumns(columns, width).find(({column}) => column.id === id)?.width;
	expect([widthAt(77, 'subject'), widthAt(77, 'text')]).toEqual([23, 44]);
	expect(widthAt(117, 'subject')).toBe(place.length);
});
