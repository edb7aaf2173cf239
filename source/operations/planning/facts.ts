/**
 * The facts about the targets at one moment, so that a plan can say what has changed since it was made.
 */
import {isOf, type TaskTarget} from '../../providers/operation.js';
import type {ClusterView} from '../../monitor/view.js';
import {findBadDdl} from '../../dm/derived/bad-ddl.js';
import {scopeOf} from '../scope.js';
import {type Choice, findSource, stateText, subtasksOfTarget} from '../target.js';
import {say} from '../../language/say.js';
import {listNames} from '../../language/sentences.js';

/** "`subject` (on `where`) is `text`." */
export type Fact = {readonly subject: string; readonly where: string; readonly text: string};

const ofTask = (choice: Choice, target: TaskTarget, cluster: ClusterView): Fact[] =>
	subtasksOfTarget(cluster, target).map(view => {
		const {task, source} = view.subtask;
		const position = isOf(choice.kind, 'binlog') ? (findBadDdl(view.subtask)?.position ?? '') : '';
		return {
			subject: task,
			where: source,
			text:
				position === '' ? stateText(view) : say('{state} at {position}', {state: stateText(view), position}),
		};
	});

const ofSource = (name: string, cluster: ClusterView): Fact[] => {
	const source = findSource(cluster, name);
	return source
		? [
				{
					subject: name,
					where: '',
					text:
						source.worker === ''
							? say('served by no worker')
							: say('served by {worker}', {worker: source.worker}),
				},
				{
					subject: say('the relay of {worker}', {worker: name}),
					where: '',
					text: source.relay?.stage ?? say('off'),
				},
			]
		: [];
};

const ofWorker = (name: string, cluster: ClusterView): Fact[] =>
	cluster.workers
		.filter(worker => worker.name === name)
		.map(({stage, source}) => ({
			subject: name,
			where: '',
			text: stage === 'bound' ? say('bound to {worker}', {worker: source}) : stage,
		}));

/** The subject of the fact that a lock exists. */
export const lockSubject = (lock: string): string => say('the lock {lock}', {lock});

/** An optimistic lock may have several rows: together they are one fact. */
const ofLock = (id: string, {locks}: ClusterView): Fact[] => {
	const rows = locks.filter(lock => lock.id === id);
	const synced = new Set(rows.flatMap(lock => lock.synced));
	const all = new Set([...synced, ...rows.flatMap(lock => lock.waiting)]);
	return rows.length === 0
		? []
		: [
				{
					subject: lockSubject(id),
					where: '',
					// Of sources, or of tables.
					text: say('synced {synced}/{count}', {synced: synced.size, count: all.size}),
				},
			];
};

/** All facts about the targets of a choice. */
export const factsOf = (choice: Choice, cluster: ClusterView): readonly Fact[] => {
	if ('targets' in choice) {
		return choice.targets.flatMap(target => ofTask(choice, target, cluster));
	}

	if ('from' in choice) {
		return ofTask(choice, choice, cluster);
	}

	const scope = scopeOf(choice);
	switch (scope.on) {
		case 'cluster': {
			return cluster.leader === undefined
				? []
				: [
						{
							subject: say('the leader'),
							where: '',
							text: cluster.leader === '' ? say('gone') : cluster.leader,
						},
					];
		}

		case 'source': {
			const worker = choice.kind === 'transfer-source' ? ofWorker(choice.worker, cluster) : [];
			return [...ofSource(scope.source, cluster), ...worker];
		}

		case 'task': {
			const lock = choice.kind === 'unlock-ddl' ? ofLock(choice.lock, cluster) : [];
			return [...ofTask(choice, scope, cluster), ...lock];
		}
	}
};

const idOf = ({subject, where}: Fact): string => JSON.stringify([subject, where]);

/** One fact about one subject at several places. */
type Change = {
	readonly subject: string;
	readonly text: string;
	readonly isNew: boolean;
	readonly where: string[];
};

const changeText = (subject: string, before: string | undefined, now: string | undefined): string => {
	if (now === undefined) {
		return say('{subject} is gone', {subject});
	}

	return before === undefined
		? say('{subject} came: {now}', {subject, now})
		: say('{subject} is now {now} (was {before})', {subject, now, before});
};

/** Changes between two moments: "users is now Paused (was Running) on mysql-01 and mysql-02". */
export const changesBetween = (before: readonly Fact[], now: readonly Fact[]): readonly string[] => {
	const changes = new Map<string, Change>();
	const current = new Map(now.map(fact => [idOf(fact), fact]));
	const known = new Map(before.map(fact => [idOf(fact), fact]));
	for (const [id, {subject, where}] of new Map([...known, ...current])) {
		const was = known.get(id)?.text;
		const is = current.get(id)?.text;
		if (was === is) {
			continue;
		}

		const text = changeText(subject, was, is);
		const change = changes.get(text) ?? {subject, text, isNew: was === undefined, where: []};
		change.where.push(where);
		changes.set(text, change);
	}

	const places = (subject: string, facts: readonly Fact[]) =>
		facts.filter(fact => fact.subject === subject).length;
	return Array.from(changes.values(), ({subject, text, isNew, where}) => {
		const isEverywhere = where.length === Math.max(places(subject, before), places(subject, now));
		const isNamed = where[0] !== '' && (!isEverywhere || isNew);
		return isNamed
			? say('{change} on {places}.', {change: text, places: listNames(where)})
			: say('{change}.', {change: text});
	});
};
