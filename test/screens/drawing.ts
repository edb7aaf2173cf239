/** What tables and previews are drawn with in tests: no past, nothing being operated. */
import {lineText} from '../../source/components/line.js';
import {unicodeSymbols} from '../../source/components/symbols.js';
import type {DiagnosedView} from '../../source/findings/diagnosis.js';
import {noOverlay} from '../../source/operations/following/telling/flashes.js';
import {parseFilter} from '../../source/screens/filtering/parse.js';
import {fieldsOf} from '../../source/screens/lists/binding/fields.js';
import {chooseRows} from '../../source/screens/lists/binding/list.js';
import type {ListScreen} from '../../source/screens/lists/binding/list-screen.js';
import type {Drawing} from '../../source/screens/drawing.js';
import {noPast} from '../../source/screens/plots/no-past.js';
import {watchScenario} from '../findings/simulated.js';

export const drawingOf = (cluster: DiagnosedView): Drawing => ({
	cluster,
	symbols: unicodeSymbols,
	lagsOf: (_subject, slots) => new Float64Array(slots).fill(1),
	plotSpan: 600_000,
	pastOf: noPast,
	overlayOf: noOverlay,
	canOperate: true,
	inquiries: new Map(),
});

/** A scenario as it is known after so many seconds, looked at every 5. */
export const simulatedAt = (name: string, seconds: number): Drawing =>
	drawingOf([...watchScenario(name, {seconds, every: 5})].at(-1)!.cluster);

/** The cells of these columns in each row of a table, in its own order. */
export const cellsOf = <Row>(
	{rows, columns, compare}: ListScreen<Row>,
	ids: readonly string[],
): readonly string[] =>
	rows.toSorted(compare).map(row =>
		ids
			.map(id => lineText(columns.find(column => column.id === id)!.draw(row, 60)).trim())
			.join(' ')
			.trimEnd(),
	);

/** The cell of a column in the row at `index`, at this width. */
export const cellOf = <Row>(
	{rows, columns}: ListScreen<Row>,
	id: string,
	index: number,
	width = 60,
): string => lineText(columns.find(column => column.id === id)!.draw(rows[index]!, width)).trim();

const all = {problems: false, onlyMarked: false, marked: new Set<string>(), sort: undefined};

/** The rows in the order of a column, from the least to the greatest. */
export const sortedBy = <Row>(screen: ListScreen<Row>, column: string): readonly Row[] =>
	chooseRows(screen, {...all, sort: {column, descending: false}}, parseFilter(''));

/** The rows that a filter keeps. */
export const foundBy = <Row>(screen: ListScreen<Row>, text: string): readonly Row[] =>
	chooseRows(screen, all, parseFilter(text, fieldsOf(screen)));

/** The lines of the preview of the row with this ID. */
export const previewOf = <Row>(
	list: ListScreen<Row>,
	id: string,
	{width = 118, height = 30} = {},
): readonly string[] =>
	list
		.preview(
			list.rows.find(row => list.id(row) === id)!,
			width,
			height,
		)
		.map(line => lineText(line).trimEnd());
