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

/** The digits of `text` from `start` on, without zeros in front. */
const digitsAt = (text: string, start: number): string => {
	let end = start;
	while (isDigit(text, end)) {
		end++;
	}

	return text.slice(start, end).replace(/^0+(?=\d)/v, '');
};

/** Names with numbers in numeric order, worker-2 before worker-10; otherwise as `byText`. There may be very many. */
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

	const [ofLeft, ofRight] = [digitsAt(left, start), digitsAt(right, start)];
	return ofLeft === '' || ofRight === ''
		? byText(left, right)
		: ofLeft.length - ofRight.length || byText(ofLeft, ofRight) || byText(left, right);
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
export const isAmong = (names: readonly string[], name: string): boolean => {
	let low = 0;
	let high = names.length;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (byText(names[middle]!, name) < 0) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}

	return names[low] === name;
};
