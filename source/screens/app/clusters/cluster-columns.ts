/**
 * The columns of the table of clusters: the worst finding in each, and its state. Pure.
 */
import {lastKnownMark} from '../../cells/cells.js';
import type {ClusterColour} from '../../../components/theme/cluster-colours.js';
import {type Line, lineWidth, span} from '../../../components/line.js';
import {formatRoughly} from '../../../components/quantity.js';
import type {Column} from '../../../components/table/layout.js';
import type {Symbols} from '../../../components/symbols.js';
import type {DiagnosedView} from '../../../findings/diagnosis.js';
import {type Severity, severities} from '../../../findings/finding.js';
import {byNumbers} from '../../../monitor/order.js';
import {clusterSpan} from '../../chrome/header.js';
import {lagPiece} from '../../chrome/totals.js';
import {say} from '../../../language/say.js';
import {labelText} from '../../../language/sentences.js';

/** A cluster in the table of clusters. */
export type ClusterRow = {
	readonly name: string;
	readonly title: string;
	readonly colour: ClusterColour | undefined;
	readonly isReadOnly: boolean;
	readonly view: DiagnosedView;
	/** How long ago the last status came, ms. */
	readonly age: number;
};

/** Its state: as bad as its worst finding; unknown before an answer, and while none comes. */
export type ClusterStanding = 'unknown' | Severity | 'well';

/** How bad things are in a cluster: its worst finding, unknown without a complete answer. */
export const standingOf = ({view}: ClusterRow): ClusterStanding =>
	view.at === 0 || view.isOld
		? 'unknown'
		: (view.diagnosis.findings[0]?.severity ??
			(view.tasks.some(({incomplete}) => incomplete) ? 'unknown' : 'well'));

const ranks: readonly ClusterStanding[] = ['critical', 'unknown', 'warning', 'notice', 'well'];

/** Worst first; one that does not answer comes right after critical ones. */
export const byWorstCluster = (left: ClusterRow, right: ClusterRow): number =>
	ranks.indexOf(standingOf(left)) - ranks.indexOf(standingOf(right)) ||
	right.view.diagnosis.findings.length - left.view.diagnosis.findings.length;

/** The sign before the name. */
export const standingSign = (row: ClusterRow, {isAscii}: Symbols): Line => {
	switch (standingOf(row)) {
		case 'critical': {
			return [span(isAscii ? 'x' : '✗', 'bad')];
		}

		case 'warning': {
			return [span('!', 'warn')];
		}

		case 'unknown': {
			return [span('?', 'warn')];
		}

		case 'notice':
		case 'well': {
			return [span(isAscii ? '*' : '●', 'good')];
		}
	}
};

const worstText = ({view}: ClusterRow): Line => {
	if (view.problem) {
		return [span(view.problem.what, 'bad')];
	}

	if (view.at === 0) {
		return [span(say('connecting…'), 'warn')];
	}

	const [worst] = view.diagnosis.findings;
	if (!worst) {
		return [span(say('nothing wrong'), 'dim')];
	}

	const place = [worst.task, worst.source ?? worst.worker ?? worst.master].filter(Boolean).join(' ');
	const style = worst.severity === severities[0] ? 'bad' : worst.severity === 'warning' ? 'warn' : 'plain';
	return [...(place === '' ? [] : [span(labelText(say('{place}:', {place})))]), span(worst.what, style)];
};

/** How it sorts: by a number, the greatest first, and what is not known last. */
const byNumber = (
	value: (row: ClusterRow) => number | undefined,
): Pick<Column<ClusterRow>, 'value' | 'compare' | 'descending'> => ({
	value,
	compare: (left, right) => (value(left) ?? -1) - (value(right) ?? -1),
	descending: true,
});

/** The same by a text. */
const byWords = (words: (row: ClusterRow) => string): Pick<Column<ClusterRow>, 'compare'> => ({
	compare: (left, right) => byNumbers(words(left), words(right)),
});

