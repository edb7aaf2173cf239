/**
 * Cells: DM's quantities as short styled text, the same on every screen.
 */
import {progressBar, sparkline} from '../../components/graph.js';
import {type Line, lineWidth, span} from '../../components/line.js';
import {
	formatBytes,
	formatClock,
	formatCount,
	formatDuration,
	formatPercent,
	formatRate,
	formatRoughly,
} from '../../components/quantity.js';
import type {Symbols} from '../../components/symbols.js';
import {cutEnd} from '../../terminal/width.js';
import {defaultThresholds} from '../../findings/thresholds.js';
import type {Lag, SubtaskView} from '../../monitor/view.js';
import type {Health} from '../../monitor/health.js';
import type {BinlogDistance} from '../../dm/positions/binlog.js';
import {say} from '../../language/say.js';
import {healthStyle} from './health.js';

/** An empty cell. */
const nothing: Line = [span('-', 'dim')];

/** What applies and is not known. */
export const unknownCell: Line = [span('?', 'warn')];

/**
 * `3s`, `1h02m`, `≥20m`, `?` where DM's own number means nothing, `-` where lag does not apply. From `high` seconds on
 * it is highlighted.
 */
export const lagCell = (lag: Lag, symbols: Symbols, high: number = defaultThresholds['lag-high']): Line => {
	switch (lag.kind) {
		case 'seconds': {
			return [span(formatDuration(lag.seconds), lag.seconds >= high ? 'warn' : 'plain')];
		}

		case 'at-least': {
			// For a bound of many hours the minutes do not matter, and its sign needs the space.
			return [span(symbols.atLeast + formatRoughly(lag.seconds).replace(/(?<=\d\dh)\d\dm$/v, ''), 'warn')];
		}

		case 'unknown': {
			return unknownCell;
		}

		case 'none': {
			return nothing;
		}
	}
};

/** The reason for the lag; '' when the number is enough. */
export const lagReason = (lag: Lag): string =>
	lag.kind === 'unknown' || lag.kind === 'at-least' ? lag.why : '';

/** Rows/s; with `atLeast` before it where those of a source are not known: "at least 0" is not known. */
export const rateCell = (rate: number | undefined, atLeast = ''): Line => {
	if (rate === undefined) {
		return nothing;
	}

	return rate === 0 && atLeast !== ''
		? unknownCell
		: [span(atLeast + formatRate(rate), atLeast === '' ? (rate === 0 ? 'dim' : 'plain') : 'warn')];
};

/** The precision, in minutes, of an ETA that is `seconds` away: rates are not steadier than that. */
const stepOf = (eta: number): number => (eta < 3600 ? 1 : eta < 6 * 3600 ? 5 : 10);

/** When it will be done or have caught up, as a time: 12:41, Sat 02:20 on another day, 12-05 after more than six. */
export const endText = (eta: number, now: number): string => {
	const step = stepOf(eta) * 60_000;
	return formatClock(Math.round((now + eta * 1000) / step) * step, now);
};

/** The same in a cell; `now` is ms since the epoch. */
export const endCell = (eta: number | undefined, now: number): Line =>
	eta === undefined ? nothing : [span(endText(eta, now))];

/** Stages in which nothing is replicated. */
const stopped: ReadonlySet<string> = new Set(['Paused', 'Stopped']);

/** A slower change of the lag does not count, seconds of lag per second. */
export const steadySlope = 0.01;

/**
 * Whether the lag grows or falls: `↓ 2.3x` replicates 2.3 seconds of the upstream's time in a second, `↑ 0.4x` so much
 * less than one; `stopped` replicates nothing; `steady`; `-` where there is no lag, or the trend is not known yet.
 */
export const slopeCell = ({subtask, lag, lagSlope}: SubtaskView, {ascending, descending}: Symbols): Line => {
	if (subtask.unit === 'Sync' && stopped.has(subtask.stage)) {
		return [span(say('stopped'), 'warn')];
	}

	if (lagSlope === undefined || lag.kind !== 'seconds') {
		return nothing;
	}

	if (Math.abs(lagSlope) < steadySlope) {
		return [span(say('steady'))];
	}

	const pace = `${Math.max(0, 1 - lagSlope).toFixed(1)}x`;
	return lagSlope < 0 ? [span(`${descending} ${pace}`, 'good')] : [span(`${ascending} ${pace}`, 'warn')];
};

