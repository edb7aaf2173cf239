/** JSON that comes from DM, or from something in front of it, but is no status: each with its own words. */
import type {Fields} from './fields.js';
import {describe, quote, statusDocument, StatusFormatError} from './status-format-error.js';

const isOperation = (entry: unknown): boolean =>
	typeof entry === 'object' &&
	entry !== null &&
	'source' in entry &&
	typeof entry.source === 'string' &&
	!('sourceStatus' in entry) &&
	!('subTaskStatus' in entry);

/** The answer to an operation lists sources too, but with nothing of their status. */
const isAnswer = (sources: unknown): boolean =>
	Array.isArray(sources) && sources.length > 0 && sources.every(entry => isOperation(entry));

/** The other answers that come with `result` and `msg`, by the key that tells them. */
const answers: ReadonlyArray<readonly [key: string, name: string]> = [
	['members', 'the list of members of the cluster'],
	['locks', 'the list of DDL locks'],
	['validators', 'the status of validation'],
	['cfg', 'a configuration'],
	['cfgs', 'configurations of subtasks'],
	['checkResult', 'the answer to starting a task'],
];

const textOf = (value: unknown): string =>
	typeof value === 'string' ? quote(value.trim()) : describe(value);

/** OpenAPI's other lists under `data`, by a key that only their entries have. */
const lists: ReadonlyArray<readonly [key: string, name: string]> = [
	['alive', "OpenAPI's list of masters"],
	['bound_stage', "OpenAPI's list of workers"],
	['host', "OpenAPI's list of sources"],
	['relay_status', "OpenAPI's status of a source"],
];

/** What an entry of `data` is that is neither a task nor a subtask. */
export const describeEntry = (entry: unknown): string =>
	(typeof entry === 'object' && entry !== null
		? lists.find(([key]) => Object.hasOwn(entry, key))?.[1]
		: undefined) ?? describe(entry);

/** What the document is; undefined when it may be a status. */
const recognise = (document: Fields): string | undefined => {
	if (document.has('workers')) {
		return 'a status of DM 1.0 (`workers` at the top), which is not supported: DM 2.0 is the oldest';
	}

	const {value} = document;
	if (document.has('op') || isAnswer(value['sources'])) {
		return `the answer to an operation${document.has('op') ? ` (${describe(value['op'])})` : ''}`;
	}

	if (
		document.has('sources') ||
		document.has('tasks') ||
		document.has('data') ||
		document.has('status_list')
	) {
		return undefined;
	}

	const other = answers.find(([key]) => document.has(key));
	if (other !== undefined) {
		return other[1];
	}

	if (document.has('result')) {
		return undefined;
	}

	if (document.has('error_msg') || document.has('error_code')) {
		return `an error of OpenAPI: ${textOf(value['error_msg'])} (error_code ${String(value['error_code'])})`;
	}

	if (document.has('message') && document.has('code')) {
		return `an error of dm-master: ${textOf(value['message'])} (code ${String(value['code'])})`;
	}

	return document.has('error') ? `an error: ${textOf(value['error'])}` : describe(value);
};

/**
 * Lets a status document pass.
 *
 * @throws {StatusFormatError} for any other.
 */
export const refuseForeign = (document: Fields): void => {
	const found = recognise(document);
	if (found !== undefined) {
		throw new StatusFormatError({expected: statusDocument, found, where: document.path});
	}
};
