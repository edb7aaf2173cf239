import {expect, test} from 'vitest';
import {lineText} from '../../../source/components/line.js';
import {schemaList} from '../../../source/screens/lists/schema.js';

const page = {kind: 'schema', task: 'orders', source: 'mysql-01'} as const;
const shop = {...page, database: 'shop'};
type Asked = Parameters<typeof schemaList>[1];
const names = (...told: readonly string[]): Asked => ({
	answer: {kind: 'names', names: told},
	isAsking: false,
});
const failed: Asked = {problem: {what: 'worker-1 did not answer', fix: '', detail: ''}, isAsking: false};

test('the databases that DM knows, then the tables of one, then the table itself', () => {
	const databases = schemaList(page, names('shop', 'audit'));
	expect(lineText(databases.title)).toBe('orders on mysql-01  databases known to DM');
	expect(databases.rows.map(row => databases.id(row))).toEqual(['shop', 'audit']);
	expect(databases.columns.map(({title}) => title)).toEqual(['DATABASE']);
	expect(databases.open({name: 'shop'})).toEqual(shop);
	const tables = schemaList(shop, names('t2', 't10', 't1'));
	expect(lineText(tables.title)).toBe('orders on mysql-01  tables of shop');
	expect(tables.columns.map(({title}) => title)).toEqual(['TABLE']);
	expect(tables.rows.toSorted(tables.compare).map(({name}) => name)).toEqual(['t1', 't2', 't10']);
	expect(tables.open({name: 't1'})).toEqual({...shop, table: 't1'});
	expect([tables.words({name: 't1'}), tables.isProblem({name: 't1'})]).toEqual(['t1', false]);
	expect([lineText(tables.sign({name: 't1'})), tables.preview({name: 't1'}, 80, 5)]).toEqual([' ', []]);
});

test('an empty table says why it is empty', () => {
	expect(schemaList(page, {isAsking: true}).empty).toBe('Asking DM …');
	expect(schemaList(page, {isAsking: false}).empty).toBe('DM was not asked.');
	expect(schemaList(page, failed).empty).toBe('worker-1 did not answer');
	expect(schemaList(page, names()).empty).toBe('DM knows no database of this task yet.');
	expect(schemaList(shop, names()).empty).toBe('DM knows no table of shop yet.');
});

test('an older answer stays, marked as old, next to the problem since', () => {
	const list = schemaList(page, {...failed, ...names('shop'), problem: failed.problem});
	expect(list.rows).toEqual([{name: 'shop'}]);
	expect(list.isStale({name: 'shop'})).toBe(true);
	expect(list.head?.map(line => lineText(line))).toEqual([' worker-1 did not answer']);
	expect(schemaList(page, names('shop')).isStale({name: 'shop'})).toBe(false);
	expect(schemaList(page, names('shop')).head).toEqual([]);
});
