/**
 * Subtasks as a small table inside a preview.
 */
import {type Line, span} from '../../../components/line.js';
import {type Column, layoutColumns} from '../../../components/table/layout.js';
import {tableRow, tableTitles} from '../../../components/table/table.js';
import type {SubtaskView} from '../../../monitor/view.js';
import {healthSign} from '../../cells/health.js';
import type {Drawing} from '../../drawing.js';
import {say} from '../../../language/say.js';

/** The height of the plots below a preview. */
const plotLines = 7;

/** Lines above the plots; a low preview has none. */
export const spaceAbovePlots = (height: number): number =>
	height < plotLines * 2 ? height : height - plotLines;

/** The lines for findings, given so many lines of numbers below them. */
export const spaceForFindings = (height: number, numbers: number): number =>
	height < plotLines * 2 ? height : Math.max(4, spaceAbovePlots(height) - numbers);

/**
 * Its titles and as many rows as fit into `height` lines, with a note on how many are left out. The columns are those of
 * the rows that fit: there may be very many others.
 */
export const subtaskTable = (
	rows: readonly SubtaskView[],
	columnsOf: (drawing: Drawing, rows: readonly SubtaskView[]) => ReadonlyArray<Column<SubtaskView>>,
	drawing: Drawing,
	{width, height}: {readonly width: number; readonly height: number},
): readonly Line[] => {
	const space = height - 1;
	const shown = rows.slice(0, Math.max(0, rows.length > space ? space - 1 : space));
	if (shown.length === 0) {
		return [];
	}

	const layout = layoutColumns(columnsOf(drawing, shown), width - 2);
	return [
		[span('  ', 'heading'), ...tableTitles(layout, drawing.symbols)],
		...shown.map((row): Line => [
			...healthSign(drawing.cluster.diagnosis.health(row), drawing.symbols),
			span(' '),
			...tableRow(layout, row),
		]),
		...(rows.length > shown.length
			? [[span(`  ${say('and {count} more', {count: rows.length - shown.length})}`, 'dim')]]
			: []),
	];
};
