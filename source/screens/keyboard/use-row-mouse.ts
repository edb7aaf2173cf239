import {useEffect} from 'react';
import type {MouseEvent} from '../../terminal/tty/input/mouse.js';
import type {ClusterProps} from '../context/cluster-props.js';
import {useDoubleClick} from './use-double-click.js';
import {useLatest} from './use-latest.js';

/** Lines above the first row: the name of the table, and its titles. */
const linesAbove = 2;

/** The rows on screen, and what a click does to one. */
type Rows = {
	readonly select: (index: number) => void;
	readonly open: (index: number) => void;
	readonly selected: number;
	/** The first one on screen, how many fit there, and the number of all. */
	readonly first: number;
	readonly shown: number;
	readonly count: number;
};

/** The mouse in a table that is all of the screen: a click selects, a double click opens, the wheel goes from row to row. */
export const useRowMouse = (
	mouse: ClusterProps['mouse'],
	{select, open, selected, first, shown, count}: Rows,
): void => {
	const isSecond = useDoubleClick();
	const take = useLatest(({kind, row}: MouseEvent) => {
		if (kind !== 'press') {
			select(selected + (kind === 'wheel-up' ? -1 : 1));
			return;
		}

		const line = row - linesAbove;
		const index = first + line;
		// The footer stands right below the last row that fits.
		if (line < 0 || line >= shown || index >= count) {
			return;
		}

		if (isSecond(index)) {
			open(index);
		} else {
			select(index);
		}
	});
	useEffect(() => mouse?.(take), [mouse, take]);
};
