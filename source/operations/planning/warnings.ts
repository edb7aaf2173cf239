/**
 * What one should know before confirming.
 */
import {isOf, type Operation} from '../../providers/operation.js';
import {autoResumable} from '../../dm/errors.js';
import type {ClusterView, SubtaskView} from '../../monitor/view.js';
import {findBadDdl} from '../../dm/derived/bad-ddl.js';
import {isPast, parsePosition, positionText} from '../../dm/positions/binlog.js';
import {readersBefore} from '../relay-files.js';
import {type Choice, findSource, stateText, subtasksOfTarget} from '../target.js';
import {formatDuration} from '../../components/quantity.js';
import {say} from '../../language/say.js';
import {listNames} from '../../language/sentences.js';
import {hasPassed} from './passed.js';

/** A warning about one subtask; '' for none. Equal ones are merged. */
type Warn = (subtask: SubtaskView) => string;

const hasErrors = ({subtask: {stage, result}}: SubtaskView): boolean =>
	stage === 'Paused' && (result?.errors.length ?? 0) > 0;

const beforePause: Warn = view => {
	const {stage, unit} = view.subtask;
	if (hasErrors(view)) {
		return say('{state} already; pausing only keeps DM from trying again by itself', {
			state: stateText(view),
		});
	}

	switch (stage) {
		case 'Paused':
		case 'Finished':
		case 'Stopped': {
			return say('{state} already', {state: stage});
		}

		default: {
			return unit === 'Dump' ? say('still dumping; the dump starts over when it is resumed') : '';
		}
	}
};

const beforeResume: Warn = view => {
	const {stage, result} = view.subtask;
	const ddl = findBadDdl(view.subtask);
	if (ddl) {
		return ddl.position === ''
			? say('stopped at a DDL; it stops there again unless the DDL is skipped or replaced first')
			: say(
					'stopped at a DDL ({position}); it stops there again unless the DDL is skipped or replaced first',
					{
						position: ddl.position,
					},
				);
	}

	if (hasErrors(view)) {
		return autoResumable(result)
			? say('{state}; DM tries again by itself, and the error comes back while its cause is there', {
					state: stateText(view),
				})
			: say('{state}; the error comes back while its cause is there', {state: stateText(view)});
	}

	return stage === 'Running' || stage === 'Finished' ? say('{state} already', {state: stage}) : '';
};

const beforeEnd: Warn = ({subtask: {stage, unit}}) =>
	stage === 'Running' && (unit === 'Dump' || unit === 'Load')
		? say('still in {unit}; the migration is not complete', {unit})
		: '';

const beforePassing =
	(operations: readonly Operation[]): Warn =>
	view =>
		hasPassed(view, operations)
			? say('no longer stopped at this DDL; what is set for it has no effect there')
			: findBadDdl(view.subtask)
				? ''
				: say('not stopped by a DDL; left as it is');

/** `position` is not the one at which the subtask may be stopped. */
const beforeSetting =
	(kind: Choice['kind'], position: string): Warn =>
	({subtask}) => {
		if (subtask.unit !== 'Sync') {
			return say('not in Sync; left as it is');
		}

		const checkpoint = subtask.sync?.syncerBinlog ?? '';
		if (kind !== 'binlog-revert' && isPast(checkpoint, position)) {
			const at = parsePosition(checkpoint);
			return say(
				'already past this place (checkpoint {checkpoint}); it has no effect unless the binlog is read again from before it',
				{checkpoint: at ? positionText(at) : checkpoint},
			);
		}

		const ddl = findBadDdl(subtask);
		if (!ddl || ddl.position === position) {
			return '';
		}

		return ddl.position === ''
			? say('stopped at another DDL, where it stops again')
			: say('stopped at another DDL ({position}), where it stops again', {position: ddl.position});
	};

const ofKind = (choice: Choice, operations: readonly Operation[]): Warn => {
	const {kind} = choice;
	switch (kind) {
		case 'pause': {
			return beforePause;
		}

		case 'resume':
		case 'start': {
			return beforeResume;
		}

		case 'stop': {
			return beforeEnd;
		}

		default: {
			return 'position' in choice && choice.position !== undefined
				? beforeSetting(kind, choice.position)
				: beforePassing(operations);
		}
	}
};

