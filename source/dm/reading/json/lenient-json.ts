/**
 * A JSON reader for text that JSON.parse refuses or cannot hold: it reports where the text ends too early, accepts what
 * people paste from documents, chats and terminals, and keeps integers past 2^53 as bigint.
 */
import {say} from '../../../language/say.js';
import {isSameValue} from '../../values/same-value.js';
import {quote, type StatusFormatError} from '../status-format-error.js';
import {blanksAt} from './blanks.js';
import {cutOff, mismatch} from './mismatch.js';
import {type LinePlace, pathText, type TextPlace, linePlaceOf, textStart} from './place.js';
import {readScalar} from './scalar.js';
import {closersOf, ellipsis, signOf} from './signs.js';
import {findTextEnd, unescapeText} from './text-literal.js';

/** Deeper than any status document; it protects the stack from a malicious one. */
const deepest = 500;

/** The most elisions that are remembered. */
const mostElisions = 20;

const bareKey = /[$A-Z_a-z][\w$]*/vy;

/** A place where something was left out of the document. */
export type Elision = {
	/** The JSON path of the list, object or value in which something is missing. */
	readonly path: string;
	readonly line: number;
	/** A key that an object has again, with another value: which of the two is true is not known. */
	readonly isRepeated?: true;
};

/** Stands for a value that was left out. */
const elided = Symbol('elided');

/** Reads one JSON value from an offset of a text on, and keeps what was wrong with it. */
export class LenientJson {
	readonly #text: string;
	readonly #path: Array<string | number> = [];
	readonly #elisions: Elision[] = [];
	readonly #start: TextPlace;
	/** The last entry or value was left out, or something in it. */
	#isElided = false;
	/** The offset of the next character; after `read`, of the first one after the value. */
	offset: number;
	/** A string did not end on its line: a terminal may have broken it. */
	isBroken = false;
	/** There was a blank between two values that JSON does not allow. */
	hasOtherBlanks = false;

	/** A reader that begins at `offset` of the text, whose beginning is at `start` of the stream. */
	constructor(text: string, offset = 0, start: TextPlace = textStart) {
		this.#text = text;
		this.offset = offset;
		this.#start = start;
	}

