/** How far a secret after its key extends. */
import {isQuote, quotedEnd} from './quoted.js';

/**
 * What ends a value without quotes besides a blank, as a part of a class: punctuation of Chinese and Japanese. Before a
 * colon may be another key, whose value is hidden with this one.
 */
export const wideEnds = '“”、。《》「」『』【】！（），；？［］｛｝';

/** What MySQL allows before a text: `_utf8mb4 'x'`, `N'x'`, `X'78'` */
export const introducer = String.raw`(?:(?:_[a-z]\w{1,30}|[bnx])\s{0,20})?`;

const introduced = new RegExp(`${introducer}(?=["'])`, 'ivy');

/** What a value begins with is a part of it. */
const unquoted = new RegExp(String.raw`[${wideEnds}]{0,9}(?:\\(?:[\t ]|\r?\n)|[^\s${wideEnds}])*`, 'vy');

/** A YAML value of several lines: `|`, `>` and their modifiers. */
const block = /[>\|][\d+\-]{0,2}[\t ]{0,9}\r?\n/vy;

const openers = new Map([
	['[', ']'],
	['{', '}'],
	['(', ')'],
	...['（）', '［］', '｛｝', '「」', '『』', '【】', '《》', '“”'].map(
		([open, close]) => [open!, close!] as const,
	),
]);

/** After the bracket that closes the one at `start`, ignoring quotes; the end of the text when there is none. */
const bracketEnd = (text: string, start: number): number => {
	const open = text[start]!;
	const close = openers.get(open)!;
	let depth = 0;
	for (let at = start; at < text.length; at++) {
		const character = text[at];
		if (isQuote(character)) {
			at = quotedEnd(text, at).end - 1;
		} else if (character === open) {
			depth += 1;
		} else if (character === close) {
			depth -= 1;
			if (depth === 0) {
				return at + 1;
			}
		}
	}

	return text.length;
};

/** The end of the line before `end`: a key is short. */
const lineBefore = (text: string, end: number): string => {
	const before = text.slice(Math.max(0, end - 200), end);
	return before.slice(before.lastIndexOf('\n') + 1);
};

/** An item of a list in YAML. */
const item = /[\t ]*-[\t ]/vy;

/** After the lines that are indented deeper than the one with `start`, and the items beside it where it is one. */
const blockEnd = (text: string, start: number, isItem = false): number => {
	const indent = /^[\t \-]{0,200}/v.exec(lineBefore(text, start))?.[0].length ?? 0;
	let end = text.indexOf('\n', start);
	while (end !== -1 && end < text.length) {
		const lineIndent = /^[\t ]{0,200}/v.exec(text.slice(end + 1, end + 201))?.[0].length ?? 0;
		const next = text.indexOf('\n', end + 1);
		const isBlank = text.slice(end + 1, next === -1 ? text.length : next).trim() === '';
		item.lastIndex = end + 1;
		const isBeside = isItem && lineIndent === indent && item.test(text);
		if (!isBlank && lineIndent <= indent && !isBeside) {
			return end;
		}

		end = next;
	}

	return text.length;
};

/** A line that continues the value above it, and is no key or a stack. */
const continued = /\n[\t ]{1,200}(?!at\s|[\w\-.]{1,100}\s?[:=：])\S[^\n]*/vy;

/** The end of a value without quotes in YAML: deeper lines belong to it. */
const plainEnd = (text: string, start: number): number => {
	const indent = /^[\t \-]{0,200}/v.exec(lineBefore(text, start))![0].length;
	let end = text.indexOf('\n', start);
	while (end !== -1) {
		continued.lastIndex = end;
		const [line] = continued.exec(text) ?? [];
		if (line === undefined || /^\n[\t ]*/v.exec(line)![0].length - 1 <= indent) {
			return end;
		}

		end += line.length;
		if (end === text.length) {
			return end;
		}
	}

	return text.length;
};

/**
 * Where the value at `start` ends if the key before it begins its line, as in YAML, and its value goes to the end of that;
 * in a text in quotes the lines end with `\n`.
 */
const lineOfYaml = (text: string, start: number): number | undefined => {
	const {breaks} = /(?:^|(?<breaks>\\n))[\t ]*(?:- )?["']?[\w\-.]{1,100}["']?[:：][\t ]{1,20}$/v.exec(
		lineBefore(text, start),
	)?.groups ?? {breaks: ''};
	if (breaks === '') {
		return undefined;
	}

	if (breaks === undefined) {
		return plainEnd(text, start);
	}

	const ending = /\n|\\n|"/gv;
	ending.lastIndex = start;
	return ending.exec(text)?.index ?? text.length;
};

/** `password = x y`: the key begins its line, and has a blank on both sides of the sign. */
const ofSettings = /^[\t ]*[\w\-.]{1,100}[\t ]{1,9}=[\t ]{1,9}$/v;

