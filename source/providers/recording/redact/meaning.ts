/** What a quoted part of a sentence is: a value, unless something indicates otherwise. */
import type {Quoted} from '../../../dm/secrets/quoted.js';
import {isHarmlessWord} from '../../../dm/secrets/vocabulary.js';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** A quoted text right after one of these is a name. */
const named = words(
	'key keys index indexes column columns field fields table tables database databases schema view trigger procedure function event partition partitions constraint name user users host server source sources task tasks worker workers master member relay variable engine plugin file directory path folder charset collation drop protocol command option flag type sequence role privilege tablespace savepoint method service flavor class scope level',
);

/** The same with a colon between. */
const namedBehindColon = words(
	'collation set charset engine variable privilege function plugin file source sources task tasks worker workers host server directory path table tables database databases schema sourcetable targettable',
);

/** A quoted text after these keys is not a value, but a sentence or a word of DM. */
const sentences = words(
	'message rawcause workaround msg error_msg error conflictmsg conflict_msg desc detail',
);
const plain = words(
	'errcode errclass errscope errlevel type stage unit level scope class code result task source worker name',
);

/** Character sets and parts of a statement, which are frequent in errors. */
const harmless =
	/^(?:(?:utf8|utf8mb3|utf8mb4|utf16|utf32|ucs2|latin1|gbk|gb18030|ascii|binary|big5)(?:_\w{1,40})?|field list|where clause|on clause|order clause|group statement|having clause|%|\?\d*|\*{6}|YES|NO)?$/v;

/** Sentences that Go quotes within others. */
const goSentence = /^(?:transport|rpc error|dial|read|write|context)[ :]/v;

const word = /(?<word>[\w\-]{1,64})\s{0,9}$/v;
const wordColon = /(?<word>[\w\-]{1,64})(?:\\{0,3}["'])?\s{0,4}[:=]\s{0,4}$/v;

const lastWord = (before: string, pattern: RegExp): string =>
	(pattern.exec(before)?.groups?.['word'] ?? '').toLowerCase();

/** Whether the quoted name is that of a variable of the server: “the 'sql_mode' variable”, “system variable 'sql_mode'”. */
const isVariable = (before: string, after: string): boolean =>
	/^ variable\b/v.test(after) || lastWord(before, word) === 'variable';

/** By its words and its context. */
export type QuotedMeaning = 'harmless' | 'key' | 'sentence' | 'go-sentence' | 'name' | 'value';

/** Anything that is not recognised is a value. */
export const quotedMeaningOf = ({quote, inner, before, after}: Quoted): QuotedMeaning => {
	if (harmless.test(inner) || (isHarmlessWord(inner) && isVariable(before, after))) {
		return 'harmless';
	}

	const key = lastWord(before, wordColon);
	const isDouble = quote.endsWith('"');
	if (isDouble && /^\s{0,4}:/v.test(after) && /^[\w\-]{1,40}$/v.test(inner) && !/\bparsing $/v.test(before)) {
		return 'key';
	}

	if (isDouble && sentences.has(key)) {
		return 'sentence';
	}

	if (
		after.startsWith('@') ||
		before.endsWith('@') ||
		named.has(lastWord(before, word)) ||
		namedBehindColon.has(key) ||
		(isDouble && plain.has(key)) ||
		/\bserver on\s{1,9}$/v.test(before)
	) {
		return 'name';
	}

	return goSentence.test(inner) ? 'go-sentence' : 'value';
};