	#sign(): string | undefined {
		const character = this.#text[this.offset];
		return character === undefined ? undefined : signOf(character);
	}

	#readObject(): Readonly<Record<string, unknown>> {
		const entries = new Map<string, unknown>();
		const contested = new Set<string>();
		this.offset++;
		for (let isMore = this.#begin('}'); isMore; isMore = this.#next('}')) {
			if (this.#passEllipsis()) {
				continue;
			}

			const key = this.#readKey();
			this.#path.push(key);
			this.skipBlanks();
			if (!this.#pass(':')) {
				throw this.#mismatch(say('a colon after the key'));
			}

			const value = this.#readValue();
			if (value !== elided) {
				if (entries.has(key) && !isSameValue(entries.get(key), value)) {
					contested.add(key);
					this.#note({isRepeated: true});
				}

				entries.set(key, value);
			}

			this.#path.pop();
		}

		for (const key of contested) {
			entries.delete(key);
		}

		// So that a key such as __proto__ is a normal key.
		return Object.fromEntries(entries);
	}

	#readKey(): string {
		if (closersOf(this.#text[this.offset] ?? '') !== undefined) {
			return this.#readText();
		}

		bareKey.lastIndex = this.offset;
		const key = bareKey.exec(this.#text)?.[0];
		if (key === undefined) {
			throw this.#mismatch(say('a key in double quotes'));
		}

		this.offset += key.length;
		return key;
	}

	#readList(): readonly unknown[] {
		const list: unknown[] = [];
		this.offset++;
		for (let isMore = this.#begin(']'); isMore; isMore = this.#next(']')) {
			if (this.#passEllipsis()) {
				continue;
			}

			this.#path.push(list.length);
			list.push(this.#readValue());
			this.#path.pop();
		}

		return list;
	}

	/** Remembers that something is not known here. */
	#note(kind: Pick<Elision, 'isRepeated'> = {}): void {
		if (this.#elisions.length < mostElisions) {
			this.#elisions.push({path: pathText(this.#path), line: this.place().line, ...kind});
		}
	}

	/** Skips an elision and remembers it. */
	#passEllipsis(): boolean {
		ellipsis.lastIndex = this.offset;
		const length = ellipsis.exec(this.#text)?.[0].length ?? 0;
		if (length > 0) {
			this.#note();

			this.offset += length;
		}

		this.#isElided = length > 0;
		return this.#isElided;
	}

	/** Whether a first entry follows; skips `close` when not. */
	#begin(close: string): boolean {
		this.skipBlanks();
		return !this.#pass(close);
	}

	/** Whether another entry follows; skips the comma before it, or `close`. */
	#next(close: string): boolean {
		const isLineEnded = this.skipBlanks();
		const sign = this.#sign();
		if (sign === ',') {
			this.offset++;
			return this.#begin(close);
		}

		if (sign === close) {
			this.offset++;
			return false;
		}

		if ((isLineEnded || this.#isElided) && this.#beginsEntry()) {
			return true;
		}

		throw this.#mismatch(say('a comma or {sign}', {sign: quote(close)}));
	}

	#beginsEntry(): boolean {
		const character = this.#text[this.offset];
		return (
			character !== undefined &&
			(closersOf(character) !== undefined || /[\d\-.A-Z\[a-z\{\u{2026}\u{22EF}]/v.test(signOf(character)))
		);
	}

	#pass(sign: string): boolean {
		if (this.#sign() !== sign) {
			return false;
		}

		this.offset++;
		return true;
	}

	#readText(): string {
		const start = this.offset;
		const end = findTextEnd(this.#text, start);
		if (end.is === 'line') {
			this.isBroken = true;
			throw this.#mismatch(
				say('a string that ends in the line it begins in'),
				say('one that does not'),
				start,
			);
		}

		if (end.is === 'cut') {
			throw this.#cutOff();
		}

		const source = this.#text.slice(start + 1, end.offset - 1);
		const text = source.includes('\\') ? unescapeText(source) : source;
		if (text === undefined) {
			throw this.#mismatch(
				say('a string with the escapes of JSON'),
				quote(this.#text.slice(start, end.offset)),
				start,
			);
		}

		this.offset = end.offset;
		return text;
	}

	#readScalar(): unknown {
		const scalar = readScalar(this.#text, this.offset);
		if (scalar === 'cut') {
			throw this.#cutOff();
		}

		if (scalar === undefined) {
			throw this.#mismatch(say('a value'));
		}

		this.offset = scalar.end;
		return scalar.value;
	}

	#readValue(): unknown {
		this.skipBlanks();
		return this.#passEllipsis() ? elided : this.read();
	}

	#cutOff(): StatusFormatError {
		return cutOff(this.place(this.#text.length), this.#path);
	}

	#mismatch(expected: string, found?: string, offset = this.offset): StatusFormatError {
		return found === undefined && offset >= this.#text.length
			? this.#cutOff()
			: mismatch(
					{expected, found, place: this.place(offset), rest: this.#text.slice(offset, offset + 200)},
					this.#path,
				);
	}

	/** What was left out of the document by its writer, or contradicts itself. */
	get elisions(): readonly Elision[] {
		return this.#elisions;
	}

	/** The line of an offset, counted from 1, and "line 12, column 3". */
	place(offset = this.offset): LinePlace {
		return linePlaceOf(this.#text, offset, this.#start);
	}

	/** Skips blanks and comments; true when there was a line break. */
	skipBlanks(): boolean {
		const {end, hasLineEnded, hasOther} = blanksAt(this.#text, this.offset);
		this.offset = end;
		this.hasOtherBlanks ||= hasOther;
		return hasLineEnded;
	}

	/**
	 * The value that begins at the offset. Besides JSON it takes `#`, `//` and block comments, a trailing comma, no
	 * comma between two entries on separate lines, quotes and punctuation of word processors and input methods, strings
	 * and constants of Python, keys without quotes, and `...` in place of entries and values.
	 *
	 * @throws {StatusFormatError} when there is no whole value.
	 */
	read(): unknown {
		this.skipBlanks();
		const sign = this.#sign();
		if (sign === '{' || sign === '[') {
			if (this.#path.length > deepest) {
				throw this.#mismatch(say('lists and objects at most {deepest} deep', {deepest}), say('more'));
			}

			return sign === '{' ? this.#readObject() : this.#readList();
		}

		return closersOf(this.#text[this.offset] ?? '') === undefined ? this.#readScalar() : this.#readText();
	}
}
