/**
 * The cluster under the cursor of the table of clusters: its problem, totals, findings and events. Pure.
 */
import {type Line, fitLine, horizontalRule, span} from '../../../components/line.js';
import {layoutColumns} from '../../../components/table/layout.js';
import {tableRow, tableTitles} from '../../../components/table/table.js';
import {say} from '../../../language/say.js';
import {problemLines} from '../../chrome/header.js';
import {drawEvent} from '../../chrome/strip.js';
import {drawTotals} from '../../chrome/totals.js';
import {findingsList} from '../../lists/findings.js';
import type {Drawing} from '../../drawing.js';
import type {ClusterRow} from './cluster-columns.js';

/** A preview in fewer lines says too little. */
const least = 4;

/** Columns before a finding: a blank, its sign, a blank. */
const signsWidth = 3;

/** The worst findings as a table; the last line tells how many are left out. */
const findingLines = (drawing: Drawing, width: number, most: number): readonly Line[] => {
	const {rows, columns, sign} = findingsList(drawing);
	if (rows.length === 0 || most < 2) {
		return [];
	}

	const placed = layoutColumns(columns, Math.max(1, width - signsWidth));
	const shown = rows.length < most ? rows.length : most - 2;
	const left = rows.length - shown;
	return [
		[span(' '.repeat(signsWidth), 'heading'), ...tableTitles(placed, drawing.symbols)],
		...rows
			.slice(0, shown)
			.map((row): Line => [span(' '), ...sign(row), span(' '), ...tableRow(placed, row)]),
		...(left === 0
			? []
			: [[span(`   ${say('and {count} more {count|finding|findings}', {count: left})}`, 'dim')]]),
	];
};

const eventLines = ({cluster: {events, now}, symbols}: Drawing, most: number): readonly Line[] =>
	events.length === 0 || most < 2
		? []
		: [
				[span(` ${say('What happened')}`, 'title')],
				...events.slice(0, most - 1).map(event => drawEvent(event, now, symbols)),
			];

/** What is wrong in a cluster and what happened, in at most `height` lines of `width` columns; [] where that is too few. */
export const clusterPreview = (
	{title, view}: ClusterRow,
	drawing: Drawing,
	width: number,
	height: number,
): readonly Line[] => {
	if (height < least) {
		return [];
	}

	const {symbols} = drawing;
	const above: readonly Line[] = [
		horizontalRule([span(title, 'strong')], width, symbols.rule),
		...problemLines(view, view.now, width, Math.max(2, Math.floor(height / 4))),
		...(view.at === 0 ? [] : [drawTotals(view, symbols, width)]),
	];
	const findings = findingLines(drawing, width, height - above.length);
	const events = eventLines(drawing, height - above.length - findings.length);
	return [...above, ...findings, ...events].slice(0, height).map(line => fitLine(line, width));
};
