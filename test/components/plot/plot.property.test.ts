import fc from 'fast-check';
import {expect, test} from 'vitest';
import {lineText, lineWidth} from '../../../source/components/line.js';
import {type PlotOptions, drawPlot} from '../../../source/components/plot/plot.js';

const end = Date.UTC(2026, 10, 27, 22);

const value = fc.oneof(
	fc.double({min: 0, max: 1e6, noNaN: true}),
	fc.constantFrom(NaN, 0, Infinity, -Infinity, -1, Number.MAX_VALUE, Number.MIN_VALUE, 2 ** 53),
);

const series = fc.record({
	name: fc.string({maxLength: 5}),
	start: fc.integer({min: end - 2_000_000, max: end + 1_000_000}),
	step: fc.integer({min: 1, max: 100_000}),
	values: fc.array(value, {maxLength: 60}),
	bounds: fc.array(fc.constantFrom(0, 1), {maxLength: 60}),
});

const options: fc.Arbitrary<PlotOptions> = fc.record({
	width: fc.integer({min: 1, max: 70}),
	height: fc.integer({min: 1, max: 16}),
	end: fc.constant(end),
	span: fc.constantFrom(1000, 600_000, 3_600_000, 86_400_000),
	series: fc.array(series, {maxLength: 8}),
	marks: fc.array(
		fc.record({
			at: fc.integer({min: end - 90_000_000, max: end + 90_000_000}),
			sign: fc.constantFrom('✗', '‖', '◆', '▶'),
			style: fc.constant('bad' as const),
		}),
		{maxLength: 8},
	),
	unit: fc.constantFrom('seconds', 'count', 'bytes'),
	times: fc.constantFrom('ago', 'clock'),
	glyphs: fc.constantFrom('braille', 'blocks', 'ascii'),
	title: fc.option(fc.constant([{text: 'a title that may be longer than the plot'}]), {nil: undefined}),
	empty: fc.constantFrom('', 'nothing'),
});

test('a plot never leaves its box, and the same values give the same lines', () => {
	fc.assert(
		fc.property(options, given => {
			const lines = drawPlot(given);
			expect(lines).toHaveLength(given.height);
			expect(lines.map(line => lineWidth(line))).toEqual(lines.map(() => given.width));
			expect(drawPlot(given)).toEqual(lines);
		}),
	);
});

test('unknown values are never drawn', () => {
	fc.assert(
		fc.property(options, fc.integer({min: 0, max: 40}), (given, count) => {
			const values = Array.from({length: count}, () => NaN);
			const lines = drawPlot({
				...given,
				title: undefined,
				marks: [],
				empty: '',
				height: 1,
				series: given.series.map(one => ({...one, values})),
			});
			expect(lineText(lines[0]!)).toBe(' '.repeat(given.width));
		}),
	);
});
