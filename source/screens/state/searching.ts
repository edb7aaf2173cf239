/**
 * Going from one match to the next: of a search in a page, or of problems in a table. Pure.
 */
import {type ScreenContext, select, selectedIndex} from './moving.js';
import {type State, listAt, placeOf, withList} from './state.js';

/** The next number after `from`, or the previous one, wrapping around. Undefined where there is none. */
const following = (numbers: readonly number[], from: number, step: 1 | -1): number | undefined =>
	step === 1
		? (numbers.find(one => one > from) ?? numbers[0])
		: (numbers.findLast(one => one < from) ?? numbers.at(-1));

/** The state with the next matching line of a page on screen; counted from the previous match while that is visible. */
export const nextMatch = (
	state: State,
	{matches, page, height}: Pick<ScreenContext, 'matches' | 'page' | 'height'>,
	step: 1 | -1,
): State => {
	const place = placeOf(state);
	const {index, top} = listAt(state, place);
	const isSeen = index >= top && index < top + height && matches.includes(index);
	const from = isSeen ? index : step === 1 ? top - 1 : top + height;
	const found = following(matches, from, step);
	if (found === undefined) {
		return state;
	}

	const isOnScreen = found >= top && found < top + height;
	// Some lines of context before it.
	const wanted = isOnScreen ? top : found - Math.floor(height / 4);
	const bounded = Math.min(Math.max(0, wanted), Math.max(0, page.length - height));
	return withList(state, place, {index: found, top: bounded});
};

/** The rows of the table with a finding of warning or worse. */
export const problemRows = ({list}: Pick<ScreenContext, 'list'>): readonly number[] =>
	list ? list.ids.flatMap((_, index) => (list.isProblem(index) ? [index] : [])) : [];

/** The state with the next row with a problem selected. */
export const nextProblem = (state: State, screen: ScreenContext, step: 1 | -1): State => {
	const selected = selectedIndex(listAt(state, placeOf(state)), screen.ids);
	const found = following(problemRows(screen), selected, step);
	return found === undefined ? state : select(state, screen, found);
};
