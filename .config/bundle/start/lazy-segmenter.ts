/**
 * `Intl.Segmenter` that is made when there is text to split: making one loads ICU's rules, 8 ms, and every package
 * that measures texts makes its own as it is loaded. Most screens hold no text that needs it.
 */
const {Segmenter} = Intl;

/**
 * Characters that stand alone beside any of their kind: Latin, punctuation, arrows, lines, blocks, Braille, Chinese, and
 * those of private use, which stand for lines of a frame. Not among them: a carriage return, and whatever joins others.
 */
const isOfSingles =
	/^[\p{Control}\u{20}-\u{7E}\u{A0}-\u{2FF}\u{2010}-\u{2027}\u{2030}-\u{205E}\u{2190}-\u{23FF}\u{2500}-\u{2BFF}\u{3001}-\u{3029}\u{4E00}-\u{9FFF}\u{E000}-\u{F8FF}\u{FF01}-\u{FF60}]*$/v;

/** What `Segments` is where each code unit is a segment. */
class Singles implements Intl.Segments {
	readonly #input: string;

	constructor(input: string) {
		this.#input = input;
	}

	#at(index: number): Intl.SegmentData {
		return {segment: this.#input[index]!, index, input: this.#input};
	}

	containing(index = 0): Intl.SegmentData | undefined {
		const at = Math.trunc(index);
		return at >= 0 && at < this.#input.length ? this.#at(at) : undefined;
	}

	*[Symbol.iterator](): Generator<Intl.SegmentData, undefined, undefined> {
		for (let index = 0; index < this.#input.length; index++) {
			yield this.#at(index);
		}

		return undefined;
	}
}

/** Splits into graphemes, the only way in which dm-top and its packages ask. */
export class LazySegmenter {
	readonly #options: ConstructorParameters<typeof Segmenter>;
	#made: Intl.Segmenter | undefined;

	constructor(...options: ConstructorParameters<typeof Segmenter>) {
		this.#options = options;
	}

	segment(text: string): Intl.Segments {
		if (!text.includes('\r') && isOfSingles.test(text)) {
			return new Singles(text);
		}

		this.#made ??= new Segmenter(...this.#options);
		return this.#made.segment(text);
	}
}
