/**
 * Why an operation cannot be done now, in words.
 */
import {sourceNotBound} from '../dm/status.js';
import type {ClusterView, SourceView, SubtaskView} from '../monitor/view.js';
import type {OperationKind, Operator} from '../providers/operation.js';
import {findBadDdl} from '../dm/bad-ddl.js';
import {didYouMean} from '../dm/nearest.js';
import {reasonOfText} from './following/reasons.js';
import {isTaskKind, kindWords} from './kinds.js';
import type {StartChoice} from './starting/start.js';
import {type Choice, type TaskTarget, findSource, findTask, listNames, subtasksOf} from './target.js';

/** What there is to operate with. */
export type Means = {
	/** Absent: the provider only shows. */
	readonly operator?: Pick<Operator, 'kinds'>;
	/** `--read-only` */
	readonly readOnly: boolean;
	/** The provider's name: http, file, simulator, replay, … */
	readonly provider: string;
	/** The pages that the provider can be asked for; absent: none. */
	readonly reads?: ReadonlySet<'config' | 'validation' | 'schema'>;
};

const without = new Map([
	['file', 'A file has no cluster behind it: connect to a dm-master to operate.'],
	['replay', 'A recording is past: connect to a dm-master to operate.'],
]);

/** What dm-master needs for it beside its port. */
const needs: Readonly<Partial<Record<OperationKind, string>>> = {
	start: 'it takes OpenAPI (openapi = true in the configuration of dm-master)',
	'enable-relay': 'it takes OpenAPI or gRPC',
	'disable-relay': 'it takes OpenAPI or gRPC',
	'purge-relay': 'it takes OpenAPI or gRPC',
	'transfer-source': 'it takes OpenAPI or gRPC',
	'unlock-ddl': 'it takes gRPC',
};

/** Why nothing that would change something is done with `--read-only`. */
export const readOnlyRefusal = 'dm-top runs with --read-only: it changes nothing.';

/** Why no operation of this kind is possible at all; undefined when it is. */
export const refusalOfKind = (
	kind: OperationKind,
	{operator, readOnly, provider}: Means,
): string | undefined => {
	if (readOnly) {
		return readOnlyRefusal;
	}

	if (!operator) {
		return without.get(provider) ?? `The provider ${provider} only shows: it cannot operate.`;
	}

	if (operator.kinds.has(kind)) {
		return undefined;
	}

	const need = needs[kind];
	return `${kindWords[kind].action} is not possible over this connection${need === undefined ? '' : `: ${need}`}.`;
};

const namesOf = (sources: readonly SourceView[]): string => listNames(sources.map(({source}) => source));

/**
 * Why it cannot be told whether there is such a task, or whether it is on those sources, with the trouble of the sources
 * that would have to tell; undefined when it can.
 */
export const uncertaintyOf = ({task, sources}: TaskTarget, cluster: ClusterView): string | undefined => {
	const silent = cluster.sources.filter(({mayHaveMore}) => mayHaveMore);
	const found = findTask(cluster, task);
	const known = new Set(found?.subtasks.map(({subtask}) => subtask.source));
	const asked = found ? silent.filter(({source}) => sources.includes(source) && !known.has(source)) : silent;
	if (asked.length === 0) {
		return undefined;
	}

	const where = found ? `${task} is on ${namesOf(asked)}` : `there is a task ${task}`;
	const troubles = [
		...new Set(
			asked.map(({condition}) => (condition.kind === 'fresh' ? '' : reasonOfText(condition.why).brief)),
		),
	].filter(Boolean);
	const why = troubles.length === 0 ? '' : `: ${troubles.slice(0, 3).join('; ')}`;
	return `It is not known whether ${where}: ${namesOf(asked)} ${asked.length === 1 ? 'does' : 'do'} not answer${why}.`;
};

