/** Names by which a finding is recognised in the next view, and in the next run of dm-top. */
import type {Finding} from '../finding.js';

/** The name does not depend on the worker, which may change. */
export const nameOf = ({kind, task, source, worker, master}: Finding): string =>
	JSON.stringify([kind, task, source, master, task === undefined ? worker : undefined]);

/** The name with the worker: two workers can have the same finding. */
export const nameWithWorker = ({kind, task, source, worker, master}: Finding): string =>
	JSON.stringify([kind, task, source, worker, master]);

/** As much of a name as is compared, UTF-16 units: a thousand events keep theirs. */
const longestWithError = 1000;

/** The name with the error: another error at the same place has another name. */
export const nameWithError = (finding: Finding): string => {
	const {error, what} = finding;
	const ofError = error === undefined ? '' : ` ${error.code ?? ''} ${what}`;
	return `${nameOf(finding)}${ofError}`.slice(0, longestWithError);
};
