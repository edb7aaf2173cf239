/** Numbers and constants of JSON, and of Python. */

/** More digits than any 64-bit number has, and few enough for a bigint. */
const mostDigits = 40;

const number = /-?(?:0|[1-9]\d*)(?<fraction>\.\d+)?(?<exponent>e[+\-]?\d+)?/ivy;
const constants = [
	['true', true],
	['false', false],
	['null', null],
	['True', true],
	['False', false],
	['None', null],
] as const;

const keepExact = (source: string): number | bigint => {
	const value = Number(source);
	return Number.isSafeInteger(value) || source.length > mostDigits ? value : BigInt(source);
};

/**
 * The number or constant that begins at `offset`, integers past 2^53 as bigint; 'cut' when the text ends inside one,
 * undefined when there is none.
 */
export const readScalar = (
	text: string,
	offset: number,
): 'cut' | {readonly value: unknown; readonly end: number} | undefined => {
	number.lastIndex = offset;
	const match = number.exec(text);
	if (match) {
		const isInteger = match.groups?.['fraction'] === undefined && match.groups?.['exponent'] === undefined;
		return {value: isInteger ? keepExact(match[0]) : Number(match[0]), end: offset + match[0].length};
	}

	for (const [word, value] of constants) {
		if (text.startsWith(word, offset)) {
			return {value, end: offset + word.length};
		}
	}

	const rest = text.slice(offset, offset + 6);
	return rest === '-' || (rest !== '' && constants.some(([word]) => word.startsWith(rest)))
		? 'cut'
		: undefined;
};
