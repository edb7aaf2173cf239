import {expect, test} from 'vitest';
import {lineText, span} from '../../../source/components/line.js';
import {type PlotOptions, drawPlot, plotLegend} from '../../../source/components/plot/plot.js';
import type {PlotSeries} from '../../../source/components/plot/series.js';

const end = Date.UTC(2026, 10, 27, 22);

/** One value for each of `count` equal parts of ten minutes. */
const over = (values: readonly number[], bounds?: readonly number[], name = 'lag'): PlotSeries => ({
	name,
	start: end - 600_000,
	step: 600_000 / values.length,
	values,
	bounds,
});

const unknown = NaN;

const picture = (options: Partial<PlotOptions>): string =>
	drawPlot({
		width: 20,
		height: 5,
		end,
		span: 600_000,
		series: [],
		unit: 'seconds',
		times: 'ago',
		glyphs: 'braille',
		...options,
	})
		.map(line => lineText(line))
		.join('\n');

const values = (text: string): string[] =>
	text.split('\n').flatMap(line => (line.includes(' ┤') ? line.split(' ┤', 1)[0]!.trim() : []));

const ramp = over([0, 0, 10, 20, 30, 40, unknown, unknown, 50, 60]);

test('braille: an area from zero to the maximum, with a gap where the value is unknown', () => {
	expect(picture({series: [ramp], width: 25})).toMatchInlineSnapshot(`
		"1m ┤                ⢠⣤⣼⣿⣿
		   │        ⣀⣀⣰⣶⣶   ⢸⣿⣿⣿⣿
		   │      ⣤⣤⣿⣿⣿⣿⣿   ⢸⣿⣿⣿⣿
		 0 ┤⣀⣀⣀⣀⣿⣿⣿⣿⣿⣿⣿⣿⣿   ⢸⣿⣿⣿⣿
		   └-10m─────-5m──────now"
	`);
});

test('blocks and ASCII show the same in fewer steps', () => {
	expect(picture({series: [ramp], width: 24, glyphs: 'blocks'})).toMatchInlineSnapshot(`
		"1m ┤                ▃▃██
		   │        ▁▁▆▆    ████
		   │      ▃▃████    ████
		 0 ┤▁▁▁▁▆▆██████    ████
		   └-10m─────-5m─────now"
	`);
	expect(picture({series: [ramp], width: 24, glyphs: 'ascii'})).toMatchInlineSnapshot(`
		"1m +                ..##
		   |        ..##    ####
		   |      ..####    ####
		 0 +____########    ####
		   +-10m.....-5m.....now"
	`);
});

test('a lower bound is drawn lighter, with every kind of glyph', () => {
	const series = [over([10, 20, 30, 40], [0, 0, 1, 1])];
	expect(picture({series})).toMatchInlineSnapshot(`
		"1m ┤                
		   │        ⣀⣀⣀⣀⣒⣒⣒⣒
		   │    ⣤⣤⣤⣤⣒⣒⣒⣒⣒⣒⣒⣒
		 0 ┤⣿⣿⣿⣿⣿⣿⣿⣿⣒⣒⣒⣒⣒⣒⣒⣒
		   └-10m───-5m───now"
	`);
	expect(picture({series, glyphs: 'blocks'})).toMatchInlineSnapshot(`
		"1m ┤                
		   │        ▁▁▁▁░░░░
		   │    ▃▃▃▃░░░░░░░░
		 0 ┤▆▆▆▆████░░░░░░░░
		   └-10m───-5m───now"
	`);
	expect(picture({series, glyphs: 'ascii'})).toMatchInlineSnapshot(`
		"1m +                
		   |        ....::::
		   |    ....::::::::
		 0 +########::::::::
		   +-10m...-5m...now"
	`);
});

test('several curves end in their letters, and differ in their dots', () => {
	const series = [over([0, 10, 20, 30]), over([60, 60, 60, 60]), over([0, 0, unknown, unknown])];
	expect(picture({series, width: 30, height: 7})).toMatchInlineSnapshot(`
		" 1m ┤⠉⠁⠉⠁⠉⠁⠉⠁⠉⠁⠉⠁⠉⠁⠉⠁⠉⠁⠉⠁⠉⠁⠉⠁b
		    │                         
		30s ┤                  ⢀⣀⣀⣀⣀⣀a
		    │            ⢀⣀⣀⣀⣀⣀⡸      
		    │      ⣀⣀⣀⣀⣀⣀⡸            
		  0 ┤⣀⣀⣀⣀⣀⣀⡇⡀⡀⡀⡀⡀c            
		    └-10m───────-5m────────now"
	`);
	expect(picture({series, width: 30, height: 7, glyphs: 'ascii'})).toMatchInlineSnapshot(`
		" 1m +bbbbbbbbbbbbbbbbbbbbbbbbb
		    |                         
		30s +                  aaaaaaa
		    |            aaaaaa       
		    |      aaaaaa             
		  0 +ccccccccccccc            
		    +-10m.......-5m........now"
	`);
	expect(lineText(plotLegend(['s1', 's2']))).toBe('a s1  b s2');
});

