/**
 * The places at which an operation is followed: sources, or the cluster itself.
 */
import type {ClusterView} from '../../monitor/view.js';
import type {Operation} from '../../providers/operation.js';
import {scopeOf} from '../scope.js';
import {findSource, findTask} from '../target.js';

/** The place of an operation on the cluster itself. */
export const wholeCluster = '';

const knownSources = (cluster: ClusterView, task: string): readonly string[] =>
	findTask(cluster, task)?.subtasks.map(({subtask}) => subtask.source) ?? [];

/**
 * The places that an operation acts on: names of sources, or `wholeCluster`. For "all sources" the currently known
 * ones; for a lock those of its task.
 */
export const placesOf = (operation: Operation, cluster: ClusterView): readonly string[] => {
	const scope = scopeOf(operation);
	switch (scope.on) {
		case 'cluster': {
			return [wholeCluster];
		}

		case 'source': {
			return [scope.source];
		}

		case 'task': {
			return scope.sources.length > 0 ? [...new Set(scope.sources)] : knownSources(cluster, scope.task);
		}
	}
};

/** Whether a source has not reported its tasks for so long that it may have an unknown one. */
export const mayHave = (cluster: ClusterView, source: string): boolean =>
	findSource(cluster, source)?.mayHaveMore ?? false;

/** Further places of an operation on all sources of a task: sources that do not answer and may have the task, too. */
export const possiblePlaces = (operation: Operation, cluster: ClusterView): readonly string[] => {
	if (!('sources' in operation) || operation.sources.length > 0) {
		return [];
	}

	const known = new Set(knownSources(cluster, operation.task));
	return cluster.sources
		.filter(({source, mayHaveMore}) => mayHaveMore && !known.has(source))
		.map(({source}) => source);
};
