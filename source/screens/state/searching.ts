/**
 * Going from one match to the next: of a search in a page, of what is wrong in a table. Pure.
 */
import {type ScreenContext, select, selectedIndex} from './moving.js';
import {type State, listAt, placeOf, withList} from './state.js';

/** The next of some numbers after `from`, or the one before it; round at the ends. Undefined where there is none. */
const following = (numbers: readonly number[], from: number, step: 1 | -1): number | undefined =>
	step === 1
		? (numbers.find(one => one > from) ?? numbers[0])
		: (numbers.findLast(one => one < from) ?? numbers.at(-1));

/** The state with the next matching line of a page on screen; the line counted from is the match before, while it is seen. */
export const nextMatch = (state: State, {matches, page, height}: ScreenContext, step: 1 | -1): State => {
	const place = placeOf(state);
	const {index, top} = listAt(state, place);
	const isSeen = index >= top && index < top + height && matches.includes(index);
	const from = isSeen ? index : step === 1 ? top - 1 : top + height;
	const found = following(matches, from, step);
	if (found === undefined) {
		return state;
	}

	const isOnScreen = found >= top && found < top + height;
	// Some lines before it say what it belongs to.
	const wanted = isOnScreen ? top : found - Math.floor(height / 4);
	const bounded = Math.min(Math.max(0, wanted), Math.max(0, page.length - height));
	return withList(state, place, {index: found, top: bounded});
};

/** The rows of the table with a finding of warning or worse. */
export const problemRows = ({list}: Pick<ScreenContext, 'list'>): readonly number[] =>
	list ? list.ids.flatMap((_, index) => (list.isProblem(index) ? [index] : [])) : [];

/** The state with the next row selected in which something is wrong. */
export const nextProblem = (state: State, screen: ScreenContext, step: 1 | -1): State => {
	const selected = selectedIndex(listAt(state, placeOf(state)), screen.ids);
	const found = following(problemRows(screen), selected, step);
	return found === undefined ? state : select(state, screen, found);
};
