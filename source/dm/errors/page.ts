/** The page of an error, as plain text in labelled fields: for the screens, `dm-top explain` and docs/errors.md alike. */
import type {OperationKind} from '../../providers/operation.js';
import type {ProcessError} from '../status.js';
import type {ErrorExplanation} from './explain.js';
import type {FoldedError} from './several.js';
import {foldStatement} from './parsing/statement.js';

/** A label with its lines; fields that say nothing are left out. */
export type PageField = {
	readonly label: string;
	readonly lines: readonly string[];
	/** What a reader looks for first stands out. */
	readonly weight?: 'main' | 'warning' | 'quiet';
};

/** So many lines of a statement are shown; the whole stands in DM's message below. */
const statementLines = 12;

const numbered = (steps: readonly string[]): readonly string[] =>
	steps.length < 2 ? steps : steps.map((step, index) => `${index + 1}. ${step}`);

const classText = ({code, class: group, scope, level, type = ''}: ProcessError): string =>
	[
		code === undefined ? '' : `code ${code}`,
		group,
		scope === '' ? '' : `${scope} scope`,
		level === '' ? '' : `${level} level`,
		type,
	]
		.filter(part => part !== '')
		.join(', ');

const statementText = (statement: string): readonly string[] => {
	const {lines, more} = foldStatement(statement, statementLines);
	return more === 0 ? lines : [...lines, `(${more} more lines; the whole is in the message below)`];
};

const tableName = ({schema, table, target}: ErrorExplanation['parts']): string =>
	[schema, table].filter(name => name !== '').join('.') + (target === '' ? '' : ` -> ${target}`);

const placeFields = ({parts}: ErrorExplanation): readonly PageField[] => [
	{label: 'position', lines: [parts.position]},
	{label: 'until', lines: [parts.end === parts.position ? '' : parts.end]},
	{label: 'GTID set', lines: [parts.gtidSet]},
	{label: 'table', lines: [tableName(parts)]},
	{label: 'side', lines: [parts.side ?? '']},
	{label: 'address', lines: [parts.address]},
	{label: 'statement', lines: statementText(parts.statement)},
];

/** The word for an operation on the screens, such as "Skip". */
type NameOf = (kind: OperationKind) => string;

/** What is known and to be done, whatever error it is. */
const adviceFields = (explained: ErrorExplanation, nameOf: NameOf): readonly PageField[] => [
	{label: 'usual cause', lines: [explained.cause]},
	{
		label: 'make sure',
		lines: explained.check.flatMap(({on, run, tells}) => [`${on}: ${run}`, `  ${tells}`]),
	},
	{label: 'what to do', lines: numbered(explained.steps), weight: 'main'},
	{label: 'do not', lines: explained.dont, weight: 'warning'},
	{label: 'retries', lines: [explained.retriesText]},
	{label: 'in dm-top', lines: [explained.operations.map(kind => nameOf(kind)).join(', ')]},
	{label: 'more', lines: [explained.page], weight: 'quiet'},
];

const isSaid = ({lines}: PageField): boolean => lines.some(line => line !== '');

/** The fields of one error, or of several that are one: what happened first, DM's own texts last. */
export const errorFields = (
	explained: ErrorExplanation,
	{error, count, examples, isConsequence}: FoldedError,
	nameOf: NameOf,
): readonly PageField[] => {
	const fields: readonly PageField[] = [
		{label: 'what', lines: [explained.what], weight: 'warning'},
		{label: 'why', lines: [explained.why]},
		{label: 'times', lines: count === 1 ? [] : [`${count}: ${examples.join(', ')}`]},
		{
			label: 'note',
			lines: isConsequence ? ['It only follows from a pause, or from another error.'] : [],
		},
		...placeFields(explained),
		...adviceFields(explained, nameOf),
		{label: "DM's words", lines: [explained.dmWords]},
		{label: 'class', lines: [classText(error)], weight: 'quiet'},
		{label: 'message', lines: error.message.split('\n'), weight: 'quiet'},
		{label: 'raw cause', lines: error.rawCause.split('\n'), weight: 'quiet'},
	];
	return fields.filter(field => isSaid(field));
};

/** The fields of an entry of the knowledge by itself. */
export const entryFields = (explained: ErrorExplanation, nameOf: NameOf): readonly PageField[] => {
	const fields: readonly PageField[] = [
		{label: 'what', lines: [explained.what], weight: 'warning'},
		...adviceFields(explained, nameOf),
	];
	return fields.filter(field => isSaid(field));
};
