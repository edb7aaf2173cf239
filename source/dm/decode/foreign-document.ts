/** JSON from DM, or from something in front of it, that is not a status, and what to call it. */
import type {Phrase} from '../../language/text.js';
import {say} from '../../language/say.js';
import {parseErrorText} from '../errors/parsing/read.js';
import {
	describeValue,
	ForeignDocumentError,
	quote,
	statusDocument,
	StatusFormatError,
} from '../reading/status-format-error.js';
import type {Fields} from './fields.js';

const isOperation = (entry: unknown): boolean =>
	typeof entry === 'object' &&
	entry !== null &&
	'source' in entry &&
	typeof entry.source === 'string' &&
	!('sourceStatus' in entry) &&
	!('subTaskStatus' in entry);

/** The list of 1.0 names workers where later ones name sources. */
const isOldList = (tasks: unknown): boolean =>
	Array.isArray(tasks) &&
	tasks.some((task: unknown) => typeof task === 'object' && task !== null && 'workers' in task) &&
	tasks.every((task: unknown) => !(typeof task === 'object' && task !== null && 'sources' in task));

/** The answer to an operation also lists sources, but without their status. */
const isAnswer = (sources: unknown): boolean =>
	Array.isArray(sources) && sources.length > 0 && sources.every(entry => isOperation(entry));

/** Other documents, each recognised by a key. */
const others: ReadonlyArray<readonly [key: string, name: Phrase]> = [
	['dm-top', 'a recording of dm-top (dm-top --replay shows it)'],
	['sourceStatus', 'a part of a status: what one source answers'],
	['subTaskStatus', 'a part of a status: what one source answers'],
	['unresolvedDDLLockID', 'a part of a status: one subtask'],
	['masterBinlog', 'a part of a status: where a subtask is'],
	['taskName', 'a part of a list: one task'],
	['members', 'the list of members of the cluster'],
	['locks', 'the list of DDL locks'],
	['validators', 'the status of validation'],
	['tableStatuses', 'the status of validation'],
	['cfg', 'a configuration'],
	['cfgs', 'configurations of subtasks'],
	['checkResult', 'the answer to starting a task'],
];

/** A message in quotes; for DM's own errors only the sentence and its code. */
const messageOf = (value: unknown): string => {
	if (typeof value !== 'string') {
		return describeValue(value);
	}

	const error = parseErrorText(value);
	const sentence = error?.message === '' ? error.rawCause : error?.message;
	return error?.code === undefined || sentence === undefined
		? quote(value.trim())
		: say('{text} (DM error {code})', {text: quote(sentence), code: error.code});
};

/** OpenAPI's other lists under `data`, by a key that only their entries have. */
const lists: ReadonlyArray<readonly [key: string, name: Phrase]> = [
	['alive', "OpenAPI's list of masters"],
	['bound_stage', "OpenAPI's list of workers"],
	['host', "OpenAPI's list of sources"],
	['relay_status', "OpenAPI's status of a source"],
];

/** Describes an entry of `data` that is neither a task nor a subtask. */
export const describeEntry = (entry: unknown): string => {
	const name =
		typeof entry === 'object' && entry !== null
			? lists.find(([key]) => Object.hasOwn(entry, key))?.[1]
			: undefined;
	return name === undefined ? describeValue(entry) : say(name);
};

/** What an API of DM answers in place of a status when a call fails; undefined for any other document. */
const failureOf = (document: Fields): string | undefined => {
	const {value} = document;
	if (['sources', 'tasks', 'data', 'status_list'].some(key => document.has(key))) {
		return undefined;
	}

	if (document.has('error_msg') || document.has('error_code')) {
		return say('an error of OpenAPI: {said}', {said: messageOf(value['error_msg'])});
	}

	if (document.has('message') && document.has('code')) {
		const {code} = value;
		return say('an error of dm-master: {said} (gRPC code {code})', {
			said: messageOf(value['message']),
			code: typeof code === 'number' ? code : describeValue(code),
		});
	}

	return undefined;
};

/** Identifies the document; undefined when it may be a status. */
const recognise = (document: Fields): string | undefined => {
	const {value} = document;
	if (document.has('workers')) {
		return say('a status of DM 1.0 (`workers` at the top), which is not supported: DM 2.0 is the oldest');
	}

	if (isOldList(value['tasks'])) {
		return say('a list of DM 1.0 (`workers` of each task), which is not supported: DM 2.0 is the oldest');
	}

	if (document.has('tasks') && document.has('endpoint')) {
		return say('what `dm-top --once --json` prints, not what DM answers');
	}

	if (document.has('op') || isAnswer(value['sources'])) {
		return document.has('op')
			? say('the answer to an operation ({operation})', {operation: describeValue(value['op'])})
			: say('the answer to an operation');
	}

	if (
		document.has('sources') ||
		document.has('tasks') ||
		document.has('data') ||
		document.has('status_list')
	) {
		return undefined;
	}

	const other = others.find(([key]) => document.has(key));
	if (other !== undefined) {
		return say(other[1]);
	}

	if (document.has('result') && Array.isArray(value['error'])) {
		return say('the errors of validation');
	}

	// A refusal has only these fields, and an empty list may be left out.
	const isShort = Object.keys(value).every(key => key === 'result' || key === 'msg');
	if (isShort && value['result'] === true && document.text('msg') !== '') {
		return say('an answer without a status: {said}', {said: messageOf(value['msg'])});
	}

	if (document.has('result') && (isShort || value['result'] === false)) {
		return undefined;
	}

	return document.has('error')
		? say('an error: {said}', {said: messageOf(value['error'])})
		: describeValue(value);
};

/**
 * Does nothing for a status document.
 *
 * @throws {ForeignDocumentError} for any other.
 * @throws {StatusFormatError} for an answer that says that the call failed: it is newer than a status before it.
 */
export const refuseForeign = (document: Fields): void => {
	const failure = failureOf(document);
	if (failure !== undefined) {
		throw new StatusFormatError({expected: statusDocument(), found: failure, where: document.path});
	}

	const found = recognise(document);
	if (found !== undefined) {
		throw new ForeignDocumentError({expected: statusDocument(), found, where: document.path});
	}
};
