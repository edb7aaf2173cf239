/** The error for a status document that cannot be read, and the words for what was found. */
import {say} from '../../language/say.js';
import {stripSecrets} from '../secrets/passwords.js';

/** The longest piece of a document that a message quotes, characters. */
const quotedLength = 60;

/** Secrets are hidden in so much of a text before it is shortened. */
const readLength = 1000;

/** Characters that JSON.stringify does not escape although a terminal or a reader could misread them. */
const invisible = /[\p{Control}\p{Format}\p{Line_Separator}\p{Paragraph_Separator}]/gv;

/** Text from a document in quotes, shortened, without secrets, with every control and invisible character escaped. */
export const quote = (text: string): string => {
	const clean = stripSecrets(text.slice(0, readLength));
	const isLong = clean.length > quotedLength || text.length > readLength;
	const cut = isLong ? `${clean.slice(0, quotedLength).toWellFormed()}…` : clean;
	return JSON.stringify(cut).replaceAll(
		invisible,
		character => String.raw`\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`,
	);
};

/** A decoded JSON value in a few words, such as `the text "x"` or `a list of 3`. */
export const describeValue = (value: unknown): string => {
	if (value === undefined) {
		return say('nothing');
	}

	if (value === null) {
		return 'null';
	}

	if (typeof value === 'string') {
		return value === '' ? say('an empty string') : say('the string {text}', {text: quote(value)});
	}

	if (typeof value === 'number' || typeof value === 'bigint') {
		return say('the number {number}', {number: String(value).slice(0, quotedLength)});
	}

	if (typeof value === 'boolean') {
		return String(value);
	}

	if (Array.isArray(value)) {
		return value.length === 0 ? say('an empty list') : say('a list of {count}', {count: value.length});
	}

	const keys = Object.keys(value);
	if (keys.length === 0) {
		return say('an empty object');
	}

	const named = keys
		.slice(0, 4)
		.map(key => quote(key))
		.join(', ');
	return keys.length > 4
		? say('an object with {keys} and {count} more keys', {keys: named, count: keys.length - 4})
		: say('an object with {keys}', {keys: named});
};

type FormatMismatch = {
	/** What was expected: "a list of sources". */
	readonly expected: string;
	/** What was found: `the text "x"`. */
	readonly found: string;
	/** A JSON path such as `$.sources[1]`, or "line 12, column 3" where the text is not JSON. */
	readonly where: string;
	/** The line of the text, counted from 1; 1 by default, as in an answer of one line. */
	readonly line?: number;
	/** What to do about it, one sentence; '' when there is no advice. */
	readonly fix?: string;
};

const placeOf = ({found, where, line = 1}: FormatMismatch): string => {
	if (where === '$') {
		return say(', at line {line}', {line});
	}

	if (found.includes(where)) {
		return '';
	}

	return where.startsWith('$')
		? say(', at {where} (document at line {line})', {where, line})
		: say(', at {where}', {where});
};

/**
 * Text is not a status document of DM. The message is one line for a person; `expected`, `found`, `where`, `line` and
 * `fix` are its parts. Quotes in it are shortened and without control characters.
 */
export class StatusFormatError extends Error {
	override readonly name = 'StatusFormatError';
	readonly expected: string;
	readonly found: string;
	readonly where: string;
	readonly line: number;
	readonly fix: string;

	constructor(mismatch: FormatMismatch) {
		super(
			say('Expected {expected}, found {found}{place}', {
				expected: mismatch.expected,
				found: mismatch.found,
				place: placeOf(mismatch),
			}),
		);
		const {expected, found, where, line = 1, fix = ''} = mismatch;
		this.expected = expected;
		this.found = found;
		this.where = where;
		this.line = line;
		this.fix = fix;
	}
}

/** A whole document that is not a status: another answer of DM, or of a program in front of it. */
export class ForeignDocumentError extends StatusFormatError {}

/** What every reader of a whole document expects. */
export const statusDocument = (): string =>
	say('a status document of DM (query-status, /apis/v1alpha1/status/ or OpenAPI tasks)');
