import {countBefore} from '../dm/values/count-before.js';
import type {Lag} from './view.js';

/** Names in the order of their code units: the same on every machine and in DM. */
export const byText = (left: string, right: string): number => {
	if (left === right) {
		return 0;
	}

	return left < right ? -1 : 1;
};

const isDigit = (text: string, index: number): boolean => {
	const code = text.codePointAt(index) ?? 0;
	return code >= 0x30 && code <= 0x39;
};

/** Where the digits of `text` end that begin at `start`. */
const endOfDigits = (text: string, start: number): number => {
	let end = start;
	while (isDigit(text, end)) {
		end++;
	}

	return end;
};

/** Where they begin without the zeros in front. */
const withoutZeros = (text: string, start: number, end: number): number => {
	let first = start;
	while (first < end - 1 && text[first] === '0') {
		first++;
	}

	return first;
};

/** The sign of the difference of two numbers of the same length, given by their first digits. */
const compareDigits = (left: string, right: string, [ofLeft, ofRight]: readonly [number, number]): number => {
	let digit = 0;
	while (left[ofLeft + digit] === right[ofRight + digit] && isDigit(left, ofLeft + digit)) {
		digit++;
	}

	return isDigit(left, ofLeft + digit) ? byText(left[ofLeft + digit]!, right[ofRight + digit]!) : 0;
};

/**
 * Names with numbers in numeric order, worker-2 before worker-10; otherwise as `byText`. There may be very many: nothing
 * is made for a comparison.
 */
export const byNumbers = (left: string, right: string): number => {
	if (left === right) {
		return 0;
	}

	let start = 0;
	while (start < left.length && left[start] === right[start]) {
		start++;
	}

	while (isDigit(left, start - 1)) {
		start--;
	}

	const endOfLeft = endOfDigits(left, start);
	const endOfRight = endOfDigits(right, start);
	if (endOfLeft === start || endOfRight === start) {
		return byText(left, right);
	}

	const ofLeft = withoutZeros(left, start, endOfLeft);
	const ofRight = withoutZeros(right, start, endOfRight);
	return (
		endOfLeft - ofLeft - (endOfRight - ofRight) ||
		compareDigits(left, right, [ofLeft, ofRight]) ||
		byText(left, right)
	);
};

/** Lags by severity: unknown is worse than any number, `none` is the least. */
export const lagRank = (lag: Lag): number => {
	switch (lag.kind) {
		case 'none': {
			return -1;
		}

		case 'unknown': {
			return Number.MAX_SAFE_INTEGER;
		}

		default: {
			return lag.seconds;
		}
	}
};

/** Whether a sorted list of names has this one. */
export const isAmong = (names: readonly string[], name: string): boolean =>
	names[countBefore(names, other => other < name)] === name;
