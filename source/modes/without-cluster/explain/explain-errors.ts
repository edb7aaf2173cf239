/**
 * Errors explained as plain text: a code of DM, an error number of MySQL or TiDB, the name of an entry, or a whole
 * text.
 */
import {withoutSecrets} from '../../../dm/secrets/without-secrets.js';
import {say, translated} from '../../../language/say.js';
import {type DmCode, dmCode} from '../../../dm/errors/codes/code-list.js';
import type {ErrorEntry} from '../../../dm/errors/entry.js';
import {codeOfMessage} from '../../../dm/errors/codes/code-of-message.js';
import {explainEntry, explainError} from '../../../dm/errors/explaining/explain.js';
import type {ErrorOwner} from '../../../dm/errors/owner.js';
import {findEntriesByNumber, findEntry, findEntryById} from '../../../dm/errors/matching/find-entry.js';
import {type PageField, entryFields, errorFields} from '../../../dm/errors/explaining/page.js';
import {innerErrors, readErrors} from '../../../dm/errors/parsing/read.js';
import {foldErrors, kindOf} from '../../../dm/errors/several.js';
import {type OwnedError, errorsOfStatus} from '../../../dm/errors/of-status.js';
import {isUncoded} from '../../../dm/errors/parsing/uncoded.js';
import {parseStatusDocument} from '../../../dm/parse-status.js';
import type {ParsedStatus, ProcessError} from '../../../dm/status.js';
import {kindWords} from '../../../operations/kinds.js';
import type {OperationKind} from '../../../providers/operation.js';
import {sanitize} from '../../../terminal/sanitize.js';
import {padTo} from '../../../terminal/width.js';
import {wrapped} from './wrapped.js';

/** The page of what was asked; `nothing` says why an answer of DM has none; undefined for an unknown error. */
export type Explained = {readonly page: string} | {readonly nothing: string} | undefined;

/** The width of labels. */
const labelWidth = 14;

const nameOf = (kind: OperationKind): string => say(kindWords[kind].action);

const fieldText = ({label, lines}: PageField, width: number): readonly string[] =>
	lines
		.filter(line => line !== '')
		.flatMap(line => wrapped(line, Math.max(20, width - labelWidth)))
		.map((line, index) => `${padTo(index === 0 ? label : '', labelWidth)}${line}`);

const pageText = (fields: readonly PageField[], width: number): string =>
	fields.flatMap(field => fieldText(field, width)).join('\n');

const codeFields = ({class: group, scope, level, message, workaround}: DmCode): readonly PageField[] => [
	{
		label: say('class'),
		lines: [[group, say('{scope} scope', {scope}), say('{level} level', {level})].join(say(', '))],
	},
	{label: say('message'), lines: [message === '' ? say('made where it is raised') : message]},
	{label: say("DM's advice"), lines: [workaround]},
];

const entryText = (entry: ErrorEntry, width: number): string =>
	`${entry.id}\n\n${pageText(entryFields(explainEntry(entry), nameOf), width)}`;

/** A number: DM's own message for its code, the entry that is about it, and others that list it. */
const numberText = (number: number, width: number): string | undefined => {
	const code = dmCode(number);
	const [first, ...others] = findEntriesByNumber(number);
	if (!code && !first) {
		return undefined;
	}

	return [
		code
			? `${say('DM error {number}', {number})}\n\n${pageText(codeFields(code), width)}`
			: say('Error {number} of MySQL or TiDB', {number}),
		first ? entryText(first, width) : '',
		others.length === 0
			? ''
			: [
					say(
						'{number} comes with other reasons too. dm-top explain NAME explains each; the full text of an error finds the right one.',
						{number},
					),
					...others.map(({id, what}) => `  ${id.padEnd(28)} ${translated(what)}`),
				].join('\n'),
	]
		.filter(part => part !== '')
		.join('\n\n');
};

/** Whether dm-top knows nothing about an error, which has no code either. */
const isUnknown = (error: ProcessError): boolean => isUncoded(error.code) && findEntry(error) === undefined;

/** An error that came as plain text, with the code of its message where dm-top knows nothing about the text alone. */
const withCode = (error: ProcessError): ProcessError => {
	const known = isUnknown(error) ? codeOfMessage(error.message) : undefined;
	if (known === undefined) {
		return error;
	}

	const {code, class: group, scope, level, workaround} = known;
	return {...error, code, class: group, scope, level, workaround};
};

/** Whether anything is known about a text: a single unknown word is not an error. */
const isKnown = (text: string): boolean =>
	/\s/v.test(text.trim()) || readErrors(text).some(error => error.code !== undefined || findEntry(error));

/** The status in a text; undefined where it is something else. */
const statusIn = (text: string): ParsedStatus | undefined => {
	try {
		return parseStatusDocument(text);
	} catch {
		return undefined;
	}
};

