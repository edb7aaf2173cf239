/**
 * The masters and workers of the cluster, as `members` lists them.
 */
import {type Line, type Style, span} from '../../components/line.js';
import {worstFirst} from '../../findings/ordering/worst-first.js';
import {ageCell, errorsCell, lastKnownMark, rateCell, stateCell, unknownCell} from '../cells/cells.js';
import {healthSign} from '../cells/health.js';
import {relayStageWord} from '../cells/plain-word.js';
import {resultErrors} from '../../monitor/measuring/health.js';
import {byNumbers, byText} from '../../monitor/order.js';
import type {SourceView} from '../../monitor/view.js';
import {say} from '../../language/say.js';
import type {Drawing} from '../drawing.js';
import {tellingCut} from '../cells/telling-cut.js';
import {type FindingsOfRows, isTroubled, whyColumn} from './columns/why-column.js';
import {type ColumnEntry, columnsOf} from './columns/entry.js';
import type {ListScreen} from './binding/list-screen.js';
import {memberPreview} from './previews/member-preview.js';
import {nameColumn, widestWord, wordColumn} from './columns/name-columns.js';
import {findingWords} from './columns/subtask-columns.js';
import {isUnanswered, membersOf, type Member, wordOf} from './member.js';

const relayStyles: ReadonlyMap<string, Style> = new Map([
	['', 'dim'],
	['off', 'dim'],
	['unknown', 'warn'],
	['Running', 'plain'],
]);

/** DM's own stage as it is. */
const relayText = ({relay}: Member): string => relayStageWord(relay);

const nothing: Line = [span('-', 'dim')];

/** The errors of its subtasks and of the relay that it pulls; undefined where it has neither. */
const errorsOf = ({serving, pulled}: Member): number | undefined =>
	serving === undefined && pulled === undefined
		? undefined
		: (serving?.subtasks ?? []).reduce((sum, {subtask}) => sum + resultErrors(subtask.result), 0) +
			resultErrors(pulled?.relay.result);

/** Whether an answer with them is missing: its source has never answered, or only a list names its tasks. */
const areErrorsUnknown = ({serving}: Member): boolean =>
	serving !== undefined && (serving.at === 0 || serving.subtasks.some(({errors}) => errors === undefined));

/** Whether its numbers are not those of the present. */
const isOld = (serving: SourceView): boolean => serving.at === 0 || isUnanswered(serving);

/** When its source last answered, if it does not now; ms since the epoch. */
const silenceOf = ({serving}: Member): number | undefined =>
	serving !== undefined && isUnanswered(serving) ? serving.at : undefined;

/** What the columns depend on. */
type From = FindingsOfRows<Member> & {
	readonly rows: readonly Member[];
	readonly drawing: Drawing;
	readonly isLeaderKnown: boolean;
};

