/** Colours, titles and cursor movements that programs such as jq write into a document. */

const escape = '\u{1B}';
/** ECMA-48's CSI in one character. */
const sequence = '\u{9B}';
const bell = '\u{7}';

/** Anything longer than this, characters, is not a code: its beginning is followed by text. */
const longest = 200;

/** A colour of jq whose escape character was lost on the way, and what shows that there are any. */
const bareColours = /(?:\^\[|␛)?\[\d{0,3}(?:;\d{1,3})*m/gv;
const bareColour = /\[\d{1,3}(?:;\d{1,3})*m["\[\{]/v;
const bareReset = /\[0?m/v;

/** The offset after the characters from `start` on that are in a range of ECMA-48. */
const passRange = (text: string, start: number, first: string, last: string): number => {
	let end = start;
	while (end < text.length && text[end]! >= first && text[end]! <= last) {
		end++;
	}

	return end;
};

/** The offset after a control string such as a title, which does not extend past its line. */
const passString = (text: string, start: number): number | undefined => {
	for (let end = start; end < text.length; end++) {
		const character = text[end]!;
		if (character === bell) {
			return end + 1;
		}

		// Any other end is a code itself.
		if (character === escape || character === '\n' || end - start > longest) {
			return end;
		}
	}

	return undefined;
};

/** The offset after the code at `start`; undefined when the text ends inside it. */
const passCode = (text: string, start: number): number | undefined => {
	const isSequence = text[start] === sequence;
	const kind = isSequence ? '[' : text[start + 1];
	if (kind === undefined) {
		return undefined;
	}

	const begin = start + (isSequence ? 1 : 2);
	if ('P]X^_'.includes(kind)) {
		return passString(text, begin);
	}

	const end = kind === '[' ? passRange(text, begin, ' ', '?') : passRange(text, begin - 1, ' ', '/');
	const last = text[end];
	if (last === undefined) {
		return undefined;
	}

	return last >= (kind === '[' ? '@' : '0') && last <= '~' ? end + 1 : end;
};

/** Removes terminal codes from a stream in chunks of any size. */
export class TerminalCodes {
	#held = '';
	#hasBareColours = false;

	#leaveOutBareColours(text: string): string {
		this.#hasBareColours ||= bareColour.test(text) && bareReset.test(text);
		return this.#hasBareColours ? text.replaceAll(bareColours, '') : text;
	}

	/** The chunk without codes; an incomplete one at its end is held back for the next chunk. */
	push(chunk: string): string {
		const text = this.#held + chunk;
		this.#held = '';
		let kept = '';
		let end = 0;
		for (const {index} of text.matchAll(/[^\s\P{Control}]/gv)) {
			const character = text[index];
			if (index < end || (character !== escape && character !== sequence)) {
				continue;
			}

			kept += text.slice(end, index);
			const next = passCode(text, index);
			if (next === undefined && text.length - index <= longest) {
				this.#held = text.slice(index);
				end = text.length;
				break;
			}

			end = next ?? index + 1;
		}

		return this.#leaveOutBareColours(kept + text.slice(end));
	}
}
