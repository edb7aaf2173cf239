/**
 * Parses the text after `/` into a filter:
 *
 * - `orders sync`: both words, in any place and case; `"two words"` as one.
 * - `!word`, `-word`: not with this one.
 * - `orders|coupons`: either; ` | ` with blanks around it parts whole groups of words.
 * - `state:paused`, `worker:dm-1|dm-2`: the word in that field or column alone.
 * - `lag:>60`, `lag:>1m`, `rows:<10`, `behind:>=10M`: a number compared.
 * - `~pymnts`: letters of the name in their order.
 */
import {parseQuantity} from '../../components/read-quantity.js';
import {namesText} from '../../language/sentences.js';
import {say} from '../../language/say.js';

/** How a number is compared, as it is typed. */
export type Comparison = '>' | '>=' | '<' | '<=' | '=';

/** One condition on a row. */
export type Test =
	| {readonly kind: 'word'; readonly word: string}
	| {readonly kind: 'fuzzy'; readonly needle: string}
	| {readonly kind: 'field'; readonly field: string; readonly word: string}
	| {
			readonly kind: 'number';
			readonly field: string;
			readonly comparison: Comparison;
			readonly value: number;
	  };

/** Any of the tests has to hold; with `wanted` false none of them may. */
export type Term = {readonly tests: readonly Test[]; readonly wanted: boolean};

/** What is wrong with a filter, and at which character, counted from 1. */
export type Mistake = {readonly at: number; readonly text: string};

/** A parsed filter. */
export type Filter = {
	/** A row is kept when all terms of any group hold; no group keeps every row. */
	readonly groups: ReadonlyArray<readonly Term[]>;
	/** The first mistake; a part with a mistake matches every row. */
	readonly mistake?: Mistake;
};

/** The fields that a table has, by their names in small letters, and whether they can be compared as numbers. */
export type FilterFields = ReadonlyMap<string, 'text' | 'number'>;

type Token = {readonly text: string; readonly at: number; readonly isQuoted: boolean};

/** A word with quoted parts, which may contain blanks. */
const tokenPattern = /(?:"[^"]*(?:"|$)|[^\s"])+/gv;

const tokensOf = (text: string): readonly Token[] =>
	Array.from(text.matchAll(tokenPattern), ({0: token, index}) => ({
		text: token.replaceAll('"', ''),
		at: index + 1,
		isQuoted: token.startsWith('"'),
	}));

/** `lag:` at the beginning of a word; not an address or a position, such as `10.0.1.11:8261`. */
const fieldPattern = /^(?<field>\p{Letter}[\p{Letter}\/_]*):(?<rest>.*)$/sv;

const comparisonPattern = /^(?<comparison>[<>]=?|=)(?<number>.*)$/sv;

const numberTest = (
	field: string,
	kind: 'text' | 'number',
	{comparison, number}: {readonly comparison: string; readonly number: string},
): Test | string => {
	if (kind === 'text') {
		return say('{field} is not a number: write {field}:text', {field});
	}

	const value = parseQuantity(number);
	return value === undefined
		? say('{field}:{comparison} takes a number, such as 60, 5m or 10M', {field, comparison})
		: {kind: 'number', field, comparison: comparison as Comparison, value};
};

/** The test of one alternative, or what is wrong with it; undefined while it is empty. */
const testOf = (text: string, isQuoted: boolean, fields: FilterFields): Test | string | undefined => {
	if (isQuoted) {
		return text === '' ? undefined : {kind: 'word', word: text.toLowerCase()};
	}

	if (text.startsWith('~')) {
		return text === '~' ? undefined : {kind: 'fuzzy', needle: text.slice(1)};
	}

	const {field: typed = '', rest = ''} = fieldPattern.exec(text)?.groups ?? {};
	const field = typed.toLowerCase();
	const kind = fields.get(field);
	if (field === '' || fields.size === 0) {
		return text === '' ? undefined : {kind: 'word', word: text.toLowerCase()};
	}

	if (kind === undefined) {
		return say('no field {typed}; there are {names}', {typed, names: namesText(fields.keys().toArray())});
	}

	const compared = comparisonPattern.exec(rest)?.groups;
	if (compared) {
		return numberTest(field, kind, {
			comparison: compared['comparison'] ?? '',
			number: compared['number'] ?? '',
		});
	}

	return rest === '' ? undefined : {kind: 'field', field, word: rest.toLowerCase()};
};

type Read = {readonly term?: Term; readonly mistake?: Mistake};

/** `state:paused|error` applies the field to both, and `~a|b` searches for both. */
const alternativesOf = (text: string): readonly string[] => {
	const {field} = fieldPattern.exec(text)?.groups ?? {};
	const [first = '', ...others] = text.split('|');
	const sign = field === undefined ? (first.startsWith('~') ? '~' : '') : `${field}:`;
	return [first, ...others.map(part => (fieldPattern.test(part) || part === '' ? part : sign + part))];
};

const termOf = ({text, at, isQuoted}: Token, fields: FilterFields): Read => {
	const isNegated = !isQuoted && /^[!\-]./sv.test(text);
	const bare = isNegated ? text.slice(1) : text;
	const read = (isQuoted ? [bare] : alternativesOf(bare)).map(part => testOf(part, isQuoted, fields));
	const mistake = read.find(test => typeof test === 'string');
	if (mistake !== undefined) {
		return {mistake: {at, text: mistake}};
	}

	const tests = read.filter((test): test is Test => typeof test === 'object');
	return tests.length === 0 || bare === '!' || bare === '-' ? {} : {term: {tests, wanted: !isNegated}};
};

/** The filter for a text; without fields, as in a page, a colon is an ordinary character. */
export const parseFilter = (text: string, fields: FilterFields = new Map()): Filter => {
	const groups: Term[][] = [[]];
	let mistake: Mistake | undefined;
	for (const token of tokensOf(text)) {
		if (token.text === '|' && !token.isQuoted) {
			groups.push([]);
			continue;
		}

		const read = termOf(token, fields);
		mistake ??= read.mistake;
		if (read.term) {
			groups.at(-1)!.push(read.term);
		}
	}

	const filled = groups.filter(group => group.length > 0);
	return mistake === undefined ? {groups: filled} : {groups: filled, mistake};
};

/** The words to highlight in matching rows. */
export const wantedWords = ({groups}: Filter): readonly string[] =>
	groups
		.flat()
		.filter(({wanted}) => wanted)
		.flatMap(({tests}) => tests.flatMap(test => ('word' in test ? [test.word] : [])));