/** The columns, from left to right. */
export const workerColumns: ReadonlyArray<ColumnEntry<Member, From>> = [
	{
		id: 'name',
		title: 'NAME',
		help: 'the name of the master or worker',
		look: ({rows}) => nameColumn(({name}) => name, {rows, max: 32}),
	},
	{
		id: 'kind',
		title: 'KIND',
		help: 'master or worker',
		look: () => wordColumn(({kind}) => kind, {min: 6, priority: 45}),
	},
	{
		id: 'state',
		title: 'STATE',
		help: 'for a master: leader, follower or offline; for a worker: bound, free, offline, or that its source does not answer; ? after it: nothing answers, this is the last known',
		look: ({rows, drawing, isLeaderKnown}) => ({
			min: widestWord(rows, wordOf, {min: 1, max: 12}) + (isLeaderKnown ? 0 : 1),
			priority: 95,
			draw: (row, width) =>
				stateCell(
					wordOf(row),
					row.health,
					row.kind === 'master' ? !isLeaderKnown : drawing.cluster.isOld && wordOf(row) === row.stage,
					width,
				),
			compare: (left, right) => byText(wordOf(left), wordOf(right)),
		}),
	},
	{
		id: 'source',
		title: 'SOURCE',
		help: 'the source that the worker serves',
		look: ({rows}) =>
			wordColumn(({source}) => source, {
				min: 12,
				max: 36,
				priority: 80,
				share: 0.2,
				rows,
				cut: tellingCut(rows.map(({source}) => source)),
			}),
	},
	{
		id: 'subtasks',
		title: 'SUBTASKS',
		help: 'the subtasks that it runs for that source',
		look: () => ({
			align: 'right',
			min: 8,
			priority: 60,
			descending: true,
			draw: ({serving}) =>
				serving === undefined
					? nothing
					: serving.at === 0
						? unknownCell
						: [span(String(serving.subtasks.length))],
			value: ({serving}) => (serving?.at === 0 ? undefined : serving?.subtasks.length),
			compare: (left, right) =>
				(left.serving?.subtasks.length ?? -1) - (right.serving?.subtasks.length ?? -1),
		}),
	},
	{
		id: 'rate',
		title: 'ROWS/S',
		help: 'rows replicated per second by the worker',
		look: () => ({
			align: 'right',
			min: 6,
			priority: 50,
			descending: true,
			draw: ({serving}) =>
				serving !== undefined && isOld(serving) && serving.lag.kind !== 'none'
					? unknownCell
					: rateCell(serving?.rowsPerSecond),
			value: ({serving}) => serving?.rowsPerSecond,
			compare: (left, right) => (left.serving?.rowsPerSecond ?? -1) - (right.serving?.rowsPerSecond ?? -1),
		}),
	},
	{
		id: 'errors',
		title: 'ERR',
		help: 'errors that DM reports of its subtasks and its relay; ? not known; ? after it: its source did not answer, this is the last known',
		look: () => ({
			align: 'right',
			min: 3,
			priority: 77,
			descending: true,
			draw(row) {
				const errors = errorsOf(row);
				return errors === undefined
					? nothing
					: errorsCell(
							errors === 0 && areErrorsUnknown(row) ? undefined : errors,
							silenceOf(row) !== undefined,
						);
			},
			value: row => errorsOf(row),
			compare: (left, right) => (errorsOf(left) ?? -1) - (errorsOf(right) ?? -1),
		}),
	},
	{
		id: 'silent',
		title: 'SILENT',
		help: 'for how long its source has not answered',
		look: ({rows, drawing}) =>
			rows.some(row => silenceOf(row) !== undefined)
				? {
						align: 'right',
						min: 6,
						priority: 78,
						descending: true,
						draw(row) {
							const at = silenceOf(row);
							return at === undefined ? nothing : ageCell(at, drawing.cluster.now, true);
						},
						compare: (left, right) =>
							(silenceOf(right) ?? drawing.cluster.now) - (silenceOf(left) ?? drawing.cluster.now),
					}
				: undefined,
	},
	{
		id: 'relay',
		title: 'RELAY',
		help: 'the stage of the relay log that the worker pulls; ? after it: its source did not answer, this is the last known',
		look: ({rows}) => ({
			...wordColumn<Member>(row => relayText(row) + (row.isRelayOld ? '?' : ''), {
				min: 9,
				priority: 70,
				rows,
			}),
			draw: row => [
				span(row.relay === '' ? '-' : relayText(row), relayStyles.get(row.relay) ?? 'bad'),
				...lastKnownMark(row.isRelayOld),
			],
		}),
	},
	{
		id: 'address',
		title: 'ADDRESS',
		help: 'where the others reach it',
		look: ({rows}) => ({
			...wordColumn<Member>(({address}) => address, {min: 18, max: 48, priority: 65, rows}),
			isAfterTexts: true,
		}),
	},
	whyColumn('the worst finding in a few words'),
];

/** The table of masters and workers. */
export const workersList = (drawing: Drawing): ListScreen<Member> => {
	const {cluster, symbols} = drawing;
	const rows = membersOf(cluster);
	// Without an answer that says so, the leader is unknown.
	const isLeaderKnown = !cluster.isOld && cluster.leader !== undefined;
	const isUnknown = ({serving}: Member): boolean =>
		cluster.isOld || (serving !== undefined && isUnanswered(serving));
	const worst = worstFirst<Member>(({findings, health}) => ({
		findings,
		health,
		lag: {kind: 'none'},
		name: '',
	}));
	return {
		title: [span(say('Masters and workers'), 'title')],
		rows,
		id: ({kind, name}) => `${kind} ${name}`,
		sign: ({health}) => healthSign(health, symbols),
		health: ({health}) => health,
		findings: ({findings}) => findings,
		isProblem: row => isTroubled(row.findings, isUnknown(row)),
		isStale: () => false,
		words(row) {
			const {kind, name, address, stage, source, findings} = row;
			return `${kind} ${name} ${address} ${stage} ${wordOf(row)} ${source} relay ${relayText(row)} ${findingWords(findings)}`;
		},
		columns: columnsOf(workerColumns, {
			rows,
			drawing,
			isLeaderKnown,
			findings: rows.flatMap(({findings}) => findings.slice(0, 1)),
			findingsOf: ({findings}) => findings,
			isUnknown,
			isAnyUnknown: rows.some(row => isUnknown(row)),
		}),
		compare: (left, right) =>
			worst(left, right) || byText(left.kind, right.kind) || byNumbers(left.name, right.name),
		open: ({source}) => (source === '' ? undefined : {kind: 'source', source}),
		preview: (row, width, height) => memberPreview(row, width, height, drawing),
		empty: say('This data source does not report masters and workers.'),
	};
};
