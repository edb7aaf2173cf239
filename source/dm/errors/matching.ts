/** Which entry an error is about. */
import type {ProcessError} from '../status.js';
import type {ErrorEntry, Match} from './entry.js';
import {entries} from './knowledge.js';
import {takeApart} from './parts.js';

export type Unit = 'Dump' | 'Load' | 'Sync';

/** What of an error is compared with the entries. */
type Traits = {
	readonly code: number;
	readonly numbers: ReadonlySet<number>;
	readonly text: string;
	readonly unit: Unit | undefined;
};

/** "Error 1062 (23000)", "ERROR 1236 (HY000)", "[ddl:8200]", "error_code=1045". */
const databaseNumber =
	/\berror[ _](?:code[=:]? ?)?(?<plain>\d{4,5})\b|\[[a-z]{2,20}:(?<tidb>\d{4,5})\]|\berr(?:or)? ?code:? (?<told>\d{4,5})\b/giv;

/** The numbers of MySQL and TiDB that a text holds. */
export const databaseNumbers = (text: string): ReadonlySet<number> =>
	new Set(
		[...text.matchAll(databaseNumber)].map(({groups}) =>
			Number(groups?.['plain'] ?? groups?.['tidb'] ?? groups?.['told']),
		),
	);

/** Texts of this length tell what there is to tell. */
const longest = 6000;

const loadWords = /\[lightning:|\blightning\b|file [^\s]{1,200}\.sql\b/iv;

/** The unit that an error tells of by itself. */
const unitOf = (code: number, message: string, text: string): Unit | undefined => {
	if ((code >= 34_000 && code < 36_000) || loadWords.test(text)) {
		return 'Load';
	}

	if (message.startsWith('startLocation: ') || (code >= 36_000 && code < 38_000)) {
		return 'Sync';
	}

	return code >= 32_000 && code < 34_000 ? 'Dump' : undefined;
};

const traitsOf = (error: ProcessError, unit: Unit | undefined): Traits => {
	const {code = 0, message, rawCause} = error;
	const {said} = takeApart(error);
	const text = `${said.slice(0, longest)}\n${rawCause.slice(0, longest)}`;
	return {
		code,
		numbers: databaseNumbers(text),
		text,
		unit: unit ?? unitOf(code, message, text),
	};
};

/** How particular a match is: a text says more than a number of the database, and that more than DM's code. */
const weights = {text: 8, numbers: 4, unit: 2, codes: 1};

/** How well an error fits; 0 when it does not. */
const score = ({codes, numbers, text, unit}: Match, traits: Traits): number => {
	if (
		(codes && !codes.includes(traits.code)) ||
		(numbers && !numbers.some(number => traits.numbers.has(number))) ||
		(unit && unit !== traits.unit) ||
		(text && !text.test(traits.text))
	) {
		return 0;
	}

	return (
		(text ? weights.text : 0) +
		(numbers ? weights.numbers : 0) +
		(unit ? weights.unit : 0) +
		(codes ? weights.codes : 0)
	);
};

/** The entry that fits best; of two that fit as well, the one that is told first. Undefined when none does. */
export const findEntry = (error: ProcessError, unit?: Unit): ErrorEntry | undefined => {
	const traits = traitsOf(error, unit);
	let best: ErrorEntry | undefined;
	let most = 0;
	for (const entry of entries()) {
		for (const match of entry.match) {
			const fit = score(match, traits);
			if (fit > most) {
				most = fit;
				best = entry;
			}
		}
	}

	return best;
};

/** Every entry that DM's code or the database's number alone leads to, the most general first. */
export const findEntriesByNumber = (number: number): readonly ErrorEntry[] =>
	entries()
		.filter(({match}) => match.some(({codes, numbers}) => codes?.includes(number) || numbers?.includes(number)))
		.toSorted((left, right) => generality(right, number) - generality(left, number));

/** 1 for an entry about the number whatever the text, 0 for one that needs a text as well. */
const generality = ({match}: ErrorEntry, number: number): number =>
	match.some(
		({codes, numbers, text}) => !text && (codes?.includes(number) || numbers?.includes(number)),
	)
		? 1
		: 0;
