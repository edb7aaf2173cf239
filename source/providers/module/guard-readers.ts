import {freeText} from '../../dm/secrets/free-text.js';
import {nameIn} from '../dm-master/operate/obstacle.js';
import {mask} from '../dm-master/secrets/mask.js';
import {Vault} from '../dm-master/secrets/vault.js';
import type {Problem} from '../provider.js';
import type {
	CheckItem,
	CheckResult,
	Config,
	MigrateTarget,
	OfSource,
	Readers,
	RowDifference,
	RowDifferences,
	ValidatedTable,
	ValidationStatus,
	Validator,
} from '../readers.js';
import {problem as problemShape} from '../observation/observation-shape.js';
import {list, object, oneOf, plainOf, type Shape, text, truth} from '../observation/shape.js';
import {guardQuestion, hideSecrets} from './guard-question.js';

const configShape = object<Config>({format: oneOf('yaml', 'toml'), text});

/** What one source said: a value, or a problem. */
const ofSource = (value: Shape): Shape => {
	const told = object<{source: string; worker: string; value: unknown}>({source: text, worker: text, value});
	const untold = object<{source: string; worker: string; problem: Problem}>({
		source: text,
		worker: text,
		problem: problemShape,
	});
	const shapeOf = (answer: unknown): Shape =>
		typeof answer === 'object' && answer !== null && 'problem' in answer ? untold : told;
	return {
		problem: answer => shapeOf(answer).problem(answer),
		plain: answer => plainOf(shapeOf(answer), answer),
	};
};

const targetShape = object<MigrateTarget>({
	sourceSchema: text,
	sourceTable: text,
	targetSchema: text,
	targetTable: text,
});

const statusShape = object<ValidationStatus>({
	validators: list(
		object<Validator>({
			task: text,
			source: text,
			mode: text,
			stage: text,
			position: text,
			gtid: text,
			processed: text,
			pending: text,
			errors: text,
			problems: list(text),
		}),
	),
	tables: list(object<ValidatedTable>({source: text, from: text, to: text, stage: text, message: text})),
	missing: text,
});

const differencesShape = object<RowDifferences>({
	rows: list(
		object<RowDifference>({
			id: text,
			source: text,
			from: text,
			fromRow: text,
			to: text,
			toRow: text,
			type: text,
			state: oneOf('new', 'ignored', 'resolved', 'unknown'),
			time: text,
			message: text,
		}),
	),
	missing: text,
});

const checkShape = object<CheckResult>({
	passed: truth,
	msg: text,
	items: list(
		object<CheckItem>({
			name: text,
			description: text,
			state: oneOf('fail', 'warn'),
			problems: list(text),
			instruction: text,
			extra: text,
		}),
	),
});

/** A configuration as it is shown. */
const masked = ({format, text: shown}: Config): Config => ({format, text: mask(shown, format).text});

/** A statement may hold anything; the values of the other questions are names, by which the module is asked again. */
const columnsOf = (told: OfSource<string>): OfSource<string> =>
	'value' in told ? {...told, value: freeText(told.value)} : hideSecrets(told);

/**
 * Readers that someone else wrote: exceptions and answers in the wrong shape become problems. Configurations are masked;
 * the secrets of a task's go into the vault.
 */
export const guardReaders = (readers: Readers, file: string, vault = new Vault()): Readers => {
	const {configuration, schema, validation, check} = readers;
	const config = guardQuestion(file, 'a configuration', configShape);
	const names = guardQuestion(file, 'names', list(ofSource(list(text))));
	return {
		...(configuration && {
			configuration: {
				task: config(
					async (...asked: Parameters<typeof configuration.task>) => configuration.task(...asked),
					(given, [task]) =>
						given.format === 'yaml'
							? {format: 'yaml', text: vault.keep(task, given.text, undefined).text}
							: masked(given),
				),
				subtasks: guardQuestion(
					file,
					'configurations',
					list(configShape),
				)(
					async (...asked: Parameters<typeof configuration.subtasks>) => configuration.subtasks(...asked),
					given => given.map(one => masked(one)),
				),
				source: config(async (...asked) => configuration.source(...asked), masked),
				worker: config(async (...asked) => configuration.worker(...asked), masked),
				master: config(async (...asked) => configuration.master(...asked), masked),
			},
		}),
		...(schema && {
			schema: {
				databases: names(async (...asked) => schema.databases(...asked)),
				tables: names(async (...asked) => schema.tables(...asked)),
				columns: guardQuestion(
					file,
					'columns',
					list(ofSource(text)),
				)(
					async (...asked: Parameters<typeof schema.columns>) => schema.columns(...asked),
					given => given.map(one => columnsOf(one)),
				),
				targets: guardQuestion(
					file,
					'targets',
					list(ofSource(list(targetShape))),
				)(async (...asked: Parameters<typeof schema.targets>) => schema.targets(...asked)),
			},
		}),
		...(validation && {
			validation: {
				status: guardQuestion(
					file,
					'a status of validation',
					statusShape,
				)(async (...asked: Parameters<typeof validation.status>) => validation.status(...asked)),
				differences: guardQuestion(
					file,
					'rows that differ',
					differencesShape,
				)(async (...asked: Parameters<typeof validation.differences>) => validation.differences(...asked)),
			},
		}),
		...(check && {
			check: {
				check: guardQuestion(
					file,
					'a check',
					checkShape,
				)(async ({config: shown, ...rest}: Parameters<typeof check.check>[0], signal: AbortSignal) =>
					check.check({...rest, config: vault.restore(nameIn(shown) ?? '', shown).text}, signal),
				),
			},
		}),
	};
};
