/** Quantities as a person writes them: "90s", "1h30m", "-5m", "48GB". */

const units = new Map([
	['s', 1],
	['m', 60],
	['h', 3600],
	['d', 86_400],
]);

const part = /(?<amount>\d{1,9}(?:\.\d{1,3})?)(?<unit>[dhms])/vy;

/** Seconds, or undefined when the text is no duration. */
export const parseDuration = (text: string): number | undefined => {
	const written = text.replaceAll(' ', '');
	const isNegative = written.startsWith('-');
	let seconds = 0;
	part.lastIndex = isNegative ? 1 : 0;
	do {
		const {amount, unit} = part.exec(written)?.groups ?? {};
		if (amount === undefined) {
			return undefined;
		}

		seconds += Number(amount) * (units.get(unit ?? '') ?? 1);
	} while (part.lastIndex < written.length);

	return Math.round(isNegative ? -seconds : seconds);
};

const sizes = new Map([
	['b', 1],
	['kb', 1e3],
	['mb', 1e6],
	['gb', 1e9],
	['tb', 1e12],
	['kib', 1024],
	['mib', 1024 ** 2],
	['gib', 1024 ** 3],
	['tib', 1024 ** 4],
]);

const sizeText = /^(?<amount>\d+(?:\.\d+)?) ?(?<unit>[A-Za-z]+)$/v;

/** Bytes, or undefined when the text is no size. */
export const parseSize = (text: string): number | undefined => {
	const {amount, unit} = sizeText.exec(text)?.groups ?? {};
	const factor = sizes.get(unit?.toLowerCase() ?? '');
	return amount === undefined || factor === undefined ? undefined : Math.round(Number(amount) * factor);
};
