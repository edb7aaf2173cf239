/**
 * Cuts texts so that the important part stays: names so that they can be told apart, errors so that they keep the
 * reason at their end.
 */
import {cutEnd, cutMiddle, cutStart, textWidth} from '../../terminal/width.js';

/** A text in at most so many columns. */
export type Cut = (text: string, width: number) => string;

/** A sample, where there are very many names. */
const sample = 300;

/**
 * The cut that keeps most of `names` different at a width: in the middle, or at the beginning where they share a long
 * one. tiup calls every worker dm-ADDRESS-PORT, so that beginning is cut even for a single name.
 */
export const tellingCut = (names: Iterable<string>): Cut => {
	const known = [...new Set(Iterator.from(names).take(sample))].filter(name => name !== '');
	const chosen = new Map<number, Cut>();
	const choose = (width: number): Cut => {
		const differing = (cut: Cut) => new Set(known.map(name => cut(name, width))).size;
		const areOfTiup = known.every(name => name.startsWith('dm-'));
		const isStartBetter = areOfTiup || differing(cutStart) > differing(cutMiddle);
		return isStartBetter ? cutStart : cutMiddle;
	};

	return (text, width) => {
		// Stryker disable next-line ConditionalExpression,EqualityOperator,BlockStatement: a cut leaves what fits as it is
		if (textWidth(text) <= width) {
			return text;
		}

		const cut = chosen.get(width) ?? choose(width);
		chosen.set(width, cut);
		return cut(text, width);
	};
};

/** How much of the beginning of an error stays at least. */
const leastHead = 8;

/** The error `head: head: reason` with its full reason, if there is space for it. */
export const cutError: Cut = (text, width) => {
	if (textWidth(text) <= width) {
		return text;
	}

	const reason = text.slice(text.lastIndexOf(': ') + 2);
	const space = width - textWidth(reason);
	return text.includes(': ') && space >= leastHead ? cutEnd(text, space) + reason : cutEnd(text, width);
};
