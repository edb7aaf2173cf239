/**
 * What happened while dm-top watched, newest first.
 */
import {span} from '../../components/line.js';
import {formatTime} from '../../components/quantity.js';
import type {ClusterEvent} from '../../monitor/view.js';
import {healthStyle} from '../health.js';
import {byText} from '../../monitor/order.js';
import {nameColumn} from './columns.js';
import type {Drawing, ListScreen} from './list.js';

export const eventsList = ({cluster}: Drawing): ListScreen<ClusterEvent> => ({
	title: [span('Events', 'title')],
	rows: cluster.events,
	id: ({at, subject, text}) => `${at} ${subject} ${text}`,
	health: ({health}) => health,
	isStale: () => false,
	words: ({subject, text, health}) => `${subject} ${text} ${health}`,
	columns: [
		{
			id: 'time',
			title: 'TIME',
			min: 8,
			worth: 95,
			descending: true,
			draw: ({at}) => [span(formatTime(at), 'dim')],
			compare: (left, right) => left.at - right.at,
		},
		nameColumn('subject', 'WHERE', ({subject}) => subject, {
			rows: cluster.events,
			min: 16,
			max: 36,
			worth: 110,
		}),
		{
			id: 'text',
			title: 'WHAT',
			min: 20,
			max: 400,
			worth: 100,
			grows: true,
			draw: ({text, health}) => [span(text, healthStyle(health))],
			compare: (left, right) => byText(left.text, right.text),
		},
	],
	open({task, source}) {
		if (task === undefined) {
			return source === undefined ? undefined : {kind: 'source', source};
		}

		return source === undefined ? {kind: 'task', task} : {kind: 'subtask', task, source};
	},
	preview: () => [],
	empty: 'Nothing has happened since dm-top watches.',
});
