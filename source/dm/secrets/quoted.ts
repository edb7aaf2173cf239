/** Quoted parts of text, found in one pass over it. */

/** Where a quoted part ends: after its closing quote, or at the end of a text that was cut off. */
export type QuotedPartEnd = {readonly end: number; readonly isClosed: boolean};

const backslash = '\\';

/** The supported quotes. */
export const isQuote = (character: string | undefined): character is '"' | "'" =>
	character === '"' || character === "'";

/** The number of backslashes right before `index`, not before `from`. */
const backslashesBefore = (text: string, index: number, from: number): number => {
	let count = 0;
	while (index - count > from && text[index - count - 1] === backslash) {
		count += 1;
	}

	return count;
};

/**
 * The end of the part whose opening quote is at `quoteAt`, after `depth` backslashes: a quote with as many or fewer
 * closes it. Without any, a backslash escapes, and a doubled quote (MySQL) or a tripled one (TOML) is not an end.
 */
export const quotedEnd = (text: string, quoteAt: number, depth = 0): QuotedPartEnd => {
	const quote = text[quoteAt]!;
	const triple = quote.repeat(3);
	if (depth === 0 && text.startsWith(triple, quoteAt)) {
		const end = text.indexOf(triple, quoteAt + 3);
		return end === -1 ? {end: text.length, isClosed: false} : {end: end + 3, isClosed: true};
	}

	for (let at = text.indexOf(quote, quoteAt + 1); at !== -1; at = text.indexOf(quote, at + 1)) {
		const escapes = backslashesBefore(text, at, quoteAt + 1);
		if (depth > 0) {
			if (escapes <= depth) {
				return {end: at + 1, isClosed: true};
			}
		} else if (escapes % 2 === 0) {
			if (text[at + 1] !== quote) {
				return {end: at + 1, isClosed: true};
			}

			at += 1;
		}
	}

	return {end: text.length, isClosed: false};
};

/** A quoted part and its context. */
export type Quoted = {
	/** The quote, with the backslashes before it. */
	readonly quote: string;
	readonly inner: string;
	/** The text before it, as far as it can identify the part. */
	readonly before: string;
	/** The text after it, likewise. */
	readonly after: string;
	readonly isClosed: boolean;
};

/** The size of the context. */
const around = 64;

/** The apostrophe of "doesn't" and "DM's" is not a quote; that of MySQL's `N'…'` and `_utf8'…'` is one. */
const contraction = /[a-z]{2}$/iv;
const contracted = /^'(?:[dmst]|re|ll|ve)(?![\w'])/v;
const introducer = /(?:^|\W)(?:_\w{1,20}|[bnx]|date|time|timestamp)$/iv;

const isApostrophe = (text: string, at: number): boolean => {
	const before = text.slice(Math.max(0, at - 24), at);
	if (text[at] !== "'" || !/[\d\p{Alphabetic}]$/v.test(before)) {
		return false;
	}

	// A plural's ("workers' tasks") or a contraction's.
	return (
		(contraction.test(before) && contracted.test(text.slice(at, at + 5))) ||
		(!introducer.test(before) && /^' ?$/v.test(text.slice(at, at + 2)) && before.endsWith('s'))
	);
};

/** An identifier in backticks: a quote in it is a part of it. */
const identifier = /`[^\n`]{1,256}`/vy;

/** The text with its quoted parts replaced by the result of `change`; the quotes stay. */
export const mapQuoted = (text: string, change: (quoted: Quoted) => string): string => {
	const found: string[] = [];
	let done = 0;
	let at = 0;
	const mark = /["'`]/gv;
	while (at < text.length) {
		mark.lastIndex = at;
		const next = mark.exec(text);
		if (!next) {
			break;
		}

		at = next.index;
		if (next[0] === '`') {
			identifier.lastIndex = at;
			at += identifier.exec(text)?.[0].length ?? 1;
			continue;
		}

		if (isApostrophe(text, at)) {
			at += 1;
			continue;
		}

		const depth = backslashesBefore(text, at, done);
		const {end, isClosed} = quotedEnd(text, at, depth);
		const width = text.startsWith(next[0].repeat(3), at) && depth === 0 && end - at >= 6 ? 3 : 1;
		const quote = text.slice(at - depth, at + width);
		const innerEnd = isClosed
			? end - (width === 1 ? 1 + Math.min(depth, backslashesBefore(text, end - 1, at + 1)) : 3)
			: end;
		const inner = text.slice(at + width, innerEnd);
		found.push(
			text.slice(done, at - depth),
			quote,
			change({
				quote,
				inner,
				before: text.slice(Math.max(0, at - depth - around), at - depth),
				after: text.slice(end, end + around),
				isClosed,
			}),
			text.slice(innerEnd, end),
		);
		done = end;
		at = end;
	}

	return found.join('') + text.slice(done);
};
