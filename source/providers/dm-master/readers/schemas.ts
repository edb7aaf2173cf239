/** DM's schemas of the tables of an upstream. */
import {say} from '../../../language/say.js';
import {schemaOps} from '../../../dm/enums.js';
import {freeText} from '../../../dm/secrets/free-text.js';
import {parseJson, records, textOf} from '../../json-fields.js';
import type {Problem} from '../../provider.js';
import type {MigrateTarget, OfSource, SchemaReader, TableQuestion} from '../../readers.js';
import {askOverHttp, type OperateAccess} from '../operate/access.js';
import {plainProblem} from '../../problem.js';
import {isTimeout, refusalIn, saidNo} from './answer.js';

/** Pb.SchemaOp, and the version of DM that added it. */
const ops = {
	columns: [schemaOps.GetSchema, '2.0'],
	databases: [schemaOps.ListSchema, '5.3'],
	tables: [schemaOps.ListTable, '5.3'],
	targets: [schemaOps.ListMigrateTargets, '6.0'],
} as const;

type Op = keyof typeof ops;

/** Parses what a source said; undefined when it is not a value. */
type Read<Value> = (message: string) => Value | undefined;

/** DM writes an empty list as null. */
const listIn = (message: string): readonly unknown[] | undefined => {
	const value = parseJson(message);
	return value === null ? [] : Array.isArray(value) ? value : undefined;
};

const readNames: Read<readonly string[]> = message =>
	listIn(message)?.filter(name => typeof name === 'string');

const readTargets: Read<readonly MigrateTarget[]> = message => {
	const list = listIn(message);
	return (
		list &&
		records(list).map(target => ({
			sourceSchema: textOf(target['source_schema']),
			sourceTable: textOf(target['source_table']),
			targetSchema: textOf(target['target_schema']),
			targetTable: textOf(target['target_table']),
		}))
	);
};

const readColumns: Read<string> = message => (message.trim() === '' ? undefined : freeText(message));

const readEntry = <Value>(
	entry: Readonly<Record<string, unknown>>,
	op: Op,
	read: Read<Value>,
): OfSource<Value> => {
	const [source, worker, message] = [textOf(entry['source']), textOf(entry['worker']), textOf(entry['msg'])];
	if (entry['result'] !== true) {
		return {source, worker, problem: saidNo(message, source)};
	}

	const value = read(message);
	const nothing: Problem = {
		what: say('{source} answered something else: {said}', {
			source,
			said: message === '' ? say('nothing') : freeText(message),
		}),
		fix: say('DM has this since {version}.', {version: ops[op][1]}),
		detail: '',
	};
	return value === undefined ? {source, worker, problem: nothing} : {source, worker, value};
};

/** The body of `PUT /apis/v1alpha1/schema`. */
export type SchemaRequest = {
	readonly op: number;
	readonly task: string;
	readonly sources: readonly string[];
	readonly database: string;
	readonly table: string;
};

/** Sends a request; returns pb.OperateSchemaResponse and who answered. Never throws. */
export type AskForSchema = (
	request: SchemaRequest,
	signal: AbortSignal,
) => Promise<
	| {readonly value: Readonly<Record<string, unknown>>; readonly address: {readonly label: string}}
	| {readonly problem: Problem}
>;

/** Asks over v1alpha1, which every DM has. */
export const askForSchema =
	(access: OperateAccess): AskForSchema =>
	async (request, signal) =>
		askOverHttp(
			access,
			signal,
			async master =>
				master.read(
					{method: 'PUT', path: '/apis/v1alpha1/schema', body: JSON.stringify(request)},
					// The workers answer, not the master.
					{deadline: access.pace.fullDeadline, signal},
				),
			{isFinal: isTimeout},
		);

/** Reads the tables that DM tracks. Never throws. */
export const createSchemaReader = (send: AskForSchema): SchemaReader => {
	const ask = async <Value>(
		op: Op,
		{
			task,
			sources,
			database = '',
			table = '',
		}: Partial<TableQuestion> & Pick<TableQuestion, 'task' | 'sources'>,
		read: Read<Value>,
		signal: AbortSignal,
	): Promise<ReadonlyArray<OfSource<Value>> | Problem> => {
		if (sources.length === 0) {
			return plainProblem(say('DM needs the name of a source to list tables'));
		}

		const asked = await send({op: ops[op][0], task, sources, database, table}, signal);
		if ('problem' in asked) {
			return asked.problem;
		}

		const entries = records(asked.value['sources']);
		const refusal = refusalIn(asked.value, asked.address.label);
		return refusal && entries.length === 0 ? refusal : entries.map(entry => readEntry(entry, op, read));
	};

	return {
		async databases(question, signal) {
			return ask('databases', question, readNames, signal);
		},
		async tables(question, signal) {
			return ask('tables', question, readNames, signal);
		},
		async columns(question, signal) {
			return ask('columns', question, readColumns, signal);
		},
		async targets(question, signal) {
			return ask('targets', question, readTargets, signal);
		},
	};
};
