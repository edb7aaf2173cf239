/**
 * The lines above every table: which cluster this is and how fresh, its totals, where one is.
 */
import {type Line, joinLines, lineWidth, span, spread} from '../../components/line.js';
import {
	formatDuration,
	formatRate,
	formatRoughly,
	formatTime,
	formatZone,
} from '../../components/quantity.js';
import {wrapLine} from '../../components/wrap.js';
import type {Symbols} from '../../components/theme.js';
import {type ClusterView, type Health, healthOrder} from '../../monitor/view.js';
import {cutMiddle} from '../../terminal/width.js';
import {healthSign, healthStyle} from '../health.js';

/** What the header tells beside the cluster itself. */
export type Watching = {
	/** The cluster's name as the user gave it, else what the provider looks at. */
	readonly title: string;
	/** The provider's name: http, file, simulator, … */
	readonly provider: string;
	/** Milliseconds between two looks; undefined where news come when something changes. */
	readonly interval: number | undefined;
	readonly isFrozen: boolean;
	/** Nothing can be operated. */
	readonly isReadOnly: boolean;
	/** The present time of the provider's clock, ms: later than the view's when that is frozen. */
	readonly now: number;
	/** How long ago the last status came, in ms of the reader's own clock. */
	readonly newsAge: number;
};

/** Pieces from the most to the least worth, as many as fit. */
const fitting = (pieces: readonly Line[], separator: ReturnType<typeof span>, width: number): Line => {
	let shown: readonly Line[] = [];
	for (const piece of pieces) {
		if (piece.length === 0) {
			continue;
		}

		if (lineWidth(joinLines([...shown, piece], separator)) > width) {
			break;
		}

		shown = [...shown, piece];
	}

	return joinLines(shown, separator);
};

const leaderPiece = ({leader, leaderAddress, masters}: ClusterView): Line => {
	if (leader === undefined) {
		return [];
	}

	if (leader === '') {
		return [span('no leader', 'bad')];
	}

	return [
		span('leader ', 'dim'),
		span(leader),
		...(leaderAddress === '' ? [] : [span(` ${leaderAddress}`, 'dim')]),
		...(masters.length > 1
			? [span(` ${masters.filter(({alive}) => alive).length}/${masters.length} masters`, 'dim')]
			: []),
	];
};

/** From the last word of the cluster to now: live, or how old. */
const freshness = (
	cluster: ClusterView,
	{interval, isFrozen, now, newsAge}: Watching,
	symbols: Symbols,
): Line => {
	if (cluster.at === 0) {
		return [span(cluster.trouble ? 'no answer yet' : 'asking', 'warn')];
	}

	const time = span(`${formatTime(isFrozen ? cluster.now : cluster.at)} `, 'plain');
	const zone = span(`${formatZone(cluster.at)}  `, 'dim');
	if (isFrozen) {
		return [time, zone, span(`frozen ${formatDuration((now - cluster.now) / 1000)}`, 'warn')];
	}

	const old = `${formatRoughly(Math.max(0, now - cluster.at) / 1000)} old`;
	if (interval === undefined && cluster.trouble === undefined) {
		return [time, zone, span(`${symbols.live} `, 'good'), span(old)];
	}

	return cluster.trouble !== undefined || interval === undefined || newsAge > interval * 2 + 6000
		? [time, zone, span(old, 'bad')]
		: [time, zone, span(`${symbols.live} every ${formatDuration(interval / 1000)}`, 'good')];
};

/** Which cluster, whose answers, how fresh. */
export const headerLine = (
	cluster: ClusterView,
	watching: Watching,
	symbols: Symbols,
	width: number,
): Line => {
	const right: Line = [
		...(watching.isReadOnly ? [span('RO  ', 'strong')] : []),
		...freshness(cluster, watching, symbols),
		span(' '),
	];
	const room = width - lineWidth(right) - 2;
	const asked = cluster.endpoint === watching.title ? '' : cluster.endpoint;
	const left = fitting(
		[
			[
				span(' '),
				span(cutMiddle(span(watching.title).text, Math.max(16, Math.floor(width * 0.35))), 'title'),
			],
			leaderPiece(cluster),
			[...(cluster.version === '' ? [] : [span(`DM ${cluster.version}`)])],
			[span(watching.provider, 'dim'), ...(asked === '' ? [] : [span(` ${asked}`, 'dim')])],
		],
		span(` ${symbols.column} `, 'dim'),
		room,
	);
	return spread(left.length === 0 ? [span(` ${watching.title}`, 'title')] : left, right, width);
};

