/**
 * Whether tasks and sources exist.
 */
import type {ClusterView, SourceView} from '../../monitor/view.js';
import {reasonOfText} from '../following/telling/reasons.js';
import {didYouMean} from '../../dm/nearest.js';
import {findSource, findTask} from '../target.js';
import type {TaskTarget} from '../../providers/operation.js';
import {say} from '../../language/say.js';
import {listNames} from '../../language/sentences.js';

const namesOf = (sources: readonly SourceView[]): string => listNames(sources.map(({source}) => source));

/**
 * Why it is unknown whether a task exists or is on those sources, with the problem of the sources that would have to
 * answer; undefined when it is known.
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

	const problems = [
		...new Set(
			asked.map(({condition}) => (condition.kind === 'fresh' ? '' : reasonOfText(condition.why).brief)),
		),
	].filter(Boolean);
	const why = problems.length === 0 ? '' : say(': {reason}', {reason: problems.slice(0, 3).join(say('; '))});
	const told = {task, names: namesOf(asked), count: asked.length, why};
	return found
		? say('It is not known whether {task} is on {names}: {names} {count|does|do} not answer{why}.', told)
		: say('It is not known whether there is a task {task}: {names} {count|does|do} not answer{why}.', told);
};

/** Why nothing can be done to this task: it is unknown, or not on that source. */
export const refusalOfTask = (target: TaskTarget, cluster: ClusterView): string | undefined => {
	const {task, sources} = target;
	const found = findTask(cluster, task);
	if (!found) {
		const names = cluster.tasks.map(({name}) => name);
		const guess = didYouMean(task, names);
		return guess === ''
			? (uncertaintyOf(target, cluster) ?? say('There is no task {task}.', {task}))
			: say('There is no task {task}{guess}', {task, guess});
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
	if (guess !== '') {
		return say('{task} is not on {missing}{guess}', {task, missing, guess});
	}

	return known.size === 0
		? say('{task} is not on {missing}; it is on no source.', {task, missing})
		: say('{task} is not on {missing}; it is on {names}.', {task, missing, names: listNames([...known])});
};

/** Why there is no such source, with the name that was probably meant; undefined when there is one. */
export const refusalOfSource = (source: string, cluster: ClusterView): string | undefined => {
	if (findSource(cluster, source)) {
		return undefined;
	}

	const names = cluster.sources.map(known => known.source);
	const guess = didYouMean(source, names);
	return guess === ''
		? say('There is no source {source}.', {source})
		: say('There is no source {source}{guess}', {source, guess});
};
