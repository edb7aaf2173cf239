/** The plots of DM's metrics for one subject, in rows. */
import {type Line, lineWidth, span} from '../../components/line.js';
import {resolutions} from '../../components/plot/canvas.js';
import {drawPlot, plotLegend} from '../../components/plot/plot.js';
import type {PlotSeries} from '../../components/plot/series.js';
import {wrapLine} from '../../components/wrap.js';
import {brakeOf} from '../../findings/evidence/brake.js';
import {subtasksOfSubject} from '../../findings/gathering/subtasks-of.js';
import type {PastSubject} from '../../monitor/showing/series.js';
import {say} from '../../language/say.js';
import type {Drawing} from '../drawing.js';
import type {MetricsPlace} from '../places/place.js';
import {leastWidth} from '../plots/measure-plot.js';
import {type Panel, panelsOf} from '../plots/panels.js';
import {spanText} from '../plots/span.js';

/** The height of one plot: title, curve, time axis. */
const plotHeight = 8;

/** The gap between two plots. */
const gap = 2;

/** The most curves that can be told apart. */
const mostBeside = 3;

type Known = {readonly panel: Panel; readonly series: readonly PlotSeries[]};

/** The curves of a panel that have values. */
const seriesOf = (
	{curves}: Panel,
	subject: PastSubject,
	{pastOf}: Drawing,
	{count, together}: {readonly count: number; readonly together: number},
): readonly PlotSeries[] =>
	curves.flatMap(([measure, name]) => {
		const series = pastOf(subject, measure, count, together);
		return series.values.some(value => !Number.isNaN(value))
			? [{...series, name: name === '' ? '' : say(name)}]
			: [];
	});

const drawPanel = ({panel, series}: Known, width: number, {symbols, plotSpan}: Drawing): readonly Line[] => {
	const {start, step, values} = series[0]!;
	const legend = series.length > 1 ? plotLegend(series.map(({name}) => name)) : [];
	const heading: Line = [span(say(panel.title), 'strong'), span(` ${spanText(plotSpan)}`, 'dim')];
	const withLegend: Line = [...heading, ...(legend.length === 0 ? [] : [span(' '.repeat(3)), ...legend])];
	return drawPlot({
		width,
		height: plotHeight,
		end: start + step * values.length,
		span: plotSpan,
		series,
		marks: [],
		unit: panel.unit,
		times: 'ago',
		glyphs: symbols.plot,
		title: lineWidth(withLegend) <= width ? withLegend : heading,
		empty: '',
	});
};

/** `slow: downstream, …` for each subtask with a bottleneck. */
const brakeLines = ({task, source}: MetricsPlace, {cluster}: Drawing): readonly Line[] => {
	const {thresholds} = cluster.diagnosis;
	return subtasksOfSubject(cluster, {task, source}).flatMap((view): readonly Line[] => {
		const brake = brakeOf(view, thresholds);
		return brake
			? [
					[
						span(' '),
						span(`${view.subtask.task}/${view.subtask.source}  `, 'strong'),
						span(say('slow: {side}', {side: say(brake.side)}), 'warn'),
						span(`${say(', ')}${brake.evidence.join(say(', '))}`),
					],
				]
			: [];
	});
};

const isKnown = ({task, source, worker}: MetricsPlace, {cluster}: Drawing): boolean =>
	worker === undefined
		? task === undefined
			? cluster.sources.some(view => view.source === source)
			: cluster.tasks.some(({name}) => name === task)
		: cluster.workers.some(({name}) => name === worker);

const subjectText = ({task, source, worker}: MetricsPlace): string =>
	task === undefined || source === undefined
		? (task ?? source ?? worker ?? '')
		: say('{task} on {source}', {task, source});

/** The page in `width` columns and any number of lines. */
export const metricsLines = (place: MetricsPlace, drawing: Drawing, width: number): readonly Line[] => {
	if (!isKnown(place, drawing)) {
		return [[span(` ${say('{name} is no longer there.', {name: subjectText(place)})}`, 'warn')]];
	}

	const inner = width - 2;
	const columns = Math.max(1, Math.floor((inner + gap) / (leastWidth + gap)));
	const {x: perCell} = resolutions[drawing.symbols.plot];
	const shareOf = (beside: number): number => Math.floor((inner - gap * (beside - 1)) / beside);
	const knownIn = (share: number): readonly Known[] =>
		panelsOf(place).flatMap((panel): readonly Known[] => {
			const series = seriesOf(panel, place, drawing, {count: share * perCell, together: perCell});
			return series.length === 0 ? [] : [{panel, series}];
		});
	const most = Math.min(columns, mostBeside);
	const narrow = knownIn(shareOf(most));
	const beside = Math.max(1, Math.min(most, narrow.length));
	const share = shareOf(beside);
	const panels = beside === most ? narrow : knownIn(share);
	const {metrics} = drawing.cluster;
	const rows: Line[] = brakeLines(place, drawing).flatMap(line => wrapLine(line, width, 3));
	for (let index = 0; index < panels.length; index += beside) {
		const drawn = panels.slice(index, index + beside).map(panel => drawPanel(panel, share, drawing));
		for (let row = 0; row < plotHeight; row++) {
			rows.push(drawn.flatMap((plot, at): Line => [span(at === 0 ? ' ' : ' '.repeat(gap)), ...plot[row]!]));
		}

		rows.push([]);
	}

	const note = metrics
		? say('Measured by dm-top and by {origin}. What is not known is not shown.', {origin: metrics.origin})
		: say("DM's metrics are not read: start dm-top with --prometheus, or with --worker-metrics.");
	return [...rows, ...wrapLine([span(` ${note}`, metrics ? 'dim' : 'warn')], width, 1)];
};
