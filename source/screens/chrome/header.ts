/**
 * The lines above every table: the cluster and the age of its data, its totals, and the current view.
 */
import type {ClusterColour} from '../../components/theme/cluster-colours.js';
import {type Line, type Span, lineWidth, span, spread} from '../../components/line.js';
import {
	formatDate,
	formatDuration,
	formatMoment,
	formatRoughly,
	formatTime,
	formatZone,
} from '../../components/quantity.js';
import {wrapSentence} from '../../components/wrap.js';
import type {Symbols} from '../../components/symbols.js';
import type {DiagnosedView} from '../../findings/diagnosis.js';
import {cutMiddle} from '../../terminal/width.js';
import {say} from '../../language/say.js';
import {sentences} from '../../language/sentences.js';
import {fitting} from './fitting.js';

/** What the header shows besides the cluster itself. */
export type Watching = {
	/** The cluster's name as the user gave it, else what the provider looks at. */
	readonly title: string;
	/** The colour of the cluster's name; by default that of titles. */
	readonly colour?: ClusterColour;
	/** The provider's name: http, file, simulator, … */
	readonly provider: string;
	/** Milliseconds between two refreshes; undefined where observations come when something changes. */
	readonly interval: number | undefined;
	readonly isFrozen: boolean;
	/** Read-only. */
	readonly isReadOnly: boolean;
	/** The reader's own clock, ms: moments of another day have their date. */
	readonly today: number;
	/** The current time of the provider's clock, ms: later than the view's when that is frozen. */
	readonly now: number;
	/** How long ago the last status came, in ms of the reader's own clock. */
	readonly newsAge: number;
};

/** The leader, and masters that do not answer, the longest text first; [] while no master answers. */
const leaderPieces = ({leader, leaderAddress, masters, isOld}: DiagnosedView): readonly Line[] => {
	if (leader === undefined || isOld) {
		return [];
	}

	const alive = masters.filter(master => master.alive).length;
	const count: Line =
		masters.length > 1
			? [
					span(
						` ${say('{alive}/{count} masters', {alive, count: masters.length})}`,
						alive < masters.length ? 'bad' : 'dim',
					),
				]
			: [];
	if (leader === '') {
		return [[span(say('no leader'), 'bad'), ...count]];
	}

	const short: Line = [span(`${say('leader')} `, 'dim'), span(leader)];
	return [
		...(leaderAddress === '' ? [] : [[...short, span(` ${leaderAddress}`, 'dim'), ...count]]),
		[...short, ...count],
		// A master that does not answer is never left out.
		...(alive < masters.length ? [] : [short]),
	];
};

/** The cluster's name: the first of several addresses, and the number of others. */
const titleText = (title: string, most: number): string => {
	const [first = '', ...others] = title.split(',');
	const isAddresses = others.length > 0 && title.split(',').every(part => /^[^\s,]+:\d+$/v.test(part.trim()));
	return cutMiddle(span(isAddresses ? `${first} +${others.length}` : title).text, most);
};

/** The name of a cluster; with a colour, that is its background, with a blank on either side. */
export const clusterSpan = (name: string, colour: ClusterColour | undefined): Span =>
	colour === undefined ? span(name, 'title') : span(` ${name} `, `on-${colour}`);

/** Whether answers fail to come: their age is shown then, to the second. */
export const isLate = (
	{at, problem}: Pick<DiagnosedView, 'at' | 'problem'>,
	{interval, newsAge}: Pick<Watching, 'interval' | 'newsAge'>,
): boolean =>
	at !== 0 && (problem !== undefined || (interval !== undefined && newsAge > interval * 2 + 6000));

