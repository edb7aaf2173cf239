/**
 * The two axes of a plot: the greatest value of the scale, its labels, and the labels of the time axis.
 */
import {
	formatBytes,
	formatCount,
	formatDate,
	formatDuration,
	formatLatency,
	formatTime,
} from '../quantity.js';
import {say} from '../../language/say.js';

/** What is plotted: seconds, a short time in seconds, a count (files, rows/s), or bytes (bytes/s). */
export type PlotUnit = 'seconds' | 'latency' | 'count' | 'bytes';

const minute = 60;
const hour = 3600;
const day = 86_400;

/** Round numbers of seconds, up to ten days. */
const durations: readonly number[] = [
	10,
	20,
	30,
	...[1, 2, 5, 10, 15, 20, 30].map(minutes => minutes * minute),
	...[1, 2, 3, 4, 6, 8, 12].map(hours => hours * hour),
	...[1, 2, 5, 10].map(days => days * day),
];

/** No scale ends below this, so that small changes look small. */
const least: Readonly<Record<PlotUnit, number>> = {seconds: 10, latency: 0.01, count: 10, bytes: 1024};

const steps = [1, 2, 5, 10];

/** The smallest of 1, 2, 5, 10, 20, 50 … times `size` that is at least `value`. */
const roundUp = (value: number, size: number): number => {
	const power = size * 10 ** Math.floor(Math.log10(value / size));
	return power * (steps.find(step => step * power >= value) ?? 10);
};

/** The greatest value of a scale: round in its unit, and no smaller than `value`. */
export const scaleTop = (value: number, unit: PlotUnit): number => {
	const greatest = Math.max(least[unit], value);
	switch (unit) {
		case 'seconds': {
			return durations.find(duration => duration >= greatest) ?? roundUp(greatest, day);
		}

		case 'latency': {
			return roundUp(greatest, 0.001);
		}

		case 'count': {
			return roundUp(greatest, 1);
		}

		case 'bytes': {
			const size = 1024 ** Math.max(0, Math.floor(Math.log(greatest) / Math.log(1024)));
			const top = roundUp(greatest, size);
			return top > 500 * size ? 1024 * size : top;
		}
	}
};

/** `5m`, `2.5k`, `20 MB`. */
export const scaleLabel = (value: number, unit: PlotUnit): string => {
	switch (unit) {
		case 'seconds': {
			// `1h`, not `1h00m`: a round value is written in a single unit.
			return formatDuration(value)
				.replace(/(?<=[dh])00?[hm]$/v, '')
				.replace(/(?<=m)00s$/v, '');
		}

		case 'latency': {
			return value === 0 ? '0' : formatLatency(value);
		}

		case 'count': {
			return value > 0 && value < 10 ? String(Number(value.toPrecision(2))) : formatCount(value);
		}

		case 'bytes': {
			return formatBytes(value);
		}
	}
};

/** Whether the label of a value is exact. */
export const isRound = (value: number, unit: PlotUnit): boolean => {
	if (unit === 'seconds') {
		return Number.isSafeInteger(value) && (value < 600 || value % minute === 0);
	}

	if (unit === 'latency') {
		// Its label shows two digits only.
		return Number(value.toPrecision(2)) === Number(value.toPrecision(9));
	}

	const base = unit === 'bytes' ? 1024 : 1000;
	const scaled = value / base ** Math.max(0, Math.floor(Math.log(value) / Math.log(base)));
	// Its label has a digit after the point only below 100.
	return Number.isSafeInteger(scaled < 99.95 ? scaled * 10 : scaled);
};

/** Distances between labels of seconds that one counts in. */
const roundSteps: ReadonlySet<number> = new Set([1, 2, 5, 15, ...durations]);

/** Whether several labels may be this far apart: `15s`, `30s`, `45s`, and not `24s`, `48s`, `1m12s`. */
export const isStep = (value: number, unit: PlotUnit): boolean =>
	unit === 'seconds' ? roundSteps.has(value) : isRound(value, unit);

/** A word below the time axis, and the moment that it names, ms since the epoch. */
export type TimeLabel = {readonly at: number; readonly text: string};

/** A day is `24h`. */
const spanText = (milliseconds: number): string => {
	const seconds = Math.round(milliseconds / 1000);
	return seconds >= 2 * day && seconds % day === 0
		? `${seconds / day}d`
		: seconds >= day && seconds % hour === 0
			? `${seconds / hour}h`
			: scaleLabel(seconds, 'seconds');
};

/** `-10m`, `-5m`, `now`: they stay as they are while time passes. */
export const agoLabels = (end: number, span: number): readonly TimeLabel[] => [
	{at: end - span, text: `-${spanText(span)}`},
	{at: end - span / 2, text: `-${spanText(span / 2)}`},
	{at: end, text: say('now')},
];

/** Distances of clock labels, ms. */
const clockSteps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440].map(minutes => minutes * 60_000);

/** `21:30`, `22:00`; the first of a day that is not that of the end with its date, `11-27 23:00`. At most `most` of them. */
export const clockLabels = (end: number, span: number, most: number): readonly TimeLabel[] => {
	const step = clockSteps.find(one => span / one <= most) ?? clockSteps.at(-1)!;
	const zone = new Date(end).getTimezoneOffset() * 60_000;
	const labels: TimeLabel[] = [];
	let shownDay = formatDate(end);
	for (let at = Math.ceil((end - span - zone) / step) * step + zone; at <= end; at += step) {
		const time = formatTime(at).slice(0, 5);
		const date = formatDate(at);
		labels.push({at, text: date === shownDay ? time : `${date.slice('2026-'.length)} ${time}`});
		shownDay = date;
	}

	return labels;
};

/** The level of a value, counted from 1: any value above 0 is drawn above the axis. */
export const levelOf = (value: number, top: number, levels: number): number =>
	value <= 0 || levels === 1
		? 1
		: Math.min(levels, Math.max(2, 1 + Math.round((value / top) * (levels - 1))));
