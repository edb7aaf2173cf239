/** Ranges of a text that are hidden. */
import {hiddenPassword} from './hidden-password.js';

/** From the offset `start` to before `end`. */
export type Range = {readonly start: number; readonly end: number};

/** The text with stars in place of ranges of it, which are in ascending order. */
export const withHidden = (text: string, ranges: readonly Range[]): string => {
	const parts: string[] = [];
	let done = 0;
	for (const {start, end} of ranges) {
		parts.push(text.slice(done, start), hiddenPassword);
		done = end;
	}

	return parts.join('') + text.slice(done);
};

/** Where the offsets of a text with stars, asked for in ascending order, are in the whole text. */
const offsetsInWhole = (hidden: readonly Range[]): ((offset: number, side: keyof Range) => number) => {
	let index = 0;
	let shift = 0;
	return (offset, side) => {
		for (; index < hidden.length; index++) {
			const {start, end} = hidden[index]!;
			const stars = start - shift;
			if (offset < stars + hiddenPassword.length) {
				return offset > stars ? hidden[index]![side] : offset + shift;
			}

			shift += end - start - hiddenPassword.length;
		}

		return offset + shift;
	};
};

const merged = (left: readonly Range[], right: readonly Range[]): readonly Range[] => {
	const all: Range[] = [];
	for (const range of [...left, ...right].toSorted((one, other) => one.start - other.start)) {
		const last = all.at(-1);
		if (last !== undefined && range.start <= last.end) {
			all[all.length - 1] = {start: last.start, end: Math.max(last.end, range.end)};
		} else {
			all.push(range);
		}
	}

	return all;
};

/** A text in which more and more is hidden: each look at it sees the stars of those before. */
export class HiddenRanges {
	readonly #whole: string;
	#ranges: readonly Range[] = [];
	#text: string;

	constructor(whole: string) {
		this.#whole = whole;
		this.#text = whole;
	}

	/** The text with stars. */
	get text(): string {
		return this.#text;
	}

	/** What is hidden of the whole text, in ascending order. */
	get ranges(): readonly Range[] {
		return this.#ranges;
	}

	/** Hides ranges of `text`, which are in ascending order; of stars that one begins or ends in, all are hidden. */
	hide(ranges: readonly Range[]): void {
		if (ranges.length === 0) {
			return;
		}

		const inWhole = offsetsInWhole(this.#ranges);
		const more = ranges.map(({start, end}) => ({start: inWhole(start, 'start'), end: inWhole(end, 'end')}));
		this.#ranges = merged(this.#ranges, more);
		this.#text = withHidden(this.#whole, this.#ranges);
	}
}
