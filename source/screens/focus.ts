/**
 * Which sources are on screen: a provider with a budget asks these first.
 */
import type {ClusterView} from '../monitor/view.js';
import type {Place} from './state/place.js';

/** The sources behind the rows on screen, `shown` being their names. */
export const sourcesOnScreen = (cluster: ClusterView, place: Place, shown: readonly string[]): string[] => {
	switch (place.kind) {
		case 'subtask':
		case 'source': {
			return [place.source];
		}

		case 'task':
		case 'sources': {
			return [...shown];
		}

		case 'tasks': {
			const names = new Set(shown);
			const sources = cluster.tasks
				.filter(({name}) => names.has(name))
				.flatMap(({subtasks}) => subtasks.map(({subtask}) => subtask.source));
			return [...new Set(sources)];
		}

		default: {
			return [];
		}
	}
};
