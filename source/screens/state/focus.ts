/**
 * Which sources are on screen: a provider with a budget asks these first.
 */
import type {ClusterView, TaskView} from '../../monitor/view.js';
import type {Place} from './place.js';

const indexes = new WeakMap<ClusterView, ReadonlyMap<string, TaskView>>();

/** The tasks by name, listed once for a view: a key must not cost what the cluster holds. */
const tasksByName = (cluster: ClusterView): ReadonlyMap<string, TaskView> => {
	const known = indexes.get(cluster) ?? new Map(cluster.tasks.map(task => [task.name, task]));
	indexes.set(cluster, known);
	return known;
};

/** The sources behind the rows on screen, `shown` being their names. */
export const sourcesOnScreen = (cluster: ClusterView, place: Place, shown: readonly string[]): string[] => {
	switch (place.kind) {
		case 'subtask':
		case 'error':
		case 'source': {
			return [place.source];
		}

		case 'task':
		case 'sources': {
			return [...shown];
		}

		case 'tasks': {
			const tasks = tasksByName(cluster);
			const sources = shown.flatMap(
				name => tasks.get(name)?.subtasks.map(({subtask}) => subtask.source) ?? [],
			);
			return [...new Set(sources)];
		}

		default: {
			return [];
		}
	}
};
