/**
 * The operations that fix a finding, ready to be planned.
 */
import type {Finding} from '../../findings/finding.js';
import {
	type KindOf,
	operationGroups,
	type OperationKind,
	type TaskTarget,
} from '../../providers/operation.js';
import {kindWords} from '../kinds.js';
import {oldestNeededFile} from '../relay-files.js';
import {transferTargets} from '../refusing/sources.js';
import {type Choice, findSource, findTask} from '../target.js';
import {say} from '../../language/say.js';
import {type OfferContext, type Subject, withTargets} from './subject.js';

/** A choice and the text of its menu entry; without a gist, that of its kind. */
export type Cure = {readonly choice: Choice; readonly text: string; readonly gist?: string};

/** The ways to start a task again: as it is, without its checkpoint, from a point in time. */
export const restarts = (task: string): readonly Cure[] => {
	const from = {isAgain: true, removesMeta: false, startTime: '', safeModeFor: ''};
	const choice = {kind: 'start', task, sources: [], from} as const;
	return [
		{choice, text: say('Start again'), gist: say('from its configuration')},
		{
			choice: {...choice, from: {...from, removesMeta: true}},
			text: say('Start again without checkpoint'),
			gist: say('all from the beginning'),
		},
		{
			choice: {...choice, from: {...from, startTime: undefined}},
			text: say('Start again from a time'),
			gist: say('read the binlog from then on'),
		},
	];
};

const actionOf = (kind: OperationKind): string => say(kindWords[kind].action);

const only = (kind: OperationKind, choice: Choice, text = actionOf(kind)): Cure => ({choice, text});

/** A subtask's own source; the whole task where all its sources are meant. */
const targetOf = (task: string, sources: readonly string[], {cluster}: OfferContext): TaskTarget => {
	const known = new Set(findTask(cluster, task)?.subtasks.map(({subtask}) => subtask.source));
	const wanted = new Set(sources);
	return {task, sources: known.isSubsetOf(wanted) ? [] : [...wanted].toSorted()};
};

/** "Unlock: the owner executes the DDL". */
export const unlockText = (action: 'exec' | 'skip'): string =>
	action === 'exec' ? say('Unlock: the owner executes the DDL') : say('Unlock: the owner skips the DDL');

const unlocks = ({task, source}: Finding, {cluster}: OfferContext): readonly Cure[] =>
	cluster.locks
		.filter(
			lock =>
				lock.task === task &&
				(source === undefined || lock.synced.includes(source) || lock.waiting.includes(source)),
		)
		.flatMap(lock =>
			(['exec', 'skip'] as const).map(action => ({
				choice: {
					kind: 'unlock-ddl' as const,
					lock: lock.id,
					task: lock.task,
					action,
					owner: lock.mode === 'optimistic' ? lock.owner : '',
					force: false,
				},
				text: unlockText(action),
			})),
		);

const ofSource = (kind: OperationKind, source: string, {cluster}: OfferContext): readonly Cure[] => {
	const ofIt = say('{name} of {target}', {name: actionOf(kind), target: source});
	switch (kind) {
		case 'resume-relay':
		case 'pause-relay':
		case 'enable-source':
		case 'disable-source': {
			return [only(kind, {kind, source}, ofIt)];
		}

		case 'enable-relay':
		case 'disable-relay': {
			return [only(kind, {kind, source, workers: []}, ofIt)];
		}

		case 'transfer-source': {
			return transferTargets(source, cluster)
				.slice(0, 3)
				.map(worker =>
					only(kind, {kind, source, worker}, say('Transfer {source} to {worker}', {source, worker})),
				);
		}

		case 'purge-relay': {
			const known = findSource(cluster, source);
			const before = known ? oldestNeededFile(known) : '';
			return before === ''
				? []
				: [
						only(
							kind,
							{kind, source, before},
							say('Purge relay logs of {source} before {file}', {source, file: before}),
						),
					];
		}

		default: {
			return [];
		}
	}
};

/** The choices by which one kind of operation fixes one finding. */
const curesOf = (finding: Finding, kind: OperationKind, context: OfferContext): readonly Cure[] => {
	const {task, source, operations} = finding;
	// Starting again includes the stop.
	if (kind === 'stop' && operations.includes('start')) {
		return [];
	}

	if (kind === 'start') {
		return task === undefined ? [] : restarts(task);
	}

	switch (operationGroups[kind]) {
		case 'task':
		case 'binlog': {
			return task === undefined
				? []
				: [
						only(kind, {
							kind: kind as KindOf<'task'>,
							targets: [targetOf(task, source === undefined ? [] : [source], context)],
						}),
					];
		}

		case 'lock': {
			return unlocks(finding, context);
		}

		case 'source': {
			return source === undefined ? [] : ofSource(kind, source, context);
		}

		case 'cluster': {
			return [only(kind, {kind: kind as 'evict-leader' | 'cancel-evict-leader'})];
		}

		default: {
			return [];
		}
	}
};

const isOnTasks = (choice: Choice): choice is Extract<Choice, {readonly targets: readonly TaskTarget[]}> =>
	'targets' in choice;

/** Merges targets of one kind into one choice: those of one task become one. */
const together = (cures: readonly Cure[], subject: Subject, context: OfferContext): Cure => {
	const [first] = cures as readonly [Cure, ...Cure[]];
	const {choice} = first;
	if (!isOnTasks(choice)) {
		return first;
	}

	const targets = cures.flatMap(cure => (isOnTasks(cure.choice) ? cure.choice.targets : []));
	const merged = Map.groupBy(targets, ({task}) => task)
		.entries()
		.map(([task, same]) =>
			same.some(({sources}) => sources.length === 0)
				? {task, sources: []}
				: targetOf(
						task,
						same.flatMap(({sources}) => sources),
						context,
					),
		)
		.toArray();
	return {
		choice: {...choice, targets: merged},
		text: withTargets(first.text, merged, subject),
	};
};

/** All fixes for the findings, the best one for the worst finding first; without duplicates. */
export const cures = (
	findings: readonly Finding[],
	subject: Subject,
	context: OfferContext,
): readonly Cure[] => {
	const found = findings.flatMap(finding =>
		finding.operations.flatMap(kind => curesOf(finding, kind, context)),
	);
	return Map.groupBy(found, ({choice}) => (isOnTasks(choice) ? choice.kind : JSON.stringify(choice)))
		.values()
		.map(same => together(same, subject, context))
		.toArray();
};
