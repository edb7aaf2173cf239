/**
 * A table as lines: its titles, and the rows on screen. Its cost depends only on those.
 */
import {type Line, type Span, cutLine, lineWidth, span} from '../line.js';
import type {Symbols} from '../symbols.js';
import {type PlacedColumn, gap, columnTitle} from './layout.js';

const place = (line: Line, width: number, align: 'left' | 'right'): Line => {
	const cut = cutLine(line, width);
	const blanks = width - lineWidth(cut);
	if (blanks <= 0) {
		return cut;
	}

	const padding = span(' '.repeat(blanks));
	return align === 'left' ? [...cut, padding] : [padding, ...cut];
};

const separator: Span = span(' '.repeat(gap));

const joinCells = (cells: readonly Line[]): Line =>
	cells.flatMap((line, index) => (index === 0 ? line : [separator, ...line]));

const asHeading = (line: Line): Line =>
	line.map(piece => (piece.style === 'sorted' ? piece : {...piece, style: 'heading'}));

/** The line of titles as a heading; the sorted column is highlighted, and has an arrow if it fits. */
export const tableTitles = <Row>(
	placed: ReadonlyArray<PlacedColumn<Row>>,
	symbols: Pick<Symbols, 'ascending' | 'descending'>,
	sort?: {readonly column: string; readonly descending: boolean},
): Line =>
	asHeading(
		joinCells(
			placed.map(({column, width}) => {
				const isSorted = sort?.column === column.id;
				const arrow = isSorted ? (sort.descending ? symbols.descending : symbols.ascending) : '';
				const bare = columnTitle(column, width);
				const title = bare.length + arrow.length <= width ? bare + arrow : bare;
				return place([span(title, isSorted ? 'sorted' : 'heading')], width, column.align ?? 'left');
			}),
		),
	);

/** One row. */
export const tableRow = <Row>(placed: ReadonlyArray<PlacedColumn<Row>>, row: Row): Line =>
	joinCells(placed.map(({column, width}) => place(column.draw(row, width), width, column.align ?? 'left')));
