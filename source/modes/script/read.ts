/**
 * `dm-top config …` and `dm-top validation TASK`: prints what DM holds, and changes nothing.
 */
import {headline} from '../../dm/errors.js';
import {isUnvalidated} from '../../dm/errors/unvalidated.js';
import {say} from '../../language/say.js';
import type {Config, Readers, ValidationStatus} from '../../providers/readers.js';
import type {Problem} from '../../providers/provider.js';
import {escapeJson, sanitize} from '../../terminal/sanitize.js';
import type {ConfigOf, ScriptCommand} from './parse-script.js';

/** The text to print, or why there is none. */
export type Printout = Problem | {readonly text: string};

const missing = (what: string): Problem => ({
	what,
	fix: say('Connect to a dm-master with --master-addr.'),
	detail: '',
});

const json = (value: unknown): string => `${escapeJson(JSON.stringify(value, undefined, '\t'))}\n`;

/** Text of several lines, each without escape sequences. */
const lines = (text: string): string =>
	`${text
		.trimEnd()
		.split('\n')
		.map(line => sanitize(line))
		.join('\n')}\n`;

const askForConfig = async (
	reader: NonNullable<Readers['configuration']>,
	of: ConfigOf,
	name: string,
	signal: AbortSignal,
): Promise<Config | Problem> => reader[of](name, signal);

const configText = async (
	{of, name}: Extract<ScriptCommand, {readonly kind: 'config'}>,
	reader: Readers['configuration'],
	isJson: boolean,
	signal: AbortSignal,
): Promise<Printout> => {
	if (!reader) {
		return missing(say('The configuration cannot be read over this connection'));
	}

	const config = await askForConfig(reader, of, name, signal);
	if ('what' in config) {
		return config;
	}

	const {format, text} = config;
	return {text: isJson ? json({[of]: name, format, text}) : lines(text)};
};

const validatorLines = ({validators, tables, missing: untold}: ValidationStatus): readonly string[] => [
	...validators.flatMap(({source, mode, stage, processed, pending, errors, problems}) => [
		`${source}  ${stage}  ${mode}  ${say('processed {processed}  pending {pending}  errors {errors}', {processed, pending, errors})}`,
		...problems.map(problem => `  ${problem}`),
	]),
	...tables.map(
		({source, from, to, stage, message}) =>
			`${source}  ${from} → ${to}  ${stage}${message === '' ? '' : `: ${message}`}`,
	),
	...(untold === '' ? [] : [say('missing: {missing}', {missing: untold})]),
];

/** Why the validation of a task is not known, in one line with the cause first. */
const unreadValidation = (task: string, problem: Problem): Problem =>
	isUnvalidated(problem.what)
		? {
				...problem,
				what: say('{task} is not validated', {task}),
				fix: say('dm-top validation start {task} starts it.', {task}),
			}
		: problem.isRefusal
			? {...problem, what: headline(problem.what)}
			: problem;

const validationText = async (
	task: string,
	reader: Readers['validation'],
	isJson: boolean,
	signal: AbortSignal,
): Promise<Printout> => {
	if (!reader) {
		return missing(say('Validation cannot be read over this connection'));
	}

	const status = await reader.status(task, signal);
	if ('what' in status) {
		return unreadValidation(task, status);
	}

	const differences = await reader.differences({task, state: 'all'}, signal);
	if ('what' in differences) {
		return unreadValidation(task, differences);
	}

	if (isJson) {
		return {text: json({task, ...status, differences: differences.rows})};
	}

	return {
		text: lines(
			[
				...validatorLines(status),
				...differences.rows.map(
					({id, source, from, to, fromRow, toRow, type, state, time}) =>
						`${id}  ${state}  ${source}  ${time}  ${type}: ${from} ${fromRow} | ${to} ${toRow}`,
				),
				...(differences.missing === '' ? [] : [say('missing: {missing}', {missing: differences.missing})]),
			].join('\n'),
		),
	};
};

/** Reads what a script has asked for. */
export const read = async (
	command: Extract<ScriptCommand, {readonly kind: 'config' | 'validation'}>,
	readers: Readers,
	{isJson, signal}: {readonly isJson: boolean; readonly signal: AbortSignal},
): Promise<Printout> =>
	command.kind === 'config'
		? configText(command, readers.configuration, isJson, signal)
		: validationText(command.task, readers.validation, isJson, signal);
