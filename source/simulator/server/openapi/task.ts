/** A task as OpenAPI shows it: its configuration (SubTaskConfigsToOpenAPITask, dm/config/task_converters.go). */
import type {Json} from '../../model/json.js';
import type {Simulation, SubtaskModel, TaskModel} from '../../model/model.js';
import type {MigrateRule} from '../../model/task-config.js';
import {fileAndPosition, gtidText} from '../../model/upstream.js';

const sourceConfig = ({source: {name, upstream}, meta}: SubtaskModel): Json => {
	if (meta === undefined) {
		return {source_name: name};
	}

	const {file, position} = fileAndPosition(upstream, meta);
	return {
		binlog_gtid: gtidText(upstream, meta),
		binlog_name: file,
		binlog_pos: position,
		source_name: name,
	};
};

const migrateRule = ({source, schema, table, target}: MigrateRule): Json => ({
	source: {schema, source_name: source, table},
	...(target !== undefined && {target: {schema: target.schema, table: target.table}}),
});

/** With the status of its subtasks if it is given. */
export const taskJson = ({downstream}: Simulation, task: TaskModel, statusList?: readonly Json[]): Json => ({
	enhance_online_schema_change: true,
	meta_schema: 'dm_meta',
	name: task.name,
	on_duplicate: task.config.onDuplicate,
	...(task.shardMode !== '' && {shard_mode: task.shardMode}),
	source_config: {
		full_migrate_conf: {
			data_dir: './dumped_data',
			export_threads: task.config.exportThreads,
			import_threads: task.config.importThreads,
		},
		incr_migrate_conf: {
			repl_batch: task.config.replBatch,
			repl_threads: task.config.replThreads,
		},
		source_conf: task.subtasks.map(subtask => sourceConfig(subtask)),
	},
	...(statusList !== undefined && {status_list: statusList}),
	strict_optimistic_shard_mode: false,
	table_migrate_rule: task.config.rules.map(rule => migrateRule(rule)),
	target_config: {
		host: downstream.host,
		password: '',
		port: downstream.port,
		security: null,
		user: 'dm',
	},
	task_mode: task.mode,
});
