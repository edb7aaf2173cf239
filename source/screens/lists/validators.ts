/**
 * The validators of a task, above the rows that differ: what is not compared or not listed first, those at which nothing
 * differs last.
 */
import {type Line, span} from '../../components/line.js';
import {formatExact} from '../../components/quantity.js';
import {threeCounts} from '../../dm/derived/validation.js';
import {say} from '../../language/say.js';
import {listNames} from '../../language/sentences.js';
import type {RowDifferences, ValidatedTable, ValidationStatus, Validator} from '../../providers/readers.js';
import {padTo, textWidth} from '../../terminal/width.js';

const states = 'new/ignored/resolved';
const changes = 'insert/update/delete';

/** The rows that a validator counts as new or ignored; undefined where its text has another form. */
const countedBy = ({errors}: Validator): bigint | undefined => {
	const counts = threeCounts(errors, states);
	return counts && counts[0] + counts[1];
};

const isQuiet = (validator: Validator): boolean =>
	validator.stage === 'Running' && validator.problems.length === 0 && countedBy(validator) === 0n;

/** How many rows are counted as new or ignored that the list does not have. */
export const unlistedRows = (
	{validators}: Pick<ValidationStatus, 'validators'>,
	{rows}: Pick<RowDifferences, 'rows'>,
): ReadonlyArray<{readonly source: string; readonly count: bigint}> =>
	validators.flatMap(validator => {
		const {source} = validator;
		const listed = rows.filter(row => row.source === source && row.state !== 'resolved').length;
		const count = (countedBy(validator) ?? 0n) - BigInt(listed);
		return count > 0n ? [{source, count}] : [];
	});

/** What stands in the answers and not in the list: it is incomplete. */
export const missingTexts = (status: ValidationStatus, differences: RowDifferences): readonly string[] =>
	[...new Set([status.missing, differences.missing])].filter(text => text !== '');

/** The sums of counts, in words; DM's texts where one of them has another form. */
const inWords = (
	texts: readonly string[],
	names: string,
	words: (counts: Readonly<Record<'first' | 'second' | 'third', string>>) => string,
): string => {
	const counts = texts.flatMap(text => threeCounts(text, names) ?? []);
	const sumOf = (place: number) =>
		formatExact(counts.filter((_, index) => index % 3 === place).reduce((sum, count) => sum + count, 0n));
	return counts.length < texts.length * 3
		? [...new Set(texts)].join(say(', '))
		: words({first: sumOf(0), second: sumOf(1), third: sumOf(2)});
};

const rowsText = (texts: readonly string[]): string =>
	inWords(texts, states, counts => say('{first} new, {second} ignored, {third} resolved', counts));

const changesText = (texts: readonly string[]): string =>
	inWords(texts, changes, counts => say('{first} inserted, {second} updated, {third} deleted', counts));

/** Validators that are told in one line: a single one, or all of those at which nothing differs. */
const lineOf = (together: readonly [Validator, ...Validator[]], width: number): Line => {
	const [{stage, mode}] = together;
	return [
		span(` ${padTo(listNames(together.map(({source}) => source)), width)}  `, 'strong'),
		span(`${stage} `, stage === 'Running' ? 'good' : 'warn'),
		span(`${mode}  `, 'dim'),
		span(rowsText(together.map(({errors}) => errors))),
		span(
			`   ${say('pending {pending}', {pending: changesText(together.map(({pending}) => pending))})}`,
			'dim',
		),
		span(
			`   ${say('processed {processed}', {processed: changesText(together.map(({processed}) => processed))})}`,
			'dim',
		),
	];
};

const validatorsLines = (validators: readonly Validator[]): readonly Line[] => {
	const alone = validators
		.filter(validator => !isQuiet(validator))
		.toSorted((left, right) => Number(left.stage === 'Running') - Number(right.stage === 'Running'));
	const quiet = Map.groupBy(
		validators.filter(validator => isQuiet(validator)),
		({mode}) => mode,
	);
	const groups = [
		...alone.map((validator): readonly [Validator, ...Validator[]] => [validator]),
		...(quiet.values() as Iterable<readonly [Validator, ...Validator[]]>),
	];
	const width = Math.max(0, ...groups.map(group => textWidth(listNames(group.map(({source}) => source)))));
	return groups.flatMap(group => [
		lineOf(group, width),
		...group[0].problems.map((problem): Line => [span(`   ${problem}`, 'bad')]),
	]);
};

const tableLine = ({source, from, message}: ValidatedTable): Line => [
	span(` ${source}  ${from}  `),
	span(say('not validated: {message}', {message}), 'warn'),
];

/** The lines above the rows that differ: what is not known, the validators, the tables that are not compared. */
export const validatorLines = (status: ValidationStatus, differences: RowDifferences): readonly Line[] => [
	...missingTexts(status, differences).map((missing): Line => [
		span(` ${say('not all answered: {missing}', {missing})}`, 'warn'),
	]),
	...unlistedRows(status, differences).map(({source, count}): Line => [
		span(
			` ${say(
				'{source}: {count} {count|row|rows} more, not listed yet: DM lists what it has stored, by default every 5 min.',
				{
					source,
					count: Number(count),
				},
			)}`,
			'warn',
		),
	]),
	...validatorsLines(status.validators),
	...status.tables.filter(({message}) => message !== '').map(table => tableLine(table)),
];
