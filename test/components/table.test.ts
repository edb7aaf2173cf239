import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {progressBar, sparkline} from '../../source/components/graph.js';
import {lineText, lineWidth, span} from '../../source/components/line.js';
import {type Column, gap, layoutColumns} from '../../source/components/table/layout.js';
import {tableRow, tableTitles} from '../../source/components/table/table.js';
import {scrollTo} from '../../source/components/table/viewport.js';
import {asciiSymbols, unicodeSymbols} from '../../source/components/symbols.js';

type Row = {readonly name: string; readonly lag: string; readonly unit: string};

const columns: ReadonlyArray<Column<Row>> = [
	{id: 'name', title: 'TASK', min: 10, max: 30, priority: 100, grows: true, draw: row => [span(row.name)]},
	{id: 'lag', title: 'LAG', min: 6, priority: 90, align: 'right', draw: row => [span(row.lag)]},
	{id: 'unit', title: 'UNIT', min: 5, priority: 10, draw: row => [span(row.unit)]},
];

const row: Row = {name: '订单', lag: '1h02m', unit: 'Sync'};

describe('a table', () => {
	it('drops the columns with the lowest priority first', () => {
		expect(layoutColumns(columns, 80).map(({column}) => column.id)).toEqual(['name', 'lag', 'unit']);
		expect(layoutColumns(columns, 18).map(({column}) => column.id)).toEqual(['name', 'lag']);
		expect(layoutColumns(columns, 12).map(({column}) => column.id)).toEqual(['name']);
	});

	it('keeps the column that it is sorted by, also where its arrow makes it wider', () => {
		const shownAt = (width: number, sorted?: string) =>
			layoutColumns(columns, width, sorted).map(({column}) => column.id);
		expect(shownAt(18, 'unit')).toEqual(['name', 'unit']);
		expect(shownAt(23)).toEqual(['name', 'lag', 'unit']);
		expect(shownAt(23, 'unit')).toEqual(['name', 'lag', 'unit']);
		expect(shownAt(3, 'unit')).toEqual(['unit']);
	});

	it('is never wider than the space available', () => {
		fc.assert(
			fc.property(fc.integer({min: 1, max: 200}), width => {
				const layout = layoutColumns(columns, width);
				const used = layout.reduce((sum, column) => sum + column.width + gap, -gap);
				expect(used).toBeLessThanOrEqual(width);
				expect(lineWidth(tableRow(layout, row))).toBe(used);
				expect(lineWidth(tableTitles(layout, unicodeSymbols))).toBe(used);
			}),
		);
	});

	it('has a plot only where texts have most of their width besides', () => {
		const texts: ReadonlyArray<Column<Row>> = [
			{...columns[0]!, share: 0.2, max: 20, preferredWidth: 40},
			columns[1]!,
			{...columns[2]!, id: 'plot', isAfterTexts: true},
		];
		const shownAt = (width: number, of = texts) => layoutColumns(of, width).map(({column}) => column.id);
		expect(shownAt(53)).toEqual(['name', 'lag', 'plot']);
		expect(shownAt(52)).toEqual(['name', 'lag']);
		// A single very long text does not prevent it.
		const long = texts.map(column => (column.id === 'name' ? {...column, preferredWidth: 90} : column));
		expect(shownAt(61, long)).toEqual(['name', 'lag', 'plot']);
		expect(shownAt(60, long)).toEqual(['name', 'lag']);
	});

	it('gives a column its preferred width only when all others have what they need', () => {
		const wishing = columns.map(column =>
			column.id === 'name'
				? {...column, preferredWidth: 50}
				: column.id === 'unit'
					? {...column, max: 9}
					: column,
		);
		const widths = (width: number) => layoutColumns(wishing, width).map(column => column.width);
		expect(widths(40)).toEqual([27, 6, 5]);
		expect(widths(47)).toEqual([30, 6, 9]);
		expect(widths(60)).toEqual([43, 6, 9]);
		expect(widths(90)).toEqual([50, 6, 9]);
	});

	it('aligns names of two-column characters', () => {
		expect(lineText(tableRow(layoutColumns(columns, 23), row))).toBe('订单        1h02m Sync ');
	});

	it('marks the column by which it is sorted', () => {
		const layout = layoutColumns(columns, 23);
		const titles = lineText(tableTitles(layout, unicodeSymbols, {column: 'lag', descending: true}));
		expect(titles).toContain('LAG↓');
	});
});

describe('the viewport', () => {
	it('shows the selected row and wastes no space', () => {
		fc.assert(
			fc.property(
				fc.nat(500),
				fc.nat(500),
				fc.integer({min: 1, max: 60}),
				fc.integer({min: 1, max: 500}),
				(top, selected, height, length) => {
					const chosen = selected % length;
					const first = scrollTo(top, chosen, height, length);
					expect(first).toBeGreaterThanOrEqual(0);
					expect(first).toBeLessThanOrEqual(chosen);
					expect(first + height).toBeGreaterThan(chosen);
					expect(first).toBeLessThanOrEqual(Math.max(0, length - height));
				},
			),
		);
	});

	it('stays where it is while the selected row is in it', () => {
		expect(scrollTo(10, 15, 20, 100)).toBe(10);
	});
});

describe('small graphs', () => {
	it('draw zero as the lowest step, the maximum as the highest, unknown as a blank', () => {
		expect(sparkline(Float64Array.of(0, 1, NaN, 100), unicodeSymbols)).toBe('▁▂ █');
		expect(sparkline(Float64Array.of(0, 100), asciiSymbols)).toBe('_#');
	});

	it('show a ripple as a ripple', () => {
		expect(sparkline(Float64Array.of(0, 1, 2), unicodeSymbols, 60)).toBe('▁▂▂');
	});

	it('fill a bar only when everything is done', () => {
		expect(progressBar(0.999, 10, asciiSymbols)).toBe('#########.');
		expect(progressBar(1, 10, asciiSymbols)).toBe('##########');
		expect(progressBar(-1, 4, asciiSymbols)).toBe('....');
	});
});