/** Why nothing can be done to this task at all: it is not known, or not on that source. */
export const refusalOfTask = (target: TaskTarget, cluster: ClusterView): string | undefined => {
	const {task, sources} = target;
	const found = findTask(cluster, task);
	if (!found) {
		const names = cluster.tasks.map(({name}) => name);
		const guess = didYouMean(task, names);
		return guess === ''
			? (uncertaintyOf(target, cluster) ?? `There is no task ${task}.`)
			: `There is no task ${task}${guess}`;
	}

	const known = found.subtasks.map(({subtask}) => subtask.source);
	const missing = sources.find(source => !known.includes(source));
	if (missing === undefined) {
		return undefined;
	}

	const unsure = uncertaintyOf(target, cluster);
	if (unsure !== undefined) {
		return unsure;
	}

	const guess = didYouMean(missing, known);
	return `${task} is not on ${missing}${guess === '' ? `; it is on ${listNames(known) || 'no source'}.` : guess}`;
};

export const refusalOfSource = (source: string, cluster: ClusterView): string | undefined => {
	if (findSource(cluster, source)) {
		return undefined;
	}

	const names = cluster.sources.map(known => known.source);
	return `There is no source ${source}${didYouMean(source, names) || '.'}`;
};

const areAll = (subtasks: readonly SubtaskView[], stages: readonly string[]): boolean =>
	subtasks.length > 0 && subtasks.every(({subtask}) => stages.includes(subtask.stage));

const refusalOfStage = (kind: OperationKind, task: string, subtasks: readonly SubtaskView[]) => {
	if (areAll(subtasks, ['Finished']) && ['pause', 'resume'].includes(kind)) {
		return `${task} is Finished: there is nothing left to ${kind}.`;
	}

	if (areAll(subtasks, ['Stopped'])) {
		if (kind === 'resume') {
			return `${task} is Stopped, not Paused: start it.`;
		}

		if (kind === 'pause') {
			return `${task} is Stopped already.`;
		}
	}

	if (kind === 'start' && areAll(subtasks, ['Paused'])) {
		return `${task} is Paused, not Stopped: resume it.`;
	}

	return kind === 'start' && areAll(subtasks, ['Running']) ? `${task} is Running already.` : undefined;
};

const refusalOfTarget = (
	choice: Choice & {readonly targets: readonly TaskTarget[]},
	target: TaskTarget,
	cluster: ClusterView,
): string | undefined => {
	const unknown = refusalOfTask(target, cluster);
	if (unknown !== undefined) {
		return unknown;
	}

	const subtasks = subtasksOf(cluster, target);
	if (isTaskKind(choice.kind)) {
		return refusalOfStage(choice.kind, target.task, subtasks);
	}

	const name = `${target.task}${target.sources.length === 0 ? '' : ` on ${listNames(target.sources)}`}`;
	// With a position DM takes it for any place in the binlog, whatever the subtask stands at.
	if ('position' in choice && choice.position !== undefined) {
		return subtasks.some(({subtask}) => subtask.unit === 'Sync')
			? undefined
			: `${name} is not in Sync: DM takes this only there.`;
	}

	return subtasks.some(({subtask}) => findBadDdl(subtask))
		? undefined
		: `${name} is not stopped by a DDL: there is nothing to ${kindWords[choice.kind].name}.`;
};

/**
 * The workers that can take a source over, the best first: one that pulls its relay log already, then the free ones. One
 * that pulls that of another source DM refuses (46031); where it is not known which, DM will tell.
 */
export const transferTargets = (source: string, {workers}: ClusterView): readonly string[] => [
	...workers
		.filter(({stage, pulls}) => stage === 'relay' && (pulls === undefined || pulls.source === source))
		.map(({name}) => name),
	...workers.filter(({stage}) => stage === 'free').map(({name}) => name),
];

const refusalOfTransfer = (
	{source, worker}: {readonly source: string; readonly worker: string},
	cluster: ClusterView,
): string | undefined => {
	const free = transferTargets(source, cluster);
	const known = cluster.workers.find(({name}) => name === worker);
	if (free.includes(worker)) {
		return undefined;
	}

	if (known?.source === source && known.stage === 'bound') {
		return `${worker} serves ${source} already.`;
	}

	const others = free.length === 0 ? 'no worker is free' : `it can go to ${listNames(free)}`;
	if (!known) {
		return worker === '' && free.length === 0
			? `No worker is free to take ${source}.`
			: `There is no worker ${worker}; ${others}.`;
	}

	return `${worker} is ${known.stage}${known.stage === 'bound' ? ` to ${known.source}` : ''}; ${others}.`;
};

