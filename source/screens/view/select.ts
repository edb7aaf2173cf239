/**
 * The content of the screen at a place: its table or its text, cached until something changes, so that the cost of a
 * key depends on the screen and not on the cluster.
 */
import {highlight, wordsPattern} from '../../components/highlight.js';
import {type Line, lineText} from '../../components/line.js';
import type {Drawing} from '../drawing.js';
import {isKept} from '../filtering/keep.js';
import {parseFilter, wantedWords} from '../filtering/parse.js';
import type {BoundList} from '../lists/binding/list-screen.js';
import {placeId} from '../places/place.js';
import type {ListState} from '../places/list-state.js';
import {type State, listAt, placeOf} from '../state/state.js';
import {listOfPlace} from './list-of-place.js';
import {textOfPlace} from './text-of-place.js';

/** What is on screen, for any state. */
export type Selection = {
	/** The table on screen; undefined on a page of text. */
	readonly list: (state: State) => BoundList | undefined;
	/** The lines of the text on screen, with the matches of its search highlighted; [] where there is a table. */
	readonly text: (state: State) => readonly Line[];
	/** The numbers of the lines that the search in text matches. */
	readonly matches: (state: State) => readonly number[];
};

/** The inputs of a cached result. */
type KeptValue<Value> = {readonly of: readonly unknown[]; readonly value: Value};

const remember = <Value>() => {
	const kept = new Map<string, KeptValue<Value>>();
	return (key: string, of: readonly unknown[], make: () => Value): Value => {
		const known = kept.get(key);
		if (known?.of.every((part, index) => Object.is(part, of[index]))) {
			return known.value;
		}

		const value = make();
		// The current screen and the one behind it are requested repeatedly.
		if (kept.size > 8) {
			kept.clear();
		}

		kept.set(key, {of, value});
		return value;
	};
};

/** A text with the matches of a search highlighted, and their lines. */
const searchIn = (
	text: readonly Line[],
	{filter, index}: Pick<ListState, 'filter' | 'index'>,
): {readonly lines: readonly Line[]; readonly matches: readonly number[]} => {
	const parsed = parseFilter(filter);
	const pattern = wordsPattern(wantedWords(parsed));
	return pattern
		? {
				lines: text.map((line, number) => highlight(line, pattern, number === index ? 'marker' : 'accent')),
				matches: text.flatMap((line, number) => (isKept(parsed, lineText(line)) ? [number] : [])),
			}
		: {lines: text, matches: []};
};

/** A selector that caches its last results. */
export const createSelection = () => {
	const lists = remember<BoundList | undefined>();
	const texts = remember<readonly Line[]>();
	const searches = remember<ReturnType<typeof searchIn>>();
	return (drawing: Drawing, width: number, height: number): Selection => {
		const searched = (state: State) => {
			const place = placeOf(state);
			const list = listAt(state, place);
			const text = texts(
				placeId(place),
				[place, drawing.cluster, drawing.symbols, drawing.inquiries, drawing.plotSpan, width, height],
				() => textOfPlace(place, drawing, {width, height}),
			);
			return searches(placeId(place), [text, list.filter, list.index], () => searchIn(text, list));
		};

		return {
			list(state) {
				const place = placeOf(state);
				const list = listAt(state, place);
				const choice = state.columns.get(place.kind);
				return lists(
					placeId(place),
					[
						drawing.cluster,
						drawing.symbols,
						drawing.overlayOf,
						drawing.inquiries,
						drawing.plotSpan,
						list.filter,
						list.problems,
						list.onlyMarked && list.marked,
						list.sort,
						choice,
					],
					() => listOfPlace(place, {list, choice}, drawing),
				);
			},
			text: state => searched(state).lines,
			matches: state => searched(state).matches,
		};
	};
};
