/** Spans of time as a person writes them: "90s", "1h30m", "-5m". */

const units = new Map([
	['s', 1],
	['m', 60],
	['h', 3600],
	['d', 86_400],
]);

const part = /(?<amount>\d{1,9}(?:\.\d{1,3})?)(?<unit>[dhms])/vy;

/** Seconds; undefined when the text is not a duration. */
export const parseSeconds = (text: string): number | undefined => {
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

	return isNegative ? -seconds : seconds;
};