/** Why an answer of DM has nothing to be explained. Lists of tasks, also those of DM 1.0, have `taskStatus`. */
const noErrorIn = (text: string): string =>
	/"taskStatus"\s*:\s*"Error\b/v.test(text)
		? say('A list of tasks does not say which errors they have: paste the answer to query-status TASK.')
		: say('This answer of DM has no error in it. dm-top --once --file FILE shows what it says.');

const ownedErrors = (text: string, status: ParsedStatus | undefined): readonly OwnedError[] =>
	(status ? errorsOfStatus(status) : readErrors(text).map(error => ({error, owner: {}}))).flatMap(
		({error, owner}) => {
			const inner = innerErrors(error);
			return (inner.length > 0 ? inner : [error]).map(one => ({error: withCode(one), owner}));
		},
	);

/** "payments on mysql-01 (worker-2)"; '' where it is not known. */
const ownerText = ({task, source = '', worker = '', isOfRelay = false}: ErrorOwner): string => {
	const place =
		task === undefined
			? isOfRelay
				? say('the relay of {worker}', {worker: source})
				: source
			: say('{task} on {source}', {task, source});
	return place === '' || worker === '' ? place : `${place} (${worker})`;
};

/** So many places of an error that occurs more often are named. */
const mostOwners = 10;

const ownerField = (owners: readonly ErrorOwner[]): PageField => {
	const places = [...new Set(owners.map(owner => ownerText(owner)))].filter(place => place !== '');
	const more = places.length - mostOwners;
	return {
		label: say('found in'),
		lines: [
			[...places.slice(0, mostOwners), ...(more > 0 ? [say('{more} more', {more})] : [])].join(say(', ')),
		],
	};
};

/** The errors in the text, each with its page; `nothing` where an answer of DM has none. */
const textsExplained = (text: string, width: number): Explained => {
	if (!isKnown(text)) {
		return undefined;
	}

	const status = statusIn(text);
	// The page is made to be pasted into a ticket.
	const found = withoutSecrets(ownedErrors(text, status));
	const [only] = found;
	if (
		only === undefined ||
		(found.length === 1 && /^[\[\{]/v.test(only.error.message) && isUnknown(only.error))
	) {
		return {nothing: noErrorIn(text)};
	}

	const folded = foldErrors(found.map(({error}) => error));
	const pages = folded.map((one, index) => {
		const kind = kindOf(one.error);
		const owners = found.filter(({error}) => kindOf(error) === kind).map(({owner}) => owner);
		const explained = explainError(one.error, owners[0]);
		const isBare = isUnknown(one.error) && status === undefined;
		const heading = [
			folded.length > 1 ? say('{index} of {count}', {index: index + 1, count: folded.length}) : '',
			explained.id === '' ? say('dm-top does not know this error') : explained.id,
		]
			.filter(part => part !== '')
			.join(': ');
		const [what, why, ...rest] = errorFields(
			// The text may be anything: it does not say whether DM retries.
			isBare ? {...explained, retriesText: ''} : explained,
			one,
			nameOf,
		);
		const fields = [what, why, ownerField(owners), ...rest].filter(field => field !== undefined);
		return `${heading}\n\n${pageText(fields, width)}`;
	});
	return {page: pages.join('\n\n')};
};

/** A number as it is written or pasted: "36069", "code=36069", "[code=36069:", "DM-36069", "Error 1236,". */
const onlyNumber = /^[#\(\[]?(?:(?:code|dm|error|err)[\s\-:=]*)?(?<number>\d{3,5})[\),.:;\]]*$/iv;

const harmless = (text: string): string =>
	text
		.split('\n')
		.map(line => sanitize(line))
		.join('\n');

/** The pages of several numbers; undefined where one of them is unknown. */
const numbersExplained = (numbers: readonly string[], width: number): Explained => {
	const pages = numbers.map(number => numberText(Number(number), width));
	return pages.includes(undefined) ? undefined : {page: harmless(pages.join('\n\n'))};
};

/** Explains `subject`, as text of several lines without escape sequences; undefined for an unknown error. */
export const explainAsText = (subject: string, width: number): Explained => {
	const trimmed = subject.trim();
	const entry = findEntryById(trimmed.toLowerCase());
	if (entry) {
		return {page: entryText(entry, width)};
	}

	const numbers = trimmed.split(/[\s,;]+/v).filter(word => word !== '');
	if (numbers.length > 1 && numbers.every(word => /^\d{3,5}$/v.test(word))) {
		return numbersExplained(numbers, width);
	}

	const number = onlyNumber.exec(trimmed)?.groups?.['number'];
	if (number === undefined) {
		const explained = textsExplained(trimmed, width);
		return explained && 'page' in explained ? {page: harmless(explained.page)} : explained;
	}

	return numbersExplained([number], width);
};
