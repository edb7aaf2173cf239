/** Where errors are shown, and whether there is one. */
import type {DiagnosedView} from '../../findings/diagnosis.js';
import type {Finding} from '../../findings/finding.js';
import {type ScreenContext, openableAt} from './moving.js';
import {type Place, isText} from './place.js';
import {type State, placeOf} from './state.js';

/** Where errors are: a task on a source, or a source by itself. */
export type ErrorPlace = Extract<Place, {readonly kind: 'error'}>;

/** The findings there, with or without an error of DM. */
export const findingsAt = (
	cluster: DiagnosedView,
	{task, source}: Omit<ErrorPlace, 'kind'>,
): readonly Finding[] =>
	task === undefined
		? cluster.diagnosis.ofSource(source).filter(finding => finding.task === undefined)
		: cluster.diagnosis.ofSubtask(task, source);

/** The page for the errors at `place`; undefined where there are none. */
export const errorPlaceOf = (cluster: DiagnosedView, place: Place | undefined): ErrorPlace | undefined => {
	switch (place?.kind) {
		case 'task': {
			const found = cluster.diagnosis
				.ofTask(place.task)
				.find(({error, source}) => error !== undefined && source !== undefined);
			return found?.source === undefined
				? undefined
				: {kind: 'error', source: found.source, task: place.task};
		}

		case 'subtask':
		case 'source': {
			const {source} = place;
			const at = place.kind === 'subtask' ? {source, task: place.task} : {source};
			return findingsAt(cluster, at).some(({error}) => error !== undefined)
				? {kind: 'error', ...at}
				: undefined;
		}

		default: {
			return undefined;
		}
	}
};

/**
 * The page of the error under the cursor, or of the page's subject; undefined where there is none, and on such a page.
 */
export const errorAt = (state: State, screen: ScreenContext): ErrorPlace | undefined => {
	const place = placeOf(state);
	return errorPlaceOf(screen.cluster, isText(place) ? place : openableAt(state, screen));
};
