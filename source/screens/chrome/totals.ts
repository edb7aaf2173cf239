/**
 * The line of totals: problems first, and only what is known.
 */
import {type Line, joinLines, lineWidth, span} from '../../components/line.js';
import {formatRate, formatRoughly} from '../../components/quantity.js';
import type {Symbols} from '../../components/symbols.js';
import type {DiagnosedView} from '../../findings/diagnosis.js';
import type {Totals} from '../../monitor/totals.js';
import {type Health, healthOrder} from '../../monitor/health.js';
import {steadySlope} from '../cells/cells.js';
import {healthSign, healthStyle, healthWord, isAlarming} from '../cells/health.js';
import {say} from '../../language/say.js';
import {fitting} from './fitting.js';

/** Percentiles of fewer lags than this are meaningless. */
const fewLags = 20;

/** Whether it falls or grows; nothing where that is unknown. */
const slopeSign = (slope: number | undefined, {ascending, descending}: Symbols): Line => {
	if (slope === undefined || Math.abs(slope) < steadySlope) {
		return [];
	}

	return slope < 0 ? [span(` ${descending}`, 'good')] : [span(` ${ascending}`, 'warn')];
};

/** The greatest lag; "at least" where some lags are unknown or bounds. */
export const lagPiece = (
	{lagMax, lagMaxSlope, lagAtLeast, lagUnknown}: Totals,
	isPartial: boolean,
	symbols: Symbols,
): Line => {
	if (lagMax === undefined) {
		return lagUnknown === 0 && !isPartial ? [] : [span(`${say('lag max')} `, 'dim'), span('?', 'warn')];
	}

	const isBound = lagAtLeast || lagUnknown > 0 || isPartial;
	return [
		span(`${say('lag max')} `, 'dim'),
		// "At least 0" is unknown.
		isBound && lagMax < 1
			? span('?', 'warn')
			: span(`${isBound ? symbols.atLeast : ''}${formatRoughly(lagMax)}`, isBound ? 'warn' : 'plain'),
		...slopeSign(lagMaxSlope, symbols),
		...(lagUnknown === 0
			? []
			: [span(say(', unknown of {count} {count|subtask|subtasks}', {count: lagUnknown}), 'warn')]),
	];
};

/** The percentiles of the lags, where there are many and all are known. */
const percentilesPiece = ({lag95, lagMedian, lagUnknown, lagKnown}: Totals): Line =>
	lagKnown < fewLags || lagUnknown > 0 || lag95 === undefined || lagMedian === undefined
		? []
		: [
				span(`${say('lag p95')} `, 'dim'),
				span(formatRoughly(lag95)),
				span(' p50 ', 'dim'),
				span(formatRoughly(lagMedian)),
			];

/** The rows of all tasks; "at least" where those of a source are not known: "at least 0" says nothing. */
const ratePiece = (rate: number | undefined, isPartial: boolean, symbols: Symbols): Line => {
	if (rate === undefined || (isPartial && rate === 0)) {
		return [];
	}

	const bound = isPartial ? symbols.atLeast : '';
	return [span(say('{rate} rows/s', {rate: bound + formatRate(rate)}), isPartial ? 'warn' : 'plain')];
};

const workersPiece = ({workers, totals}: DiagnosedView): Line =>
	workers.length === 0
		? []
		: [
				span(`${say('workers')} `, 'dim'),
				span(say('{bound}/{count} bound', {bound: totals.workersBound, count: workers.length})),
			];

const offlinePiece = ({workers}: DiagnosedView): Line => {
	const offline = workers.filter(({stage}) => stage === 'offline').length;
	return offline === 0 ? [] : [span(say('{offline} {offline|worker|workers} offline', {offline}), 'bad')];
};

/** While some sources have never answered, the counts of tasks are only those of the others. */
const unheardPiece = ({totals: {sourcesBound: count, sourcesUnheard}}: DiagnosedView): Line =>
	sourcesUnheard === 0
		? []
		: [span(say('{answered}/{count} sources answered', {answered: count - sourcesUnheard, count}), 'warn')];

/** Where names keep changing, say that some are no longer kept. */
const forgottenPiece = ({forgottenSources: count}: DiagnosedView): Line =>
	count === 0 ? [] : [span(say('{count} vanished {count|source|sources} no longer shown', {count}), 'dim')];

/** How many tasks there are, and how many of each sign, worst first; the first `named` of them also in words. */
const tasksPiece = (
	tasks: number,
	counts: ReadonlyMap<Health, number>,
	symbols: Symbols,
	named: number,
): Line => [
	span(` ${say('{tasks} {tasks|task|tasks}', {tasks})}`, 'strong'),
	...healthOrder
		.filter(health => counts.has(health))
		.flatMap((health, index): Line => [
			span('  '),
			...healthSign(health, symbols),
			span(`${counts.get(health)}${index < named ? ` ${healthWord(health)}` : ''}`, healthStyle(health)),
		]),
];

const downTo = (from: number, to: number): readonly number[] =>
	Array.from({length: from - to + 1}, (_, index) => from - index);

/** The totals: tasks by what is wrong with them, the greatest lag, rows, workers. */
export const drawTotals = (cluster: DiagnosedView, symbols: Symbols, width: number): Line => {
	const {totals, at} = cluster;
	if (at === 0) {
		return [];
	}

	// A row counts once, by its sign: a running task with problems does not count as running.
	const counts = cluster.diagnosis.tasksByHealth;
	// There may be more tasks, and greater lags, than are known.
	const isPartial = totals.incomplete > 0 || totals.sourcesUnheard > 0;
	const separator = span(` ${symbols.column} `, 'dim');
	const offline = offlinePiece(cluster);
	const unheard = unheardPiece(cluster);
	const tasks = (named: number): Line => tasksPiece(totals.tasks, counts, symbols, named);
	const alarming = counts.keys().filter(isAlarming).toArray().length;
	const lag = lagPiece(totals, isPartial, symbols);
	const shortLag = lagPiece({...totals, lagUnknown: 0}, isPartial || totals.lagUnknown > 0, symbols);
	// All counts whatever the width, or they would not add up; problems and the lag are never left out. Words are, those
	// of the least severe first.
	const choices: ReadonlyArray<readonly [named: number, lag: Line]> = [
		...downTo(counts.size, alarming).map(named => [named, lag] as const),
		...downTo(alarming, 0).map(named => [named, shortLag] as const),
	];
	const isRoomFor = (pieces: readonly Line[]): boolean =>
		lineWidth(
			joinLines(
				pieces.filter(piece => piece.length > 0),
				separator,
			),
		) <= width;
	const [named, knownLag] = choices.find(([count, known]) =>
		isRoomFor([tasks(count), unheard, offline, known]),
	) ?? [0, shortLag];
	const {rowsPerSecond} = totals;
	return fitting(
		[
			tasks(named),
			unheard,
			offline,
			knownLag,
			ratePiece(rowsPerSecond, isPartial, symbols),
			isPartial ? [] : percentilesPiece(totals),
			forgottenPiece(cluster),
			workersPiece(cluster),
			[span(say('{count} {count|subtask|subtasks}', {count: totals.subtasks}), 'dim')],
			totals.relays === 0
				? []
				: [span(say('{count} {count|relay|relays} on', {count: totals.relays}), 'dim')],
		],
		separator,
		width,
	);
};
