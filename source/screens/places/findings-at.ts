/** What is wrong at a place. Pure. */
import type {DiagnosedView} from '../../findings/diagnosis.js';
import type {Finding} from '../../findings/finding.js';
import {nameWithWorker} from '../../findings/journal/finding-name.js';
import type {Place} from './place.js';

/** Where errors are: a task on a source, or a source by itself. */
export type ErrorPlace = Extract<Place, {readonly kind: 'error'}>;

/** What is wrong with a task on a source, also where a source that may have it has not said so. */
const ofTaskOn = ({diagnosis}: DiagnosedView, task: string, source: string): readonly Finding[] => {
	const own = diagnosis.ofSubtask(task, source);
	const further = diagnosis
		.ofTask(task)
		.filter(finding => finding.task === undefined && finding.source === source && !own.includes(finding));
	return [...own, ...further];
};

/** The findings there, with or without an error of DM: first the one that the page was opened for, then worst first. */
export const findingsAt = (
	cluster: DiagnosedView,
	{task, source, of}: Omit<ErrorPlace, 'kind'>,
): readonly Finding[] => {
	const all =
		task === undefined
			? cluster.diagnosis.ofSource(source).filter(finding => finding.task === undefined)
			: ofTaskOn(cluster, task, source);
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
