/** Which words on a screen are English. */
import {errorEntries} from '../../source/dm/errors/knowledge.js';
import {pageUrl} from '../../source/dm/errors/pages.js';
import {usageOf, verbs} from '../../source/screens/command-line/verbs.js';

/** Keys, units, placeholders in the help of filters, DM's own words that a document need not have, and the file of a task. */
const own =
	'Backspace Ctrl Delete End Enter Esc Home PgDn PgUp Shift Space Tab UTC KB MB GB ms dm-top dmctl follower orders coupons two words pymnts --master-addr DM before 6.0 DDL SQL GTID TASK.yaml';

/** The words of a text, in lower case. */
export const wordsOf = (text: string): readonly string[] =>
	text.match(/[A-Za-z]{2,}/gv)?.map(word => word.toLowerCase()) ?? [];

/** The words that may stand on a screen as they are: names and DM's own words in `data`, commands, keys, units. */
export const allowedWords = (...data: readonly string[]): ReadonlySet<string> =>
	new Set(
		[
			own,
			...verbs.map(verb => usageOf(verb)),
			...errorEntries().flatMap(({id, page, check}) => [id, pageUrl(page), ...check.map(({run}) => run)]),
			...data,
		].flatMap(text => wordsOf(text)),
	);

/** Where text was cut or covered: the letters next to it are part of a word. */
const edge = /[…│┌┐└┘▏]|^$/v;

/** The words in a line of a screen that are not allowed. */
export const strangeWords = (line: string, allowed: ReadonlySet<string>): readonly string[] => {
	const text = line.trim();
	return Array.from(text.matchAll(/[A-Za-z]{2,}/gv), ({0: word, index}) => {
		const lower = word.toLowerCase();
		const isCut =
			(edge.test(text[index + word.length] ?? '') &&
				allowed.values().some(known => known.startsWith(lower))) ||
			(edge.test(text[index - 1] ?? '') && allowed.values().some(known => known.endsWith(lower)));
		// Letters of curves that lie over each other are no words.
		return allowed.has(lower) || isCut || /^[a-d]+$/v.test(word) ? '' : word;
	}).filter(word => word !== '');
};
