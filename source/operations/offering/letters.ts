/**
 * The key of each entry of a menu: the same kind of operation has the same letter in every menu.
 */
import type {OperationKind} from '../../providers/operation.js';
import {wordsOf} from '../kinds.js';
import {say} from '../../language/say.js';
import type {Choice} from '../target.js';
import type {Cure} from './cures.js';
import type {Offer} from './offer.js';
import type {PageEntry, PageKind} from './pages.js';

/** Without the keys that move in a menu or leave it (j, k, h, q). */
const letters: Readonly<Record<OperationKind, string>> = {
	pause: 'p',
	resume: 'r',
	start: 'a',
	stop: 't',
	'binlog-skip': 's',
	'binlog-replace': 'e',
	'binlog-inject': 'i',
	'binlog-revert': 'v',
	'binlog-list': 'l',
	'schema-set': 'c',
	'schema-remove': 'm',
	'validation-start': 'd',
	'validation-stop': 'o',
	'validation-ignore': 'g',
	'validation-resolve': 'z',
	'validation-clear': 'w',
	'resume-relay': 'y',
	'pause-relay': 'u',
	'enable-relay': 'n',
	'disable-relay': 'b',
	'purge-relay': 'g',
	'transfer-source': 'f',
	'enable-source': 'a',
	'disable-source': 'd',
	'evict-leader': 'e',
	'cancel-evict-leader': 'c',
	'unlock-ddl': 'x',
};

const digits = [...'123456789'];

const pageLetters: Readonly<Record<PageKind, string>> = {config: 'd', validation: 'w', schema: 'c'};

const letterOf = (entry: Cure | PageEntry): string =>
	'page' in entry ? pageLetters[entry.page.kind] : letters[entry.choice.kind];

const withLetter = (
	entry: (Cure | PageEntry) & {readonly isCure: boolean},
	letter: string,
	isWarned: (choice: Choice) => boolean,
): Offer => {
	const {text, isCure} = entry;
	if ('page' in entry) {
		return {kind: 'page', page: entry.page, text, letter, gist: entry.gist, isCure, isWarnedOf: false};
	}

	const {choice, gist = say(wordsOf(choice).gist)} = entry;
	const isWarnedOf = isWarned(choice);
	return {
		kind: choice.kind,
		choice,
		text,
		letter,
		gist: isWarnedOf ? say('{gist}, with care', {gist}) : gist,
		isCure,
		isWarnedOf,
	};
};

/**
 * Entries with their letters; from the second entry with the same letter on they get digits, as long as there are any.
 * Those of which the advice warns say so.
 */
export const withLetters = (
	entries: ReadonlyArray<(Cure | PageEntry) & {readonly isCure: boolean}>,
	isWarned: (choice: Choice) => boolean,
): readonly Offer[] => {
	const used = new Set<string>();
	return entries.map(entry => {
		const letter = [letterOf(entry), ...digits].find(key => !used.has(key)) ?? '';
		used.add(letter);
		return withLetter(entry, letter, isWarned);
	});
};
