/** Which entry matches an error. */
import type {ProcessError} from '../../status.js';
import {singleSpaced} from '../../values/single-spaced.js';
import type {ErrorEntry, Match} from '../entry.js';
import {errorEntries} from '../knowledge.js';
import {type ErrorParts, findSide, isDdl, takeApart} from '../parsing/parts.js';
import type {FailingUnit} from '../owner.js';
import {isUncoded} from '../parsing/uncoded.js';
import {codeOfWords} from './code-of-words.js';

/** The traits of an error that are compared with the entries. */
type Traits = {
	readonly code: number;
	readonly numbers: ReadonlySet<number>;
	readonly text: string;
	readonly unit: FailingUnit | undefined;
	readonly side: ErrorParts['side'];
	readonly isOfDdl: boolean;
	readonly isBare: boolean;
};

/** "Error 1062 (23000)", "ERROR 1236 (HY000)", "[ddl:8200]", "error_code=1045". */
const databaseNumber =
	/\berror[ _](?:code[:=]? ?)?(?<plain>\d{4,5})\b|\[[a-z]{2,20}:(?<tidb>\d{4,5})\]|\berr(?:or)? ?code:? (?<told>\d{4,5})\b/giv;

/** The error numbers of MySQL and TiDB in the text. */
export const databaseNumbers = (text: string): ReadonlySet<number> =>
	new Set(
		text
			.matchAll(databaseNumber)
			.map(({groups}) => Number(groups?.['plain'] ?? groups?.['tidb'] ?? groups?.['told'])),
	);

/** Only so much of a text is searched. */
const longest = 6000;

const queryFailed = 10_005;

const loadWords = /\[lightning:|\blightning\b|file \S{1,200}\.sql\b/iv;

/** The unit that follows from the error itself. */
const unitOf = (code: number, message: string, text: string): FailingUnit | undefined => {
	if ((code >= 34_000 && code < 36_000) || loadWords.test(text)) {
		return 'Load';
	}

	if (message.startsWith('startLocation: ') || (code >= 36_000 && code < 38_000)) {
		return 'Sync';
	}

	return code >= 32_000 && code < 34_000 ? 'Dump' : undefined;
};

/** Plain text has its cause at the end, after the statement. */
const lastOf = (message: string): string => message.slice(message.lastIndexOf(': ') + 1);

const traitsOf = (error: ProcessError, unit: FailingUnit | undefined): Traits => {
	const {message, rawCause} = error;
	const {said, statement, side} = takeApart(error);
	const isTextAlone = isUncoded(error.code);
	const code = isTextAlone ? codeOfWords(singleSpaced(said.slice(0, longest))) : error.code!;
	// A query is DM's own; statements contain user input.
	const query = code === queryFailed ? statement : '';
	const text = [said, rawCause, query, isTextAlone ? lastOf(message) : '']
		.map(part => singleSpaced(part.slice(0, longest)))
		.join('\n');
	return {
		code,
		numbers: databaseNumbers(text),
		text,
		unit: unit ?? unitOf(code, message, text),
		side: side ?? findSide({code, scope: ''}, text),
		isOfDdl: isDdl(statement),
		isBare: code === 0,
	};
};

/** How specific a match is: a text counts more than an error number of the database, and that more than DM's code. */
const weights = {text: 8, numbers: 4, unit: 2, ddl: 2, codes: 1, side: 0.5};

/** How much a match says about the errors that fit it. */
const worth = ({codes, numbers, text, unit, side, isOfDdl}: Match): number =>
	(text ? weights.text : 0) +
	(numbers ? weights.numbers : 0) +
	(unit ? weights.unit : 0) +
	(isOfDdl ? weights.ddl : 0) +
	(codes ? weights.codes : 0) +
	(side ? weights.side : 0);

const fits = ({codes, numbers, text, unit, side, isOfDdl, isBare}: Match, traits: Traits): boolean =>
	(codes?.includes(traits.code) ?? true) &&
	(numbers?.some(number => traits.numbers.has(number)) ?? true) &&
	(unit === undefined || unit === traits.unit) &&
	(side === undefined || side === traits.side) &&
	(isOfDdl === undefined || traits.isOfDdl) &&
	(isBare === undefined || traits.isBare) &&
	(text?.test(traits.text) ?? true);

type Way = {readonly match: Match; readonly entry: ErrorEntry};

let ways: readonly Way[] | undefined;

/** All ways in which an error can match, the most specific first, else in the order of the entries. */
const waysToMatch = (): readonly Way[] => {
	ways ??= errorEntries()
		.flatMap(entry => entry.match.map(match => ({match, entry})))
		.filter(({match}) => worth(match) > 0)
		.toSorted((left, right) => worth(right.match) - worth(left.match));
	return ways;
};

const findBest = (traits: Traits): ErrorEntry | undefined =>
	waysToMatch().find(({match}) => fits(match, traits))?.entry;

/** A cache of the entry for an error in each unit: the same errors come with every answer. */
const kept = new WeakMap<ProcessError, Map<FailingUnit | undefined, ErrorEntry | undefined>>();

/** The entry that matches best; of two equal ones, the first. Undefined when none does. */
export const findEntry = (error: ProcessError, unit?: FailingUnit): ErrorEntry | undefined => {
	const known = kept.get(error) ?? new Map<FailingUnit | undefined, ErrorEntry | undefined>();
	kept.set(error, known);
	if (!known.has(unit)) {
		known.set(unit, findBest(traitsOf(error, unit)));
	}

	return known.get(unit);
};

const isAbout = ({codes = [], numbers = []}: Match, number: number): boolean =>
	codes.includes(number) || numbers.includes(number);

/** Every entry for a code of DM or an error number of the database: first those that match by it alone. */
export const findEntriesByNumber = (number: number): readonly ErrorEntry[] => {
	const about = errorEntries().filter(
		({match, under = []}) => under.includes(number) || match.some(one => isAbout(one, number)),
	);
	const isGeneral = ({match}: ErrorEntry) =>
		match.some(one => isAbout(one, number) && !one.text && !one.unit && !one.isOfDdl);
	return [...about.filter(entry => isGeneral(entry)), ...about.filter(entry => !isGeneral(entry))];
};

/** The entry of that name; undefined when there is none. */
export const findEntryById = (id: string): ErrorEntry | undefined =>
	errorEntries().find(entry => entry.id === id);