/** What happens to an operation where no worker can be asked at the moment. That nothing answers at all is said once. */
const unreachable =
	(kind: Choice['kind'], problem: ClusterView['problem']): Warn =>
	({stale, sourceIs}) => {
		if (sourceIs === 'unbound' || sourceIs === 'vanished') {
			return isOf(kind, 'task')
				? say('has no worker; DM stores it, and it takes effect when the source has one')
				: say('has no worker; DM cannot do it before the source has one');
		}

		return stale === '' || stale === problem?.what
			? ''
			: say('does not answer; its state may differ from what is shown');
	};

const together = (subtasks: readonly SubtaskView[], warns: readonly Warn[]): string[] => {
	const found = warns
		.flatMap(warn => subtasks.map(view => ({subtask: view.subtask, text: warn(view)})))
		.filter(({text}) => text !== '');
	const counts = new Map(
		Map.groupBy(subtasks, ({subtask}) => subtask.task)
			.entries()
			.map(([task, of]) => [task, of.length]),
	);
	return Map.groupBy(found, ({text}) => text)
		.entries()
		.map(([text, entries]) =>
			say('{names}: {text}.', {
				names: listNames(
					Map.groupBy(entries, ({subtask}) => subtask.task)
						.entries()
						.flatMap(([task, of]) =>
							// What holds for each of several sources of a task holds for the task.
							of.length > 1 && of.length === counts.get(task)
								? [task]
								: of.map(({subtask: {source}}) => say('{task} on {source}', {task, source})),
						)
						.toArray(),
				),
				text,
			}),
		)
		.toArray();
};

const ofSource = (choice: Choice & {readonly source: string}, cluster: ClusterView): string[] => {
	const source = findSource(cluster, choice.source);
	if (!source) {
		return [];
	}

	switch (choice.kind) {
		case 'enable-relay': {
			const running = source.subtasks.filter(
				({subtask: {stage, unit}}) => stage === 'Running' && unit === 'Sync',
			);
			return source.relay
				? [
						say('The relay of {source} is already on: {stage}.', {
							source: choice.source,
							stage: source.relay.stage,
						}),
					]
				: running.length === 0
					? []
					: [
							say('{names}: running; DM restarts {count|it|them} on the relay log.', {
								names: listNames(running.map(({subtask}) => subtask.task)),
								count: running.length,
							}),
						];
		}

		case 'purge-relay': {
			const readers = readersBefore(source, choice.before);
			return readers.length === 0
				? []
				: [
						say('{names} did not read all of it yet: without these files Sync stops.', {
							names: listNames(readers),
						}),
					];
		}

		case 'transfer-source': {
			const loading = source.subtasks.filter(
				({subtask: {stage, unit}}) => stage === 'Running' && unit !== 'Sync',
			);
			return loading.length === 0
				? []
				: [
						say('{names}: not in Sync yet; DM refuses to transfer until it is paused.', {
							names: listNames(loading.map(({subtask}) => subtask.task)),
						}),
					];
		}

		default: {
			return [];
		}
	}
};

/** The warnings, most general first; `operations` would be sent. Ages are counted from `cluster.now`. */
export const warningsOf = (
	choice: Choice,
	operations: readonly Operation[],
	cluster: ClusterView,
): readonly string[] => {
	const {problem, at, now} = cluster;
	const silence = problem
		? [
				at === 0
					? say('No response from the cluster: {what}. What is shown here is old.', {what: problem.what})
					: say('No response from the cluster for {age}: {what}. What is shown here is old.', {
							age: formatDuration(Math.max(0, now - at) / 1000),
							what: problem.what,
						}),
			]
		: [];
	if ('targets' in choice) {
		const subtasks = choice.targets.flatMap(target => subtasksOfTarget(cluster, target));
		return [
			...silence,
			...together(subtasks, [ofKind(choice, operations), unreachable(choice.kind, problem)]),
		];
	}

	if ('source' in choice) {
		return [...silence, ...ofSource(choice, cluster)];
	}

	if (choice.kind === 'evict-leader') {
		const others = cluster.masters.filter(({name, alive}) => alive && name !== cluster.leader);
		return cluster.masters.length > 0 && others.length === 0
			? [...silence, say('No other dm-master is alive: no leader until you cancel the eviction.')]
			: silence;
	}

	return choice.kind === 'unlock-ddl' && choice.force
		? [...silence, say('With force the lock is removed even when not every source could be unlocked.')]
		: silence;
};
