import type {TextPlace} from '../json/place.js';
import {closersOf, isUnseen, signOf} from '../json/signs.js';

/** What opens a list or an object. */
export const openers = '{[｛［【';

/** How much is kept after an opening brace or bracket until its meaning is known, characters. */
const longest = 100_000;

/** The keys of a status, which also begin a document without quotes, as JavaScript prints it. */
const bareKeys = new Set(['result', 'msg', 'sources', 'tasks', 'data', 'total', 'status_list']);
const longestKey = 20;

/** A brace or bracket and the blanks after it, while it is unclear whether a document begins there. */
export class Opening {
	/** The unquoted key after it, as far as it was read. */
	#key = '';
	#isKeyWhole = false;
	text: string;
	/** The JSON punctuation that it stands for. */
	readonly sign: string;
	readonly start: TextPlace;
	/** Its line ends after it. */
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
	 * Whether a document begins here, by the character that follows; undefined when that does not decide it. A comment line
	 * (`isComment`) has no document, but one may begin after the prompt of root.
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
