/**
 * How cells look, as numbers: each different look gets a number when it is first seen, and the shortest way from one
 * look to another is worked out once.
 *
 * SGR: ECMA-48, 8.3.117; underline styles and colours as in xterm's ctlseqs; hyperlinks: OSC 8.
 */
import type {ColorDepth} from '../capabilities.js';
import {colorForDepth} from './colors.js';

/** The number of the look of a cell that nobody has styled. */
export const plain = 0;

const bold = 1;
const dim = 2;
const italic = 4;
const blink = 8;
const rapidBlink = 16;
const inverse = 32;
const hidden = 64;
const struck = 128;
const overlined = 256;
const underlineShift = 9;
const underlined = 7 << underlineShift;

/** What a blank shows of a style besides its background. */
const seenOnBlank = inverse | struck | overlined | underlined;

type Style = {
	/** Sum of the bits above; the kind of underline (1 single, 2 double, 3 curly, 4 dotted, 5 dashed) in bits 9 to 11. */
	readonly flags: number;

	/** Relative to 30: see `colorForDepth`. */
	readonly foreground: string;
	readonly background: string;
	readonly underline: string;

	/** Parameters and address of a hyperlink, `id=x;https://…`, or the empty text. */
	readonly link: string;
};

const unstyled: Style = {flags: 0, foreground: '', background: '', underline: '', link: ''};

const flagByCode: Readonly<Record<number, number>> = {
	1: bold,
	2: dim,
	3: italic,
	5: blink,
	6: rapidBlink,
	7: inverse,
	8: hidden,
	9: struck,
	53: overlined,
};

const flagsEndedByCode: Readonly<Record<number, number>> = {
	22: bold | dim,
	23: italic,
	24: underlined,
	25: blink | rapidBlink,
	27: inverse,
	28: hidden,
	29: struck,
	55: overlined,
};

/** The parts in the order in which they are written, each with the code that ends it. */
const parts: ReadonlyArray<readonly [mask: number, end: string]> = [
	[bold | dim, '22'],
	[italic, '23'],
	[underlined, '24'],
	[blink | rapidBlink, '25'],
	[inverse, '27'],
	[hidden, '28'],
	[struck, '29'],
	[overlined, '55'],
];

const withUnderline = (flags: number, kind: number): number =>
	(flags & ~underlined) | (Math.min(kind, 5) << underlineShift);

/** Codes that turn on what `flags` says, one after another. */
const codesFor = (flags: number): string[] => {
	const codes = Object.entries(flagByCode)
		.filter(([, flag]) => flags & flag)
		.map(([code]) => code);
	const kind = (flags & underlined) >> underlineShift;
	return kind === 0 ? codes : [...codes, kind === 1 ? '4' : `4:${kind}`];
};

const colorCode = (color: string, base: 3 | 4 | 5): string => {
	if (color === '') {
		return `${base}9`;
	}

	return color.startsWith('8;') ? base + color : String(base * 10 + Number(color));
};

const colorCodes = (from: Style, to: Style): string[] => [
	...(from.foreground === to.foreground ? [] : [colorCode(to.foreground, 3)]),
	...(from.background === to.background ? [] : [colorCode(to.background, 4)]),
	...(from.underline === to.underline ? [] : [colorCode(to.underline, 5)]),
];

/** The SGR parameters that lead from one style to another without a reset. */
const codesBetween = (from: Style, to: Style): string[] => {
	const codes: string[] = [];
	for (const [mask, end] of parts) {
		const had = from.flags & mask;
		const has = to.flags & mask;
		if (had === has) {
			continue;
		}

		// Bold and dim end together, so what stays of them is set again. One underline replaces another.
		const mustEnd = mask === underlined ? has === 0 : (had & ~has) !== 0;
		if (mustEnd) {
			codes.push(end);
		}

		codes.push(...codesFor(mustEnd || mask === underlined ? has : has & ~had));
	}

	return [...codes, ...colorCodes(from, to)];
};

const sequence = (codes: readonly string[]): string =>
	codes.length === 0 ? '' : `\u{1B}[${codes.join(';')}m`;

/** Bounded for the same reason as glyphs: a program may run for days. */
const mostStyles = 4000;

export class Styles {
	readonly #depth: ColorDepth;
	#styles: Style[] = [];
	readonly #numbers = new Map<string, number>();
	readonly #read = new Map<number, Map<string, number>>();
	readonly #changes = new Map<number, string>();
	#onBlank: Array<number | undefined> = [];

	/** Colours are brought down to what a terminal of this depth shows. */
	constructor(depth: ColorDepth) {
		this.#depth = depth;
		this.clear();
	}

	get isFull(): boolean {
		return this.#styles.length > mostStyles;
	}

	/** Forgets every style but the plain one. Rows read before must not be used any more. */
	clear(): void {
		this.#styles = [];
		this.#numbers.clear();
		this.#read.clear();
		this.#changes.clear();
		this.#onBlank = [];
		this.#number(unstyled);
	}

