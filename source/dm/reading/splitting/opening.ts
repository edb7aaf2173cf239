import type {TextPlace} from '../json/place.js';
import {closersOf, isUnseen, signOf} from '../json/signs.js';

/** What opens a list or an object. */
export const openers = '{[｛［【';

/** So much of what follows an opener is kept until it is known what it is, characters. */
const longest = 100_000;

/** The keys of a status, which begin a document without quotes too, as JavaScript prints it. */
const bareKeys = new Set(['result', 'msg', 'sources', 'tasks', 'data', 'total', 'status_list']);
const longestKey = 20;

/** A brace or bracket and the blanks after it, while it is not known whether a document begins there. */
export class Opening {
	/** A key without quotes behind it, as far as it was read. */
	#key = '';
	#isKeyWhole = false;
	text: string;
	/** The sign of JSON that it is. */
	readonly sign: string;
	readonly start: TextPlace;
	/** Its line ends behind it. */
	isLineEnded = false;

	constructor(text: string, start: TextPlace) {
		this.text = text;
		this.sign = signOf(text);
		this.start = start;
	}

	/** Keeps a character that does not decide anything. */
	wait(character: string): void {
		this.text += this.text.length < longest ? character : '';
		this.isLineEnded ||= character === '\n';
		if (!isUnseen(character)) {
			this.#key += character;
		} else if (this.#key !== '') {
			this.#isKeyWhole = true;
		}
	}

	/**
	 * Whether a document begins here, by the character that follows; undefined when that does not tell. A line that begins
	 * as a comment does (`isComment`) holds none, but behind the prompt of root one may begin.
	 */
	isBeginning(character: string, isComment: boolean): boolean | undefined {
		if (isUnseen(character)) {
			return undefined;
		}

		const sign = signOf(character);
		if (this.#key !== '') {
			const isLonger = !this.#isKeyWhole && /\w/v.test(character) && this.#key.length < longestKey;
			return isLonger ? undefined : sign === ':' && bareKeys.has(this.#key);
		}

		if (this.sign === '[') {
			return sign === '{';
		}

		const isText = closersOf(character) !== undefined;
		if (isComment) {
			return isText && this.isLineEnded;
		}

		if (isText || sign === '#' || sign === '/' || (this.isLineEnded && '.…'.includes(character))) {
			return true;
		}

		return /\w/v.test(character) ? undefined : false;
	}
}
