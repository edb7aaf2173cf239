/** What a user finds by typing a number from a message. */
import {expect, test} from 'vitest';
import {errorEntries} from '../../../source/dm/errors/knowledge.js';
import {
	databaseNumbers,
	findEntriesByNumber,
	findEntryById,
} from '../../../source/dm/errors/matching/find-entry.js';

test('every number that an entry names leads to it, in whichever part of the entry it is', () => {
	for (const entry of errorEntries()) {
		const {id, match, under = []} = entry;
		const numbers = [...under, ...match.flatMap(({codes = [], numbers: own = []}) => [...codes, ...own])];
		for (const number of numbers) {
			expect(
				findEntriesByNumber(number).map(found => found.id),
				`${number}`,
			).toContain(id);
		}
	}
});

test('an entry that needs nothing but the number comes before those that need a text or a unit', () => {
	const numbers = new Set(
		errorEntries().flatMap(({match, under = []}) => [
			...under,
			...match.flatMap(({codes = [], numbers: own = []}) => [...codes, ...own]),
		]),
	);
	for (const number of numbers) {
		const areGeneral = findEntriesByNumber(number).map(({match}) =>
			match.some(
				({codes = [], numbers: own = [], text, unit, isOfDdl}) =>
					[...codes, ...own].includes(number) && !text && !unit && !isOfDdl,
			),
		);
		expect(areGeneral, `${number}`).toEqual(
			areGeneral.toSorted((left, right) => Number(right) - Number(left)),
		);
	}
});

test('1236 covers a purged binlog, a gap and a packet that is too large', () => {
	const ids = findEntriesByNumber(1236).map(({id}) => id);
	expect(ids).toEqual(expect.arrayContaining(['binlog-purged', 'binlog-event-too-large']));
	expect(findEntriesByNumber(9)).toEqual([]);
});

test('an entry by its name', () => {
	expect(findEntryById('binlog-purged')?.id).toBe('binlog-purged');
	expect(findEntryById('')).toBeUndefined();
});

test.each([
	['Error 1062 (23000): Duplicate entry', [1062]],
	['ERROR 1236 (HY000): x', [1236]],
	['[ddl:8200]Unsupported', [8200]],
	['error_code=1045, error code: 1146', [1045, 1146]],
	['err code 13', []],
	['errcode: 1105; error_code 12345', [1105, 12_345]],
	['terror 1062, [ddl:12]', []],
])('%s has %j', (text, numbers) => {
	expect([...databaseNumbers(text)]).toEqual(numbers);
});
