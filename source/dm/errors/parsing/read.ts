/**
 * Reads errors from any text: DM's `[code=36067:class=sync-unit:scope=internal:level=high], Message: ..., RawCause:
 * ..., Workaround: ...`, OpenAPI's list of them, the protobuf text that a dm-master puts into an answer, JSON of any of
 * DM's forms, or a part of it, and plain words.
 */
import type {ProcessError} from '../../status.js';
import {isObject} from '../../values/json-object.js';
import {isUncoded} from './uncoded.js';

const header =
	/^\[code=(?<code>\d{1,9}):class=(?<class>[^\]]{0,60}):scope=(?<scope>[^\]]{0,60}):level=(?<level>[^\]]{0,60})\]/v;

const headerWithin = /\[code=\d{1,9}:class=/v;

/** The text before and after the first `separator`, or the last one. */
const cut = (text: string, separator: string, from: 'first' | 'last'): readonly [string, string] => {
	const index = from === 'first' ? text.indexOf(separator) : text.lastIndexOf(separator);
	return index === -1 ? [text, ''] : [text.slice(0, index), text.slice(index + separator.length)];
};

/**
 * One error from its text, as DM's terror.Error.Error() writes it; undefined when the text does not begin with
 * `[code=...]`. Parts that DM leaves out are ''.
 */
export const parseErrorText = (text: string): ProcessError | undefined => {
	const match = header.exec(text);
	if (match?.groups === undefined) {
		return undefined;
	}

	const {code, class: errorClass, scope, level} = match.groups;
	// Every part begins with a comma, also the first one, right after the header.
	const [before, workaround] = cut(text.slice(match[0].length), ', Workaround: ', 'last');
	const [message, rawCause] = cut(before, ', RawCause: ', 'first');
	return {
		code: Number(code),
		class: errorClass ?? '',
		scope: scope ?? '',
		level: level ?? '',
		message: message.startsWith(', Message: ') ? message.slice(', Message: '.length) : message,
		rawCause,
		workaround,
	};
};

/** An error of which only the message is known. */
export const plainError = (message: string): ProcessError => ({
	class: '',
	scope: '',
	level: '',
	message,
	rawCause: '',
	workaround: '',
});

/**
 * OpenAPI's `error_msg` of a subtask: errors that each end with a full stop and a line break
 * (dm/master/openapi_controller.go). Text of any other form is one error with only a message.
 */
export const parseErrorList = (text: string): readonly ProcessError[] => {
	const whole = text.endsWith('.\n') ? text.slice(0, -1) : text;
	return whole
		.split(/\n(?=\[code=\d+:class=)/v)
		.map(part => (text.endsWith('.\n') && part.endsWith('.') ? part.slice(0, -1) : part))
		.map(part => parseErrorText(part) ?? plainError(part.trim()));
};

/** A field of pb.ProcessError: as protobuf's text (`ErrCode:10006 Message:"..."`) or as JSON (`"ErrCode": 10006,`). */
const field =
	/"?\b(?<key>ErrCode|ErrClass|ErrScope|ErrLevel|Message|RawCause|Workaround|Type|msg)"?\s{0,4}:\s{0,4}(?:(?<number>\d{1,9})|"(?<text>(?:[^"\\]|\\.)*)")/gv;

const unescaped: ReadonlyMap<string, string> = new Map([
	['n', '\n'],
	['t', '\t'],
	['r', '\r'],
]);

/** A quoted string without its quotes and escapes. */
const unquote = (text: string): string =>
	text.replaceAll(/\\(?:u(?<hex>[\da-f]{4})|(?<letter>.))/gisv, (_, hex?: string, letter = '') =>
		hex === undefined
			? (unescaped.get(String(letter)) ?? String(letter))
			: String.fromCodePoint(Number.parseInt(hex, 16)),
	);

/** Errors from fields anywhere in the text. A field that occurs again begins another error. */
const parseFields = (text: string): readonly ProcessError[] => {
	const found: Array<Map<string, string>> = [];
	for (const {groups} of text.matchAll(field)) {
		const key = groups?.['key'] ?? '';
		const current = found.at(-1);
		const own =
			current === undefined || current.has(key) || key === 'ErrCode' ? new Map<string, string>() : current;
		if (own !== current) {
			found.push(own);
		}

		own.set(key, groups?.['number'] ?? unquote(groups?.['text'] ?? ''));
	}

	return found
		.map(own => {
			const valueOf = (key: string) => own.get(key) ?? '';
			const code = valueOf('ErrCode');
			const type = valueOf('Type');
			return {
				...(code !== '' && {code: Number(code)}),
				class: valueOf('ErrClass'),
				scope: valueOf('ErrScope'),
				level: valueOf('ErrLevel'),
				message: valueOf('Message') === '' ? valueOf('msg') : valueOf('Message'),
				rawCause: valueOf('RawCause'),
				workaround: valueOf('Workaround'),
				...(type !== '' && {type}),
			};
		})
		.filter(({code, message}) => code !== undefined || message !== '');
};

