/**
 * The masters and workers of the cluster, as `members` lists them.
 */
import {span} from '../../components/line.js';
import {type ClusterView, type Health, healthOrder} from '../../monitor/view.js';
import {stateCell} from '../cells.js';
import {byText} from '../../monitor/order.js';
import {nameColumn, wordColumn} from './columns.js';
import type {Drawing, ListScreen} from './list.js';

type Member = {
	readonly kind: 'master' | 'worker';
	readonly name: string;
	readonly address: string;
	readonly stage: string;
	readonly source: string;
	readonly health: Health;
};

const workerHealth: Record<string, Health> = {
	bound: 'running',
	relay: 'running',
	free: 'new',
	offline: 'error',
};

const members = ({masters, workers, leader}: ClusterView): Member[] => [
	...masters.map(({name, alive, addresses}): Member => ({
		kind: 'master',
		name,
		address: addresses.join(' '),
		stage: alive ? (name === leader ? 'leader' : 'follower') : 'offline',
		source: '',
		health: alive ? 'running' : 'error',
	})),
	...workers.map(({name, address, stage, source}): Member => ({
		kind: 'worker',
		name,
		address,
		stage,
		source,
		health: workerHealth[stage] ?? 'changing',
	})),
];

export const workersList = ({cluster}: Drawing): ListScreen<Member> => ({
	title: [span('Masters and workers', 'title')],
	rows: members(cluster),
	id: ({kind, name}) => `${kind} ${name}`,
	health: ({health}) => health,
	isStale: () => false,
	words: ({kind, name, address, stage, source}) => `${kind} ${name} ${address} ${stage} ${source}`,
	columns: [
		nameColumn('name', 'NAME', ({name}) => name, {rows: members(cluster), max: 32}),
		wordColumn('kind', 'KIND', ({kind}) => kind, {min: 6, worth: 90}),
		{
			id: 'state',
			title: 'STATE',
			min: 9,
			worth: 95,
			draw: ({stage, health}) => stateCell(stage, health, false),
			compare: (left, right) => byText(left.stage, right.stage),
		},
		wordColumn('address', 'ADDRESS', ({address}) => address, {min: 18, max: 48, worth: 70}),
		wordColumn('source', 'SOURCE', ({source}) => source, {min: 16, max: 36, worth: 80}),
	],
	compare: (left, right) =>
		healthOrder.indexOf(left.health) - healthOrder.indexOf(right.health) ||
		byText(left.kind, right.kind) ||
		byText(left.name, right.name),
	open: ({source}) => (source === '' ? undefined : {kind: 'source', source}),
	preview: () => [],
	empty: 'Where this comes from there is no word of masters and workers.',
});