	/** The style after an SGR sequence with the given parameters (`1;38;5;208`), coming from style `from`. */
	read(from: number, parameters: string): number {
		let known = this.#read.get(from);
		if (known === undefined) {
			known = new Map();
			this.#read.set(from, known);
		}

		let to = known.get(parameters);
		if (to === undefined) {
			to = this.#number(this.#apply(this.#styles[from]!, parameters));
			// Only what a frame repeats is worth keeping.
			if (known.size < mostStyles) {
				known.set(parameters, to);
			}
		}

		return to;
	}

	/** The style after an OSC 8 with the given parameters and address, `;https://…`; `;` ends a link. */
	readLink(from: number, link: string): number {
		return this.#number({
			...this.#styles[from]!,
			link: link.endsWith(';') && link.indexOf(';') === link.length - 1 ? '' : link,
		});
	}

	/** The style that counts where nothing but a blank is shown: without what only a glyph makes visible. */
	onBlank(style: number): number {
		let seen = this.#onBlank[style];
		if (seen === undefined) {
			const {flags, foreground, background, underline, link} = this.#styles[style]!;
			const seenFlags = flags & seenOnBlank;
			seen = this.#number(
				seenFlags === 0
					? {...unstyled, background, link}
					: {
							flags: flags & (seenOnBlank | bold | dim | blink | rapidBlink | hidden),
							foreground,
							background,
							underline,
							link,
						},
			);
			this.#onBlank[style] = seen;
		}

		return seen;
	}

	/** The shortest bytes that change a terminal's style `from` into `to`; empty when nothing has to be sent. */
	change(from: number, to: number): string {
		if (from === to) {
			return '';
		}

		const key = from * 0x4_00_00_00 + to;
		let change = this.#changes.get(key);
		if (change === undefined) {
			change = this.#work(this.#styles[from]!, this.#styles[to]!);
			this.#changes.set(key, change);
		}

		return change;
	}

	#number(style: Style): number {
		const key = `${style.flags}|${style.foreground}|${style.background}|${style.underline}|${style.link}`;
		let number = this.#numbers.get(key);
		if (number === undefined) {
			number = this.#styles.length;
			this.#styles.push(style);
			this.#numbers.set(key, number);
		}

		return number;
	}

	#work(from: Style, to: Style): string {
		const stepwise = sequence(codesBetween(from, to));
		const own = [...codesFor(to.flags), ...colorCodes(unstyled, to)];
		const afterReset = own.length === 0 ? '\u{1B}[m' : sequence(['', ...own]);
		const link = from.link === to.link ? '' : `\u{1B}]8;${to.link || ';'}\u{1B}\\`;
		return link + (stepwise.length <= afterReset.length ? stepwise : afterReset);
	}

	#apply(style: Style, parameters: string): Style {
		let {flags, foreground, background, underline} = style;
		const fields = parameters.split(';');
		for (let index = 0; index < fields.length; index++) {
			const [head = '', ...rest] = fields[index]!.split(':');
			const code = Number(head);
			switch (code) {
				case 0: {
					({flags, foreground, background, underline} = unstyled);

					break;
				}

				case 4: {
					flags = withUnderline(flags, rest.length === 0 ? 1 : Number(rest[0]));

					break;
				}

				case 21: {
					flags = withUnderline(flags, 2);

					break;
				}

				default: {
					if (code in flagByCode) {
						flags |= flagByCode[code]!;
					} else if (code in flagsEndedByCode) {
						flags &= ~flagsEndedByCode[code]!;
					} else if (code === 38 || code === 48 || code === 58) {
						let values: readonly string[];
						if (rest.length > 0) {
							// With colons, 38:2 has the number of a colour space before red.
							values = rest[0] === '2' && rest.length > 4 ? ['2', ...rest.slice(2, 5)] : rest;
						} else {
							const count = fields[index + 1] === '5' ? 2 : fields[index + 1] === '2' ? 4 : 0;
							values = fields.slice(index + 1, index + 1 + count);
							index += count;
						}

						const color =
							values.length < 2 ? '' : this.#color(`8;${values.map(value => value || '0').join(';')}`);
						if (code === 38) {
							foreground = color;
						} else if (code === 48) {
							background = color;
						} else {
							underline = color;
						}
					} else if (code === 39 || (code >= 30 && code <= 37) || (code >= 90 && code <= 97)) {
						foreground = code === 39 ? '' : this.#color(String(code - 30));
					} else if (code === 49 || (code >= 40 && code <= 47) || (code >= 100 && code <= 107)) {
						background = code === 49 ? '' : this.#color(String(code - 40));
					} else if (code === 59) {
						underline = '';
					}
				}
			}
		}

		return {flags, foreground, background, underline, link: style.link};
	}

	#color(color: string): string {
		return colorForDepth(color, this.#depth);
	}
}
