/** Passwords, keys and tokens in any text: they are neither shown nor recorded. Everything here takes linear time. */
import {isOfColumn} from './columns.js';
import {offsetsInDisguised, undisguised} from './disguises.js';
import {HiddenRanges, type Range, withHidden} from './hidden-ranges.js';
import {
	beforeElement,
	beforeFormValue,
	beforeHeader,
	beforeIdentified,
	beforeValue,
	beforeValueOfWord,
	encodedUser,
	isCommand,
	looseUser,
	passwordFile,
	privateKey,
	privateKeyEnd,
	privateLines,
	quotedUser,
	shape,
	shortFlag,
	userFlag,
	valueBeforeName,
	wordBehindPassword,
} from './secret-places.js';
import {rangesInInserts, rangesInTables} from './secret-columns.js';
import {valueEnd} from './secret-value.js';
import {isSecretKey, maySaySecrets} from './secret-words.js';
import {isHarmlessWord} from './vocabulary.js';

/** What is between each match and its `end`. */
const rangesBehind = (
	text: string,
	pattern: RegExp,
	endOf: (text: string, start: number) => number,
): Range[] => {
	const ranges: Range[] = [];
	pattern.lastIndex = 0;
	for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
		const start = found.index + found[0].length;
		const end = endOf(text, start);
		if (end > start) {
			ranges.push({start, end});
		}

		pattern.lastIndex = Math.max(end, start);
	}

	return ranges;
};

/** What each match has behind its group `before`. */
const rangesOf = (text: string, pattern: RegExp): Range[] =>
	text
		.matchAll(pattern)
		.map(({0: whole, index, groups}) => ({
			start: index + (groups?.['before']?.length ?? 0),
			end: index + whole.length,
		}))
		.filter(({start, end}) => end > start)
		.toArray();

const lineEnd = (text: string, start: number): number => {
	const end = text.indexOf('\n', start);
	return end === -1 ? text.length : end;
};

const elementEnd = (text: string, start: number): number => {
	const end = text.startsWith('<![CDATA[', start) ? text.indexOf(']]>', start) : text.indexOf('<', start);
	return end === -1 ? text.length : end;
};

const keyEnd = (text: string, start: number): number => {
	privateKeyEnd.lastIndex = start;
	return privateKeyEnd.exec(text)?.index ?? text.length;
};

const privateLinesEnd = (text: string, start: number): number => {
	const end = text.indexOf('Private-MAC:', start);
	return end === -1 ? text.length : end;
};

