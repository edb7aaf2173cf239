import {useLayoutEffect, useRef} from 'react';
import type {Line} from '../../components/line.js';
import {type Place, isText, placeId} from '../places/place.js';
import {lettersAbove, lineAfter} from '../state/kept-top.js';
import {type State, placeOf, withList} from '../state/state.js';
import type {Store} from '../state/store/store.js';

/** What was drawn last of a page of text. */
type Drawn = {
	readonly place: Place;
	readonly width: number;
	readonly text: readonly Line[];
	readonly top: number;
	/** The letters above what has to stay at the top, from the first of several widths in a row. */
	readonly above: number | undefined;
};

/** Keeps the text at the top of a page there when the terminal gets another width, where its line has another number. */
export const useKeptTop = (
	store: Store,
	state: State,
	{width, text, top}: Pick<Drawn, 'width' | 'text' | 'top'>,
): void => {
	const place = placeOf(state);
	const drawn = useRef<Drawn>(undefined);
	useLayoutEffect(() => {
		const before = drawn.current;
		const isSame = before !== undefined && isText(place) && placeId(before.place) === placeId(place);
		if (!isSame || before.width === width) {
			drawn.current = {
				place,
				width,
				text,
				top,
				above: isSame && before.top === top ? before.above : undefined,
			};
			return;
		}

		const above = before.above ?? lettersAbove(before.text, before.top);
		const kept = lineAfter(text, above);
		drawn.current = {place, width, text, top: kept, above};
		store.change(current => (placeOf(current) === place ? withList(current, place, {top: kept}) : current));
	}, [store, place, width, text, top]);
};
