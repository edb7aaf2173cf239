/** Where errors are shown, and whether there is one. */
import type {DiagnosedView} from '../../findings/diagnosis.js';
import type {Finding} from '../../findings/finding.js';
import {nameWithWorker} from '../../findings/journal/finding-name.js';
import {type ScreenContext, openableAt, selectedId} from './moving.js';
import {type Place, isText} from './place.js';
import {type State, placeOf} from './state.js';

/** Where errors are: a task on a source, or a source by itself. */
export type ErrorPlace = Extract<Place, {readonly kind: 'error'}>;

/** The findings there, with or without an error of DM: first the one that the page was opened for, then worst first. */
export const findingsAt = (
	{diagnosis}: DiagnosedView,
	{task, source, of}: Omit<ErrorPlace, 'kind'>,
): readonly Finding[] => {
	const all =
		task === undefined
			? diagnosis.ofSource(source).filter(finding => finding.task === undefined)
			: diagnosis.ofSubtask(task, source);
	const shown = all.filter(finding => nameWithWorker(finding) === of);
	return shown.length === 0 ? all : [...shown, ...all.filter(finding => !shown.includes(finding))];
};

/** What is wrong where a place leads, worst first. */
export const findingsOf = ({diagnosis}: DiagnosedView, place: Place | undefined): readonly Finding[] => {
	switch (place?.kind) {
		case 'task': {
			return diagnosis.ofTask(place.task);
		}

		case 'subtask': {
			return diagnosis.ofSubtask(place.task, place.source);
		}

		case 'source': {
			return diagnosis.ofSource(place.source);
		}

		default: {
			return [];
		}
	}
};

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