test('letters that would share a cell are put side by side', () => {
	const same = over([30, 30]);
	expect(picture({series: [same, same, same], width: 16, height: 3})).toMatchInlineSnapshot(`
		"30s ┤⠉⠉⠉⠉⠉⠉⠉⠉cba
		  0 ┤           
		    └-10m────now"
	`);
});

test('a title, a scale in its unit, clock times as labels, signs for events', () => {
	expect(
		picture({
			series: [over([0, 9_000_000, 20_000_000])],
			unit: 'bytes',
			times: 'clock',
			width: 44,
			height: 8,
			title: [span('BEHIND')],
			marks: [
				{at: end - 200_000, sign: '✗', style: 'bad'},
				{at: end - 100_000, sign: '▶', style: 'good'},
				{at: end - 700_000, sign: '‖', style: 'warn'},
				{at: end + 1, sign: '◆', style: 'info'},
			],
		}),
	).toMatchInlineSnapshot(`
		"BEHIND                                      
		20 MB ┤                        ⢰⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶
		      │                        ⢸⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿
		10 MB ┤                        ⢸⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿
		      │            ⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣾⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿
		      │            ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿
		    0 ┤⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿
		      └21:50───────────21:55───✗─────▶─22:00"
	`);
});

test('of two signs in one column the later one is drawn, and labels give way to signs', () => {
	const marks = [
		{at: end - 300_000, sign: '✗', style: 'bad'},
		{at: end - 299_000, sign: '▶', style: 'good'},
	] as const;
	expect(
		picture({series: [ramp], marks, width: 25})
			.split('\n')
			.at(-1),
	).toBe('   └-10m──────▶───────now');
});

test('while nothing is known yet there is a message and no curve', () => {
	expect(picture({series: [over([unknown, unknown])], empty: 'no lag yet', width: 20}))
		.toMatchInlineSnapshot(`
		"10s ┤               
		    │  no lag yet   
		    │               
		  0 ┤               
		    └-10m──-5m───now"
	`);
});

test('a box too small for labels has the curve alone', () => {
	expect(picture({series: [ramp], width: 10, height: 2})).toMatchInlineSnapshot(`
		"⣀⣀⣤⣤⣶⣶  ⣿⣿
		-10m───now"
	`);
	expect(picture({series: [ramp], width: 10, height: 1})).toMatchInlineSnapshot('"⣀⣀⣤⣤⣶⣶  ⣿⣿"');
	expect(picture({series: [ramp], width: 1, height: 1})).toMatchInlineSnapshot('"⣾"');
	expect(picture({series: [ramp], width: 0, height: 2})).toBe('\n');
	expect(
		drawPlot({width: 5, height: 0, end, span: 1, series: [], unit: 'count', times: 'ago', glyphs: 'ascii'}),
	).toEqual([]);
});

test('a day other than that of the end has its date on the time axis', () => {
	const midnight = new Date(2026, 10, 28).getTime();
	expect(
		picture({
			series: [],
			end: midnight + 3_600_000,
			span: 2 * 3_600_000,
			times: 'clock',
			width: 60,
			height: 2,
		})
			.split('\n')
			.at(-1),
	).toContain('11-27 23:00');
});

test('a constant value is drawn level at every height and with every kind of glyph', () => {
	for (const glyphs of ['braille', 'blocks', 'ascii'] as const) {
		for (const value of [0, 1, 7, 3600, 1e6]) {
			for (const height of [1, 2, 5, 12]) {
				const lines = picture({
					series: [over([value, value, value, value])],
					glyphs,
					height,
					width: 9,
					title: [],
				}).split('\n');
				for (const line of lines.slice(0, height > 1 ? -1 : 1)) {
					expect(new Set(line)).toHaveLength(1);
				}
			}
		}
	}
});

test('anything above zero is drawn higher than zero', () => {
	expect(picture({series: [over([0, 1, 0, 3600])], width: 8, height: 3})).toMatchInlineSnapshot(`
		"      ⣿⣿
		⣀⣀⣤⣤⣀⣀⣿⣿
		-10m─now"
	`);
});

test('seconds are labelled at distances that one counts in', () => {
	const labels = [30, 60, 120, 300, 10_000].map(most =>
		values(picture({series: [over([0, most])], unit: 'seconds', height: 11, width: 30})),
	);
	expect(labels).toEqual([
		['30s', '20s', '10s', '0'],
		['1m', '45s', '30s', '15s', '0'],
		['2m', '1m30s', '1m', '30s', '0'],
		['5m', '4m', '3m', '2m', '1m', '0'],
		['3h', '2h', '1h', '0'],
	]);
});

test('bytes are labelled at values that are round in their unit', () => {
	const megabyte = 1024 ** 2;
	const labels = [1.5, 0.9, 17].map(most =>
		values(picture({series: [over([0, most * megabyte])], unit: 'bytes', height: 11, width: 30})),
	);
	expect(labels).toEqual([
		['2 MB', '1.5 MB', '1 MB', '512 KB', '0'],
		['1 MB', '768 KB', '512 KB', '256 KB', '0'],
		['20 MB', '16 MB', '12 MB', '8 MB', '4 MB', '0'],
	]);
});
