/** The page of the error under the cursor. Pure. */
import type {Finding} from '../../findings/finding.js';
import {nameWithWorker} from '../../findings/journal/finding-name.js';
import {type ErrorPlace, findingsOf} from '../places/findings-at.js';
import {type Place, isText} from '../places/place.js';
import {type ScreenContext, openableAt, selectedId} from './moving.js';
import {type State, placeOf} from './state.js';

/**
 * The page for the first of these findings, the one that a row shows; undefined where none of them has an error.
 * `place` is where the row leads.
 */
const errorPlaceOf = (findings: readonly Finding[], place: Place | undefined): ErrorPlace | undefined => {
	const withError = findings.find(({error, source}) => error !== undefined && source !== undefined);
	const [worst] = findings;
	const shown = worst?.source === undefined ? withError : worst;
	if (!withError || shown?.source === undefined) {
		return undefined;
	}

	const task = shown.task ?? (place?.kind === 'task' || place?.kind === 'subtask' ? place.task : undefined);
	return {
		kind: 'error',
		source: shown.source,
		...(task !== undefined && {task}),
		of: nameWithWorker(shown),
	};
};

/**
 * The page of the error under the cursor, or of the page's subject: what is wrong with the row first. Undefined where
 * there is none, and on such a page.
 */
export const errorAt = (state: State, screen: ScreenContext): ErrorPlace | undefined => {
	const place = placeOf(state);
	if (isText(place)) {
		return errorPlaceOf(findingsOf(screen.cluster, place), place);
	}

	const id = selectedId(state, screen);
	const opened = openableAt(state, screen);
	const findings = id === undefined ? undefined : screen.list?.findings(id);
	return errorPlaceOf(findings ?? findingsOf(screen.cluster, opened), opened);
};
