/**
 * The table of sources: their workers and relays.
 */
import {type Line, span} from '../../components/line.js';
import {wrapLine} from '../../components/wrap.js';
import {worstFirst} from '../../findings/ordering/worst-first.js';
import type {RelayView, SourceView} from '../../monitor/view.js';
import {
	distanceCell,
	distanceRank,
	lastKnownMark,
	shortDistance,
	lagCell,
	unknownCell,
	rateCell,
	stateCell,
} from '../cells/cells.js';
import {findingsLines} from '../cells/finding-lines.js';
import {healthSign, healthWords} from '../cells/health.js';
import {plainWord, relayStageWord} from '../cells/plain-word.js';
import {byText, lagRank} from '../../monitor/order.js';
import {say} from '../../language/say.js';
import type {Drawing} from '../drawing.js';
import {ageColumn, hasAge} from './columns/moments.js';
import {type FindingsOfRows, isTroubled, ofTasksOrSources, whyColumn} from './columns/why-column.js';
import {type ColumnEntry, columnsOf} from './columns/entry.js';
import {distanceValue, lagValue} from './columns/measured-columns.js';
import type {ListScreen} from './binding/list-screen.js';
import {nameColumn, widestWord, wordColumn, workerColumn} from './columns/name-columns.js';
import {columnsOnWorker, findingWords, positions, shortPosition} from './columns/subtask-columns.js';
import {spaceAbovePlots, spaceForFindings, subtaskTable} from './previews/subtask-table.js';

const isOld = ({stale, at}: SourceView): boolean => stale !== '' || at === 0;

/** Whether no answer has named its tasks: 0 would say that it has none. */
const areTasksUnknown = ({at, subtasks}: SourceView): boolean => at === 0 && subtasks.length === 0;

/** The state of the source's worker: it answers, does not answer, or there is none. */
const stateWord = ({condition, stale, at}: SourceView): string => {
	switch (condition.kind) {
		case 'silent': {
			return say('no answer');
		}

		case 'unbound': {
			return say('not bound');
		}

		case 'vanished': {
			return say('vanished');
		}

		case 'fresh': {
			return at === 0 ? say('asking') : stale === '' ? say('bound') : say('no answer');
		}
	}
};

/** The relays of its workers, those that do not run first. */
const relaysOf = ({relays = []}: SourceView): readonly RelayView[] =>
	relays.toSorted(
		(left, right) => Number(left.relay.stage === 'Running') - Number(right.relay.stage === 'Running'),
	);

/** The stage of its relay, of several the worst; "off" only where an answer said so. */
const relayWord = (row: SourceView): string => {
	const [worst] = relaysOf(row);
	return worst?.relay.stage ?? (row.relays === undefined || isOld(row) ? 'unknown' : 'off');
};

const relayText = (row: SourceView): string => relayStageWord(relayWord(row));

/** Whether the stage of its relay is only the last known. */
const isRelayOld = (row: SourceView): boolean => isOld(row) && (row.relays ?? []).length > 0;

/** The text about one of its relays. */
const relayLines = ({worker, relay, distance}: RelayView, isLastKnown: boolean): Line[] => [
	[
		span(`${say('relay')}  `, 'dim'),
		span(relay.stage, relay.stage === 'Running' ? (isLastKnown ? 'plain' : 'good') : 'bad'),
		...lastKnownMark(isLastKnown),
		...(worker === '' ? [] : [span(` ${say('on')} `, 'dim'), span(worker)]),
		span(
			relay.relayCatchUpMaster
				? `  ${say('has caught up with the master')}`
				: distance
					? `  ${say('{distance} behind the master', {distance: shortDistance(distance)})}`
					: '',
			'dim',
		),
	],
	[
		span(`${say('master')} `, 'dim'),
		span(relay.masterBinlog || say('unknown')),
		span(`  ${relay.masterBinlogGtid}`, 'dim'),
	],
	[
		span(`${say('pulled')} `, 'dim'),
		span(relay.relayBinlog || say('unknown')),
		span(`  ${relay.relayBinlogGtid}`, 'dim'),
		span(relay.relaySubDir === '' ? '' : `  ${say('in {folder}', {folder: relay.relaySubDir})}`, 'dim'),
	],
];

const noRelay = (row: SourceView): Line[] => [
	[
		span(`${say('relay')}  `, 'dim'),
		relayWord(row) === 'off'
			? span(say('off: subtasks read the upstream directly'), 'dim')
			: span(say('unknown'), 'warn'),
	],
];

const stateText = (row: SourceView, {cluster}: Drawing): string =>
	cluster.isOld ? say('no answer') : stateWord(row);

/** What the columns depend on. */
type From = FindingsOfRows<SourceView> & {readonly rows: readonly SourceView[]; readonly drawing: Drawing};

