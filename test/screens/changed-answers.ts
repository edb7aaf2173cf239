/** Recorded answers with other texts in every place. */
import type {Observation} from '../../source/providers/provider.js';
import {readFixture} from '../dm/recorded.js';
import {noon} from './screen.js';

/** Answers in which there is something of everything. */
export const answers = [
	'dm-v7.5/ddl-lock-and-sync-errors/v1alpha1-status.json',
	'dm-v7.5/load-errors/v1alpha1-status.json',
	'dm-v7.5/syncing/dmctl-list.json',
	'dm-v7.5/syncing/openapi-tasks.json',
	'field/optimistic-conflict.json',
	'field/validation-errors.json',
].map(file => JSON.parse(readFixture(file)) as unknown);

/** The value with some of its texts changed; positions, messages and flags among them. */
export const changed = (value: unknown, change: (text: string) => string): unknown => {
	if (typeof value === 'string') {
		return change(value);
	}

	if (Array.isArray(value)) {
		return value.map(member => changed(member, change));
	}

	return typeof value === 'object' && value !== null
		? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, changed(member, change)]))
		: value;
};

/** Other answers of a cluster besides its status, with these names. */
export const namedCluster = (name: () => string): Observation[] => [
	{
		kind: 'cluster',
		at: noon,
		endpoint: name(),
		version: name(),
		leader: name(),
		leaderAddress: name(),
		masters: [{name: name(), alive: true, addresses: [name()]}],
		workers: [
			{name: name(), address: name(), stage: name(), source: name()},
			{name: name(), address: name(), stage: 'bound', source: name()},
		],
	},
	{
		kind: 'locks',
		at: noon,
		locks: [
			{
				id: name(),
				task: name(),
				mode: name(),
				owner: name(),
				ddls: [name()],
				synced: [name()],
				unsynced: [name()],
			},
		],
	},
	{kind: 'silence', at: noon, asked: [name()], problem: {what: name(), fix: name(), detail: name()}},
];
