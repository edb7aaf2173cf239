import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
	type GtidInterval,
	gtidGaps,
	gtidSetText,
	missingTransactions,
	parseGtidSet,
	shortGtidText,
} from '../../../source/dm/positions/gtid.js';

const first = 'c0149e17-dff1-11e8-b6a8-0242ac110004';
const second = '03fc0263-28c7-11e7-a653-6c0b84d59f30';

const printed = (text: string): string | undefined => {
	const set = parseGtidSet(text);
	return set && gtidSetText(set);
};

test.each([
	[`${first}:1-14`, `${first}:1-14`],
	[`${first}:5`, `${first}:5`],
	[`${first}:1-14:16:20-21,\n${second}:1-3`, `${first}:1-14:16:20-21,${second}:1-3`],
	[`${first.toUpperCase()}:3-4:1-2`, `${first}:1-4`],
	[`${first}:1-5:4-9, ${first}:10`, `${first}:1-10`],
	[`${first}:backup:1-5`, `${first}:backup:1-5`],
	[`${first}:1-3:Backup:1-5:7:other:2`, `${first}:1-3,${first}:backup:1-5:7,${first}:other:2`],
	['1-1-35', '1-1-35'],
	['1-1-35,2-2-7', '1-1-35,2-2-7'],
	['0-1-5, 0-2-9', '0-2-9'],
	[`${first}:1-18446744073709551615`, `${first}:1-18446744073709551615`],
])('%j is the set %s', (text, set) => {
	expect(printed(text)).toBe(set);
});

test.each([
	'',
	' , ',
	'none',
	'1-1',
	'1-1-x',
	first,
	`${first}:`,
	`${first}:0-3`,
	`${first}:5-3`,
	`${first}:tag`,
	'not-a-uuid:1-3',
	`${first}:1-3,1-1-3`,
])('%j is not a set', text => {
	expect(parseGtidSet(text)).toBeUndefined();
});

const missing = (held: string, wanted: string): bigint | undefined =>
	missingTransactions(parseGtidSet(held)!, parseGtidSet(wanted)!);

test.each([
	[`${first}:1-10`, `${first}:1-14`, 4n],
	[`${first}:1-14`, `${first}:1-10`, 0n],
	[`${first}:1-3:5-7`, `${first}:1-10`, 4n],
	[`${first}:1-10`, `${first}:1-10,${second}:1-3`, 3n],
	[`${first}:1-10`, `${first}:tag:1-5`, 5n],
	[`${first}:1-5:8-20`, `${first}:3-9:15-25`, 7n],
	[`${first}:1`, `${first}:1-18446744073709551615`, 18_446_744_073_709_551_614n],
	['1-1-35', '1-1-751', 716n],
	['1-1-35', '1-9-40,2-2-7', 12n],
	['1-1-35', '1-1-30', 0n],
	['1-1-35', `${first}:1-3`, undefined],
])('the transactions missing from %s that are in %s', (held, wanted, count) => {
	expect(missing(held, wanted)).toBe(count);
});

const intervals = fc.array(
	fc.tuple(fc.integer({min: 1, max: 60}), fc.nat(12)).map(([from, length]) => [from, from + length] as const),
	{minLength: 1, maxLength: 6},
);
const mysqlSet = fc.dictionary(fc.constantFrom(first, second, `${first}:tag`), intervals, {minKeys: 1});

const written = (set: Readonly<Record<string, ReadonlyArray<readonly [number, number]>>>): string =>
	Object.entries(set)
		.map(([server, ranges]) => [server, ...ranges.map(([from, to]) => `${from}-${to}`)].join(':'))
		.join(',\n');

const members = (set: Readonly<Record<string, ReadonlyArray<readonly [number, number]>>>): Set<string> =>
	new Set(
		Object.entries(set).flatMap(([server, ranges]) =>
			ranges.flatMap(([from, to]) =>
				Array.from({length: to - from + 1}, (_, index) => `${server}/${from + index}`),
			),
		),
	);

test('the transactions missing from a MySQL set are the same as counted one by one', () => {
	fc.assert(
		fc.property(mysqlSet, mysqlSet, (held, wanted) => {
			const have = members(held);
			const lacking = [...members(wanted)].filter(one => !have.has(one)).length;
			expect(missing(written(held), written(wanted))).toBe(BigInt(lacking));
			expect(missing(written(wanted), written(wanted))).toBe(0n);
		}),
	);
});

