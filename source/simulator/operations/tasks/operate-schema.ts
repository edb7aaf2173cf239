/** `binlog-schema`: the table structures that a syncer uses to read the binlog (dm/syncer/schema.go). */
import {schemaOps} from '../../../dm/enums.js';
import {isServed} from '../../cluster/members.js';
import {memberOf} from '../../model/enum.js';
import type {Simulation, SubtaskModel} from '../../model/model.js';
import {
	columnsIn,
	columnsOfRows,
	downstreamStructure,
	quoted,
	structureOf,
	tablesOf,
	upstreamStructure,
	type SourceTable,
} from '../../model/tables.js';
import {cureFaults} from '../../subtask/fault.js';
import {messageOf} from '../../../terminal/thrown.js';
import {callWorker, told, together, type Underway, refusedAtOnce} from '../answer.js';
import {refusals} from '../refusals.js';

/** Pb.OperateSchemaRequest */
export type OperateSchemaRequest = {
	readonly kind: 'schema';
	/** Pb.SchemaOp, by name or number. */
	readonly op: string | number;
	readonly task: string;
	readonly sources?: readonly string[];
	readonly database?: string;
	readonly table?: string;
	/** A CREATE TABLE statement. */
	readonly schema?: string;
	/** Takes the structure from upstream, or from downstream, instead of `schema`. */
	readonly fromSource?: boolean;
	readonly fromTarget?: boolean;
};

type SchemaOutcome = {readonly result: boolean; readonly msg: string};

const done = (message = ''): SchemaOutcome => ({result: true, msg: message});
const refused = (message: string): SchemaOutcome => ({result: false, msg: message});

const byName = (tables: readonly SourceTable[]): string => JSON.stringify(tables.map(({table}) => table));

const targetsJson = (
	subtask: SubtaskModel,
	{schema = '', table = ''}: OperateSchemaRequest,
): SchemaOutcome => {
	try {
		const [schemas, tables] = [new RegExp(schema, 'v'), new RegExp(table, 'v')];
		const targets = tablesOf(subtask)
			.filter(each => schemas.test(each.schema) && tables.test(each.table))
			.map(each => ({
				source_schema: each.schema,
				source_table: each.table,
				target_schema: each.targetSchema,
				target_table: each.targetTable,
			}));
		return done(JSON.stringify(targets));
	} catch (error) {
		return refused(`error parsing regexp: ${messageOf(error)}`);
	}
};

/** The statement with the columns to use. */
const wantedStructure = (
	{table}: SourceTable,
	{fromSource, fromTarget, schema = ''}: OperateSchemaRequest,
): string => {
	if (fromSource === true) {
		return upstreamStructure(table);
	}

	return fromTarget === true ? downstreamStructure(table) : schema;
};

const set = (subtask: SubtaskModel, table: SourceTable, request: OperateSchemaRequest): SchemaOutcome => {
	const statement = wantedStructure(table, request);
	const columns = columnsIn(statement);
	if (columns === undefined) {
		return refused(refusals.noCreateTable(statement));
	}

	const body = statement.slice(statement.indexOf('(')).trim();
	subtask.structures.set(quoted(table.schema, table.table), `CREATE TABLE \`${table.table}\` ${body}`);
	if (columns === columnsOfRows) {
		cureFaults(subtask, 'schema');
	}

	return done();
};

type SchemaOp = keyof typeof schemaOps;

const onTable = (subtask: SubtaskModel, op: SchemaOp, request: OperateSchemaRequest): SchemaOutcome => {
	const {database = '', table: name = ''} = request;
	const table = tablesOf(subtask).find(({schema, table: each}) => schema === database && each === name);
	if (table === undefined) {
		return refused(`Error 1146 (42S02): Table '${database}.${name}' doesn't exist`);
	}

	if (op === 'GetSchema') {
		return done(structureOf(subtask, table));
	}

	if (op === 'SetSchema') {
		return set(subtask, table, request);
	}

	subtask.structures.delete(quoted(database, name));
	return done();
};

const operate = (subtask: SubtaskModel, op: SchemaOp, request: OperateSchemaRequest): SchemaOutcome => {
	const reads = op === 'ListMigrateTargets';
	const {stage, unit, validation} = subtask;
	if (stage !== 'Paused' && !(reads && stage === 'Running')) {
		return refused(refusals.notPaused(stage));
	}

	if (unit !== 'Sync') {
		return refused(refusals.notSyncing(unit || 'InvalidUnit'));
	}

	if (reads) {
		return targetsJson(subtask, request);
	}

	if (validation?.stage === 'Running') {
		return refused(refusals.validatorRuns('Running'));
	}

	switch (op) {
		case 'ListSchema': {
			return done(JSON.stringify([...new Set(tablesOf(subtask).map(({schema}) => schema))]));
		}

		case 'ListTable': {
			const {database = ''} = request;
			const tables = tablesOf(subtask).filter(({schema}) => schema === database);
			return tables.length === 0 ? refused(refusals.noSchema(database)) : done(byName(tables));
		}

		case 'GetSchema':
		case 'SetSchema':
		case 'RemoveSchema': {
			return onTable(subtask, op, request);
		}

		default: {
			return done();
		}
	}
};

/** Carries out the operation (pb.OperateSchemaResponse). */
export const operateSchema = (simulation: Simulation, request: OperateSchemaRequest): Underway => {
	const {sources = []} = request;
	if (sources.length === 0) {
		return refusedAtOnce('must specify at least one source');
	}

	const polls = sources.toSorted().map(name => {
		const source = simulation.sources.get(name);
		if (source === undefined || source.worker === '') {
			return told({result: false, msg: `source ${refusals.noClient(name)}`, source: name, worker: ''});
		}

		return callWorker(simulation, source, () => {
			const subtask = source.subtasks.find(each => each.task.name === request.task);
			const outcome =
				subtask === undefined
					? refused(refusals.noSubtask(request.task))
					: operate(subtask, memberOf(schemaOps, request.op) ?? 'InvalidSchemaOp', request);
			// A refusal does not contain the worker's name.
			return {...outcome, worker: outcome.result && isServed(simulation, source) ? source.worker : ''};
		});
	});
	return together(polls, all => ({result: true, msg: '', sources: all}));
};
