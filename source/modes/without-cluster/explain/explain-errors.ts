/**
 * Errors explained as plain text: a code of DM, an error number of MySQL or TiDB, the name of an entry, or a whole
 * text.
 */
import {withoutSecrets} from '../../../dm/secrets/without-secrets.js';
import {say, translated} from '../../../language/say.js';
import {span} from '../../../components/line.js';
import {wrapLine} from '../../../components/wrap.js';
import {type DmCode, dmCode} from '../../../dm/errors/codes/code-list.js';
import type {ErrorEntry} from '../../../dm/errors/entry.js';
import {explainEntry, explainError} from '../../../dm/errors/explain.js';
import {findEntriesByNumber, findEntry, findEntryById} from '../../../dm/errors/matching.js';
import {type PageField, entryFields, errorFields} from '../../../dm/errors/page.js';
import {innerErrors, readErrors} from '../../../dm/errors/parsing/read.js';
import {foldErrors} from '../../../dm/errors/several.js';
import {kindWords} from '../../../operations/kinds.js';
import type {OperationKind} from '../../../providers/operation.js';
import {sanitize} from '../../../terminal/sanitize.js';
import {padTo} from '../../../terminal/width.js';

/** The width of labels. */
const labelWidth = 14;

const nameOf = (kind: OperationKind): string => say(kindWords[kind].action);

const wrapped = (text: string, width: number): readonly string[] => {
	const begin = /^\s*/v.exec(text)?.[0].length ?? 0;
	return wrapLine([span(text)], width, begin).map(line =>
		line
			.map(piece => piece.text)
			.join('')
			.trimEnd(),
	);
};

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

/** Whether anything is known about a text: a single unknown word is not an error. */
const isKnown = (text: string): boolean =>
	/\s/v.test(text.trim()) || readErrors(text).some(error => error.code !== undefined || findEntry(error));

/** The errors in the text, each with its page. */
const textsExplained = (text: string, width: number): string | undefined => {
	if (!isKnown(text)) {
		return undefined;
	}

	// The page is made to be pasted into a ticket.
	const errors = withoutSecrets(readErrors(text)).flatMap(error => {
		const inner = innerErrors(error);
		return inner.length > 0 ? inner : [error];
	});
	const folded = foldErrors(errors);
	return folded
		.map((one, index) => {
			const explained = explainError(one.error);
			const heading = [
				folded.length > 1 ? say('{index} of {count}', {index: index + 1, count: folded.length}) : '',
				explained.id === '' ? say('dm-top does not know this error') : explained.id,
			]
				.filter(part => part !== '')
				.join(': ');
			return `${heading}\n\n${pageText(errorFields(explained, one, nameOf), width)}`;
		})
		.join('\n\n');
};

const onlyNumber = /^(?:\[?code=|dm |error |err )?(?<number>\d{3,5})\]?$/iv;

/** Explains `subject`, as text of several lines without escape sequences; undefined for an unknown error. */
export const explainAsText = (subject: string, width: number): string | undefined => {
	const trimmed = subject.trim();
	const entry = findEntryById(trimmed);
	if (entry) {
		return entryText(entry, width);
	}

	const number = onlyNumber.exec(trimmed)?.groups?.['number'];
	const text = number === undefined ? textsExplained(trimmed, width) : numberText(Number(number), width);
	return text
		?.split('\n')
		.map(line => sanitize(line))
		.join('\n');
};