/** The end of a piece of text that may contain a user, a password and a host. */
const endsPiece = /^[\s"'<>`]/v;
const pieceEnd = /[\s"'<>`]/gv;

/** `root:x@(db1:3306)/shop`, `mysql://root:x@host`: what is between user and host. */
const rangeInPiece = (piece: string): Range | undefined => {
	const at = piece.lastIndexOf('@');
	if (at === -1 || !/[\w%\(\/\[（［]/v.test(piece[at + 1] ?? '')) {
		return undefined;
	}

	const scheme = piece.lastIndexOf('://', at);
	const start = scheme === -1 ? 0 : scheme + 3;
	const colon = start + piece.slice(start).search(/[:：]/v);
	if (colon < start || colon >= at - 1) {
		return undefined;
	}

	// After the first slash of a URL comes its path.
	return start > 0 && piece.slice(start, at).includes('/') && !piece.slice(colon, at).includes('/')
		? undefined
		: {start: colon + 1, end: at};
};

const rangesInPieces = (text: string): Range[] => {
	const ranges: Range[] = [];
	let done = 0;
	for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', done)) {
		let start = at;
		while (start > done && !endsPiece.test(text[start - 1]!)) {
			start -= 1;
		}

		pieceEnd.lastIndex = at;
		const end = pieceEnd.exec(text)?.index ?? text.length;
		const range = rangeInPiece(text.slice(start, end));
		if (range) {
			ranges.push({start: start + range.start, end: start + range.end});
		}

		done = end;
	}

	return ranges;
};

const network = /@(?:tcp[46]?|udp[46]?|unix|pipe|memory|cloudsql[\w\-]{0,20})?[\(（]/gv;
const userColon = /(?:^|[\s"'\(=（])[^\s"'\(\/:@（：]{0,64}[:：](?=\S)/v;

/** The longest user and password of a DSN whose password contains blanks or quotes. */
const longestUser = 256;

/** How many colons with a blank behind them a password may contain. */
const mostColons = 4;

const port = /^\d{1,5}(?::\s|\s)/v;

/** Where a password begins in the text before a host: behind a sentence, unless it has what looks like the end of one. */
const userIn = (text: string): number | undefined => {
	let end = text.length;
	for (let turn = 0; turn <= mostColons && end > 0; turn++) {
		end = text.lastIndexOf(': ', end - 1);
		const begin = end + 1;
		const user = userColon.exec(text.slice(begin));
		const start = user === null ? undefined : begin + user.index + user[0].length;
		if (start !== undefined && (turn === 0 || !port.test(text.slice(start, start + 8)))) {
			return start;
		}
	}

	return undefined;
};

/** `root:x y"z@tcp(10.0.0.1:3306)/`: the password of a Go DSN may contain anything. */
const rangesInDsn = (text: string): Range[] => {
	const ranges: Range[] = [];
	let done = 0;
	for (const {index} of text.matchAll(network)) {
		const lead = text.slice(Math.max(done, index - longestUser), index);
		const near = lead.slice(lead.lastIndexOf('\n') + 1);
		const found = userIn(near);
		if (found === undefined) {
			continue;
		}

		ranges.push({start: index - near.length + found, end: index});
		done = index;
	}

	return ranges;
};

const isSecretWord = (text: string, {start, end}: Range): boolean => {
	const word = text.slice(start, end);
	return !/^\*+$/v.test(word) && !isHarmlessWord(word) && !isOfColumn(text, start, end);
};

/** The secrets in a text without disguises. */
const secretsIn = (text: string): readonly Range[] => {
	const hidden = new HiddenRanges(text);
	const hideBehind = (pattern: RegExp, endOf: (text: string, start: number) => number): void => {
		hidden.hide(rangesBehind(hidden.text, pattern, endOf));
	};

	// V8 compiles a pattern when it is first used, these for 20 ms in all: most texts, also of errors, have no such word.
	const saysWord = isSecretKey(text);
	if (saysWord) {
		hidden.hide(rangesInTables(hidden.text));
	}

	hidden.hide(rangesInInserts(hidden.text));
	hideBehind(privateKey, keyEnd);
	hideBehind(privateLines, privateLinesEnd);
	if (saysWord) {
		hidden.hide(rangesOf(hidden.text, valueBeforeName));
		for (const pattern of beforeValueOfWord) {
			hideBehind(pattern, valueEnd);
		}

		hideBehind(beforeFormValue, lineEnd);
		hideBehind(beforeElement, elementEnd);
	}

	if (/identified/iv.test(hidden.text)) {
		hideBehind(beforeIdentified, valueEnd);
	}

	for (const pattern of beforeValue) {
		hideBehind(pattern, valueEnd);
	}

	hideBehind(beforeHeader, lineEnd);
	for (const pattern of [looseUser, quotedUser, encodedUser, passwordFile, shape]) {
		hidden.hide(rangesOf(hidden.text, pattern));
	}

	hidden.hide(rangesOf(hidden.text, wordBehindPassword).filter(range => isSecretWord(hidden.text, range)));
	if (isCommand.test(hidden.text)) {
		hideBehind(shortFlag, valueEnd);
	}

	hideBehind(userFlag, valueEnd);
	if (hidden.text.includes('@')) {
		hidden.hide(rangesInDsn(hidden.text));
		hidden.hide(rangesInPieces(hidden.text));
	}

	return hidden.ranges;
};

/** The text without the passwords, keys and tokens in it. All else is as it was, however it is written. */
export const stripSecrets = (text: string): string => {
	const plain = undisguised(text);
	const secrets = maySaySecrets(plain) ? secretsIn(plain) : [];
	if (secrets.length === 0 || plain === text) {
		return withHidden(text, secrets);
	}

	const inText = offsetsInDisguised(text);
	return withHidden(
		text,
		secrets.map(({start, end}) => ({start: inText(start), end: inText(end)})),
	);
};
