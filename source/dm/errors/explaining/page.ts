/** The page of an error, as plain text in labelled fields: for the screens, `dm-top explain` and docs/errors.md alike. */
import {say, translated} from '../../../language/say.js';
import type {OperationKind} from '../../../providers/operation.js';
import type {ProcessError} from '../../status.js';
import type {FoldedError} from '../several.js';
import {foldStatement} from '../parsing/statement.js';
import type {ErrorExplanation} from './explain.js';

/** A label with its lines; empty fields are left out. */
export type PageField = {
	readonly label: string;
	readonly lines: readonly string[];
	/** Highlighted: what readers look for first. */
	readonly weight?: 'main' | 'warning' | 'quiet';
};

/** Only so many lines of a statement are shown; DM's message below has all of it. */
const statementLines = 12;

const numbered = (steps: readonly string[]): readonly string[] =>
	steps.length < 2 ? steps : steps.map((step, index) => `${index + 1}. ${step}`);

const classText = ({code, class: group, scope, level, type = ''}: ProcessError): string =>
	[
		code === undefined ? '' : say('code {code}', {code}),
		group,
		scope === '' ? '' : say('{scope} scope', {scope}),
		level === '' ? '' : say('{level} level', {level}),
		type,
	]
		.filter(part => part !== '')
		.join(say(', '));

const statementText = (statement: string): readonly string[] => {
	const {lines, more} = foldStatement(statement, statementLines);
	return more === 0
		? lines
		: [...lines, say('({more} more {more|line|lines}; the full statement is in the message below)', {more})];
};

const tableName = ({schema, table, target}: ErrorExplanation['parts']): string =>
	[schema, table].filter(name => name !== '').join('.') + (target === '' ? '' : ` -> ${target}`);

const placeFields = ({parts}: ErrorExplanation): readonly PageField[] => [
	{label: say('position'), lines: [parts.position]},
	{label: say('until'), lines: [parts.end === parts.position ? '' : parts.end]},
	{label: say('GTID set'), lines: [parts.gtidSet]},
	{label: say('table'), lines: [tableName(parts)]},
	{label: say('side'), lines: [parts.side === undefined ? '' : translated(parts.side)]},
	{label: say('address'), lines: [parts.address]},
	{label: say('statement'), lines: statementText(parts.statement)},
];

/** The word for an operation on the screens, such as "Skip". */
type NameOf = (kind: OperationKind) => string;

/** The operations in words; those that the advice warns of come last, and say so. */
const operationsText = ({operations, warnsOf}: ErrorExplanation, nameOf: NameOf): string =>
	[
		...operations.filter(kind => !warnsOf.includes(kind)).map(kind => nameOf(kind)),
		...operations
			.filter(kind => warnsOf.includes(kind))
			.map(kind => say('{name} (mind what not to do)', {name: nameOf(kind)})),
	].join(say(', '));

/** The fields that every error has. */
const adviceFields = (explained: ErrorExplanation, nameOf: NameOf): readonly PageField[] => [
	{label: say('usual cause'), lines: [explained.cause]},
	{
		label: say('how to check'),
		lines: explained.check.flatMap(({on, run, tells}) => [
			say('{names}: {text}', {names: translated(on), text: run}),
			`  ${tells}`,
		]),
	},
	{label: say('what to do'), lines: numbered(explained.steps), weight: 'main'},
	{label: say('do not'), lines: explained.dont, weight: 'warning'},
	{label: say('retries'), lines: [explained.retriesText]},
	{label: say('in dm-top'), lines: [operationsText(explained, nameOf)]},
	{label: say('more'), lines: [explained.page], weight: 'quiet'},
];

const isSaid = ({lines}: PageField): boolean => lines.some(line => line !== '');

/** What a text ends with that DM or a script has cut, and what only dm-top and terminals put in place of the rest. */
const cutEnd = /\.{3}["'\)\]]{0,2}$|…/v;

/** Whether the text that tells the reason is cut. */
const isCut = ({message, rawCause}: ProcessError): boolean =>
	cutEnd.test((rawCause === '' ? message : rawCause).trimEnd());

/** The fields of one error, or of several that were folded into one: what happened first, DM's own texts last. */
export const errorFields = (
	explained: ErrorExplanation,
	{error, count, examples, isConsequence}: FoldedError,
	nameOf: NameOf,
): readonly PageField[] => {
	const fields: readonly PageField[] = [
		{label: say('what'), lines: [explained.what], weight: 'warning'},
		{label: say('why'), lines: [explained.why]},
		{label: say('times'), lines: count === 1 ? [] : [`${count}: ${examples.join(', ')}`]},
		{
			label: say('note'),
			lines: [
				...(isConsequence ? [say('It is only the result of a pause or of another error.')] : []),
				...(isCut(error)
					? [
							say(
								'The text is cut, and what is missing may name the cause: take the whole text from the log of the dm-worker.',
							),
						]
					: []),
			],
		},
		...placeFields(explained),
		...adviceFields(explained, nameOf),
		{label: say("DM's advice"), lines: [explained.dmWords]},
		{label: say('class'), lines: [classText(error)], weight: 'quiet'},
		{label: say('message'), lines: error.message.split('\n'), weight: 'quiet'},
		{label: say('raw cause'), lines: error.rawCause.split('\n'), weight: 'quiet'},
	];
	return fields.filter(field => isSaid(field));
};

/** The fields of an entry without an error. */
export const entryFields = (explained: ErrorExplanation, nameOf: NameOf): readonly PageField[] => {
	const fields: readonly PageField[] = [
		{label: say('what'), lines: [explained.what], weight: 'warning'},
		...adviceFields(explained, nameOf),
	];
	return fields.filter(field => isSaid(field));
};
