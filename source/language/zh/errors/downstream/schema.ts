/** The texts of source/dm/errors/knowledge/downstream/schema.ts. */
export const schema = {
	'The checkpoint was written by an older DM and lacks columns': '检查点表来自较旧的 DM，缺少列',
	'A task of DM 1.0 was started on DM 2.0 or later without being imported: dm_meta still has the old tables.':
		'DM 1.0 的任务未经导入就在 DM 2.0 或更新版本上启动：dm_meta 中仍是旧表。',
	'its columns; tables of 1.0 have no binlog_gtid': '它有哪些列；1.0 的表没有 binlog_gtid',
	'Stop the task, and follow "manually upgrade TiDB Data Migration from v1.0.x": note the position of the global checkpoint, and put it into meta of a new task with task-mode incremental.':
		'停止任务，按“手动升级 TiDB Data Migration v1.0.x”操作：记下全局检查点的位置，写入 task-mode 为 incremental 的任务的 meta。',
	'Start that task; it creates its own checkpoint tables.': '启动该任务；它会建立自己的检查点表。',
	'Do not add the columns manually: their values decide where DM continues.':
		'不要手工添加这些列：其中的内容决定 DM 从哪里继续。',
	"DM's own tables (dm_meta) are missing in the downstream": '下游缺少 DM 自己的表（dm_meta）',
	'dm_meta was dropped or restored without them, meta-schema of the task was changed, or target-database now points to another cluster.':
		'dm_meta 被删除，或恢复备份时没有包含它；任务的 meta-schema 被修改；或 target-database 现在指向另一个集群。',
	'whether the tables of the task exist: _syncer_checkpoint, _onlineddl, and for shards _syncer_sharding_meta':
		'任务的表是否存在：_syncer_checkpoint、_onlineddl，分表任务还有 _syncer_sharding_meta',
	'meta-schema and target-database': 'meta-schema 和 target-database',
	'If target-database or meta-schema is wrong: correct it. Change the task file, then stop-task {task} and start-task with that file (without --remove-meta, so that the checkpoint is kept).':
		'如果 target-database 或 meta-schema 有误：改正它。修改任务文件，然后 stop-task {task}，再用该文件 start-task：检查点保留（不加 --remove-meta）。',
	'If there is a backup of dm_meta: restore the tables, then resume.':
		'如果有 dm_meta 的备份：把表恢复，然后恢复任务。',
	"If the position is known (query-status, a log, the subtask's page in dm-top): stop-task {task}, start-task with task-mode incremental, that position in meta, and safe-mode: true for a while.":
		'如果知道位置（query-status、日志、dm-top 的子任务页）：stop-task {task}，以 task-mode incremental、在 meta 中写入该位置、并临时设置 safe-mode: true 执行 start-task。',
	'Otherwise start over: empty the tables, start-task --remove-meta.':
		'否则重做：清空表，start-task --remove-meta。',
	'Do not just start the task with task-mode all: it would dump and load into tables that already contain rows.':
		'不要直接以 task-mode all 启动任务：它会重新导出，并导入到已有数据的表中。',
	"DM does not have the table's schema": 'DM 不知道该表的结构',
	'DM did not see the table being created (a skipped CREATE TABLE, an incremental task), or its stored copy is damaged.':
		'表在 DM 未关注时创建（CREATE TABLE 被跳过、增量任务），或其保存的副本已损坏。',
	"Set it while the task is Paused: binlog-schema update -s {source} {task} {schema} {name} FILE, with the schema at this position in the binlog; --from-target uses the downstream's schema.":
		'在任务为 Paused 时设置：binlog-schema update -s {source} {task} {schema} {name} FILE，给出表在 binlog 该位置的结构；--from-target 则使用下游的结构。',
	"The table's schema cannot be read from the downstream": '无法从下游读取表结构',
	'The table does not exist (a skipped or filtered CREATE TABLE), the route points to another name, or the user may not read it.':
		'表不存在（CREATE TABLE 被跳过或过滤）、路由指向其他名称，或用户没有读取权限。',
	'Create the table in the downstream with the schema and rows that the upstream had at this position; or correct the route or the grants.':
		'在下游按上游当时的结构创建该表，并补上当时已有的行；或修正路由或权限。',
	'The table does not exist in the downstream': '下游没有该表',
	'Its CREATE TABLE was skipped or filtered, it was dropped there, or a route points to another name.':
		'其 CREATE TABLE 被跳过或过滤、表在下游被删除，或路由指向其他名称。',
	'DM cannot use a schema of the downstream': 'DM 无法使用下游的表结构',
	'The table uses a feature of a TiDB that is newer than this DM supports, or the sql_mode of the task is not valid there.':
		'表使用了比该 DM 所支持的更新的 TiDB 特性，或任务的 sql_mode 在那里无效。',
	'Upgrade DM to the version of TiDB or later.': '把 DM 升级到 TiDB 的版本或更新。',
	'Or set the schema manually: binlog-schema update -s {source} {task} {schema} {name} FILE.':
		'或手工设置表结构：binlog-schema update -s {source} {task} {schema} {name} FILE。',
	'DM cannot use the schema given to binlog-schema': '给 binlog-schema 的内容不是 DM 可用的表结构',
	'The file is not exactly one valid CREATE TABLE statement.':
		'文件内容不是恰好一条有效的 CREATE TABLE 语句。',
	'Write one CREATE TABLE statement, in the form that binlog-schema list shows, and try again.':
		'按 binlog-schema list 显示的形式写一条 CREATE TABLE，再试一次。',
	"DM's schema tracker could not start or was closed": 'DM 的 schema tracker 无法启动或已关闭',
	'The subtask was being stopped, or the worker has too little memory or disk space.':
		'子任务正在停止，或 worker 的内存、磁盘不足。',
	'the error that it reported': '它遇到的问题',
	'This is not possible in the current stage of the subtask': '子任务所处的阶段不允许该操作',
	'binlog-schema and task changes need a Paused subtask; a pause needs a Running one.':
		'binlog-schema 和修改任务要求子任务为 Paused，暂停要求子任务为 Running。',
	'the stage of each subtask': '每个子任务的阶段',
	'Pause the task first (it may already be paused), then try again, then resume.':
		'先暂停任务（或查看它是否已暂停），再试一次，然后恢复。',
};