/** Where the value of a line of settings ends: before a comma or a semicolon with a blank behind it, such as in a statement. */
const lineOfSettings = (text: string, start: number): number | undefined => {
	if (!ofSettings.test(lineBefore(text, start))) {
		return undefined;
	}

	const ending = /\n|[,;](?=\s|$)|\s[#;]/gv;
	ending.lastIndex = start;
	return ending.exec(text)?.index ?? text.length;
};

/** Two texts beside each other are one. */
const nextText = /\s{1,20}(?=["'])|\s{0,20}\|\|\s{0,20}(?=["'])/vy;

/** After the text in quotes at `start`, and those beside it. */
const textsEnd = (text: string, start: number): number => {
	let {end} = quotedEnd(text, start);
	for (;;) {
		nextText.lastIndex = end;
		if (!nextText.test(text)) {
			return end;
		}

		({end} = quotedEnd(text, nextText.lastIndex));
	}
};

/** `CONCAT('a', …)`, `$(cat file)` */
const call = /[a-z]\w{0,30}\((?=\s{0,9}["'])|\$\(/ivy;

/** `CONCAT(@a, 'b')`: a call only where it has an end and a text in it. */
const anyCall = /[a-z]\w{0,30}\(/ivy;
const longestCall = 1000;

const anyCallEnd = (text: string, start: number): number | undefined => {
	anyCall.lastIndex = start;
	if (!anyCall.test(text)) {
		return undefined;
	}

	const near = text.slice(anyCall.lastIndex - 1, anyCall.lastIndex + longestCall);
	const end = bracketEnd(near, 0);
	return near[end - 1] === ')' && /["']/v.test(near.slice(0, end)) ? anyCall.lastIndex - 1 + end : undefined;
};

/** `[]byte{0x68}`, `map[string]string{"a": "b"}`: what Go writes with `%#v`. */
const goLiteral = /(?:map)?\[\w{0,20}\][\w*.\[\]]{1,60}(?=\{)/vy;

/** `{User:root Password:a b Port:3306}`: what Go writes with `%+v` ends before the next field, or the struct. */
const goField = /[^\n\{\}]{1,200}?(?=\s[A-Z]\w{0,40}:|\})/vy;

const goFieldEnd = (text: string, start: number): number | undefined => {
	if (!/\{(?:[^\{\}]*\s)?[A-Z]\w{0,60}:$/v.test(text.slice(Math.max(0, start - 300), start))) {
		return undefined;
	}

	goField.lastIndex = start;
	return goField.test(text) ? goField.lastIndex : undefined;
};

/** `<<EOF`, and the lines up to that word. */
const here = /<<[\-~]?\s?["']?(?<word>[a-z]\w{0,30})/ivy;

const hereEnd = (text: string, start: number, word: string): number => {
	const end = text.indexOf(`\n${word}`, start);
	return end === -1 ? text.length : end + 1 + word.length;
};

/** Where the value ends that begins at `start`: in quotes, closed or cut off, in brackets, a line, or up to a blank. */
export const valueEnd = (text: string, start: number): number => {
	const character = text[start];
	if (character === undefined) {
		return start;
	}

	introduced.lastIndex = start;
	// Without an end `x'` is the beginning of a value.
	if (
		introduced.test(text) &&
		(!/[bnx]/iv.test(character) || quotedEnd(text, introduced.lastIndex).isClosed)
	) {
		return textsEnd(text, introduced.lastIndex);
	}

	const escapes = /^\\{1,15}(?=["'])/v.exec(text.slice(start, start + 16))?.[0].length;
	if (escapes !== undefined) {
		return quotedEnd(text, start + escapes, escapes).end;
	}

	block.lastIndex = start;
	if (block.test(text)) {
		return blockEnd(text, start);
	}

	goLiteral.lastIndex = start;
	if (goLiteral.test(text)) {
		return bracketEnd(text, goLiteral.lastIndex);
	}

	if (openers.has(character)) {
		return bracketEnd(text, start);
	}

	call.lastIndex = start;
	if (call.test(text)) {
		return bracketEnd(text, call.lastIndex - 1);
	}

	const knownEnd = anyCallEnd(text, start) ?? goFieldEnd(text, start);
	if (knownEnd !== undefined) {
		return knownEnd;
	}

	here.lastIndex = start;
	const word = here.exec(text)?.groups?.['word'];
	if (word !== undefined) {
		return hereEnd(text, start, word);
	}

	item.lastIndex = start;
	if (item.test(text) && lineBefore(text, start).trim() === '') {
		return blockEnd(text, start, true);
	}

	const lineEnd = lineOfYaml(text, start) ?? lineOfSettings(text, start);
	if (lineEnd !== undefined) {
		return lineEnd;
	}

	unquoted.lastIndex = start;
	const end = start + (unquoted.exec(text)?.[0].length ?? 0);
	// A closing bracket around the value is not part of it.
	const closing = /["'\),:;>\]\}]{1,9}$/v.exec(text.slice(Math.max(start, end - 9), end))?.[0].length ?? 0;
	return end - start > closing ? end - closing : end;
};
