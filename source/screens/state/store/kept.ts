/**
 * The settings of a screen that are saved: columns, order and filter of each view, and how far back plots reach. They
 * are named values in a file; what is read back is checked.
 */
import {isObject} from '../../../dm/values/json-object.js';
import {spans} from '../../plots/span.js';
import type {ChosenColumn, ColumnChoice} from '../../places/column-choice.js';
import {rootKinds} from '../../places/place.js';
import type {Sort} from '../../places/list-state.js';
import {type State, listAt, placeOf, withList} from '../state.js';

/** Values of JSON by name; a name that is missing has not been set. */
export type Kept = ReadonlyMap<string, unknown>;

/** The longest filter that is saved. */
const longestFilter = 1000;

/** The saved part of a state. */
export const keptOf = (state: State): Kept => {
	const kept = new Map<string, unknown>(state.plotSpan === spans[0] ? [] : [['span', state.plotSpan]]);

	for (const [table, columns] of state.columns) {
		kept.set(`columns ${table}`, columns);
	}

	// A filter that is still being typed is not saved.
	const typing = state.input?.kind === 'prompt' ? placeOf(state).kind : undefined;
	for (const kind of rootKinds) {
		const {sort, filter} = listAt(state, {kind});
		if (sort) {
			kept.set(`sort ${kind}`, sort);
		}

		if (filter !== '' && filter.length <= longestFilter && kind !== typing) {
			kept.set(`filter ${kind}`, filter);
		}
	}

	return kept;
};

const isText = (value: unknown): value is string =>
	typeof value === 'string' && value.length <= longestFilter;

const isShown = (value: unknown): value is ChosenColumn['shown'] =>
	['as-fits', 'always', 'never'].includes(value as ChosenColumn['shown']);

const columnOf = (value: unknown): ChosenColumn | undefined => {
	if (!isObject(value)) {
		return undefined;
	}

	const {id, title, shown, extra} = value;
	return isText(id) &&
		isText(title) &&
		isShown(shown) &&
		Number.isSafeInteger(extra) &&
		Math.abs(extra as number) <= 60
		? {id, title, shown, extra: extra as number}
		: undefined;
};

const columnsOf = (value: unknown): ColumnChoice | undefined => {
	if (!Array.isArray(value) || value.length > 100) {
		return undefined;
	}

	const columns = value.map(one => columnOf(one));
	return columns.includes(undefined) ? undefined : columns.filter(column => column !== undefined);
};

const sortOf = (value: unknown): Sort | undefined =>
	isObject(value) && isText(value['column']) && typeof value['descending'] === 'boolean'
		? {column: value['column'], descending: value['descending']}
		: undefined;

/** An earlier version sorted locks by age, this one by beginning: the same order is reversed. */
const [locksAge, locksSince] = ['age', 'since'] as const;

const renamedColumns = (table: string, columns: ColumnChoice): ColumnChoice =>
	table !== 'locks' || columns.some(({id}) => id === locksSince)
		? columns
		: columns.map(column => (column.id === locksAge ? {...column, id: locksSince} : column));

const renamedSort = (table: string, sort: Sort | undefined): Sort | undefined =>
	table === 'locks' && sort?.column === locksAge ? {column: locksSince, descending: !sort.descending} : sort;

/** A state with the saved values of an earlier one. */
export const withKept = (state: State, kept: Kept): State => {
	const span = spans.find(one => one === kept.get('span'));
	let next: State = span === undefined ? state : {...state, plotSpan: span};
	const columns = new Map(next.columns);
	for (const [name, value] of kept) {
		const choice = name.startsWith('columns ') ? columnsOf(value) : undefined;
		const table = name.slice('columns '.length);
		if (choice) {
			columns.set(table, renamedColumns(table, choice));
		}
	}

	next = {...next, columns};
	for (const kind of rootKinds) {
		const sort = renamedSort(kind, sortOf(kept.get(`sort ${kind}`)));
		const filter = kept.get(`filter ${kind}`);
		const change = {...(sort && {sort}), ...(isText(filter) && filter !== '' && {filter})};
		next = Object.keys(change).length === 0 ? next : withList(next, {kind}, change);
	}

	return next;
};
