/**
 * The public API of dm-top: reading DM's status from a script, and what a provider module is written against.
 */
import {parseStatusSteps} from './dm/parse-status.js';
import type {Status} from './dm/status.js';
import {finish, type Steps} from './dm/steps.js';
import {withTasks} from './dm/derived/tasks.js';
import {inSlices} from './providers/slices.js';

function* readStatus(text: string): Steps<Status> {
	return yield* withTasks(yield* parseStatusSteps(text));
}

/**
 * What a status document of DM says, and its tasks: `query-status` of dmctl with and without a task,
 * /apis/v1alpha1/status/, and OpenAPI's `tasks?with_status=true` and `tasks/{name}/status`, of DM 2.0 to the newest,
 * also with pasted comments, prompts and code fences around it. A part that cannot be read is named in `notes`, and in
 * the `problem` of its source or subtask; the rest is returned.
 *
 * @throws {StatusFormatError} when the text is none of these: incomplete, another answer of DM, a page of a proxy, …
 */
export const parseStatus = (text: string): Status => finish(readStatus(text));

/**
 * The same as `parseStatus`, for texts of megabytes: other work can run in between.
 *
 * @throws {StatusFormatError} As `parseStatus` does, by rejecting.
 */
export const parseStatusInSlices = async (text: string): Promise<Status> => inSlices(readStatus(text));

export {taskStatus} from './dm/derived/task-status.js';
export * from './dm/status.js';
export type * from './providers/provider.js';
export type * from './providers/operation.js';
export {operationKinds} from './providers/operation.js';
export type * from './providers/readers.js';

export {StatusFormatError} from './dm/reading/status-format-error.js';
