/** The entry point to reading DM's status, from text of any form. */
import {say, translated} from '../language/say.js';
import {answerOfList} from './decode/bare-list.js';
import {decodeDmctlList} from './decode/dmctl-list.js';
import {Fields, Findings} from './decode/fields.js';
import {describeEntry, refuseForeign} from './decode/foreign-document.js';
import {decodeOpenapiTasks, decodeOpenapiTaskStatus} from './decode/openapi.js';
import {decodeQueryStatus} from './decode/query-status.js';
import {unescapeDocument} from './reading/unwrapping/escaped-text.js';
import type {TextPlace} from './reading/json/place.js';
import {noDocument} from './reading/no-document.js';
import {
	readDocuments,
	type FoundDocument,
	type FoundDocuments,
	type Remains,
} from './reading/read-documents.js';
import {
	describeValue,
	ForeignDocumentError,
	quote,
	statusDocument,
	StatusFormatError,
} from './reading/status-format-error.js';
import {finish, type Steps} from './steps.js';
import type {ParsedStatus, SourceStatus} from './status.js';

const expectList = (document: Fields, key: string): void => {
	const value = document.member(key);
	if (value !== undefined && value !== null && !Array.isArray(value)) {
		throw new StatusFormatError({
			expected: say('a list of {name}', {name: key}),
			found: describeValue(value),
			where: `${document.path}.${key}`,
		});
	}
};

/** `total` counts the entries of `data`: whether some are missing. */
const isShort = (document: Fields): boolean => {
	const total = document.member('total');
	const {length} = document.list('data');
	if (typeof total !== 'number' || total <= length) {
		return false;
	}

	if (length === 0) {
		throw new StatusFormatError({
			expected: say('a list of {name}', {name: 'data'}),
			found: describeValue(document.member('data')),
			where: `${document.path}.data`,
		});
	}

	document.note('total', 'the number of entries in data');
	return true;
};

/** What is missing of a list is not gone: each source may have more, and so may one that is not in it. */
const inPart = (status: ParsedStatus): ParsedStatus => {
	const problem = say('the answer has fewer entries than it says');
	const nameless: SourceStatus = {source: '', worker: '', result: false, msg: '', problem, subtasks: []};
	return {
		...status,
		sources: [...status.sources, nameless].map(source => ({problem, ...source, isPartial: true})),
	};
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
			expected: say('a list of tasks or of subtasks'),
			found: describeEntry(first),
			where: `${document.path}.data[0]`,
		});
	}

	const isWhole = !isShort(document);
	const status =
		known === undefined || isTask(known)
			? decodeOpenapiTasks(document, list)
			: decodeOpenapiTaskStatus(document, list);
	return isWhole ? status : inPart(status);
};

