/**
 * Whether there are such tasks and sources.
 */
import type {ClusterView, SourceView} from '../../monitor/view.js';
import {reasonOfText} from '../following/reasons.js';
import {didYouMean} from '../../dm/nearest.js';
import {type TaskTarget, findSource, findTask, listNames} from '../target.js';

const namesOf = (sources: readonly SourceView[]): string => listNames(sources.map(({source}) => source));

/**
 * Why it cannot be told whether there is such a task, or whether it is on those sources, with the problem of the sources
 * that would have to tell; undefined when it can.
 */
export const uncertaintyOf = ({task, sources}: TaskTarget, cluster: ClusterView): string | undefined => {
	const silent = cluster.sources.filter(({mayHaveMore}) => mayHaveMore);
	const found = findTask(cluster, task);
	const known = new Set(found?.subtasks.map(({subtask}) => subtask.source));
	const wanted = new Set(sources);
	const asked = found ? silent.filter(({source}) => wanted.has(source) && !known.has(source)) : silent;
	if (asked.length === 0) {
		return undefined;
	}

	const where = found ? `${task} is on ${namesOf(asked)}` : `there is a task ${task}`;
	const problems = [
		...new Set(
			asked.map(({condition}) => (condition.kind === 'fresh' ? '' : reasonOfText(condition.why).brief)),
		),
	].filter(Boolean);
	const why = problems.length === 0 ? '' : `: ${problems.slice(0, 3).join('; ')}`;
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

	const known = new Set(found.subtasks.map(({subtask}) => subtask.source));
	const missing = sources.find(source => !known.has(source));
	if (missing === undefined) {
		return undefined;
	}

	const unsure = uncertaintyOf(target, cluster);
	if (unsure !== undefined) {
		return unsure;
	}

	const guess = didYouMean(missing, [...known]);
	return `${task} is not on ${missing}${guess === '' ? `; it is on ${listNames([...known]) || 'no source'}.` : guess}`;
};

export const refusalOfSource = (source: string, cluster: ClusterView): string | undefined => {
	if (findSource(cluster, source)) {
		return undefined;
	}

	const names = cluster.sources.map(known => known.source);
	return `There is no source ${source}${didYouMean(source, names) || '.'}`;
};
