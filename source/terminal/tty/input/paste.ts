/** Pasted text (bracketed paste) whose end never comes: Ctrl-C ends it, and is a key again. */
import {withRead} from './keyboard.js';

const begin = '\u{1B}[200~';
const end = '\u{1B}[201~';
const ctrlC = '\u{3}';

/** The keyboard, on which Ctrl-C always reaches the program: in a paste without an end every key would be text. */
export const withEndOfPaste = (keyboard: NodeJS.ReadStream): NodeJS.ReadStream => {
	let isPasting = false;
	/** The end of what was read, in which a mark may have begun. */
	let last = '';

	return withRead(keyboard, () => {
		const chunk: unknown = keyboard.read();
		if (typeof chunk !== 'string') {
			return chunk;
		}

		const text = last + chunk;
		const begun = text.lastIndexOf(begin);
		const ended = text.lastIndexOf(end);
		isPasting = begun === ended ? isPasting : begun > ended;
		last = text.slice(1 - end.length);
		// Terminals take control characters out of what is pasted; beside much work a key is read together with text.
		if (!isPasting || !chunk.endsWith(ctrlC)) {
			return chunk;
		}

		isPasting = false;
		last = '';
		return chunk.slice(0, -ctrlC.length) + end + ctrlC;
	});
};
