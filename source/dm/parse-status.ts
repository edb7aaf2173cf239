/** The one entry to reading DM's status: from a text of whatever form to what it says. */
import {decodeDmctlList} from './decode/dmctl-list.js';
import {Fields, Findings} from './decode/fields.js';
import {describeEntry, refuseForeign} from './decode/foreign-document.js';
import {decodeOpenapiTasks, decodeOpenapiTaskStatus} from './decode/openapi.js';
import {decodeQueryStatus} from './decode/query-status.js';
import {readDocument} from './decode/read-document.js';
import {describe, statusDocument, StatusFormatError} from './decode/status-format-error.js';
import {finish, type Steps} from './steps.js';
import type {ParsedStatus} from './status.js';

export {StatusFormatError} from './decode/status-format-error.js';

const expectList = (document: Fields, key: string): void => {
	const value = document.value[key];
	if (value !== undefined && value !== null && !Array.isArray(value)) {
		throw new StatusFormatError({
			expected: `a list of ${key}`,
			found: describe(value),
			where: `${document.path}.${key}`,
		});
	}
};

/** `data` is tasks or subtasks: the first entry that is either decides. */
const decodeOpenapi = (document: Fields): ParsedStatus => {
	const list = document.objects('data');
	const isTask = (entry: Fields): boolean =>
		entry.has('name') && ['status_list', 'source_config', 'task_mode'].some(key => entry.has(key));
	const isSubtask = (entry: Fields): boolean => entry.has('source_name') && entry.has('stage');
	const known = list.find(entry => isTask(entry) || isSubtask(entry));
	const [first] = document.list('data');
	if (known === undefined && first !== undefined) {
		throw new StatusFormatError({
			expected: 'a list of tasks or of subtasks',
			found: describeEntry(first),
			where: `${document.path}.data[0]`,
		});
	}

	return known === undefined || isTask(known)
		? decodeOpenapiTasks(document, list)
		: decodeOpenapiTaskStatus(document, list);
};

function* decodeDocument(value: unknown, findings: Findings): Steps<ParsedStatus> {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new StatusFormatError({expected: statusDocument, found: describe(value), where: '$'});
	}

	const document = new Fields({...value}, '$', findings);
	refuseForeign(document);
	for (const key of ['tasks', 'sources', 'data']) {
		expectList(document, key);
	}

	if (document.has('tasks')) {
		return decodeDmctlList(document);
	}

	if (document.has('sources') || document.has('result')) {
		return yield* decodeQueryStatus(document);
	}

	return document.has('status_list') ? decodeOpenapiTasks(document, [document]) : decodeOpenapi(document);
}

/**
 * The same as `parseStatus`, step by step.
 *
 * @yields Between two steps.
 */
export function* parseStatusSteps(text: string): Steps<ParsedStatus> {
	const findings = new Findings();
	const value = readDocument(text);
	yield;
	const status = yield* decodeDocument(value, findings);
	// Reading once more costs only those documents that hold a number past 2^53 without quotes.
	return findings.inexact ? yield* decodeDocument(readDocument(text, true), new Findings()) : status;
}

/**
 * What a status document of DM says: `query-status` of dmctl with and without a task, /apis/v1alpha1/status/, and
 * OpenAPI's `tasks?with_status=true` and `tasks/{name}/status`, of DM 2.0 to the newest, also with the remarks, prompts
 * and fences around it that people paste along. A part that cannot be read is named in `notes`, and in the `problem` of
 * the source or subtask it belongs to; the rest is there.
 *
 * @throws {StatusFormatError} when the text is none of these: broken off, another answer of DM, a page of a proxy, …
 */
export const parseStatus = (text: string): ParsedStatus => finish(parseStatusSteps(text));