/** A number of the last answer; undefined before the first. */
const told =
	(value: (view: DiagnosedView) => number | undefined) =>
	({view}: ClusterRow): number | undefined =>
		view.at === 0 ? undefined : value(view);

const counted = (title: string, status: string, style: 'bad' | 'warn' | 'plain'): Column<ClusterRow> => {
	const tasksOf = ({tasks}: DiagnosedView) => tasks.filter(task => task.status === status);
	return {
		id: title.toLowerCase(),
		title,
		align: 'right',
		min: title.length,
		priority: 80,
		draw({view}) {
			if (view.at === 0) {
				return [span('?', 'dim')];
			}

			const tasks = tasksOf(view);
			return [
				span(String(tasks.length), tasks.length === 0 ? 'dim' : style),
				...lastKnownMark(view.isOld || tasks.some(({incomplete}) => incomplete)),
			];
		},
		...byNumber(told(view => tasksOf(view).length)),
	};
};

const nameCell = ({title, colour, isReadOnly}: ClusterRow): Line => [
	clusterSpan(title, colour),
	...(isReadOnly ? [span(' RO', 'strong')] : []),
];

/** The columns, for the widths of these rows' names. */
export const clusterColumns = (
	rows: readonly ClusterRow[],
	symbols: Symbols,
): ReadonlyArray<Column<ClusterRow>> => {
	const widest = Math.max(0, ...rows.map(row => lineWidth(nameCell(row))));
	return [
		{
			id: 'cluster',
			title: say('CLUSTER'),
			// A name, and the word read-only, are only cut as a last resort.
			min: Math.max(8, Math.min(30, widest)),
			max: Math.max(8, widest),
			priority: 100,
			draw: row => nameCell(row),
			...byWords(({title}) => title),
		},
		counted('RUNNING', 'Running', 'plain'),
		counted('PAUSED', 'Paused', 'warn'),
		counted('ERROR', 'Error', 'bad'),
		{
			id: 'lag',
			title: say('LAG'),
			min: 9,
			max: 26,
			priority: 70,
			draw: ({view}) =>
				view.at === 0
					? [span('?', 'dim')]
					: lagPiece(
							{...view.totals, lagUnknown: 0},
							view.totals.lagUnknown > 0 || view.tasks.some(({incomplete}) => incomplete),
							symbols,
						).slice(1),
			...byNumber(told(({totals}) => totals.lagMax)),
		},
		{
			id: 'worst',
			title: say('WORST'),
			min: 20,
			max: 90,
			share: 0.35,
			priority: 95,
			grows: true,
			// Sorts by the severity that the cell shows.
			draw: row => worstText(row),
		},
		{
			id: 'findings',
			title: say('FINDINGS'),
			align: 'right',
			min: 8,
			priority: 60,
			draw: ({view}) => [span(view.at === 0 ? '?' : String(view.diagnosis.findings.length))],
			...byNumber(told(({diagnosis}) => diagnosis.findings.length)),
		},
		{
			id: 'version',
			title: say('VERSION'),
			min: 8,
			max: 14,
			priority: 40,
			draw: ({view}) => [span(view.version, 'dim')],
			...byWords(({view}) => view.version),
		},
		{
			id: 'leader',
			title: say('LEADER'),
			min: 12,
			max: 28,
			priority: 50,
			draw: ({view: {leader, at, isOld}}) =>
				at === 0 || leader === undefined
					? [span('?', 'dim')]
					: leader === ''
						? [span(say('no leader'), 'bad')]
						: [span(leader), ...lastKnownMark(isOld)],
			...byWords(({view}) => view.leader ?? ''),
		},
		{
			id: 'answered',
			title: say('ANSWERED'),
			align: 'right',
			min: 10,
			priority: 90,
			draw: ({view, age}) =>
				view.at === 0
					? [span(say('not yet'), 'warn')]
					: [
							span(
								say('{age} ago', {age: formatRoughly(age / 1000)}),
								view.problem === undefined ? 'dim' : 'bad',
							),
						],
			...byNumber(row => told(() => row.age / 1000)(row)),
		},
	];
};
