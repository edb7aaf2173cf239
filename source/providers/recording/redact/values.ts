/** Values of rows: they occur in statements and in their errors, and are never recorded. */
import {mapQuoted, type Quoted} from '../../../dm/secrets/quoted.js';
import {isHarmlessWord} from '../../../dm/secrets/vocabulary.js';
import {stripClosedComments, stripProseComments} from './comments.js';
import {stripLiterals} from './literals.js';
import {quotedMeaningOf} from './meaning.js';
import {mapStatements} from './statements.js';
import type {ValueSigns} from './value-signs.js';

/** After it any text may be the rest of a value. */
const strictWord = /[\p{Alphabetic}\p{Number}$_]+/gv;

/** Text in which only words of DM and MySQL are kept. */
const strict = (text: string, values: ValueSigns): string =>
	text.replaceAll(strictWord, found =>
		isHarmlessWord(found) || /^\d{1,5}$/v.test(found) ? found : values.of(found),
	);

const stripQuoted = (quoted: Quoted, values: ValueSigns): string => {
	const {inner} = quoted;
	switch (quotedMeaningOf(quoted)) {
		case 'harmless':
		case 'key':
		case 'name': {
			return inner;
		}

		case 'sentence': {
			return stripValues(inner, values);
		}

		case 'go-sentence': {
			return strict(inner, values);
		}

		case 'value': {
			return values.of(inner);
		}
	}
};

const bareValue =
	/(?<before>\b(?:value|constant|entry|literal)[\s:]{1,3}[\(\[]?)(?<value>-?\d[\w\-.]{0,100})|(?<list>\b(?:arg|argument|value|data|row|record|param|bind)s?\s{0,3}[:=]?\s{0,3}\[)(?<inner>[^\[\]]{1,100000})|(?<![\w.])0x[\da-f]{4,}/giv;

/** "constant 300 overflows", "for value 42", "arguments [1 x]", and bytes: values without quotes. */
export const mapBareValues = (text: string, change: (value: string) => string): string =>
	text.replaceAll(bareValue, (whole: string, ...rest: unknown[]) => {
		const {before, value, list, inner} = rest.at(-1) as Record<string, string | undefined>;
		if (value !== undefined) {
			return `${before}${change(value)}`;
		}

		return inner === undefined ? change(whole) : `${list}${change(inner)}`;
	});

const near = /\bnear (?=["'])/giv;

/** The rest of a statement as quoted by the parser, including quotes: it ends at the last one. */
export const mapNear = (text: string, change: (sql: string) => string): string => {
	near.lastIndex = 0;
	const found = near.exec(text);
	if (!found) {
		return text;
	}

	const begin = found.index + found[0].length;
	const last = text.lastIndexOf(text[begin]!);
	const end = last > begin ? last : text.length;
	return `${text.slice(0, begin + 1)}${end > begin + 1 ? change(text.slice(begin + 1, end)) : ''}${text.slice(end)}`;
};

/** It begins with a word of the statement, unless its quotes are unbalanced: then it may begin within a literal. */
const stripNear = (sql: string, values: ValueSigns): string =>
	(sql.split("'").length + sql.split('"').length) % 2 === 0 ? stripLiterals(sql, values) : values.of(sql);

const stripProse = (text: string, values: ValueSigns): string => {
	const at = text.search(near);
	const [head, tail] = at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at)];
	const stripped = mapQuoted(head, quoted => stripQuoted(quoted, values));
	return mapBareValues(stripped, value => values.of(value)) + mapNear(tail, sql => stripNear(sql, values));
};

/** The text with a sign instead of every value of a row. */
export const stripValues = (text: string, values: ValueSigns): string =>
	/[\d"#'`]|--|\/\*/v.test(text)
		? mapStatements(stripClosedComments(text), {
				sql: sql => stripLiterals(sql, values),
				prose: (prose, isSure) =>
					isSure ? stripProse(stripProseComments(prose), values) : strict(prose, values),
			})
		: text;
