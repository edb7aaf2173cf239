/**
 * Which rows of a list are on screen. Pure.
 */

/** The first row on screen, such that the selected one is visible and no space is wasted below the last. */
export const scrollTo = (top: number, selected: number, height: number, length: number): number => {
	const last = Math.max(0, length - height);
	let first = Math.min(Math.max(0, top), last);
	if (selected < first) {
		first = selected;
	} else if (selected >= first + height) {
		first = selected - height + 1;
	}

	return Math.min(Math.max(0, first), last);
};
