/** The SGR code that ends what each of these begins. */
const ends = new Map([
	[1, 22],
	[2, 22],
	[3, 23],
	[4, 24],
	[5, 25],
	[6, 25],
	[7, 27],
	[8, 28],
	[9, 29],
	[21, 24],
	[53, 55],
	[58, 59],
]);

const endOf = (code: number): number | undefined => {
	const tens = Math.floor((code > 89 ? code - 60 : code) / 10);
	return ends.get(code) ?? (code % 10 < 9 && (tens === 3 || tens === 4) ? tens * 10 + 9 : undefined);
};

/** The codes after which the numbers of a colour follow. */
const extendedColors = new Set([38, 48, 58]);

/** Follows SGR sequences, to tell whether text is styled at all. */
export class OpenStyles {
	/** By the codes that end them. */
	readonly #open = new Set<number>();

	get isPlain(): boolean {
		return this.#open.size === 0;
	}

	/** Takes an SGR sequence. */
	read(sequence: string): void {
		for (const parameter of sequence.slice(2, -1).split(';')) {
			const code = Number(parameter.split(':', 1)[0]);
			const end = endOf(code);
			if (code === 0) {
				this.#open.clear();
			} else if (end === undefined) {
				this.#open.delete(code);
			} else {
				this.#open.add(end);
			}

			if (extendedColors.has(code)) {
				return;
			}
		}
	}
}
