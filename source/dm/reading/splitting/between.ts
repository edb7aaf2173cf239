/** The text between the documents of a stream, line by line. */
import type {TextPlace} from '../json/place.js';
import {isUnseen} from '../json/signs.js';

/** How much is kept of a line that is not a document, characters. */
const keptOfLine = 200;

/** Lines around a document that are expected: a comment, dmctl's prompt, a code fence. */
const expected = /^\p{White_Space}*(?:#|\/\/|»|```|~~~)/v;
/** A line that is reported: words, or the rest of another document. */
const isTold = /[\p{Letter}\p{Number}\]\}]/v;
/** The line between two documents that is being read. */
export class LineBetween {
	#start: TextPlace | undefined;
	/** Its beginning. */
	text = '';

	/** Adds the next part of it, which is at `place`. */
	add(text: string, place: TextPlace): void {
		if (this.text === '') {
			if (isUnseen(text)) {
				return;
			}

			this.#start = place;
		}

		this.text += this.text.length < keptOfLine ? text : '';
	}

	/** Ends the line; returns what has to be reported. */
	end(): {readonly text: string; readonly start: TextPlace} | undefined {
		const text = this.text.trim();
		this.text = '';
		return isTold.test(text) && !expected.test(text) ? {text, start: this.#start!} : undefined;
	}
}
