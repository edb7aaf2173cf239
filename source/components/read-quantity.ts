/** Reads spans of time, sizes and numbers as people write them; `quantity.ts` writes them. */

const secondsOf: ReadonlyMap<string, number> = new Map([
	['s', 1],
	['m', 60],
	['h', 3600],
	['d', 86_400],
]);

const span = /(?<amount>\d{1,9}(?:\.\d{1,3})?)(?<unit>[dhms])/vy;

/** Seconds of "90s", "1h30m", "-5m"; undefined when the text is not a span of time. */
export const parseSeconds = (text: string): number | undefined => {
	const written = text.replaceAll(' ', '');
	const isNegative = written.startsWith('-');
	let seconds = 0;
	span.lastIndex = isNegative ? 1 : 0;
	do {
		const {amount, unit = ''} = span.exec(written)?.groups ?? {};
		if (amount === undefined) {
			return undefined;
		}

		seconds += Number(amount) * (secondsOf.get(unit) ?? 1);
	} while (span.lastIndex < written.length);

	return isNegative ? -seconds : seconds;
};

const powers = ['k', 'm', 'g', 't'];

const size = /^(?<count>\d{1,15}(?:\.\d{1,6})?) ?(?:(?<unit>[gkmt])(?<base>i?b)?|b)?$/iv;

/**
 * A size as people write it, in bytes; undefined when it is not a size. Units are those of GNU tools: "500M" and
 * "500MiB" are in powers of 1024, "500MB" is in powers of 1000, a number alone is in bytes.
 */
export const parseByteSize = (text: string): number | undefined => {
	const groups = size.exec(text.trim())?.groups;
	if (!groups) {
		return undefined;
	}

	const {count, unit = '', base} = groups;
	const factor = base?.toLowerCase() === 'b' ? 1000 : 1024;
	return Math.floor(Number(count) * factor ** (powers.indexOf(unit.toLowerCase()) + 1));
};

/**
 * A number with or without a unit: 60, 2.5k (a count, 2500), 1h30m (seconds), 10M (bytes); undefined when it is not a
 * number. A small m means minutes and a small k a thousand; capital letters are units of size.
 */
export const parseQuantity = (text: string): number | undefined => {
	const count = /^(?<count>\d{1,15}(?:\.\d{1,6})?)(?<thousands>k)?$/v.exec(text)?.groups;
	if (count) {
		return Number(count['count']) * (count['thousands'] === undefined ? 1 : 1000);
	}

	return /[GKMT](?:i?B)?$/v.test(text)
		? parseByteSize(text)
		: /^\d/v.test(text)
			? parseSeconds(text)
			: undefined;
};