/** The columns, from left to right. */
export const sourceColumns: ReadonlyArray<ColumnEntry<SourceView, From>> = [
	{
		id: 'source',
		title: 'SOURCE',
		help: 'the upstream database, by its source ID',
		look: ({rows}) => nameColumn(row => row.source, {rows, min: 14, max: 36}),
	},
	{
		id: 'worker',
		title: 'WORKER',
		help: 'the DM-worker that the source is bound to',
		look: ({rows}) => workerColumn(rows, row => plainWord(row.worker), {min: 9, priority: 90}),
	},
	{
		id: 'state',
		title: 'STATE',
		help: 'whether the source answers, and how its tasks are doing',
		look: ({rows, drawing}) => ({
			min: widestWord(rows, row => stateText(row, drawing), {min: 1, max: 12}),
			priority: 95,
			draw: row => stateCell(stateText(row, drawing), drawing.cluster.diagnosis.health(row), false),
			compare: (left, right) => byText(stateWord(left), stateWord(right)),
		}),
	},
	{
		id: 'tasks',
		title: 'TASKS',
		help: 'the tasks on it',
		look: () => ({
			align: 'right',
			min: 5,
			priority: 80,
			descending: true,
			draw: row => (areTasksUnknown(row) ? unknownCell : [span(String(row.subtasks.length))]),
			value: row => (areTasksUnknown(row) ? undefined : row.subtasks.length),
			compare: (left, right) => left.subtasks.length - right.subtasks.length,
		}),
	},
	{
		id: 'lag',
		title: 'LAG',
		help: 'the worst lag of its tasks',
		look: ({drawing: {symbols, cluster}}) => ({
			align: 'right',
			// `23h59m`, `≥9h59m`
			min: 5 + symbols.atLeast.length,
			priority: 92,
			descending: true,
			draw: row => lagCell(row.lag, symbols, cluster.diagnosis.thresholds['lag-high']),
			value: ({lag}) => lagValue(lag),
			compare: (left, right) => lagRank(left.lag) - lagRank(right.lag),
		}),
	},
	{
		id: 'rate',
		title: 'ROWS/S',
		help: 'rows replicated per second by all its tasks',
		look: () => ({
			align: 'right',
			min: 6,
			priority: 60,
			descending: true,
			draw: row => (isOld(row) && row.lag.kind !== 'none' ? unknownCell : rateCell(row.rowsPerSecond)),
			value: ({rowsPerSecond}) => rowsPerSecond,
			compare: (left, right) => (left.rowsPerSecond ?? -1) - (right.rowsPerSecond ?? -1),
		}),
	},
	{
		id: 'relay',
		title: 'RELAY',
		help: 'the stage of its relay log; off: tasks read the upstream directly; ? after it: the source did not answer, this is the last known',
		look: ({rows}) => ({
			...wordColumn<SourceView>(row => relayText(row) + (isRelayOld(row) ? '?' : ''), {
				min: 9,
				priority: 78,
				rows,
			}),
			draw(row): Line {
				const word = relayWord(row);
				return [
					span(
						relayText(row),
						word === 'off' ? 'dim' : word === 'unknown' ? 'warn' : word === 'Running' ? 'plain' : 'bad',
					),
					...lastKnownMark(isRelayOld(row)),
				];
			},
		}),
	},
	{
		id: 'behind',
		title: 'RELAY BEHIND',
		help: 'binlog from the relay log’s end to the upstream’s; ? after it: the source did not answer, this is the last known',
		look: ({rows}) => ({
			align: 'right',
			min: 12,
			priority: 50,
			// Without a relay it says nothing, and reasons are cut beside it.
			isAfterTexts: rows.every(({relayDistance}) => relayDistance === undefined),
			descending: true,
			draw: row => distanceCell(row.relayDistance, {isLastKnown: isRelayOld(row)}),
			value: ({relayDistance}) => distanceValue(relayDistance),
			compare: (left, right) => distanceRank(left.relayDistance) - distanceRank(right.relayDistance),
		}),
	},
	{
		id: 'master',
		title: 'MASTER BINLOG',
		help: 'the upstream’s newest binlog position',
		look: ({rows}) => ({
			...wordColumn<SourceView>(
				row => shortPosition(row.masterBinlog),
				positions(rows, ({masterBinlog}) => masterBinlog, 55),
			),
			isAfterTexts: true,
		}),
	},
	whyColumn('the worst finding in a few words'),
	{
		id: 'age',
		title: 'AGE',
		help: 'how old its last answer is; nothing while it is fresh',
		look: ({rows, drawing: {cluster}}) =>
			hasAge(rows, cluster.now, isOld) ? ageColumn({priority: 70, now: cluster.now, isOld}) : undefined,
	},
];

/** The table of sources. */
export const sourcesList = (drawing: Drawing): ListScreen<SourceView> => {
	const {cluster, symbols} = drawing;
	const {sources: rows, diagnosis} = cluster;
	const findingsOf = ({source}: SourceView) => diagnosis.ofSource(source);
	return {
		title: [span(say('Sources'), 'title')],
		rows,
		id: ({source}) => source,
		sign: row => healthSign(cluster.diagnosis.health(row), symbols),
		health: row => cluster.diagnosis.health(row),
		findings: findingsOf,
		isProblem: row => isTroubled(findingsOf(row), isOld(row)),
		isStale: isOld,
		words: row =>
			`${row.source} ${row.worker} ${healthWords(diagnosis.health(row))} ${stateWord(row)} ${findingWords(findingsOf(row))} relay ${relayText(row)}`,
		columns: columnsOf(sourceColumns, {
			rows,
			drawing,
			findings: ofTasksOrSources(diagnosis.findings),
			findingsOf,
			isUnknown: isOld,
			isAnyUnknown: rows.some(row => isOld(row)),
		}),
		compare: worstFirst(row => ({
			findings: findingsOf(row),
			health: cluster.diagnosis.health(row),
			lag: row.lag,
			name: row.source,
		})),
		open: ({source}) => ({kind: 'source', source}),
		preview(row, width, height) {
			const most = spaceForFindings(height, 8);
			const lines = [
				...findingsLines(findingsOf(row), drawing, {source: row.source}, {width, most}),
				...(relaysOf(row).length === 0
					? noRelay(row)
					: relaysOf(row).flatMap(relay => relayLines(relay, isOld(row)))),
			].flatMap(line => wrapLine(line, width, 6));
			return [
				...lines,
				...subtaskTable(row.subtasks, columnsOnWorker, drawing, {
					width,
					height: spaceAbovePlots(height) - lines.length,
				}),
			].slice(0, height);
		},
		empty: say('No source is known.'),
	};
};
