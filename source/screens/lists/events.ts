/**
 * Events since dm-top started, newest first.
 */
import {type Line, span} from '../../components/line.js';
import {formatMoment} from '../../components/quantity.js';
import type {ClusterEvent} from '../../monitor/view.js';
import {eventText, eventTextBeside} from '../cells/event-text.js';
import {healthSign, healthStyle, healthWords, isAlarming} from '../cells/health.js';
import {byText} from '../../monitor/order.js';
import {say} from '../../language/say.js';
import {findingsOf} from '../places/findings-at.js';
import type {Drawing} from '../drawing.js';
import {cutError} from '../cells/telling-cut.js';
import {placeOfFinding} from './findings.js';
import {momentWidth} from './columns/moments.js';
import {type ColumnEntry, columnsOf} from './columns/entry.js';
import type {ListScreen} from './binding/list-screen.js';
import {nameColumn, widestOf} from './columns/name-columns.js';

/** The name of an event's row. */
export const eventRowId = ({at, subject, text}: ClusterEvent): string => `${at} ${subject} ${text}`;

/** The columns, from left to right. */
export const eventColumns: ReadonlyArray<ColumnEntry<ClusterEvent, Pick<Drawing, 'cluster' | 'symbols'>>> = [
	{
		id: 'time',
		title: 'TIME',
		help: 'when it happened, in your time zone; ≥ it was already so when dm-top started',
		look({cluster, symbols}) {
			const more = cluster.events.some(({firstSeen}) => firstSeen) ? symbols.atLeast.length : 0;
			return {
				...momentWidth(
					cluster.events.map(({at}) => at),
					cluster.now,
					more,
				),
				priority: 95,
				descending: true,
				draw: ({at, firstSeen}) => [
					span((firstSeen ? symbols.atLeast : '').padEnd(more) + formatMoment(at, cluster.now), 'dim'),
				],
				compare: (left, right) => left.at - right.at,
			};
		},
	},
	{
		id: 'subject',
		title: 'WHERE',
		help: 'the task, task/source, source, worker or master',
		look: ({cluster}) => ({
			...nameColumn(({subject}) => subject, {
				rows: cluster.events,
				min: 16,
				max: 36,
				priority: 110,
				grows: false,
			}),
			// What happened is cut later than where.
			share: 0.3,
		}),
	},
	{
		id: 'text',
		title: 'WHAT',
		help: 'what happened; DM’s own retries are counted in one line',
		look: ({cluster}) => ({
			min: 20,
			max: widestOf(
				Iterator.from(cluster.events).map(event => eventTextBeside(event, cluster.now)),
				{min: 20, max: 400},
			),
			priority: 100,
			grows: true,
			draw: (event, width) => [
				span(cutError(eventTextBeside(event, cluster.now), width), healthStyle(event.health)),
			],
			text: event => eventText(event, cluster.now),
			compare: (left, right) => byText(left.text, right.text),
		}),
	},
];

/** The table of events. */
export const eventsList = ({cluster, symbols}: Drawing): ListScreen<ClusterEvent> => ({
	title: [span(say('Events'), 'title')],
	rows: cluster.events,
	id: eventRowId,
	sign: ({health}) => healthSign(health, symbols),
	health: ({health}) => health,
	isProblem: ({health}) => isAlarming(health),
	isStale: () => false,
	words: ({subject, text, health, detail = []}) =>
		`${subject} ${text} ${detail.join(' ')} ${healthWords(health)}`,
	fields: new Map([
		['task', ({task}: ClusterEvent) => task ?? ''],
		['source', ({source}: ClusterEvent) => source ?? ''],
		['kind', ({finding}: ClusterEvent) => finding?.kind ?? ''],
		['state', ({health}: ClusterEvent) => healthWords(health)],
		['error', ({detail = [], text}: ClusterEvent) => [text, ...detail].join('\n')],
	]),
	columns: columnsOf(eventColumns, {cluster, symbols}),
	findings(event) {
		const {finding} = event;
		const all = findingsOf(cluster, placeOfFinding(event));
		return finding && !finding.isOver
			? [...all.filter(({kind}) => kind === finding.kind), ...all.filter(({kind}) => kind !== finding.kind)]
			: all;
	},
	open: event => placeOfFinding(event),
	caption: ({subject}) => subject,
	preview: event => [
		[
			span(`${formatMoment(event.at, cluster.now)}  `, 'dim'),
			span(eventText(event, cluster.now), healthStyle(event.health)),
		],
		...(event.detail ?? []).map((line): Line => [span(line)]),
	],
	object: event => event,
	empty: say('No events yet.'),
});