function* decodeDocument(found: unknown, findings: Findings): Steps<ParsedStatus> {
	const value = Array.isArray(found) ? (answerOfList(found) ?? found) : found;
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new ForeignDocumentError({expected: statusDocument(), found: describeValue(value), where: '$'});
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

/** The same error, with the line in which the document begins. */
const inLine = (error: unknown, line: number): unknown => {
	if (!(error instanceof StatusFormatError) || !error.where.startsWith('$')) {
		return error;
	}

	return error instanceof ForeignDocumentError
		? new ForeignDocumentError({...error, line})
		: new StatusFormatError({...error, line});
};

function* decodeFound(document: FoundDocument, isExact: boolean): Steps<ParsedStatus> {
	const findings = new Findings();
	const {value, elisions} = yield* document.read(isExact);
	findings.omissions = elisions.map(({path, line, isRepeated = false}) => ({
		path,
		...(isRepeated
			? {
					message: say('it is there twice with different values, in line {line} again: it is not known', {
						line,
					}),
				}
			: {
					message: say('something was left out of the text here, in line {line}: it is not known', {line}),
					isElided: true,
				}),
	}));
	for (const omission of findings.omissions) {
		findings.notes.push(omission);
	}

	try {
		const status = yield* decodeDocument(value, findings);
		// Only documents with an unquoted number past 2^53 are read twice.
		return findings.inexact && !isExact ? yield* decodeFound(document, true) : status;
	} catch (error) {
		throw inLine(error, document.start.line);
	}
}

const partOfStatus = ({text, start: {line, column}}: Remains): StatusFormatError =>
	new StatusFormatError({
		expected: statusDocument(),
		found: say('a part of one, {text}', {text: quote(text)}),
		where: say('line {line}, column {column}', {line, column}),
		line,
		fix: translated('Give the whole answer, from its first { to its last }.'),
	});

/** JSON after a document means that the text is incomplete. */
const notTheEnd = ({text, start: {line, column}}: Remains): StatusFormatError =>
	new StatusFormatError({
		expected: say('the end of the document'),
		found: quote(text),
		where: say('line {line}, column {column}', {line, column}),
		line,
		fix: translated('Give one whole answer, from its first { to its last }.'),
	});

/** At most so many other documents may follow the last status. */
const mostForeign = 1000;

/**
 * The last document that is a status: people paste a list and then a task, or one run after the other.
 *
 * @yields Between two steps.
 */
function* decodeLast({documents, remains}: FoundDocuments): Steps<ParsedStatus> {
	const refusals: StatusFormatError[] = [];
	/** The first line of JSON behind the current document that belongs to none. */
	let rest: Remains | undefined;
	for (const document of documents.slice(-mostForeign).toReversed()) {
		rest = document.remains[0] ?? rest;
		if (document.part !== undefined) {
			rest = document.part;
			continue;
		}

		try {
			const status = yield* decodeFound(document, false);
			if (rest !== undefined) {
				throw notTheEnd(rest);
			}

			return status;
		} catch (error) {
			if (!(error instanceof ForeignDocumentError)) {
				// An answer begins at the margin; one that does not, and has JSON before it, is part of another
				// document.
				const isInside = remains.length > 0 && document.start.column > 1 && refusals.length === 0;
				throw isInside ? partOfStatus(remains[0]!) : error;
			}

			refusals.push(error);
		}
	}

	const part = remains[0] ?? rest;
	throw part === undefined ? refusals[0]! : partOfStatus(part);
}

const recording = '{"dm-top":"recording"';

function* decodeText(text: string, start?: TextPlace): Steps<ParsedStatus> {
	const found = yield* readDocuments(text, start);
	// The first line identifies a recording.
	return yield* decodeLast(
		text.trimStart().startsWith(recording) ? {documents: found.documents.slice(0, 1), remains: []} : found,
	);
}

/**
 * The same as `parseStatusDocument`, step by step. In text that was taken from a stream, places are counted from `start`.
 *
 * @yields Between two steps.
 */
export function* parseStatusSteps(text: string, start?: TextPlace): Steps<ParsedStatus> {
	try {
		return yield* decodeText(text, start);
	} catch (error) {
		const unescaped = unescapeDocument(text);
		if (unescaped !== undefined) {
			try {
				return yield* decodeText(unescaped, start);
			} catch {
				// What is wrong is told of the text as it is.
			}
		}

		throw text.trimStart().startsWith('<') ? noDocument(text) : error;
	}
}

/**
 * What a status document of DM says: `query-status` of dmctl with and without a task, /apis/v1alpha1/status/, and
 * OpenAPI's `tasks?with_status=true` and `tasks/{name}/status`, of DM 2.0 to the newest, also with pasted comments,
 * prompts and code fences around it. A part that cannot be read is named in `notes`, and in the `problem` of its source
 * or subtask; the rest is returned.
 *
 * @throws {StatusFormatError} when the text is none of these: incomplete, another answer of DM, a page of a proxy, …
 */
export const parseStatusDocument = (text: string): ParsedStatus => finish(parseStatusSteps(text));
