/** The progress of a dump or load, as a bar with details. */
import {progressBar} from '../../components/graph.js';
import {type Line, lineWidth, span} from '../../components/line.js';
import {
	formatBytes,
	formatCount,
	formatDuration,
	formatExact,
	formatPercent,
} from '../../components/quantity.js';
import type {Symbols} from '../../components/symbols.js';
import type {Int64, Subtask} from '../../dm/status.js';
import type {SubtaskView} from '../../monitor/view.js';
import {endText} from '../cells/cells.js';
import {say} from '../../language/say.js';

/** The width of the bar. */
const bars = {least: 10, most: 48};

const ofTotal = (done: string, total: string | undefined): string =>
	total === undefined ? done : say('{done} of {total}', {done, total});

const bytesOf = (value: Int64 | undefined): string | undefined =>
	value === undefined ? undefined : formatBytes(Number(value));

/** The amount done, in the units in which DM counts it. */
const doneTexts = ({unit, dump, load}: Subtask): readonly string[] => {
	if (unit === 'Load') {
		const done = bytesOf(load?.finishedBytes);
		const total = bytesOf(load?.totalBytes);
		return done === undefined && total === undefined ? [] : [ofTotal(done ?? '?', total)];
	}

	if (!dump) {
		return [];
	}

	const {completedTables, totalTables, finishedBytes, finishedRows, estimateTotalRows} = dump;
	return [
		...(totalTables === undefined
			? []
			: [
					say('{done} of {total} tables', {
						done: formatExact(completedTables ?? 0),
						total: formatExact(totalTables),
					}),
				]),
		...(finishedBytes === undefined ? [] : [formatBytes(finishedBytes)]),
		...(finishedRows === undefined
			? []
			: [
					say('{count} rows', {
						count: ofTotal(
							formatCount(finishedRows),
							estimateTotalRows === undefined
								? undefined
								: say('about {count}', {count: formatCount(estimateTotalRows)}),
						),
					}),
				]),
	];
};

/** The line of a subtask that dumps or loads, in `width` columns; [] for any other. `now` is ms since the epoch. */
export const progressLine = (
	{subtask, progress, bytesPerSecond, eta, stale}: SubtaskView,
	{width, symbols, now}: {readonly width: number; readonly symbols: Symbols; readonly now: number},
): Line => {
	const done = doneTexts(subtask);
	if ((subtask.unit !== 'Dump' && subtask.unit !== 'Load') || (progress === undefined && done.length === 0)) {
		return [];
	}

	const texts = [
		...(progress === undefined ? [] : [`${formatPercent(progress)}${stale === '' ? '' : '?'}`]),
		...done,
		...(bytesPerSecond === undefined ? [] : [`${formatBytes(bytesPerSecond)}/s`]),
		...(eta === undefined
			? []
			: [say('done at {end}, in {eta}', {end: endText(eta, now), eta: formatDuration(eta)})]),
	];
	const label: Line = [span(`${subtask.unit.toLowerCase()} `.padEnd(7), 'dim')];
	const told: Line = [span(`  ${texts.join(' '.repeat(3))}`)];
	const space = width - lineWidth(label) - lineWidth(told);
	return [
		...label,
		...(progress === undefined
			? []
			: [
					span(
						progressBar(progress, Math.min(bars.most, Math.max(bars.least, space)), symbols),
						progress >= 1 ? 'good' : 'info',
					),
				]),
		...told,
	];
};
