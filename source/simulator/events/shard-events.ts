/** DDL on sharded tables. */
import {terrorText} from '../errors/terror.js';
import {schedule} from '../model/agenda.js';
import type {Simulation, SubtaskModel, TaskModel} from '../model/model.js';
import {between} from '../model/random.js';
import {quoted, shardDatabase, shardsEach} from '../model/tables.js';
import type {EventSpec} from '../model/scenario.js';
import {beginShardDdl, partIn, removeLock} from '../cluster/locks.js';
import type {Run} from './run.js';

/** The upstream name of a sharded table of a source. */
const tableName = (
	task: TaskModel,
	subtask: SubtaskModel,
	{table, shard}: {table: string; shard: number},
): string => {
	const database = shardDatabase(task.database, task.subtasks.indexOf(subtask));
	return quoted(database, `${table}_${shard + 1}`);
};

/** The DDL runs on the tables of a source one after the other, beginning `delay` seconds from now. */
const executeLater = (
	simulation: Simulation,
	subtask: SubtaskModel,
	{task, table: name, delay}: {task: TaskModel; table: string; delay: number},
) =>
	Array.from({length: shardsEach}, (_, index) => {
		const table = {name: tableName(task, subtask, {table: name, shard: index}), transaction: Infinity};
		const at = simulation.now + delay + Math.round(index * between(subtask.random, 2, 8));
		schedule(simulation, at, () => {
			table.transaction = Math.floor(subtask.source.upstream.transaction) + 1;
		});
		return table;
	});

const shardDdl: Run = (simulation, {task: name, sql, arrives, table: wanted}) => {
	const task = simulation.tasks.get(name);
	if (task === undefined) {
		return;
	}

	const table = wanted || task.table;
	beginShardDdl(simulation, task, {
		target: quoted(task.database, table),
		sql,
		tables(subtask) {
			const delay = arrives[task.subtasks.indexOf(subtask)] ?? arrives.at(-1) ?? 0;
			return executeLater(simulation, subtask, {task, table, delay});
		},
	});
};

/** The sources that have not executed a DDL yet do so now. */
const shardDdlArrives: Run = (simulation, event) => {
	for (const {sync, source} of simulation.tasks.get(event.task)?.subtasks ?? []) {
		if (event.source !== '' && source.name !== event.source) {
			continue;
		}

		for (const table of sync?.shards.flatMap(({tables}) => tables) ?? []) {
			table.transaction = Math.min(table.transaction, Math.floor(source.upstream.transaction) + 1);
		}
	}
};

const conflictText = (lock: string, sql: string): string =>
	terrorText({
		code: 11_111,
		class: 'functional',
		scope: 'internal',
		level: 'medium',
		message: `fail to try sync the optimistic shard ddl lock ${lock}: there will be conflicts if DDLs [${sql}] are applied to the downstream. old table info: CREATE TABLE \`tbl\`(\`id\` BIGINT(20) NOT NULL,\`code\` VARCHAR(32) CHARSET UTF8MB4,PRIMARY KEY (\`id\`)), new table info: CREATE TABLE \`tbl\`(\`id\` BIGINT(20) NOT NULL,\`code\` INT(11) NOT NULL,PRIMARY KEY (\`id\`))`,
		rawCause: 'at tuple index 1: incompatible mysql type, 15 vs 3',
		workaround: 'Please use `show-ddl-locks` command for more details.',
	});

const shardConflict = (simulation: Simulation, {task: name, source, sql, lasts}: EventSpec): void => {
	const task = simulation.tasks.get(name);
	const subtask = task?.subtasks.find(each => source === '' || each.source.name === source);
	if (task === undefined || subtask === undefined) {
		return;
	}

	const table = tableName(task, subtask, {table: task.table, shard: 1});
	const transaction = Math.floor(subtask.source.upstream.transaction) + 1;
	// The tables of the others have reached it; this one cannot continue.
	const others = (each: SubtaskModel) => ({
		name: tableName(task, each, {table: task.table, shard: 1}),
		transaction: Math.floor(each.sync?.transaction ?? 0),
	});
	const lock = beginShardDdl(simulation, task, {
		target: quoted(task.database, task.table),
		sql,
		tables: each => (each === subtask ? [{name: table, transaction}] : [others(each)]),
	});
	const part = lock && partIn(subtask, lock);
	if (lock === undefined || part === undefined) {
		return;
	}

	part.isBarrier = true;

	lock.conflict = {source: subtask.source.name, table, message: conflictText(lock.id, sql)};
	schedule(simulation, simulation.now + lasts, later => {
		if (later.locks.get(lock.id) === lock) {
			removeLock(later, lock);
		}
	});
};

/** By the name that a scenario gives in `do`. */
export const shardEvents: Readonly<Record<string, Run>> = {
	'shard-ddl': shardDdl,
	'shard-ddl-arrives': shardDdlArrives,
	'shard-conflict': shardConflict,
};
