/**
 * Which sources are on screen: a provider with a budget asks these first.
 */
import type {DiagnosedView} from '../../findings/diagnosis.js';
import type {Place} from '../places/place.js';

/** The sources behind the rows on screen, `shown` being their names. */
export const sourcesOnScreen = (
	{diagnosis}: Pick<DiagnosedView, 'diagnosis'>,
	place: Place,
	shown: readonly string[],
): string[] => {
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
			const sources = shown.flatMap(
				name => diagnosis.taskNamed(name)?.subtasks.map(({subtask}) => subtask.source) ?? [],
			);
			return [...new Set(sources)];
		}

		default: {
			return [];
		}
	}
};