const statusHealth: Record<string, Health> = {
	Running: 'running',
	Paused: 'paused',
	Error: 'error',
	Finished: 'finished',
	Stopped: 'stopped',
	New: 'new',
};

/** The totals: tasks by state, lag, rows, what is blocked. */
export const totalsLine = (
	{totals, at}: ClusterView,
	symbols: Symbols,
	ascii: boolean,
	width: number,
): Line => {
	if (at === 0) {
		return [];
	}

	const {lagMedian, lag95, lagMax, lagAtLeast, rowsPerSecond} = totals;
	const lags: ReadonlyArray<readonly [string, number | undefined]> = [
		['max', lagMax],
		['p95', lag95],
		['p50', lagMedian],
	];
	const lag: Line = lags.flatMap(([name, value]) =>
		value === undefined
			? []
			: [
					span(` ${name} `, 'dim'),
					span(name === 'max' && lagAtLeast ? symbols.atLeast + formatRoughly(value) : formatRoughly(value)),
				],
	);
	const rank = (status: string) => healthOrder.indexOf(statusHealth[status] ?? 'changing');
	const worstFirst = totals.byStatus.toSorted(([left], [right]) => rank(left) - rank(right));
	const states = worstFirst.map(([status, tasks]): Line => {
		const health = statusHealth[status] ?? 'changing';
		return [...healthSign(health, ascii), span(` ${tasks} ${status}`, healthStyle(health))];
	});
	const tasks = fitting(
		[[span(` ${totals.tasks} task${totals.tasks === 1 ? '' : 's'}`, 'strong')], ...states],
		span('  '),
		width,
	);
	const pieces: Line[] = [
		tasks,
		lag.length === 0 ? [] : [span('lag', 'dim'), ...lag],
		rowsPerSecond === undefined ? [] : [span(`${formatRate(rowsPerSecond)} rows/s`)],
		totals.blocked === 0 ? [] : [span(`${totals.blocked} waiting for DDL`, 'warn')],
		totals.workers === 0
			? []
			: [span('workers ', 'dim'), span(`${totals.workersBound}/${totals.workers} bound`)],
		[span(`${totals.subtasks} subtasks`, 'dim')],
		totals.relays === 0 ? [] : [span(`${totals.relays} relay${totals.relays === 1 ? '' : 's'} on`, 'dim')],
	];
	return fitting(pieces, span(` ${symbols.column} `, 'dim'), width);
};

/** The trouble that keeps all news away, and what to do about it, in at most `most` lines. */
export const troubleLines = (
	{trouble, at}: ClusterView,
	now: number,
	width: number,
	most: number,
): readonly Line[] => {
	if (!trouble) {
		return [];
	}

	const last = at === 0 ? '' : ` Below is what was known ${formatRoughly(Math.max(0, now - at) / 1000)} ago.`;
	return [
		...wrapLine([span(` ${trouble.what}`, 'bad')], width, 1),
		...wrapLine([span(` ${trouble.fix}${last}`, 'warn')], width, 1),
	].slice(0, most);
};

/** What could not be read of the last answers, and what else goes wrong beside the watching: a line each. */
export const noteLines = ({notes}: ClusterView, warning: string): readonly Line[] => [
	...(notes.length === 0
		? []
		: [
				[
					span(notes.length === 1 ? ' Not read: ' : ` ${notes.length} parts not read: `, 'warn'),
					span(notes[0]!),
				],
			]),
	...(warning === '' ? [] : [[span(` ${warning}`, 'bad')]]),
];
