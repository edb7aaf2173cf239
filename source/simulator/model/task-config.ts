/** The part of a task's configuration that OpenAPI shows besides its name, mode and target. */
import type {TaskSpec} from './scenario.js';
import {shardDatabase} from './tables.js';

/** Which tables of a source go where; without `target` they keep their names. '' is every table. */
export type MigrateRule = {
	readonly source: string;
	readonly schema: string;
	readonly table: string;
	readonly target?: {readonly schema: string; readonly table: string};
};

/** Settings of a task that change nothing in the simulation. */
export type TaskConfig = {
	/** What the load does with an existing row. */
	readonly onDuplicate: 'replace' | 'error';
	readonly exportThreads: number;
	readonly importThreads: number;
	readonly replBatch: number;
	readonly replThreads: number;
	readonly rules: readonly MigrateRule[];
};

/** DM's defaults (dm/config/task.go). */
export const createTaskConfig = (
	{sources, shardMode}: TaskSpec,
	{database, table}: {readonly database: string; readonly table: string},
): TaskConfig => ({
	onDuplicate: 'replace',
	exportThreads: 4,
	importThreads: 16,
	replBatch: 100,
	replThreads: 16,
	rules: sources.toSorted().map((source, index) =>
		shardMode === ''
			? {source, schema: database, table}
			: {
					source,
					schema: shardDatabase(database, index),
					table: `${table}_*`,
					target: {schema: database, table},
				},
	),
});
