/**
 * The table of sources: who serves them, and their relays.
 */
import {type Line, span} from '../../components/line.js';
import type {Relay} from '../../dm/status.js';
import {type SourceView, healthOrder} from '../../monitor/view.js';
import {
	ageCell,
	distanceCell,
	distanceRank,
	distanceText,
	lagCell,
	lagRank,
	rateCell,
	stateCell,
} from '../cells.js';
import {byText} from '../../monitor/order.js';
import {nameColumn, wordColumn} from './columns.js';
import type {Drawing, ListScreen} from './list.js';
import {shortPosition} from './subtask-columns.js';
import {errorLines} from './task-preview.js';

const isOld = ({problem, health}: SourceView): boolean =>
	problem !== '' || health === 'silent' || health === 'lost';

const answerWord = ({health, problem}: SourceView): string => {
	switch (health) {
		case 'lost': {
			return 'not bound';
		}

		case 'silent': {
			return 'no answer';
		}

		default: {
			return problem === '' ? 'answers' : 'trouble';
		}
	}
};

/** What is to say of a relay, its errors last. */
const relayLines = (relay: Relay, distance: SourceView['relayDistance']): Line[] => [
	[
		span('relay  ', 'dim'),
		span(relay.stage, relay.stage === 'Running' ? 'good' : 'bad'),
		span(
			relay.relayCatchUpMaster
				? '  has caught up with the master'
				: distance
					? `  ${distanceText(distance)} behind the master`
					: '',
			'dim',
		),
	],
	[span('master ', 'dim'), span(relay.masterBinlog || 'unknown'), span(`  ${relay.masterBinlogGtid}`, 'dim')],
	[
		span('pulled ', 'dim'),
		span(relay.relayBinlog || 'unknown'),
		span(`  ${relay.relayBinlogGtid}`, 'dim'),
		span(relay.relaySubDir === '' ? '' : `  in ${relay.relaySubDir}`, 'dim'),
	],
	...(relay.result?.errors ?? []).flatMap(error => errorLines(error)),
];

export const sourcesList = ({cluster, symbols}: Drawing): ListScreen<SourceView> => ({
	title: [span('Sources', 'title')],
	rows: cluster.sources,
	id: ({source}) => source,
	health: row => row.health,
	isStale: isOld,
	words: row =>
		`${row.source} ${row.worker} ${row.health} ${answerWord(row)} ${row.problem} ${row.relay ? `relay ${row.relay.stage}` : ''}`,
	columns: [
		nameColumn('source', 'SOURCE', row => row.source, {rows: cluster.sources, min: 14, max: 36}),
		wordColumn('worker', 'WORKER', row => row.worker, {min: 9, max: 24, worth: 90}),
		{
			id: 'state',
			title: 'STATE',
			min: 9,
			worth: 95,
			draw: row => stateCell(cluster.trouble ? 'no answer' : answerWord(row), row.health, false),
			compare: (left, right) => byText(answerWord(left), answerWord(right)),
		},
		{
			id: 'tasks',
			title: 'TASKS',
			align: 'right',
			min: 5,
			worth: 80,
			descending: true,
			draw: row => [span(String(row.subtasks.length))],
			compare: (left, right) => left.subtasks.length - right.subtasks.length,
		},
		{
			id: 'lag',
			title: 'LAG',
			align: 'right',
			min: 6,
			worth: 75,
			descending: true,
			draw: row => lagCell(row.lag, symbols),
			compare: (left, right) => lagRank(left.lag) - lagRank(right.lag),
		},
		{
			id: 'rate',
			title: 'ROWS/S',
			align: 'right',
			min: 6,
			worth: 60,
			descending: true,
			draw: row => rateCell(row.rowsPerSecond),
			compare: (left, right) => (left.rowsPerSecond ?? -1) - (right.rowsPerSecond ?? -1),
		},
		{
			...wordColumn<SourceView>('relay', 'RELAY', row => row.relay?.stage ?? 'off', {min: 8, worth: 85}),
			draw(row): Line {
				const stage = row.relay?.stage;
				return [span(stage ?? 'off', stage === undefined ? 'dim' : stage === 'Running' ? 'plain' : 'bad')];
			},
		},
		{
			id: 'behind',
			title: 'RELAY BEHIND',
			align: 'right',
			min: 12,
			worth: 50,
			descending: true,
			draw: row => distanceCell(row.relayDistance),
			compare: (left, right) => distanceRank(left.relayDistance) - distanceRank(right.relayDistance),
		},
		wordColumn('master', 'MASTER BINLOG', row => shortPosition(row.masterBinlog), {
			min: 18,
			max: 30,
			worth: 55,
		}),
		{
			id: 'age',
			title: 'AGE',
			align: 'right',
			min: 5,
			worth: 70,
			descending: true,
			draw: row => ageCell(row.at, cluster.now, isOld(row)),
			compare: (left, right) => right.at - left.at,
		},
	],
	compare: (left, right) =>
		healthOrder.indexOf(left.health) - healthOrder.indexOf(right.health) || byText(left.source, right.source),
	open: ({source}) => ({kind: 'source', source}),
	preview: (row, _width, height) =>
		[
			...(row.problem === '' ? [] : [[span(row.problem, 'warn')]]),
			...(row.relay
				? relayLines(row.relay, row.relayDistance)
				: [[span('relay  ', 'dim'), span('off: subtasks read the upstream themselves', 'dim')]]),
		].slice(0, height),
	empty: 'No source is known.',
});
