/** What stands between the documents of a stream, line by line. */
import type {TextPlace} from '../json/place.js';
import {isUnseen} from '../json/signs.js';

/** So much of a line that is not a document is kept, characters. */
const keptOfLine = 200;

/** Lines around a document that belong to how it was made: a comment, dmctl's prompt, a fence. */
const expected = /^\p{White_Space}*(?:#|\/\/|»|```|~~~)/v;
/** What is told of a line: words, or what is left of another document. */
const isTold = /[\p{Letter}\p{Number}\]\}]/v;
/** The line between two documents that is being read. */
export class LineBetween {
	#start: TextPlace | undefined;
	/** Its beginning. */
	text = '';

	/** Takes what follows in it, which stands at `place`. */
	add(text: string, place: TextPlace): void {
		if (this.text === '') {
			if (isUnseen(text)) {
				return;
			}

			this.#start = place;
		}

		this.text += this.text.length < keptOfLine ? text : '';
	}

	/** Ends it; gives what is to be told of it. */
	end(): {readonly text: string; readonly start: TextPlace} | undefined {
		const text = this.text.trim();
		this.text = '';
		return isTold.test(text) && !expected.test(text) ? {text, start: this.#start!} : undefined;
	}
}
