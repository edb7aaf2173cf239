/** One measure as a plot. */
import {type Line, lineWidth, span} from '../../components/line.js';
import {resolutions} from '../../components/plot/canvas.js';
import {drawPlot, plotLegend} from '../../components/plot/plot.js';
import type {PlotSeries} from '../../components/plot/series.js';
import type {OwnMeasure} from '../../monitor/past/measures.js';
import type {PastSubject} from '../../monitor/showing/series.js';
import type {Drawing} from '../drawing.js';
import {say} from '../../language/say.js';
import {type Plotted, plotKinds} from './kinds.js';
import {concerns, marksLegend, marksOf} from './marks.js';
import {spanText} from './span.js';

/** The most curves that can be told apart. */
const mostCurves = 4;

/** The least useful width of a plot. */
export const leastWidth = 34;

/** The space of a plot, in columns and rows. */
export type PlotBox = {
	readonly width: number;
	readonly height: number;
	/** How its time axis is labelled: see `PlotOptions`. */
	readonly times: 'ago' | 'clock';
};

type DrawnMeasure = {readonly series: readonly PlotSeries[]; readonly legend: Line};

/** One curve per source, if they can be told apart and named in `space` columns; else one area for all. */
const chooseSeries = (
	{subject, sources}: Plotted,
	measure: OwnMeasure,
	seriesOf: (subject: PastSubject, name: string) => PlotSeries,
	space: number,
): DrawnMeasure => {
	const legend = plotLegend(sources);
	const isBySource =
		plotKinds[measure].isBySource &&
		sources.length > 1 &&
		sources.length <= mostCurves &&
		lineWidth(legend) <= space;
	return isBySource
		? {series: sources.map(source => seriesOf({...subject, source}, source)), legend}
		: {series: [seriesOf(subject, '')], legend: []};
};

/** The plot in exactly this box. */
export const measurePlot = (
	plotted: Plotted,
	measure: OwnMeasure,
	{width, height, times}: PlotBox,
	drawing: Drawing,
): Line[] => {
	const {cluster, symbols, plotSpan, pastOf} = drawing;
	const {title, unit, empty} = plotKinds[measure];
	const {x: perCell} = resolutions[symbols.plot];
	const heading: Line = [span(say(title), 'strong'), span(` ${spanText(plotSpan)}`, 'dim')];
	const seriesOf = (subject: PastSubject, name: string): PlotSeries => ({
		...pastOf(subject, measure, width * perCell, perCell),
		name,
	});
	const {series, legend} = chooseSeries(plotted, measure, seriesOf, width - lineWidth(heading) - 3);
	const {start, step, values} = series[0]!;
	const end = start + step * values.length;
	const marks = marksOf(
		cluster.events.filter(event => event.at >= start && concerns(event, plotted)),
		symbols,
	);
	const signs = marksLegend(marks);
	const withLegend: Line = [...heading, ...(legend.length === 0 ? [] : [span(' '.repeat(3)), ...legend])];
	const withSigns: Line = [...withLegend, ...(signs.length === 0 ? [] : [span(' '.repeat(3)), ...signs])];
	return drawPlot({
		width,
		height,
		end,
		span: plotSpan,
		series,
		marks,
		unit,
		times,
		glyphs: symbols.plot,
		title: lineWidth(withSigns) <= width ? withSigns : withLegend,
		empty: say(empty),
	});
};

/** The gap between two plots. */
const gap = 2;

/** The lag, known or not, and other known measures; the first measure while none is known. */
const tellingOf = ({subject, measures}: Plotted, width: number, drawing: Drawing): readonly OwnMeasure[] => {
	const {x: perCell} = resolutions[drawing.symbols.plot];
	const telling = measures.filter(
		measure =>
			measure === 'lag' ||
			drawing.pastOf(subject, measure, width * perCell, perCell).values.some(value => !Number.isNaN(value)),
	);
	return telling.length === 0 ? measures.slice(0, 1) : telling;
};

/** The measures as plots side by side: all relevant ones that fit. */
export const plotRow = (plotted: Plotted, {width, height, times}: PlotBox, drawing: Drawing): Line[] => {
	const most = Math.floor((width + gap) / (leastWidth + gap));
	const shown =
		most < 1 || drawing.cluster.at === 0 ? [] : tellingOf(plotted, leastWidth, drawing).slice(0, most);
	if (shown.length === 0) {
		return [];
	}

	const share = Math.floor((width - gap * (shown.length - 1)) / shown.length);
	const plots = shown.map(measure => measurePlot(plotted, measure, {width: share, height, times}, drawing));
	return Array.from({length: height}, (_, row) =>
		plots.flatMap((plot, index): Line => [...(index === 0 ? [] : [span(' '.repeat(gap))]), ...plot[row]!]),
	);
};
