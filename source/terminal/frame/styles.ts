/**
 * The styles of cells as numbers: each style gets a number when it is first seen, and the shortest sequence from one
 * style to another is computed once.
 *
 * SGR: ECMA-48, 8.3.117; underline styles and colours as in xterm's ctlseqs; hyperlinks: OSC 8.
 */
import type {ColorDepth} from '../capabilities.js';
import {operatingSystemCommand, sgr} from '../escape-codes.js';
import {colorForDepth} from './colors.js';

/** The number of the plain style. */
export const plain = 0;

/** The parts of a style, each with the SGR code that ends it. */
const ends = {
	bold: '22',
	dim: '22',
	italic: '23',
	underline: '24',
	blink: '25',
	inverse: '27',
	hidden: '28',
	strike: '29',
	overline: '55',
	foreground: '39',
	background: '49',
	underlineColor: '59',
} as const;

type Part = keyof typeof ends;

/** The SGR code of each part that differs from plain text, and the parameters of a hyperlink. */
type StyleCodes = Readonly<Partial<Record<Part | 'link', string>>>;

const partNames = Object.keys(ends) as Part[];

const partByCode = new Map<number, Part>([
	[1, 'bold'],
	[2, 'dim'],
	[3, 'italic'],
	[5, 'blink'],
	[6, 'blink'],
	[7, 'inverse'],
	[8, 'hidden'],
	[9, 'strike'],
	[53, 'overline'],
]);

const partsByEnd = new Map<number, Part[]>();
for (const part of partNames) {
	const end = Number(ends[part]);
	partsByEnd.set(end, [...(partsByEnd.get(end) ?? []), part]);
}

/** What is visible on a blank besides its background. With any of these the text colour is visible, too. */
const seenOnBlank = ['underline', 'inverse', 'strike', 'overline'] as const;

const codesOf = (style: StyleCodes): string[] => partNames.flatMap(part => style[part] ?? []);

/** The SGR parameters that lead from one style to another without a reset. */
const codesBetween = (from: StyleCodes, to: StyleCodes): string[] => {
	const ended = new Set(
		partNames.filter(part => from[part] !== undefined && to[part] === undefined).map(part => ends[part]),
	);
	// Bold and dim end together, so the one that stays is set again.
	const set = partNames.filter(
		part => from[part] !== to[part] || (to[part] !== undefined && ended.has(ends[part])),
	);
	return [...ended, ...set.flatMap(part => to[part] ?? [])];
};

/** The parameters of an extended colour (`5;208`, `2;255;135;0`) at the start of `fields`, and how many they are. */
const extendedColor = (
	fields: readonly string[],
	sub: readonly string[],
): {readonly values: readonly string[]; readonly count: number} => {
	if (sub.length > 0) {
		// With colons, 38:2 has a colour space before red.
		return {values: sub[0] === '2' && sub.length > 4 ? ['2', ...sub.slice(2, 5)] : sub, count: 0};
	}

	const count = fields[0] === '5' ? 2 : fields[0] === '2' ? 4 : 0;
	return {values: fields.slice(0, count).map(value => value || '0'), count};
};

const partOfColor = {3: 'foreground', 4: 'background', 5: 'underlineColor'} as const;

/** The style after an SGR sequence. */
const apply = (style: StyleCodes, parameters: string, depth: ColorDepth): StyleCodes => {
	let next: Partial<Record<Part | 'link', string>> = {...style};
	const color = (base: 3 | 4 | 5, relative: string): void => {
		const shown = colorForDepth(relative, depth);
		const code = shown.startsWith('8;') ? base + shown : String(base * 10 + Number(shown));
		next[partOfColor[base]] = shown === '' ? undefined : code;
	};

	const fields = parameters.split(';');
	for (let index = 0; index < fields.length; index++) {
		const [head = '', ...sub] = fields[index]!.split(':');
		const code = Number(head);
		const part = partByCode.get(code);
		const tens = Math.floor((code > 89 ? code - 60 : code) / 10);
		if (code === 0) {
			next = {link: style.link};
		} else if (part) {
			next[part] = head;
		} else if (code === 4 || code === 21) {
			const kind = code === 21 ? '2' : (sub[0] ?? '1');
			next.underline = kind === '0' ? undefined : kind === '1' ? '4' : `4:${kind}`;
		} else if (partsByEnd.has(code)) {
			for (const ended of partsByEnd.get(code)!) {
				next[ended] = undefined;
			}
		} else if (code % 10 === 8 && code < 59) {
			const {values, count} = extendedColor(fields.slice(index + 1), sub);
			index += count;
			color(tens as 3 | 4 | 5, values.length < 2 ? '' : `8;${values.join(';')}`);
		} else if (tens === 3 || tens === 4) {
			color(tens, String(code - tens * 10));
		}
	}

	return next;
};

/** Bounded for the same reason as glyphs: a program may run for days. */
const mostStyles = 4000;

/** The numbers of all styles that one picture has had, in so many colours. */
export class Styles {
	readonly #depth: ColorDepth;
	#styles: StyleCodes[] = [];
	readonly #numbers = new Map<string, number>();
	readonly #read = new Map<number, Map<string, number>>();
	readonly #changes = new Map<number, string>();
	#onBlank: Array<number | undefined> = [];

	/** Colours are reduced to the depth of the terminal. */
	constructor(depth: ColorDepth) {
		this.#depth = depth;
		this.clear();
	}

	#number(style: StyleCodes): number {
		const key = `${codesOf(style).join(';')}|${style.link ?? ''}`;
		let number = this.#numbers.get(key);
		if (number === undefined) {
			number = this.#styles.length;
			this.#styles.push(style);
			this.#numbers.set(key, number);
		}

		return number;
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
		this.#number({});
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
			to = this.#number(apply(this.#styles[from]!, parameters, this.#depth));
			if (known.size < mostStyles) {
				known.set(parameters, to);
			}
		}

		return to;
	}

	/** The style after an OSC 8 with the given parameters and address, `;https://…`; `;` ends a link. */
	readLink(from: number, link: string): number {
		const isEnd = link === '' || link.indexOf(';') === link.length - 1;
		return this.#number({...this.#styles[from]!, link: isEnd ? undefined : link});
	}

	/** The effective style of a blank: without what is only visible on a glyph. */
	onBlank(style: number): number {
		let seen = this.#onBlank[style];
		if (seen === undefined) {
			const whole = this.#styles[style]!;
			const isSeen = seenOnBlank.some(part => whole[part] !== undefined);
			seen = this.#number(
				isSeen ? {...whole, italic: undefined} : {background: whole.background, link: whole.link},
			);
			this.#onBlank[style] = seen;
		}

		return seen;
	}

	/** The shortest bytes that change a terminal's style from `from` to `to`; empty when nothing has to be sent. */
	change(from: number, to: number): string {
		if (from === to) {
			return '';
		}

		const key = from * 0x4_00_00_00 + to;
		let change = this.#changes.get(key);
		if (change === undefined) {
			const [held, wanted] = [this.#styles[from]!, this.#styles[to]!];
			const stepwise = sgr(codesBetween(held, wanted));
			const own = codesOf(wanted);
			const afterReset = own.length === 0 ? sgr(['']) : sgr(['', ...own]);
			const link = held.link === wanted.link ? '' : operatingSystemCommand(`8;${wanted.link ?? ';'}`);
			change = link + (stepwise.length <= afterReset.length ? stepwise : afterReset);
			this.#changes.set(key, change);
		}

		return change;
	}
}