test('a printed set is read back unchanged', () => {
	const domain = fc.tuple(
		fc.bigInt({min: 0n, max: 2n ** 32n}),
		fc.bigInt({min: 0n, max: 2n ** 32n}),
		fc.bigInt({min: 1n, max: 2n ** 64n - 1n}),
	);
	const mariadbSet = fc.uniqueArray(domain, {selector: ([id]) => id, minLength: 1, maxLength: 5});
	fc.assert(
		fc.property(
			fc.oneof(
				mysqlSet.map(set => written(set)),
				mariadbSet.map(set => set.map(one => one.join('-')).join(',')),
			),
			text => {
				const set = parseGtidSet(text)!;
				expect(parseGtidSet(gtidSetText(set))).toEqual(set);
			},
		),
	);
});

test('any text is read as a set or rejected', () => {
	fc.assert(
		fc.property(
			fc.string({unit: fc.constantFrom('1', '-', ':', ',', 'a', ' ', first), maxLength: 30}),
			text => {
				const set = parseGtidSet(text);
				expect(set === undefined || gtidSetText(set).length > 0).toBe(true);
			},
		),
	);
});

test('the short text shortens every UUID and nothing else', () => {
	expect(shortGtidText(`${first}:1-14:16,\n${second}:tag:1-3`)).toBe('c0149e17…:1-14:16,03fc0263…:tag:1-3');
	expect(shortGtidText(`${first}:1-14`, '$&')).toBe('c0149e17$&:1-14');
	expect(shortGtidText('1-1-35')).toBe('1-1-35');
	expect(shortGtidText('')).toBe('');
	expect(shortGtidText('unknown')).toBe('unknown');
});

test('gaps are below the newest transaction that the set has, one by one', () => {
	const gaps = (held: string, wanted: string) =>
		gtidGaps(parseGtidSet(`${first}:${held}`)!, parseGtidSet(`${first}:${wanted}`)!).flatMap(gap => [
			gap.head,
			...gap.intervals.map(one => [one.first, one.last]),
		]);
	expect(gaps('1-10', '1-20')).toEqual([]);
	expect(gaps('5-6:9:20', '1-30')).toEqual([20n, [1n, 4n], [7n, 8n], [10n, 19n]]);
	expect(gaps('1-2:20', '4:6-8:19-25')).toEqual([20n, [4n, 4n], [6n, 8n], [19n, 19n]]);
	expect(gaps('1-100', '5-6:9')).toEqual([]);
});

const oneByOne = (server: string, missed: readonly GtidInterval[]): string[] =>
	missed.flatMap(({first: from, last}) =>
		Array.from({length: Number(last - from) + 1}, (_, index) => `${server}/${Number(from) + index}`),
	);

test('the gaps of a set are the same as counted one by one, server by server', () => {
	fc.assert(
		fc.property(mysqlSet, mysqlSet, (held, wanted) => {
			const have = members(held);
			const heads = new Map<string, number>();
			for (const one of have) {
				const [server = '', number] = one.split('/', 2);
				heads.set(server, Math.max(heads.get(server) ?? 0, Number(number)));
			}

			const passedOver = [...members(wanted)].filter(one => {
				const [server = '', number] = one.split('/', 2);
				return !have.has(one) && Number(number) < (heads.get(server) ?? 0);
			});
			const gaps = gtidGaps(parseGtidSet(written(held))!, parseGtidSet(written(wanted))!);
			const told = gaps.flatMap(({server, intervals: missed}) => oneByOne(server, missed));
			expect(told.toSorted()).toEqual(passedOver.toSorted());
			for (const {server, head} of gaps) {
				expect(Number(head)).toBe(heads.get(server));
			}
		}),
	);
});

test('MariaDB’s sets have no gaps', () => {
	const [mariadb, mysql] = [parseGtidSet('1-1-35')!, parseGtidSet(`${first}:5-9`)!];
	expect(gtidGaps(mariadb, parseGtidSet('1-1-40')!)).toEqual([]);
	expect(gtidGaps(mysql, mariadb)).toEqual([]);
	expect(gtidGaps(mariadb, mysql)).toEqual([]);
});

test('a set of more than a million characters is not read', () => {
	const servers = Array.from(
		{length: 30_000},
		(_, index) => `53ea0ed1-9bf8-11e6-8bea-${String(index).padStart(12, '0')}:1-4`,
	);
	expect(parseGtidSet(servers.slice(0, 20_000).join(','))).toBeDefined();
	expect(parseGtidSet(servers.join(','))).toBeUndefined();
});
