/** The texts of source/dm/errors/knowledge/downstream/rows.ts. */
export const rows = {
	'A row with the same key already exists in the downstream': '下游已有相同键的行',
	'Another writer inserted it (an application, a second task, a person); two shards use the same key; a DELETE was filtered; or the binlog was read twice after a restart without safe mode.':
		'由其他写入方（应用、另一个任务、人工）写入；两个分表使用相同的键；DELETE 被过滤；或重启后未开安全模式而重复读取了 binlog。',
	'the existing row: whether it is the same, older, or from another writer':
		'已有的那一行：是相同的、更旧的，还是他人写入的',
	'the correct row': '该行应有的样子',
	'routes of several tables into one table, filters for DELETE, safe-mode':
		'把多张表合并为一张的路由、对 DELETE 的过滤、safe-mode',
	'If DM wrote these rows before: set safe-mode: true in syncers for a while (it replaces rows). stop-task {task}, start-task with the changed file; once it has passed this position, remove the setting in the same way.':
		'如果是 DM 之前写入的行：在 syncers 中临时设置 safe-mode: true（行会被替换）。stop-task {task}，用修改后的文件 start-task；越过该位置后，以同样方式去掉它。',
	'If there is another writer: stop it, delete or correct its rows, then resume.':
		'如果有其他写入方：停止它，删除或修正它写入的行，然后恢复。',
	'If shards share keys: give the rows different keys (see the page on merging shards); safe mode would overwrite one row with the other.':
		'如果分表之间的键重复：给这些行不同的键（见合库合表的文档）；安全模式会让一方覆盖另一方。',
	'Do not use safe mode if two shards share keys or an application writes to the table: it silently replaces their rows.':
		'如果两个分表的键重复，或有应用在写入，不要使用安全模式：它会悄然替换对方的行。',
	'Do not start over: the checkpoint is good, and the same row would fail again.':
		'不要重做任务：检查点完好，还会遇到同一行。',
	'The load found rows that already exist in the downstream': '导入时遇到下游已有的行',
	'The tables were not empty: an earlier attempt, a second task for the same table, or shards with the same keys.':
		'表不是空的：之前的尝试、写入同一张表的另一个任务，或键重复的分表。',
	'rows that existed before the load, or come from another load': '导入前已有的行，或来自他处的行',
	'routes of several tables into one table, on-duplicate-logical':
		'把多张表合并为一张的路由、on-duplicate-logical',
	'If the tables contain only leftovers: stop-task {task}, empty them (TRUNCATE TABLE), start-task --remove-meta with its file.':
		'如果表中只有残留数据：stop-task {task}，清空它们（TRUNCATE TABLE），用其文件执行 start-task --remove-meta。',
	'If existing rows should be replaced: set on-duplicate-logical: replace in loaders.':
		'如果要替换这些行：在 loaders 中设置 on-duplicate-logical: replace。',
	'If shards share keys: give the rows different keys first (see the page on merging shards).':
		'如果分表之间的键重复：先给这些行不同的键（见合库合表的文档）。',
	'Do not empty a table that other applications write to.': '不要清空有他人写入的表。',
	'Here start-task --remove-meta is right, but only after you have emptied the tables: dump and load run again. Otherwise it fails again.':
		'表清空之后，在这里使用 start-task --remove-meta 是正确的：导出和导入会重新执行。不清空则会再次失败。',
	"A row does not have as many columns as DM's copy of the table schema": '行的列数与 DM 所知的表结构不符',
	'A DDL was skipped, filtered or not in the binlog (an online DDL, sql_log_bin = 0), or the downstream has more columns and the task is incremental.':
		'有 DDL 被跳过、过滤或在 DM 之外执行（online DDL、sql_log_bin = 0），或下游的列更多且任务为增量。',
	'the DDL that was skipped or filtered': '哪条 DDL 被跳过或过滤',
	'Find the missing DDL (the rows have the columns that the upstream had at that position in the binlog).':
		'找出缺少的 DDL（行的列与上游在 binlog 该位置时的列一致）。',
	'Write the CREATE TABLE as it was at that position into a file; if the downstream table does not have a column, add it.':
		'把当时的 CREATE TABLE 写入文件；如果下游的表缺列，也一并补齐。',
	'binlog-schema update -s {source} {task} {schema} {name} FILE (DM before 6.0: operate-schema set).':
		'binlog-schema update -s {source} {task} {schema} {name} FILE（6.0 之前的 DM：operate-schema set）。',
	"Do not use the upstream's current schema (--from-source) if more DDLs follow in the binlog: they would be applied twice.":
		'如果 binlog 中后面还有 DDL，不要用上游今天的表结构（--from-source）：它们会被重复执行。',
	'The table and the rows have different numbers of columns': '表的列数与行的值数不符',
	"The downstream table was created manually or by an earlier attempt, and its columns differ from the upstream's.":
		'下游的表由人工或之前的尝试创建，与上游的列不同。',
	'Compare both tables. If the downstream table is a leftover: drop it and resume; it is then created as in the dump.':
		'比对两张表。如果下游的是残留：删除它并恢复任务，它会按导出的结构重建。',
	'If it is meant to have more columns: give them defaults, and dump with complete-insert (extra-args: "--complete-insert").':
		'如果它本应有更多列：给这些列设置默认值，并以 complete-insert 导出（extra-args: "--complete-insert"）。',
	'In Sync: use binlog-schema, as for column-count-mismatch.':
		'在 Sync 中：用 binlog-schema，同 column-count-mismatch。',
	'Do not drop a table that contains other rows.': '不要删除存有其他数据的表。',
	'A column does not exist in the downstream table': '下游的表缺少某列',
	'An ADD COLUMN was skipped or filtered, or was not in the binlog; or the table was created manually.':
		'某条 ADD COLUMN 被跳过、过滤，或在上游未写入 binlog 的情况下执行；或表由人工创建。',
	"Change the downstream table to match the upstream's (run ALTER TABLE {table} ... manually), then resume.":
		'让下游的表与上游一致（手工执行 ALTER TABLE {table} ...），然后恢复。',
	'If a DDL names the column and the downstream does not need it: skip the DDL.':
		'如果有 DDL 涉及该列且不需要：跳过。',
	'The table does not exist': '表不存在',
	'It was never created in the downstream (task-mode incremental, a skipped or filtered CREATE TABLE), it was dropped there, or a route points to another name.':
		'从未在下游创建（task-mode incremental、CREATE TABLE 被跳过或过滤）、在下游被删除，或路由指向其他名称。',
	'routes and block-allow-list': 'routes 和 block-allow-list',
	'Create the table in the downstream with the schema and rows that the upstream had at this position, then resume.':
		'在下游按上游当时的结构创建该表，并补上当时已有的行，然后恢复。',
	'Or correct the route, or exclude the table with block-allow-list. Change the task file, then stop-task {task} and start-task with that file (without --remove-meta, so that the checkpoint is kept).':
		'或者修正路由，或用 block-allow-list 排除该表。修改任务文件，然后 stop-task {task}，再用该文件 start-task：检查点保留（不加 --remove-meta）。',
	'Do not create it empty if it had rows in the upstream: only later changes would be replicated.':
		'如果上游当时已有数据，不要创建空表：那样只会有之后的变更。',
	'The schema does not exist': '库不存在',
	'A CREATE DATABASE was filtered or skipped, or a route points to a schema that does not exist.':
		'CREATE DATABASE 被过滤或跳过，或路由指向不存在的库。',
	'all existing schemas': '现有的库',
	routes: 'routes',
	'Create the schema in the downstream, or correct the route; then resume.':
		'在下游创建该库，或修正路由；然后恢复。',
	'No partition of the downstream table accepts the row': '下游的表没有分区能放下该行',
	'An ADD PARTITION was skipped or filtered.': '某条 ADD PARTITION 被跳过或过滤。',
	'Add the partition in the downstream manually, then resume.': '在下游手工添加该分区，然后恢复。',
	'An expression filter of the task is not valid': '任务的表达式过滤有误',
	'Its SQL has an error or names a column that the table does not have, or a name in expression-filters is not defined.':
		'其 SQL 有误或使用了表中没有的列，或 expression-filters 中引用的名称未定义。',
	'expression-filter': 'expression-filter',
	'Correct the expression; each filter can have one expression for inserts, updates or deletes.':
		'修正表达式；一个过滤器只能使用 insert、update、delete 表达式中的一种。',
	'Rows and indexes of a table in the downstream do not agree': '下游某张表的数据与索引不一致',
	'A physical import that was interrupted or ran beside other writes, or a bug in TiDB, left an index without its row or a row without its index.':
		'物理导入中断或与其他写入同时进行，或 TiDB 的缺陷，造成有索引无数据或有数据无索引。',
	'whether rows and indexes agree, and which row does not': '数据与索引是否一致，以及哪一行不一致',
	'the version, for the search of known problems': '版本，用于查找已知问题',
	'Keep the error and the log of TiDB: they name the key, and support needs them.':
		'保留该错误和 TiDB 的日志：其中有键值，技术支持会用到。',
	'Repair the table: drop the index that does not agree and add it again; compare its rows with the upstream first.':
		'修复该表：先与上游对比数据，再删除并重建不一致的索引。',
	'If many rows are concerned: load the table again into an empty one.':
		'如果涉及很多行：把该表重新导入到空表。',
	'Do not set tidb_txn_assertion_level = OFF to get past it: TiDB then writes over the difference.':
		'不要用 tidb_txn_assertion_level = OFF 绕过：TiDB 会在不一致的数据上继续写入。',
	'A statement of DM has more than 65535 values': 'DM 的一条语句超过 65535 个值',
	'A batch of rows with many columns is written in one statement (multiple-rows, compact).':
		'列很多的一批行被写成一条语句（multiple-rows、compact）。',
	'batch and multiple-rows in syncers': 'syncers 中的 batch 和 multiple-rows',
	'Reduce syncers.batch, or set multiple-rows: false. Change the task file, then stop-task {task} and start-task with that file (without --remove-meta, so that the checkpoint is kept).':
		'减小 syncers.batch，或设置 multiple-rows: false。修改任务文件，然后 stop-task {task}，再用该文件 start-task：检查点保留（不加 --remove-meta）。',
};
