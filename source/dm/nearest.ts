/**
 * "Did you mean …?"
 */
import {say} from '../language/say.js';

/** The number of letters to change, add, drop or swap with their neighbour; `most` + 1 for any more. */
const distance = (left: readonly string[], right: readonly string[], most: number): number => {
	let beforeLast: number[] = [];
	let last = Array.from({length: right.length + 1}, (_, index) => index);
	for (const [row, letter] of left.entries()) {
		const current = [row + 1];
		for (const [column, other] of right.entries()) {
			const change = last[column]! + (letter === other ? 0 : 1);
			const isSwap =
				row > 0 && column > 0 && letter === right[column - 1] && left[row - 1] === other && letter !== other;
			current.push(
				Math.min(
					change,
					last[column + 1]! + 1,
					current[column]! + 1,
					isSwap ? beforeLast[column - 1]! + 1 : Infinity,
				),
			);
		}

		if (Math.min(...current) > most) {
			return most + 1;
		}

		beforeLast = last;
		last = current;
	}

	return last[right.length]!;
};

/**
 * The name that was probably meant: the one that differs from `typed` by a few letters; undefined when none is that
 * close.
 */
export const nearest = (typed: string, names: Iterable<string>): string | undefined => {
	const letters = [...typed.toLowerCase()].slice(0, 200);
	let most = Math.max(1, Math.floor(letters.length / 3));
	let found: string | undefined;
	for (const name of names) {
		const other = [...name.toLowerCase()];
		if (Math.abs(other.length - letters.length) > most) {
			continue;
		}

		const apart = distance(letters, other, most);
		if (apart <= most && apart < Math.max(letters.length, other.length)) {
			found = name;
			// Only a closer name replaces it.
			most = apart - 1;
		}

		if (most < 0) {
			break;
		}
	}

	return found;
};

/** "; did you mean orders?", or '' when nothing is near. */
export const didYouMean = (typed: string, names: Iterable<string>): string => {
	const name = nearest(typed, names);
	return name === undefined ? '' : say('; did you mean {name}?', {name});
};
