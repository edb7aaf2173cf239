/**
 * What a cell shows, as a number: a code point, or, for a grapheme of several code points, an entry of a table. Numbers
 * compare faster than strings, and a row of them takes little memory.
 */
import {Buffer} from 'node:buffer';
import {textWidth} from '../width.js';

/** An empty cell. */
export const blank = 0x20;

/** The right half of a glyph that takes two cells. */
export const continuation = 0;

const firstCluster = 0x11_00_00;

/**
 * Scripts and symbols with the same width on every terminal. Left out are emoji, marks that stand alone, scripts whose
 * letters join, private use, and the symbols that Unicode 16 made wide.
 */
const agreedCharacter =
	/^[[\p{Script=Armenian}\p{Script=Bopomofo}\p{Script=Braille}\p{Script=Common}\p{Script=Cyrillic}\p{Script=Georgian}\p{Script=Greek}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Latin}]--[\p{Emoji_Presentation}\p{Format}\p{Mark}\u{1100}-\u{11FF}\u{2630}-\u{2637}\u{268A}-\u{268F}\u{4DC0}-\u{4DFF}\u{A960}-\u{A97F}\u{D7B0}-\u{D7FF}\u{FF9E}\u{FF9F}\u{1D300}-\u{1D376}]]$/v;

const agreedCluster =
	/^[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Latin}][\u{300}-\u{34E}\u{350}-\u{36F}]+$/v;

const mark = /^\p{Mark}/v;

const joiner = '\u{200D}';

type Facts = {
	readonly text: string;

	/** Cells it takes, by the count that lays out the screens. */
	readonly width: number;

	/**
	 * The most cells that a terminal may use for it, where terminals disagree, else 0: after such a glyph the cursor's
	 * column is not known, and cells to the right may have been overwritten.
	 */
	readonly reach: number;
};

const factsOf = (text: string): Facts => {
	const width = Math.min(2, textWidth(text));
	const {length} = [...text];
	const isAgreed = length === 1 ? agreedCharacter.test(text) : agreedCluster.test(text);
	return {text, width, reach: isAgreed ? 0 : Math.max(2, 2 * length)};
};

/** Bounded: a screen shows few graphemes at a time, but a program left open for days may see very many. */
const mostClusters = 20_000;

/** The numbers of all glyphs that one picture has had. */
export class Glyphs {
	readonly #facts = new Map<number, Facts>();
	readonly #clusters = new Map<string, number>();

	#factsOfCharacter(code: number): Facts {
		let facts = this.#facts.get(code);
		if (facts === undefined) {
			facts = factsOf(String.fromCodePoint(code));
			this.#facts.set(code, facts);
		}

		return facts;
	}

	/** A mark without its letter is put on a blank: Ink has given it a separate cell. */
	#withoutWidth(grapheme: string): number | undefined {
		return mark.test(grapheme) ? this.read(` ${grapheme}`) : undefined;
	}

	get isFull(): boolean {
		return this.#clusters.size > mostClusters;
	}

	/** The glyph for one grapheme, or undefined if it shows nothing. */
	read(whole: string): number | undefined {
		// A joiner at its end would join whatever is written next.
		const grapheme = whole.endsWith(joiner) ? whole.slice(0, -1) : whole;
		if (grapheme === '') {
			return undefined;
		}

		const code = grapheme.codePointAt(0)!;
		if (grapheme.length === (code > 0xff_ff ? 2 : 1)) {
			const facts = this.#factsOfCharacter(code);
			return facts.width === 0 ? this.#withoutWidth(grapheme) : code;
		}

		const known = this.#clusters.get(grapheme);
		if (known !== undefined) {
			return known;
		}

		if (textWidth(grapheme) === 0) {
			return this.#withoutWidth(grapheme);
		}

		const glyph = firstCluster + this.#clusters.size;
		this.#clusters.set(grapheme, glyph);
		this.#facts.set(glyph, factsOf(grapheme));
		return glyph;
	}

	text(glyph: number): string {
		return (glyph < firstCluster ? this.#factsOfCharacter(glyph) : this.#facts.get(glyph)!).text;
	}

	/** Cells: 1 or 2. */
	width(glyph: number): number {
		return glyph < 0x7f ? 1 : this.#factsOfCharacter(glyph).width;
	}

	/** The most cells that a terminal may use for the glyph, or 0 when all terminals agree with `width`. */
	reach(glyph: number): number {
		return glyph < 0x7f ? 0 : this.#factsOfCharacter(glyph).reach;
	}

	/** Bytes on the wire. */
	size(glyph: number): number {
		if (glyph < 0x80) {
			return 1;
		}

		if (glyph < firstCluster) {
			return glyph < 0x8_00 ? 2 : glyph < 0x1_00_00 ? 3 : 4;
		}

		return Buffer.byteLength(this.text(glyph));
	}

	/** Forgets every grapheme. Rows read before must not be used any more. */
	clear(): void {
		this.#clusters.clear();
		this.#facts.clear();
	}
}
