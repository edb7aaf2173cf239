/**
 * Everything that the screens remember between two keys. Plain values.
 */
import type {DiagnosedView} from '../../findings/diagnosis.js';
import type {Edit} from '../command-line/edit.js';
import type {CommandLine} from '../command-line/command-line.js';
import type {CommandHistory} from '../command-line/history.js';
import type {Dialog} from '../dialogs/dialog-state.js';
import type {Offers} from '../../operations/offering/offers.js';
import type {ColumnChoice} from '../places/column-choice.js';
import {type ListState, type Sort, freshList} from '../places/list-state.js';
import {type Place, isText, placeId} from '../places/place.js';
import type {Copyable} from './copyable.js';

/** What handles keys before the table or page on screen. */
export type Input =
	/** The filter being typed. */
	| {readonly kind: 'prompt'; readonly edit: Edit}
	/** The time of day being typed, to go there in a recording. */
	| {readonly kind: 'time'; readonly edit: Edit}
	/** The column being chosen to sort by, and the sort to go back to. */
	| {readonly kind: 'picker'; readonly column: string; readonly before?: Sort}
	/** The command being typed. */
	| {readonly kind: 'line'; readonly line: CommandLine}
	/** The operations to choose from; `title` names what they are done to. */
	| ({readonly kind: 'menu'; readonly title: string; readonly index: number} & Offers)
	/** The columns being chosen, and the choices to go back to. */
	| {
			readonly kind: 'columns';
			readonly columns: ColumnChoice;
			readonly index: number;
			readonly before: State['columns'];
	  }
	/** What can be copied of what is looked at; `title` names it. */
	| {
			readonly kind: 'copy';
			readonly title: string;
			readonly items: readonly Copyable[];
			readonly index: number;
	  }
	/** The name of a file being typed; `overwrites` once a person was told that it is there. */
	| {
			readonly kind: 'export';
			readonly edit: Edit;
			/** What is wrong with it, until the next key; '' for nothing. */
			readonly message: string;
			readonly overwrites: boolean;
	  }
	/** The operation to confirm. */
	| {readonly kind: 'dialog'; readonly dialog: Dialog};

/** Everything that the screens remember. */
export type State = {
	/** The path to this place; the last one is on screen. */
	readonly path: readonly Place[];
	readonly lists: ReadonlyMap<string, ListState>;
	/** The columns that were chosen, by the kind of table. */
	readonly columns: ReadonlyMap<string, ColumnChoice>;
	/** What handles keys; undefined: the table or page on screen. */
	readonly input?: Input;
	/** The history of commands. */
	readonly history: CommandHistory;
	/** The cluster as it was when the screen was frozen. */
	readonly frozen?: DiagnosedView;
	/** How much of the past plots show, ms. */
	readonly plotSpan: number;
	/** Milliseconds between two requests for the cluster. */
	readonly interval: number;
	/** A message, until the next key. */
	readonly notice: string;
	/** The cluster as it was when an answer was asked for; until that answer, or the next key. */
	readonly asked?: DiagnosedView | undefined;
};

/** The screens when dm-top starts. */
export const initialState: State = {
	path: [{kind: 'tasks'}],
	lists: new Map(),
	columns: new Map(),
	history: [],
	plotSpan: 600_000,
	interval: 2000,
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

/** The input of a kind; undefined while something else handles keys. */
export const inputOf = <Kind extends Input['kind']>(
	{input}: State,
	kind: Kind,
): Extract<Input, {readonly kind: Kind}> | undefined =>
	input?.kind === kind ? (input as Extract<Input, {readonly kind: Kind}>) : undefined;

/**
 * Where keys go. list: a table. text: lines to scroll. plot: a plot on the whole screen; its keys take precedence over
 * those of a text. replay: a table or page of a recording; these keys take precedence over the table's. The others:
 * inputs that are open over them.
 */
export type Mode = 'list' | 'text' | 'plot' | 'replay' | Input['kind'];

/** Where keys go: the first mode that has a key handles it. */
export const modesOf = (state: State, isReplay: boolean): readonly Mode[] => {
	if (state.input) {
		return [state.input.kind];
	}

	const place = placeOf(state);
	const modes: readonly Mode[] = place.kind === 'plot' ? ['plot', 'text'] : [isText(place) ? 'text' : 'list'];
	return isReplay ? ['replay', ...modes] : modes;
};
