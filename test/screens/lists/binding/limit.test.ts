/** Tables of very many rows: which of them are listed. */
import {describe, expect, it, test} from 'vitest';
import type {DiagnosedView} from '../../../../source/findings/diagnosis.js';
import {limitCluster, limitRows, mostRows} from '../../../../source/screens/lists/binding/limit.js';
import type {Place} from '../../../../source/screens/places/place.js';

const numbered = (count: number): readonly string[] =>
	Array.from({length: count}, (_, index) => `n-${index}`);

const none = {suspects: () => new Set<string>(), words: []};

describe('the rows of a table', () => {
	it('are all shown up to ten thousand', () => {
		const rows = numbered(10_000);
		expect(limitRows(rows, name => name, none)).toBe(rows);
	});

	it('are the first ten thousand if there are more', () => {
		const rows = numbered(10_002);
		expect(limitRows(rows, name => name, none)).toEqual(rows.slice(0, 10_000));
	});

	it('include those that match a filter and those with a finding first, in their order', () => {
		const rows = numbered(25_000);
		const limited = limitRows(rows, name => name, {
			suspects: () => new Set(['n-24999', 'n-3']),
			words: ['N-2000'],
		});
		expect(limited).toHaveLength(mostRows);
		expect(limited.slice(-12)).toEqual([
			'n-9988',
			'n-20000',
			'n-20001',
			'n-20002',
			'n-20003',
			'n-20004',
			'n-20005',
			'n-20006',
			'n-20007',
			'n-20008',
			'n-20009',
			'n-24999',
		]);
		expect(limited[3]).toBe('n-3');
	});

	it('are only those that match a filter if these are enough', () => {
		const rows = [...numbered(10_000).map(name => `other-${name}`), ...numbered(20_000)];
		const limited = limitRows(rows, name => name, {suspects: () => new Set(['other-n-1']), words: ['n-']});
		expect(limited).toEqual(rows.slice(0, 10_000));
		expect(
			limitRows(rows, name => name, {suspects: () => new Set(['other-n-1']), words: ['n-1999']}),
		).toEqual(rows.filter((name, index) => name.includes('n-1999') || name === 'other-n-1' || index < 9989));
	});
});

/** A cluster of so many things of each kind, in which something is wrong with the last of each. */
const clusterOf = (count: number): DiagnosedView => {
	const names = numbered(count);
	const last = names.at(-1)!;
	return {
		sources: names.map(source => ({source})),
		workers: names.map(name => ({name})),
		locks: names.map(id => ({id})),
		diagnosis: {findings: [{source: last, worker: last}, ...names.slice(1).map(task => ({task}))]},
	} as unknown as DiagnosedView;
};

const listed = (count: number, place: Place, words: readonly string[] = []) => {
	const {cluster, total} = limitCluster(clusterOf(count), place, words);
	const names = {
		sources: cluster.sources.map(({source}) => source),
		workers: cluster.workers.map(({name}) => name),
		locks: cluster.locks.map(({id}) => id),
		findings: cluster.diagnosis.findings.map(({task}) => task),
	};
	return {names: names[place.kind as keyof typeof names], total};
};

test.each(['sources', 'workers'] as const)('of too many %s those with a finding are listed', kind => {
	const {names, total} = listed(12_000, {kind});
	expect([names.length, names.at(-1), total]).toEqual([mostRows, 'n-11999', 12_000]);
});

test.each(['sources', 'workers', 'locks', 'findings'] as const)(
	'of too many %s those that match the filter are listed',
	kind => {
		const {names, total} = listed(12_000, {kind}, ['n-11998']);
		expect([names.length, total]).toEqual([mostRows, 12_000]);
		expect(names).toContain('n-11998');
		expect(names).not.toContain('n-11997');
	},
);

test.each(['sources', 'workers', 'locks', 'findings'] as const)(
	'up to ten thousand %s are all listed',
	kind => {
		const cluster = clusterOf(10_000);
		const limited = limitCluster(cluster, {kind}, []);
		expect(limited.cluster).toBe(cluster);
		expect(limited.total).toBeUndefined();
	},
);

test('other screens list their own rows', () => {
	const cluster = clusterOf(12_000);
	expect(limitCluster(cluster, {kind: 'events'}, [])).toEqual({cluster});
});