/** The age of the last answer: live, or how old. */
const freshness = (cluster: DiagnosedView, watching: Watching, symbols: Symbols): Line => {
	const {interval, isFrozen, now, today} = watching;
	if (cluster.at === 0) {
		return [span(cluster.problem ? say('no answer yet') : say('connecting…'), 'warn')];
	}

	const moment = isFrozen ? cluster.now : cluster.at;
	const day = formatDate(moment) === formatDate(today) ? '' : `${formatDate(moment)} `;
	const time = span(`${day}${formatTime(moment)} `, 'plain');
	const zone = span(`${formatZone(cluster.at)}  `, 'dim');
	if (isFrozen) {
		return [time, zone, span(say('frozen {age}', {age: formatDuration((now - cluster.now) / 1000)}), 'warn')];
	}

	const seconds = Math.max(0, now - cluster.at) / 1000;
	if (isLate(cluster, watching)) {
		const age = formatDuration(seconds);
		// Until everything is old, nothing else on the screen says that the last poll failed.
		return [
			time,
			zone,
			span(
				cluster.problem && !cluster.isOld ? say('no answer, {age} old', {age}) : say('{age} old', {age}),
				'bad',
			),
		];
	}

	return interval === undefined
		? [time, zone, span(`${symbols.live} `, 'good'), span(say('{age} old', {age: formatRoughly(seconds)}))]
		: [
				time,
				zone,
				span(
					say('{live} every {interval}', {live: symbols.live, interval: formatDuration(interval / 1000)}),
					'good',
				),
			];
};

/** Which cluster, whose answers, how fresh. */
export const headerLine = (
	cluster: DiagnosedView,
	watching: Watching,
	symbols: Symbols,
	width: number,
): Line => {
	const right: Line = [
		...(watching.isReadOnly ? [span(`${say('RO')}  `, 'strong')] : []),
		...freshness(cluster, watching, symbols),
		span(' '),
	];
	const space = width - lineWidth(right) - 2;
	const asked = cluster.endpoint === watching.title ? '' : cluster.endpoint;
	const leaders = leaderPieces(cluster);
	// The name is cut in favour of the leader.
	const besideLeader = space - lineWidth(leaders.at(-1) ?? []) - 4;
	const title: Line = [
		...(watching.colour === undefined ? [span(' ')] : []),
		clusterSpan(
			titleText(watching.title, Math.max(12, Math.min(besideLeader, Math.max(16, Math.floor(width * 0.35))))),
			watching.colour,
		),
	];
	const besideTitle = space - lineWidth(title) - 3;
	const left = fitting(
		[
			title,
			leaders.find(piece => lineWidth(piece) <= besideTitle) ?? leaders.at(-1) ?? [],
			[...(cluster.version === '' ? [] : [span(`DM ${cluster.version}`)])],
			[span(watching.provider, 'dim'), ...(asked === '' ? [] : [span(` ${asked}`, 'dim')])],
		],
		span(` ${symbols.column} `, 'dim'),
		space,
	);
	return spread(left.length === 0 ? [clusterSpan(watching.title, watching.colour)] : left, right, width);
};

/**
 * The problem that prevents all answers, and what to do about it, in at most `most` lines; none while what is below is
 * not old: after one failed poll nothing moves.
 */
export const problemLines = (
	{problem, isOld, at}: DiagnosedView,
	now: number,
	width: number,
	most: number,
): readonly Line[] => {
	if (!problem || !isOld) {
		return [];
	}

	const last = at === 0 ? '' : say('Below: as of {moment}.', {moment: formatMoment(at, now)});
	const {what, fix} = problem;
	const all = [
		...wrapSentence(what, 'bad', width, Infinity),
		...wrapSentence(sentences(fix, last), 'warn', width, Infinity),
	];
	if (all.length <= most) {
		return all;
	}

	// That everything below is old is never cut off, and of what to do there is a line if there is space.
	const age = wrapSentence(last, 'warn', width, most - 1);
	const space = most - age.length;
	const whatLines = wrapSentence(what, 'bad', width, fix === '' ? space : Math.max(1, space - 1));
	return [...whatLines, ...wrapSentence(fix, 'warn', width, space - whatLines.length), ...age];
};

/** The most lines of a warning. */
const mostOfWarning = 2;

/** Unreadable parts of the last answers in one line, and another problem. */
export const noteLines = ({notes}: DiagnosedView, warning: string, width: number): readonly Line[] => [
	...(notes.length === 0
		? []
		: [
				[
					span(
						notes.length === 1
							? ` ${say('Not read:')} `
							: ` ${say('{count} parts not read:', {count: notes.length})} `,
						'warn',
					),
					span(notes[0]!.text),
				],
			]),
	...wrapSentence(warning, 'bad', width, mostOfWarning),
];