/** Names of JSON strings that hold an error: those of OpenAPI, the gateway, gRPC and DM. */
const textKeys: ReadonlySet<string> = new Set([
	'error_msg',
	'message',
	'msg',
	'error',
	'conflictMsg',
	'conflict_msg',
]);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const fromObject = (value: Readonly<Record<string, unknown>>): ProcessError | undefined => {
	const own = new Map(Object.entries(value));
	const code = own.get('ErrCode');
	const type = own.get('Type');
	if (code === undefined && typeof type !== 'string') {
		return undefined;
	}

	return {
		...(typeof code === 'number' && {code}),
		class: textOf(own.get('ErrClass')),
		scope: textOf(own.get('ErrScope')),
		level: textOf(own.get('ErrLevel')),
		message: textOf(own.get('Message') ?? own.get('msg')),
		rawCause: textOf(own.get('RawCause')),
		workaround: textOf(own.get('Workaround')),
		...(typeof type === 'string' && {type}),
	};
};

/** All errors within a JSON value, in their order. */
const fromJson = (value: unknown): readonly ProcessError[] => {
	if (Array.isArray(value)) {
		return value.flatMap(part => fromJson(part));
	}

	if (!isObject(value)) {
		return [];
	}

	const own = fromObject(value);
	if (own) {
		return [own];
	}

	return Object.entries(value).flatMap(([key, part]) =>
		typeof part === 'string'
			? textKeys.has(key) && part.trim() !== '' && part !== 'no sub task started'
				? parseErrorList(part)
				: []
			: fromJson(part),
	);
};

const parseJson = (text: string): unknown => {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
};

/** DM's text quoted by a log or a shell, with the quotes in it escaped. */
const withinLine = (text: string): string => {
	const begin = text.indexOf('[code=');
	const quote = text[begin - 1];
	const rest = text.slice(begin);
	if (quote !== '"') {
		return rest;
	}

	const end = /(?<!\\)"/v.exec(rest)?.index;
	return unquote(end === undefined ? rest : rest.slice(0, end));
};

/** An answer as `curl -i` prints it, without the headers of HTTP. */
const withoutHeaders = (text: string): string =>
	/^HTTP\/\d/v.test(text) ? text.replace(/^.*?\r?\n\r?\n/sv, '').trimStart() : text;

/**
 * The errors in text of any form: never empty unless the text is blank. Text of no known form is one error with that
 * message.
 */
export const readErrors = (text: string): readonly ProcessError[] => {
	const trimmed = withoutHeaders(text.trim());
	if (trimmed === '') {
		return [];
	}

	if (/^["\[\{]/v.test(trimmed) && !header.test(trimmed)) {
		const found = fromJson(parseJson(trimmed));
		if (found.length > 0) {
			return found;
		}
	}

	if (header.test(trimmed)) {
		// Several that each end with a full stop and a line break are OpenAPI's list; a single one keeps its full stop.
		const isList = text.endsWith('.\n') && /\n\[code=\d+:class=/v.test(trimmed);
		return parseErrorList(isList ? text.trimStart() : trimmed);
	}

	const fields = /\bErrCode\b|"Type"/v.test(trimmed) ? parseFields(trimmed) : [];
	if (fields.length > 0) {
		return fields;
	}

	return headerWithin.test(trimmed) ? parseErrorList(withinLine(trimmed)) : [plainError(trimmed)];
};

/** What a dm-master writes around errors of a dm-worker. */
const wrapping = new Set([38_032]);

/**
 * The errors within one: those of the worker that a dm-master answers with (`some error occurs in dm-worker:
 * ErrCode:10006 ...`), and those in the text of one without a code of its own. [] where it is one by itself.
 */
export const innerErrors = ({code, message, rawCause}: ProcessError): readonly ProcessError[] => {
	if (rawCause !== '') {
		return [];
	}

	return wrapping.has(code ?? 0)
		? parseFields(message).filter(inner => inner.message !== '' || inner.rawCause !== '')
		: isUncoded(code) && headerWithin.test(message)
			? readErrors(message).filter(inner => !isUncoded(inner.code))
			: [];
};
