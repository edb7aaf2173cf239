/** The texts of source/dm/errors/knowledge/downstream/ddl.ts. */
export const ddl = {
	'TiDB does not support this DDL': 'TiDB 不支持该 DDL',
	'The upstream changed a table in a way that this version of TiDB does not support (types, primary key, character set, partitions).':
		'上游以该版本 TiDB 不支持的方式修改了表（类型、主键、字符集、分区）。',
	'what is already set for this position and later ones': '该位置及之后已设置了哪些操作',
	'If the downstream can do it in another way: replace it (binlog replace {task} -s {source} "...") with DDLs that TiDB accepts and that result in the same columns.':
		'如果下游可以用其他方式实现：把它替换（binlog replace {task} -s {source} "..."）为 TiDB 接受、且得到相同列的 DDL。',
	'If the downstream does not need it (a lossless type change, an index, a comment): skip it (binlog skip {task} -s {source}).':
		'如果下游不需要（不丢数据的类型变更、索引、注释）：跳过（binlog skip {task} -s {source}）。',
	'DM continues automatically after skip or replace. Compare the columns on both sides afterwards.':
		'跳过或替换之后 DM 会自动继续。之后请比对两边的列。',
	'If neither is possible: create a new table with the target schema in the downstream, copy the rows, and swap the names.':
		'两者都不行时：在下游新建一张目标结构的表，复制数据，交换表名。',
	'Do not skip a DDL that adds, drops or renames a column: later rows would no longer match the table (36027), and the schema would have to be set manually with binlog-schema.':
		'不要跳过增加、删除或重命名列的 DDL：后续的行将不再匹配（36027），须手工设置 binlog-schema。',
	'A DDL cannot be parsed: syntax not supported by TiDB': '无法解析 DDL：TiDB 不支持其语法',
	'Spatial types, functions as defaults, events, triggers or MariaDB-specific syntax. It stops all Sync tasks of the source, even those that filter out its schema.':
		'空间类型、用函数作默认值、事件、触发器或 MariaDB 专有语法。它会停止该数据源的所有 Sync 任务，包括不同步该库的任务。',
	'To ignore such DDLs in future: add an event filter to the task (filters: schema-pattern "*", sql-pattern) with action Ignore.':
		'要让 DM 今后忽略这类 DDL，请过滤：在任务中设置事件过滤（filters：schema-pattern "*"、sql-pattern），action 为 Ignore。',
	'A statement cannot be parsed': '无法解析语句',
	'ALTER EVENT, CREATE TRIGGER, procedures or MariaDB-specific syntax; or the SQL given to binlog replace has an error.':
		'ALTER EVENT、CREATE TRIGGER、存储过程或 MariaDB 专有语法；或 binlog replace 给出的 SQL 有误。',
	'If the downstream does not need it: skip it (binlog skip {task} -s {source}).':
		'如果下游不需要：跳过（binlog skip {task} -s {source}）。',
	'If it is your own replacement: correct it and run binlog replace again.':
		'如果是自己给出的替换语句：改正后重新替换。',
	'One DDL changes several tables at once': '一条 DDL 同时修改多张表',
	'DROP TABLE a, b or RENAME TABLE a TO b, c TO d: DM supports one table per statement here.':
		'DROP TABLE a, b 或 RENAME TABLE a TO b, c TO d：此处 DM 每条语句只接受一张表。',
	'Replace it with one statement per table (binlog replace {task} -s {source} "...;...").':
		'替换为每张表一条语句（binlog replace {task} -s {source} "...;..."）。',
	'If none of the tables is replicated: skip it.': '如果这些表都不同步：跳过。',
	'DM does not support this kind of DDL': 'DM 不认识的 DDL 类型',
	'DM can parse the statement but cannot handle it, or cannot rewrite it with the names of the target.':
		'DM 能解析但没有处理规则的语句，或无法用目标表名改写的语句。',
	'The mode of the task does not allow this statement': '任务的该模式不允许这样的语句',
	'RENAME TABLE in optimistic shard mode, or foreign keys with foreign_key_checks = 1.':
		'乐观分表模式下的 RENAME TABLE，或 foreign_key_checks = 1 时的外键。',
	'Run it manually in the downstream once all shards have passed it, and skip it on each source.':
		'等所有分表都越过它之后，在下游手工执行，并在每个数据源上跳过。',
	"For foreign keys: turn foreign_key_checks off in the task's session, or replace the DDL with one without the constraint.":
		'对于外键：在任务的会话中关闭 foreign_key_checks，或通过替换 DDL 去掉该约束。',
	'TiDB cancelled or rolled back a DDL that ran in the background': 'TiDB 取消或回滚了一条在后台执行的 DDL',
	'The connection was lost while the DDL was running, and it failed later: rows that violate a new unique index, ADMIN CANCEL DDL JOBS, or no space.':
		'DDL 执行期间连接中断，之后失败：有行违反新的唯一索引、有人执行 ADMIN CANCEL DDL JOBS，或空间不足。',
	"the job's state, and its error in ADMIN SHOW DDL JOB QUERIES":
		'该 job 的状态，错误见 ADMIN SHOW DDL JOB QUERIES',
	'Find the cause in TiDB (log of the DDL owner), and remove it: duplicates for a unique index, lack of space.':
		'在 TiDB（DDL owner 的日志）中找出原因并消除：唯一索引的重复值、空间。',
	'Run the DDL manually in the downstream and skip it; or resume: DM runs it again.':
		'在下游手工执行该 DDL 并跳过，或恢复任务：DM 会再次执行。',
	'Do not skip it before the downstream table has the new columns.': '在下游的表具备所需的列之前不要跳过。',
	'DM does not have the DDL of a gh-ost or pt-osc change': 'DM 没有 gh-ost 或 pt-osc 变更的 DDL',
	'The task started, or the DDL was filtered or skipped, between the ALTER of the shadow table and its RENAME: DM has not seen the ALTER.':
		'任务在影子表的 ALTER 与 RENAME 之间启动、过滤或跳过：DM 没有看到该 ALTER。',
	'the current table in the upstream, which may be newer than this position in the binlog':
		'上游现在的表结构，可能比 binlog 中的这个位置更新',
	'the DDLs of shadow tables that DM has': 'DM 已有的影子表 DDL',
	'Run the DDL of the online change manually on the real table in the downstream (compare the columns on both sides).':
		'在下游对正式表手工执行该变更的 DDL（比对两边的列）。',
	'Skip the RENAME (binlog skip {task} -s {source}), and set the schema that DM uses for the table: binlog-schema update -s {source} {task} {schema} TABLE --from-source.':
		'跳过该 RENAME（binlog skip {task} -s {source}），并设置 DM 所认为的表结构：binlog-schema update -s {source} {task} {schema} TABLE --from-source。',
	'If it happens again during the same change: set online-ddl: false and ignore the shadow tables (_T_gho, _T_ghc, _T_del; _T_new, _T_old) in block-allow-list until the change is finished, then turn it on again.':
		'如果同一次变更中再次出现：设置 online-ddl: false，并在 block-allow-list 中忽略影子表（_T_gho、_T_ghc、_T_del；_T_new、_T_old），直到变更结束再开启。',
	'Do not just skip it: the downstream would not get the change (36027 follows).':
		'不要只是跳过：下游会缺少该变更的列（随后报 36027）。',
	'A rename does not match what DM knows of gh-ost or pt-osc': '重命名与 DM 所知的 gh-ost 或 pt-osc 不符',
	'A table whose name only looks like a shadow table, names other than the usual ones of the tool, or a manual rename.':
		'只是表名像影子表、使用了非默认的表名，或是手工重命名。',
	'online-ddl, shadow-table-rules, trash-table-rules': 'online-ddl、shadow-table-rules、trash-table-rules',
	'If it is not an online DDL: run it manually in the downstream if needed, and skip it.':
		'如果不是 online DDL：下游需要时手工执行，然后跳过。',
	'If the tool uses other names: set shadow-table-rules and trash-table-rules. Change the task file, then stop-task {task} and start-task with that file (without --remove-meta, so that the checkpoint is kept).':
		'如果工具使用其他表名：设置 shadow-table-rules 和 trash-table-rules。修改任务文件，然后 stop-task {task}，再用该文件 start-task：检查点保留（不加 --remove-meta）。',
	"A DDL does not match DM's own copy of the table schema": 'DDL 与 DM 所认为的表结构不符',
	"An earlier DDL was skipped or filtered, so the column or index is missing from (or already in) DM's own copy of the schema; or TiDB does not support the DDL.":
		'之前有 DDL 被跳过或过滤，使 DM 自己的表结构中缺少（或已有）该列或索引；或 TiDB 不支持该 DDL。',
	'the table schema that DM uses at this position in the binlog (the task must be Paused)':
		'DM 认为表在 binlog 的这个位置的结构（任务须为 Paused）',
	'If the DDL is already done or not needed: skip it (binlog skip {task} -s {source}).':
		'如果该 DDL 已执行或不需要：跳过（binlog skip {task} -s {source}）。',
	"If DM's copy is wrong: binlog-schema update -s {source} {task} {schema} {name} FILE, with the table as it was before this DDL; then resume.":
		'如果 DM 的表结构有误：binlog-schema update -s {source} {task} {schema} {name} FILE，给出该 DDL 之前的表结构；然后恢复。',
	'If TiDB does not support it: replace it.': '如果 TiDB 不支持：替换它。',
	"Do not use the upstream's current schema for binlog-schema if more DDLs follow in the binlog: they would fail in turn.":
		'如果 binlog 中后面还有 DDL，不要用上游今天的表结构设置 binlog-schema：它们会相继失败。',
	'DM could not process a DDL': '无法处理某条 DDL',
	'The reason is in the message.': '消息背后的原因说明了为什么。',
};
