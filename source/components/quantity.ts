/**
 * Numbers for narrow columns: short, and always with their unit.
 */
import {say} from '../language/say.js';

const scaled = (value: number, base: number, units: readonly string[]): string => {
	let size = Math.abs(value);
	let unit = 0;
	// Never four digits: 999.5 would be rounded to 1000, so it belongs to the next unit.
	while (unit < units.length - 1 && size >= 999.5) {
		size /= base;
		unit++;
	}

	// No upstream has so much, but an answer may say anything.
	if (size >= 999.5) {
		return `${value < 0 ? '-' : ''}>999${units[unit]!}`;
	}

	const digits = unit === 0 || size >= 99.95 ? size.toFixed(0) : size.toFixed(1);
	const text = digits.endsWith('.0') ? digits.slice(0, -2) : digits;
	return `${value < 0 ? '-' : ''}${text}${units[unit]!}`;
};

/** A count: 0, 999, 1.2k, 12k, 3.4M, 5G. */
export const formatCount = (value: number): string => scaled(value, 1000, ['', 'k', 'M', 'G', 'T', 'P']);

/** A number of bytes in powers of 1024: 0 B, 999 B, 1.2 KB, 573 GB. */
export const formatBytes = (value: number): string =>
	scaled(value, 1024, [' B', ' KB', ' MB', ' GB', ' TB', ' PB']);

/** A rate of events: 0, 12, 1.2k; below 10 with one decimal, so that a low rate does not look like 0. */
export const formatRate = (value: number): string =>
	value > 0 && value < 9.95
		? value < 0.05
			? '<0.1'
			: value.toFixed(1).replace(/\.0$/v, '')
		: formatCount(Math.round(value));

/** A span of time from seconds: 0s, 59s, 3m20s, 1h02m, 2d04h, 41d, 55y. */
export const formatDuration = (seconds: number): string => {
	const whole = Math.max(0, Math.floor(seconds));
	if (whole < 60) {
		return `${whole}s`;
	}

	const minutes = Math.floor(whole / 60);
	if (minutes < 60) {
		const rest = whole % 60;
		return minutes < 10 && rest > 0 ? `${minutes}m${String(rest).padStart(2, '0')}s` : `${minutes}m`;
	}

	const hours = Math.floor(minutes / 60);
	if (hours < 24) {
		return `${hours}h${String(minutes % 60).padStart(2, '0')}m`;
	}

	const days = Math.floor(hours / 24);
	if (days < 10) {
		return `${days}d${String(hours % 24).padStart(2, '0')}h`;
	}

	// DM counts from 1970 where an event has no time: no column is wide enough for those days.
	const years = Math.floor(days / 365.25);
	return days < 10_000 ? `${days}d` : years > 999 ? '>999y' : `${years}y`;
};

/** A growing span of time, rounded down so that it does not change on screen every second: 5s, 55s, 3m, 1h02m. */
export const formatRoughly = (seconds: number): string => {
	const whole = Math.max(0, Math.floor(seconds));
	return whole < 60
		? `${whole < 10 ? whole : whole - (whole % 5)}s`
		: formatDuration(whole < 3600 ? whole - (whole % 60) : whole);
};

/** A fraction of 1 in whole percent, never 100% before it is done and never 0% once it has begun. */
export const formatPercent = (fraction: number): string => {
	if (fraction >= 1) {
		return '100%';
	}

	return fraction <= 0 ? '0%' : `${Math.min(99, Math.max(1, Math.round(fraction * 100)))}%`;
};

/** An exact whole number with its thousands apart: 1 234 567. */
export const formatExact = (value: number | bigint): string =>
	new Intl.NumberFormat('en', {useGrouping: true, maximumFractionDigits: 0})
		.format(value)
		.replaceAll(',', ' ');

/** The time of day in the reader's own time zone: 12:41:07. */
export const formatTime = (at: number): string => {
	const date = new Date(at);
	return [date.getHours(), date.getMinutes(), date.getSeconds()]
		.map(part => String(part).padStart(2, '0'))
		.join(':');
};

/** The date in the reader's own time zone: 2026-11-27. */
export const formatDate = (at: number): string => {
	const date = new Date(at);
	return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
		.map(part => String(part).padStart(2, '0'))
		.join('-');
};

/**
 * A moment as shown at `now`: 12:41:07 on the same day, else with its date, 11-27 12:41:07. Both ms since the epoch.
 */
export const formatMoment = (at: number, now: number): string =>
	formatDate(at) === formatDate(now)
		? formatTime(at)
		: `${formatDate(at).slice('2026-'.length)} ${formatTime(at)}`;

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/**
 * A future moment, to the minute: 12:41 on the same day, Sat 02:20 within six days, else the date, 12-05. Both ms since
 * the epoch.
 */
export const formatClock = (at: number, now: number): string => {
	const date = formatDate(at);
	const time = formatTime(at).slice(0, 'hh:mm'.length);
	if (date === formatDate(now)) {
		return time;
	}

	return at - now < 6 * 86_400_000
		? `${say(weekdays[new Date(at).getDay()]!)} ${time}`
		: date.slice('2026-'.length);
};

/** The zone of `formatTime`: +08, -03:30, UTC. */
export const formatZone = (at: number): string => {
	const minutes = -new Date(at).getTimezoneOffset();
	if (minutes === 0) {
		return 'UTC';
	}

	const hours = String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0');
	const rest = Math.abs(minutes) % 60;
	return `${minutes < 0 ? '-' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
};

/** A short time from seconds: `0.4 ms`, `85 ms`, `1.8 s`, `2m05s`. */
export const formatLatency = (seconds: number): string => {
	if (seconds >= 60) {
		return formatDuration(seconds);
	}

	return seconds >= 1
		? `${Number(seconds.toPrecision(2))} s`
		: `${Number((seconds * 1000).toPrecision(2))} ms`;
};