/** Bytes within one binlog file, files over several. */
export const shortDistance = (distance: BinlogDistance): string =>
	distance.files === 0
		? formatBytes(distance.bytes)
		: say('{count} {count|file|files}', {count: formatCount(distance.files)});

/**
 * A distance in the binlog, such as "3 files"; "-" where there is none. `atLeast` is before one that may be longer; `?`
 * follows one that is the last known.
 */
export const distanceCell = (
	distance: BinlogDistance | undefined,
	{isLastKnown = false, atLeast = ''}: {readonly isLastKnown?: boolean; readonly atLeast?: string} = {},
): Line => {
	if (!distance) {
		return nothing;
	}

	return atLeast === ''
		? [span(shortDistance(distance)), ...lastKnownMark(isLastKnown)]
		: [span(atLeast + shortDistance(distance), 'warn')];
};

/** Distances in order: files first, then bytes; unknown is the least. */
export const distanceRank = (distance: BinlogDistance | undefined): number =>
	distance ? distance.files * 2 ** 40 + distance.bytes : -1;

/** The number of errors; `?` after it where that is the last known, or not all of it. */
export const errorsCell = (errors: number | undefined, isLastKnown = false): Line =>
	errors === undefined
		? [span('?', 'dim')]
		: [errors === 0 ? span('0', 'dim') : span(formatCount(errors), 'bad'), ...lastKnownMark(isLastKnown)];

/** A stage or status word: what DM does not report is not left blank. */
export const stateWord = (word: string): string => (word === '' ? say('unknown') : word);

/** Follows a word that may be out of date. */
export const lastKnownMark = (isLastKnown: boolean): Line => (isLastKnown ? [span('?', 'warn')] : []);

/**
 * A stage or status word in the colour of the health; `?` after it when part of the task is not known: the word is cut
 * to `width` columns, but not the sign.
 */
export const stateCell = (word: string, health: Health, incomplete: boolean, width = 40): Line => [
	span(cutEnd(span(stateWord(word)).text, incomplete ? width - 1 : width), healthStyle(health)),
	...lastKnownMark(incomplete),
];

/** Below this age an answer is fresh, and its age is not shown, ms. */
export const freshness = 10_000;

/** How old an answer is; nothing while it is fresh. */
export const ageCell = (at: number, now: number, isOld: boolean): Line => {
	if (at === 0) {
		return [span(say('never'), 'warn')];
	}

	const age = Math.max(0, now - at);
	return age < freshness && !isOld ? [] : [span(formatRoughly(age / 1000), isOld ? 'warn' : 'dim')];
};

/** A progress bar with percentage, and the speed if there is space; or a sparkline of the lag. */
export const trendCell = (
	{
		progress,
		isLastKnown = false,
		bytesPerSecond,
		values,
	}: {
		readonly progress: number | undefined;
		/** Whether the progress is the last known, or not that of all sources. */
		readonly isLastKnown?: boolean;
		readonly bytesPerSecond: number | undefined;
		/** Only called when there is no progress to show. */
		readonly values: () => Float64Array;
	},
	width: number,
	symbols: Symbols,
): Line => {
	if (progress === undefined) {
		// The scale goes up to at least a minute of lag.
		const drawn = sparkline(values(), symbols, 60);
		return [span(drawn, 'info')];
	}

	const percent = ` ${formatPercent(progress).padStart(4)}`;
	const mark = lastKnownMark(isLastKnown);
	const speed =
		bytesPerSecond === undefined || width < 21 ? '' : ` ${`${formatBytes(bytesPerSecond)}/s`.padStart(9)}`;
	const bar = Math.max(0, width - percent.length - lineWidth(mark) - speed.length);
	return [span(progressBar(progress, bar, symbols), 'info'), span(percent), ...mark, span(speed, 'dim')];
};

/** A list of names that says how many it leaves out. */
export const namesLine = (names: readonly string[], width: number): Line => {
	let line: Line = [];
	for (const [index, name] of names.entries()) {
		const rest = names.length - index - 1;
		const longer: Line = [...line, span(index === 0 ? name : ` ${name}`)];
		const reserve = rest === 0 ? 0 : ` +${rest}`.length;
		if (lineWidth(longer) + reserve > width && index > 0) {
			return [...line, span(` +${rest + 1}`, 'dim')];
		}

		line = longer;
	}

	return line;
};
