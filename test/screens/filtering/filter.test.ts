import {describe, expect, it} from 'vitest';
import {isKept, keep} from '../../../source/screens/filtering/keep.js';
import {type FilterFields, parseFilter, wantedWords} from '../../../source/screens/filtering/parse.js';

const kept = (filter: string, words: string) => isKept(parseFilter(filter), words);

type Row = {readonly name: string; readonly state: string; readonly worker: string; readonly lag?: number};

const rows: readonly Row[] = [
	{name: 'orders', state: 'Paused', worker: 'dm-10.0.1.21-8262', lag: 300},
	{name: 'payments', state: 'Running', worker: 'dm-10.0.1.22-8262', lag: 0},
	{name: 'customers', state: 'Error', worker: 'dm-10.0.1.23-8262', lag: 61},
	{name: 'dump', state: 'Running', worker: 'dm-10.0.1.21-8262'},
];

const fields: FilterFields = new Map([
	['state', 'text'],
	['worker', 'text'],
	['lag', 'number'],
]);

const names = (filter: string): readonly string[] =>
	keep(parseFilter(filter, fields), rows, {
		name: ({name}) => name,
		words: ({name, state, worker}) => `${name} ${state} ${worker}`,
		field: (row, field) => (field === 'state' ? row.state : row.worker),
		number: ({lag}, field) => (field === 'lag' ? lag : undefined),
	}).map(({name}) => name);

describe('a filter', () => {
	it('requires every word, anywhere, in any case', () => {
		expect(kept('orders err', 'Orders-shard Error Sync')).toBe(true);
		expect(kept('orders load', 'Orders-shard Error Sync')).toBe(false);
	});

	it('excludes a word after ! or -', () => {
		expect(kept('!finished', 'legacy Finished')).toBe(false);
		expect(kept('-finished legacy', 'legacy Running')).toBe(true);
		expect(kept('-finished', 'legacy Finished')).toBe(false);
		expect(kept('orders-shard', 'orders-shard')).toBe(true);
	});

	it('has no effect while it is empty or incomplete', () => {
		for (const filter of ['', ' ! ', '-', '~', '|', ' | ', '"', 'state:']) {
			expect(names(filter)).toHaveLength(4);
			expect(parseFilter(filter, fields).mistake).toBeUndefined();
		}
	});

	it('accepts either of the words next to |, and either of the groups if | has blanks around it', () => {
		expect(names('orders|customers')).toEqual(['orders', 'customers']);
		expect(names('orders | customers error')).toEqual(['orders', 'customers']);
		expect(names('orders | customers running')).toEqual(['orders']);
		expect(names('running orders|payments')).toEqual(['payments']);
		expect(names('-orders|payments')).toEqual(['customers', 'dump']);
	});

	it('treats quoted words as one, without operators in them', () => {
		expect(kept('"a b"', 'x a b')).toBe(true);
		expect(kept('"a b"', 'b a')).toBe(false);
		expect(kept('"!x"', 'a !x')).toBe(true);
		expect(kept('"a|b"', 'a')).toBe(false);
	});

	it('searches a field', () => {
		expect(names('state:paused')).toEqual(['orders']);
		expect(names('STATE:paused|error')).toEqual(['orders', 'customers']);
		expect(names('-state:running')).toEqual(['orders', 'customers']);
		expect(names('worker:21-8262 state:running')).toEqual(['dump']);
	});

	it('compares numbers, with units', () => {
		expect(names('lag:>60')).toEqual(['orders', 'customers']);
		expect(names('lag:>1m')).toEqual(['orders', 'customers']);
		expect(names('lag:>=5m')).toEqual(['orders']);
		expect(names('lag:<1m')).toEqual(['payments']);
		expect(names('lag:=0')).toEqual(['payments']);
		expect(names('lag:<=61')).toEqual(['payments', 'customers']);
		expect(names('-lag:>60')).toEqual(['payments', 'dump']);
	});

	it('matches letters of a name in order', () => {
		expect(names('~pymnts')).toEqual(['payments']);
		expect(names('~ordrs|cstmrs')).toEqual(['orders', 'customers']);
		expect(names('~xyz')).toEqual([]);
	});

	it('treats an address or a position as a word', () => {
		expect(parseFilter('10.0.1.21:8262 mysql-bin.000088:725886232', fields).mistake).toBeUndefined();
		expect(kept('mysql-bin.000088:725886232', 'at mysql-bin.000088:725886232')).toBe(true);
	});

	it('says what is wrong with it, and where', () => {
		expect(parseFilter('orders foo:bar', fields).mistake).toEqual({
			at: 8,
			text: 'no field foo; there are state, worker, lag',
		});
		expect(parseFilter('lag:>x', fields).mistake).toEqual({
			at: 1,
			text: 'lag:> takes a number, such as 60, 5m or 10M',
		});
		expect(parseFilter('state:>5', fields).mistake).toEqual({
			at: 1,
			text: 'state is not a number: write state:text',
		});
		expect(names('orders foo:bar')).toEqual(['orders']);
	});

	it('says which words are highlighted', () => {
		expect(wantedWords(parseFilter('a|b -c state:d lag:>5 ~e', fields))).toEqual(['a', 'b', 'd']);
	});
});
