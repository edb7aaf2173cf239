/**
 * All that the screens remember between two keys. Plain values.
 */
import type {Mode} from '../keys/command.js';
import type {DiagnosedView} from '../../findings/diagnose.js';
import type {Edit} from '../command-line/edit.js';
import type {CommandLine} from '../command-line/command-line.js';
import type {History} from '../command-line/history.js';
import type {Dialog} from '../dialogs/dialog.js';
import type {Offers} from '../../operations/offering/offers.js';
import {type Place, isText, placeId} from './place.js';

export type Sort = {readonly column: string; readonly descending: boolean};

/** What is remembered of one table. */
export type ListState = {
	/** The selected row's own name: the selection follows the thing, never the row number. */
	readonly selected?: string;
	/** Where that row was last: the neighbour takes over when it is gone. */
	readonly index: number;
	readonly top: number;
	/** Undefined: the table's own order, worst first. */
	readonly sort?: Sort;
	readonly filter: string;
	readonly problems: boolean;
	/** The names of marked rows, on screen or not. */
	readonly marked: ReadonlySet<string>;
};

const freshList: ListState = {index: 0, top: 0, filter: '', problems: false, marked: new Set()};

export type State = {
	/** The way here; the last is on screen. */
	readonly path: readonly Place[];
	readonly lists: ReadonlyMap<string, ListState>;
	/** The first line on screen of each text. */
	readonly scrolled: ReadonlyMap<string, number>;
	/** The filter being typed. */
	readonly prompt?: Edit;
	/** The time of day being typed, to go there in a recording. */
	readonly time?: Edit;
	/** The column being chosen, and the sort to go back to. */
	readonly picker?: {readonly column: string; readonly before?: Sort};
	/** The command being typed. */
	readonly line?: CommandLine;
	/** The commands typed before. */
	readonly history: History;
	/** The operations to choose from; `title` names what they are done to. */
	readonly menu?: Offers & {readonly title: string; readonly index: number};
	/** The operation to confirm. */
	readonly dialog?: Dialog;
	/** The cluster as it was when the screen was frozen. */
	readonly frozen?: DiagnosedView;
	/** A word to the user, until the next key. */
	readonly notice: string;
};

export const initialState: State = {
	path: [{kind: 'tasks'}],
	lists: new Map(),
	scrolled: new Map(),
	history: [],
	notice: '',
};

/** The place on screen. */
export const placeOf = (state: State): Place => state.path.at(-1) ?? {kind: 'tasks'};

/** What is remembered of the table at `place`. */
export const listAt = (state: State, place: Place): ListState => state.lists.get(placeId(place)) ?? freshList;

/** The state with the table at `place` changed. */
export const withList = (state: State, place: Place, change: Partial<ListState>): State => ({
	...state,
	lists: new Map(state.lists).set(placeId(place), {...listAt(state, place), ...change}),
});

/** Which keys are in force. */
export const modeOf = (state: State): Mode => {
	if (state.dialog) {
		return 'dialog';
	}

	if (state.menu) {
		return 'menu';
	}

	if (state.line) {
		return 'line';
	}

	if (state.time) {
		return 'time';
	}

	if (state.prompt) {
		return 'prompt';
	}

	if (state.picker) {
		return 'picker';
	}

	return isText(placeOf(state)) ? 'text' : 'list';
};
