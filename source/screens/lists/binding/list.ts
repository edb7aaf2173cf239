/**
 * A table of the cluster as plain values and pure functions: its rows, their cells, where they lead. `bindList` joins
 * one to what a person chose (filter, sort, selection) for drawing.
 */
import {wordsPattern} from '../../../components/highlight.js';
import {type Line, lineWidth, span} from '../../../components/line.js';
import type {Symbols} from '../../../components/symbols.js';
import {gap, layoutColumns} from '../../../components/table/layout.js';
import {tableRow, tableTitles} from '../../../components/table/table.js';
import type {Plots} from '../../plots/plots.js';
import type {Place} from '../../places/place.js';
import {type ColumnChoice, chosenColumns} from '../../places/column-choice.js';
import {type ListState, type Sort, ownOrder} from '../../places/list-state.js';
import {keep} from '../../filtering/keep.js';
import {type Filter, wantedWords} from '../../filtering/parse.js';
import {say} from '../../../language/say.js';
import {fieldsOf, nameOfColumn, searchedOf, textOfCell} from './fields.js';
import type {DrawnRow, BoundList, ListScreen} from './list-screen.js';

/** A line of a head without what is less important at its end, such as a time, where that would be cut. */
export const withoutCutEnd = (line: Line, width: number): Line =>
	lineWidth(line) > width && line.at(-1)?.style === 'dim' ? withoutCutEnd(line.slice(0, -1), width) : line;

/** At most `most` lines of a head, with a note on how many are left out. */
export const headLines = (
	head: readonly Line[],
	most: number,
	more = (count: number) => say('and {count} more findings: key 6', {count}),
): readonly Line[] =>
	head.length <= most || most < 2
		? head.slice(0, most)
		: [...head.slice(0, most - 1), [span(`   ${more(head.length - most + 1)}`, 'dim')]];

const chosenOrder = <Row>(screen: ListScreen<Row>, sort: Sort | undefined): ListScreen<Row>['compare'] => {
	if (!sort) {
		return screen.isInOrder === true ? undefined : screen.compare;
	}

	const sign = sort.descending ? -1 : 1;
	if (sort.column === ownOrder) {
		// Its "descending" is the default: worst first.
		return screen.compare && ((left, right) => -sign * screen.compare!(left, right));
	}

	const column = screen.columns.find(({id}) => id === sort.column);
	const compare = column?.compare;
	return compare
		? (left, right) => sign * compare(left, right) || (screen.compare?.(left, right) ?? 0)
		: screen.compare;
};

/** The rows that remain after the filter, "only problems" and "only marked", in the chosen order. */
export const chooseRows = <Row>(
	screen: ListScreen<Row>,
	{problems, sort, onlyMarked, marked}: Pick<ListState, 'problems' | 'sort' | 'onlyMarked' | 'marked'>,
	filter: Filter,
): readonly Row[] => {
	const found = keep(filter, screen.rows, searchedOf(screen));
	const kept =
		problems || onlyMarked
			? found.filter(
					row => (!problems || screen.isProblem(row)) && (!onlyMarked || marked.has(screen.id(row))),
				)
			: found;
	const order = chosenOrder(screen, sort);
	return order ? kept.toSorted(order) : kept;
};

/** Joins a list to its selected rows. */
export const bindList = <Row>(
	screen: ListScreen<Row>,
	rows: readonly Row[],
	{
		sort,
		filter,
		choice,
		symbols,
		plotsAt,
	}: {
		readonly sort: Sort | undefined;
		readonly filter: Filter;
		readonly choice: ColumnChoice | undefined;
		readonly symbols: Symbols;
		/** The plot for the place that a row leads to; undefined for none. */
		readonly plotsAt: (place: Place | undefined) => Plots | undefined;
	},
): BoundList => {
	const layouts = new Map<number, ReturnType<typeof layoutColumns<Row>>>();
	const layout = (width: number) => {
		const known =
			layouts.get(width) ?? layoutColumns(chosenColumns(screen.columns, choice), width, sort?.column);
		layouts.set(width, known);
		return known;
	};

	const ids = screen.idsOf?.(rows) ?? rows.map(row => screen.id(row));
	const drawn = new Map<number, DrawnRow>();
	let drawnWidth = 0;
	return {
		title: screen.title,
		head: screen.head ?? [],
		...(screen.headMore && {headMore: screen.headMore}),
		ids,
		total: screen.rows.length,
		outOf: screen.outOf,
		missing(wanted) {
			if (wanted.size === 0 || screen.outOf !== undefined) {
				return 0;
			}

			const all = screen.idsOf?.(screen.rows) ?? screen.rows.map(row => screen.id(row));
			return wanted.difference(new Set(all)).size;
		},
		empty: screen.empty,
		sortable: [
			...(screen.compare ? [{id: ownOrder, title: say('WORST'), descending: true}] : []),
			...screen.columns
				.filter(({compare}) => compare)
				.map(column => ({
					id: column.id,
					title: column.sortTitle ?? nameOfColumn(column),
					descending: column.descending ?? false,
				})),
		],
		fields: fieldsOf(screen),
		wanted: wordsPattern(wantedWords(filter)),
		isProblem: index => screen.isProblem(rows[index]!),
		columns: screen.columns.map(column => ({id: column.id, title: nameOfColumn(column)})),
		texts(index) {
			const row = rows[index]!;
			return screen.columns.map(column => textOfCell(column, row));
		},
		objects: () => screen.object && rows.map(row => screen.object!(row)),
		placed: width => layout(width).map(({column}) => column.id),
		columnAt(at, width) {
			let from = 0;
			for (const {column, width: taken} of layout(width)) {
				if (at >= from && at < from + taken) {
					return column.id;
				}

				from += taken + gap;
			}

			return undefined;
		},
		titles: width => tableTitles(layout(width), symbols, sort),
		row(index, width) {
			if (width !== drawnWidth) {
				drawn.clear();
				drawnWidth = width;
			}

			let row = drawn.get(index);
			if (!row) {
				const of = rows[index]!;
				row = {line: tableRow(layout(width), of), sign: screen.sign(of), isStale: screen.isStale(of)};
				drawn.set(index, row);
			}

			return row;
		},
		open(id) {
			const row = rows[ids.indexOf(id)];
			return row === undefined ? undefined : screen.open(row);
		},
		findings(id) {
			const row = rows[ids.indexOf(id)];
			return row === undefined ? undefined : screen.findings?.(row);
		},
		health(index) {
			const row = rows[index];
			return row === undefined ? undefined : screen.health?.(row);
		},
		caption(index) {
			const row = rows[index];
			return row === undefined ? '' : (screen.caption?.(row) ?? ids[index]!);
		},
		about(index) {
			const row = rows[index];
			const place = row === undefined ? '' : (screen.about?.(row) ?? '');
			return place === '' ? this.caption(index) : place;
		},
		preview(index, width, height) {
			const row = rows[index];
			return row === undefined ? [] : screen.preview(row, width, height);
		},
		plots(index) {
			const row = rows[index];
			return row === undefined ? undefined : plotsAt(screen.open(row));
		},
	};
};
