import {useEffect} from 'react';
import type {MouseEvent} from '../../terminal/tty/input/mouse.js';
import type {Context} from '../context/context.js';
import {type State, inputOf} from '../state/state.js';
import type {Store} from '../state/store/store.js';
import {pressKey} from '../keys/press.js';
import {type Geometry, click} from './click.js';
import {useDoubleClick} from './use-double-click.js';
import {useLatest} from './use-latest.js';

/** Rows per step of the wheel. */
const wheelStep = 3;

/** Listens to the mouse, if there is one; an open dialog ignores it. */
export const useMouse = (
	mouse: Context['props']['mouse'],
	store: Store,
	contextOf: (state: State) => Context,
	geometry: Geometry,
): void => {
	const isSecond = useDoubleClick();
	const take = useLatest(({kind, column, row}: MouseEvent) => {
		if (inputOf(store.current(), 'dialog')) {
			return;
		}

		if (kind !== 'press') {
			for (let step = 0; step < wheelStep; step++) {
				store.change(state => pressKey(kind === 'wheel-up' ? 'up' : 'down', contextOf(state)));
			}

			return;
		}

		const isDouble = isSecond(row);
		store.change(state => click({column, row, isDouble}, geometry, contextOf(state)));
	});
	useEffect(() => mouse?.(take), [mouse, take]);
};
