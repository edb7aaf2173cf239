/** Finds SQL statements in text. */
import {quotedEnd} from '../../../dm/secrets/quoted.js';

/** What separates the words of a statement: blanks and comments. */
const gap = String.raw`(?:\s|\/\*[^*]{0,200}\*\/){1,20}`;

const phrase = (text: string): string => text.split(' ').join(gap);

/** What may be between `CREATE` and the kind of object. */
const definition = phrase(
	String.raw`(?:(?:or replace|temporary|unique|fulltext|spatial|global|columnar|(?:definer|algorithm)\s{0,9}=\s{0,9}\S{1,99}|sql security (?:definer|invoker)|undo|logfile|resource|online|offline|ignore) ){0,5}`,
);

/** How a statement begins. */
const statement = new RegExp(
	[
		phrase(
			String.raw`(?:alter|create|drop|truncate|rename) ${definition}(?:table|tables|database|schema|index|view|trigger|procedure|function|event|user|sequence|role|server|tablespace|group)\b(?! (?:failed|job|error|is|was|not|name|names|statement|statements)\b)`,
		),
		phrase(
			String.raw`(?:insert|replace) (?:(?:ignore|low_priority|high_priority|delayed) ){0,3}(?:into\b|[\w$\.\x60]{1,200}(?:${gap})?(?:\(|values?\b|set\b|select\b))`,
		),
		phrase(String.raw`delete (?:(?:ignore|quick|low_priority) ){0,3}(?:from\b|[\w$\.\x60,]{1,200} from\b)`),
		phrase(String.raw`update (?:(?:ignore|low_priority) ){0,2}[^\s;]{1,200} (?:(?:as )?\S{1,99} )?set\b`),
		phrase(
			String.raw`select (?!command|privileges?\b|failed|statements?\b|list\b|query|queries|is\b|was\b|the\b|a\b|an\b|at\b|from\b)`,
		),
		phrase(String.raw`(?:grant|revoke) [^;:]{1,200}? (?:on|to|from)\b`),
		phrase(String.raw`load (?:data|xml)\b`),
		phrase(
			String.raw`set (?:(?:global|session|local|persist|persist_only) )?(?:@|password\b|names\b|[\w.]{1,64}\s{0,9}:?=)`,
		),
		// MySQL names the statement in error 1236: "using CHANGE MASTER TO MASTER_AUTO_POSITION = 1, but …".
		phrase(
			String.raw`change (?:master|replication source|replication filter)\b(?! to (?:master|source)_auto_position)`,
		),
		phrase('start (?:slave|replica|group_replication) (?:user|until|sql|io)'),
		phrase(String.raw`call [\w$\.\x60]{1,200}\s{0,9}\(`),
		phrase(String.raw`with (?:recursive )?[\w\x60]{1,99} as\s{0,9}\(`),
		phrase(String.raw`prepare [\w\x60@]{1,99} from`),
		phrase(String.raw`execute [\w\x60@]{1,99} using`),
		phrase(String.raw`values row\s{0,9}\(`),
		String.raw`values\s{0,9}\(`,
	]
		.map(start => String.raw`(?<![\w\-@.])${start}`)
		.join('|'),
	'giv',
);

/**
 * Where a statement may end: at the bracket around it, the reason after it, its arguments, the stack below it, or an
 * opening quote.
 */
const mark =
	/["'\]`]|: (?=error \d{4,5}\b)|\n(?=[\t ]{0,20}(?:at|github\.com)\b)|, (?=rawcause: |workaround: )|[\s,](?=(?:arg|argument|param|bind|record|row)s?\s{0,3}[:=]?\s{0,3}\[)/giv;

/** Where one that was cut off within a quote may end. */
const cutEnd = /\]: |: error \d{4,5}\b|, (?:rawcause|workaround): /giv;

/** The end of the statement at `start`, and whether it is certain: the end may have been cut off. */
const statementEnd = (text: string, start: number): {readonly end: number; readonly isSure: boolean} => {
	const isBracketed = text[start - 1] === '[';
	mark.lastIndex = start;
	for (let found = mark.exec(text); found; found = mark.exec(text)) {
		const [sign] = found;
		if (sign === ']' && !isBracketed && !/^(?:: |,|$)/v.test(text.slice(found.index + 1, found.index + 3))) {
			continue;
		}

		if (!/^["'`]$/v.test(sign)) {
			return {end: found.index, isSure: true};
		}

		const {end, isClosed} = quotedEnd(text, found.index);
		if (!isClosed) {
			cutEnd.lastIndex = found.index;
			const rest = cutEnd.exec(text);
			return rest ? {end: rest.index, isSure: false} : {end: text.length, isSure: true};
		}

		mark.lastIndex = end;
	}

	return {end: text.length, isSure: true};
};

/** What becomes of SQL and of the words around it. */
export type MapStatements = {
	/** The replacement of a statement. */
	readonly sql: (sql: string) => string;
	/** The replacement of other text; `isSure` is false where it may contain the rest of a literal. */
	readonly prose?: (text: string, isSure: boolean) => string;
};

/** The text with its statements replaced. */
export const mapStatements = (text: string, {sql, prose = same => same}: MapStatements): string => {
	const parts: string[] = [];
	let done = 0;
	let isSure = true;
	statement.lastIndex = 0;
	for (let found = statement.exec(text); found; found = statement.exec(text)) {
		const end = statementEnd(text, found.index);
		parts.push(prose(text.slice(done, found.index), isSure), sql(text.slice(found.index, end.end)));
		done = end.end;
		isSure &&= end.isSure;
		statement.lastIndex = done;
	}

	return parts.join('') + prose(text.slice(done), isSure);
};
