/** One plot on the whole screen. */
import {type Line, span} from '../../components/line.js';
import {formatBytes, formatCount, formatDuration} from '../../components/quantity.js';
import type {PlotUnit} from '../../components/plot/scale.js';
import type {Series} from '../../monitor/showing/series.js';
import type {Drawing} from '../drawing.js';
import type {PlotPlace} from '../places/place.js';
import {say} from '../../language/say.js';
import {plotKinds} from '../plots/kinds.js';
import {measurePlot} from '../plots/measure-plot.js';
import {plottedAt} from '../plots/subjects.js';

const valueText = (value: number, unit: PlotUnit): string =>
	unit === 'seconds' ? formatDuration(value) : unit === 'bytes' ? formatBytes(value) : formatCount(value);

/** The minimum, the mean and the maximum, and the share of time without values. */
const summaryLine = ({values, bounds, origin}: Series, unit: PlotUnit): Line => {
	const known = values.filter(value => !Number.isNaN(value));
	if (known.length === 0) {
		return [];
	}

	let sum = 0;
	let least = Infinity;
	let greatest = 0;
	for (const value of known) {
		sum += value;
		least = Math.min(least, value);
		greatest = Math.max(greatest, value);
	}

	return [
		span(` ${say('least')} `, 'dim'),
		span(valueText(least, unit)),
		span(`   ${say('mean')} `, 'dim'),
		span(valueText(sum / known.length, unit)),
		span(`   ${say('greatest')} `, 'dim'),
		span(valueText(greatest, unit)),
		span(bounds.includes(1) ? `   ${say('lighter: at least that much')}` : '', 'dim'),
		span(known.length < values.length ? `   ${say('gaps: not known')}` : '', 'dim'),
		span(`   ${say('measured by {origin}', {origin})}`, 'dim'),
	];
};

/** The plot of a place in exactly `height` lines. */
export const zoomLines = (
	{task, source, measure}: PlotPlace,
	drawing: Drawing,
	{width, height}: {readonly width: number; readonly height: number},
): readonly Line[] => {
	const subject = {task, source};
	const plotted = plottedAt(drawing.cluster, subject);
	if (!plotted) {
		return [
			[
				span(
					` ${say('{name} is no longer there.', {name: [task, source].filter(Boolean).join(' › ')})}`,
					'warn',
				),
			],
		];
	}

	const summary = summaryLine(drawing.pastOf(subject, measure, 240, 1), plotKinds[measure].unit);
	return [
		...measurePlot(plotted, measure, {width: width - 2, height: height - 1, times: 'clock'}, drawing).map(
			(line): Line => [span(' '), ...line],
		),
		summary,
	];
};