const refusalOfTargets = (
	choice: Extract<Choice, {readonly targets: readonly TaskTarget[]}>,
	cluster: ClusterView,
): string | undefined => {
	const {kind, targets} = choice;
	if (targets.length === 0) {
		return `Nothing is chosen to ${kindWords[kind].name}.`;
	}

	if (targets.length > 1 && kind === 'stop') {
		return `${kindWords[kind].action} one task at a time: its name has to be typed.`;
	}

	const refusals = targets.map(target => refusalOfTarget(choice, target, cluster));
	return refusals.every(refusal => refusal !== undefined) || !isTaskKind(kind)
		? refusals.find(refusal => refusal !== undefined)
		: // One that has nothing to do beside others that have is only warned of; one that is not known is a mistake.
			targets.map(target => refusalOfTask(target, cluster)).find(refusal => refusal !== undefined);
};

/** DM sets columns of a paused subtask only (worker/subtask.go, OperateSchema). */
const refusalOfSchema = (target: TaskTarget, cluster: ClusterView): string | undefined => {
	const other = subtasksOf(cluster, target).find(({subtask}) => subtask.stage !== 'Paused');
	return other && `${target.task} on ${other.subtask.source} is ${other.subtask.stage}: pause it first.`;
};

const refusalOfStart = (choice: StartChoice, cluster: ClusterView, means: Means): string | undefined => {
	if (choice.from.isAgain) {
		return refusalOfKind('stop', means) ?? refusalOfTask(choice, cluster);
	}

	return findTask(cluster, choice.task)
		? `${choice.task} is in DM already: stop it first, or restart it.`
		: undefined;
};

/**
 * Why what a person chose cannot be done now; undefined when it can. What would only be of no use is no refusal: the
 * plan warns of it.
 */
export const refusal = (choice: Choice, cluster: ClusterView, means: Means): string | undefined => {
	const impossible = refusalOfKind(choice.kind, means);
	if (impossible !== undefined) {
		return impossible;
	}

	if ('targets' in choice) {
		return refusalOfTargets(choice, cluster);
	}

	if ('from' in choice) {
		return refusalOfStart(choice, cluster, means);
	}

	switch (choice.kind) {
		case 'evict-leader': {
			return cluster.leader === '' ? 'There is no leader to evict.' : undefined;
		}

		case 'cancel-evict-leader': {
			return undefined;
		}

		case 'schema-set':
		case 'schema-remove': {
			return refusalOfTask(choice, cluster) ?? refusalOfSchema(choice, cluster);
		}

		case 'validation-start':
		case 'validation-stop':
		case 'validation-ignore':
		case 'validation-resolve':
		case 'validation-clear': {
			return refusalOfTask(choice, cluster);
		}

		case 'unlock-ddl': {
			return choice.lock === '' ? 'There is no lock to unlock.' : undefined;
		}

		case 'enable-relay':
		case 'disable-relay':
		case 'pause-relay':
		case 'resume-relay':
		case 'purge-relay':
		case 'transfer-source':
		case 'enable-source':
		case 'disable-source': {
			const unknown = refusalOfSource(choice.source, cluster);
			if (unknown !== undefined) {
				return unknown;
			}

			if (choice.kind === 'transfer-source') {
				return refusalOfTransfer(choice, cluster);
			}

			const source = findSource(cluster, choice.source)!;
			if (choice.kind === 'enable-source' || choice.kind === 'disable-source') {
				return undefined;
			}

			if (choice.kind === 'enable-relay') {
				return source.worker === sourceNotBound && choice.workers.length === 0
					? `${choice.source} has no worker that could pull its relay.`
					: undefined;
			}

			// Where nobody told of relays, DM will.
			if (!source.relay && source.relays?.length === 0) {
				return `${choice.source} has no relay.`;
			}

			return choice.kind === 'purge-relay' && choice.before === ''
				? 'Say before which binlog file to purge, such as mysql-bin.000003.'
				: undefined;
		}
	}
};
