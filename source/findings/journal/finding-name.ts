/** What a finding is called from one view to the next, and from one run of dm-top to the next. */
import type {Finding} from '../finding.js';

/** A name that the finding keeps in the next view, even when its worker has changed. */
export const nameOf = ({kind, task, source, worker, master}: Finding): string =>
	JSON.stringify([kind, task, source, master, task === undefined ? worker : undefined]);

/** The same with its worker: of two workers each has its own. */
export const nameWithWorker = ({kind, task, source, worker, master}: Finding): string =>
	JSON.stringify([kind, task, source, worker, master]);

/** The name with its error: another error at the same place is another name. */
export const nameWithError = (finding: Finding): string =>
	finding.error === undefined
		? nameOf(finding)
		: `${nameOf(finding)} ${finding.error.code ?? ''} ${finding.what}`;
