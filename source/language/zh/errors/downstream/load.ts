/** The texts of source/dm/errors/knowledge/downstream/load.ts. */
export const load = {
	'The dump is on another worker': '导出的文件在另一个 worker 上',
	'The source moved to this worker during the load; the dumped files are still on the former worker.':
		'导入进行中数据源移到了该 worker；导出的文件留在了原来的 worker 上。',
	'whether the former worker (named in the message) is online and free':
		'消息中原来的 worker 是否在线、是否空闲',
	'Start the former worker again, and transfer the source to it: transfer-source {source} WORKER.':
		'恢复原来的 worker，并把数据源移过去：transfer-source {source} WORKER。',
	'If that worker is lost: copy its dump directory to this worker, or start over (empty the tables, start-task --remove-meta).':
		'如果它已彻底丢失：把它的导出目录复制到该 worker，或重做（清空表，start-task --remove-meta）。',
	'The checkpoint of the load does not match the dump or the downstream': '导入的检查点与导出文件或下游不符',
	'The dump was repeated, or the downstream was emptied, but the checkpoint was kept.':
		'重新做过导出，或清空过下游，而检查点仍在。',
	'checkpoints left over from an earlier attempt': '之前的尝试留下的检查点',
	'stop-task {task}, empty its tables in the downstream, start-task --remove-meta with its file: dump and load run again.':
		'stop-task {task}，清空它在下游的表，用其文件执行 start-task --remove-meta：导出和导入会重新执行。',
	'The downstream does not support the collation or character set of the dump':
		'下游不认识导出文件的排序规则或字符集',
	'A schema or table of the upstream uses one that TiDB does not have (latin1_swedish_ci, utf8mb4_0900_ai_ci before TiDB 7.4).':
		'上游的库或表使用了 TiDB 没有的（latin1_swedish_ci、TiDB 7.4 之前的 utf8mb4_0900_ai_ci）。',
	'Create the schema and table manually in the downstream with a collation that TiDB has (utf8mb4_bin, utf8mb4_general_ci): the load uses them unchanged.':
		'在下游用 TiDB 支持的排序规则（utf8mb4_bin、utf8mb4_general_ci）手工创建库和表：导入会直接使用它们。',
	'For many tables: set collation_compatible: loose in the task file, or upgrade TiDB.':
		'表很多时：在任务中设置 collation_compatible: loose，或使用更新的 TiDB。',
	'Do not start over: the dump is complete, only the schema is missing.':
		'不要重做：导出完整，只缺库表结构。',
	'The schema file of a table is missing from the dump': '导出缺少某张表的结构文件',
	'The dump was not finished, its files were removed, or they are on another worker; or a route names a table that was not dumped.':
		'导出未完成、文件被删除，或在另一个 worker 上；也可能是路由指向了没有文件的表。',
	'which schema files exist': '有哪些结构文件',
	'If the files are on the former worker: transfer-source {source} WORKER.':
		'如果文件在原来的 worker 上：transfer-source {source} WORKER。',
	'Create the table manually in the downstream, then resume.': '在下游手工创建该表，然后恢复。',
	'If the dump is incomplete: start over.': '如果导出不完整：重做。',
	'A table to be loaded already contains rows': '要导入的表已有数据',
	'They were written by an earlier attempt, another task, or an application.':
		'之前的尝试、另一个任务或应用在其中写入过。',
	'the number of rows in it': '已有多少行',
	'Empty the table (TRUNCATE TABLE {table}) if its rows are leftovers, then resume.':
		'如果是残留数据，清空该表（TRUNCATE TABLE {table}），然后恢复。',
	'Logical mode allows existing rows: on-duplicate-logical controls what happens to them.':
		'逻辑导入模式下可以已有数据：on-duplicate-logical 决定如何处理。',
	'An object that the load creates already exists': '导入要创建的对象已存在',
	'A table or view has the same name, or the dump has two files for one table.':
		'有同名的表或视图，或一张表有两个导出文件。',
	'Drop or rename the existing object if it is not needed, then resume.':
		'如果没有人需要，删除或重命名占用该名称的对象，然后恢复。',
	'Do not drop a table that others write to.': '不要删除有他人写入的表。',
	'Another import is using the table': '另一个导入占用着该表',
	'A physical import or IMPORT INTO of another task is running on it, or has just been interrupted.':
		'另一个任务的物理导入或 IMPORT INTO 正在进行，或刚刚中断。',
	'running imports': '正在进行的导入',
	'Wait until the other import has finished. DM 26.3 and later retry automatically; otherwise resume.':
		'等另一个导入结束；DM 26.3 及更新版本会自动重试，否则需恢复任务。',
	"TiDB Lightning's precheck failed": 'Lightning 导入前的检查未通过',
	'Not enough disk space on the worker or in TiKV, too many empty regions, or a CDC or backup task that conflicts with physical import.':
		'worker 或 TiKV 的磁盘不足、空 region 过多，或有其他 CDC、备份任务使物理导入被禁止。',
	'free space for sorting (physical mode)': '排序所需的空间（物理导入模式）',
	'Fix what the check reports, then resume.': '解决检查指出的问题，然后恢复。',
	'Or load in logical mode (import-mode: logical).': '或使用逻辑导入模式（import-mode: logical）。',
	'TiDB Lightning cannot continue from its checkpoint': 'Lightning 的检查点不允许继续',
	'The load was changed, or failed in a way that TiDB Lightning cannot recover from automatically.':
		'导入被修改过，或以 Lightning 不会自动继续的方式失败。',
	'Find the table and the reason in the log. Fix it, then resume.':
		'在日志中查看是哪张表、什么原因。解决之后恢复。',
	'If this persists: stop-task {task}, empty its tables in the downstream, start-task --remove-meta with its file: dump and load run again.':
		'如果仍然报错：stop-task {task}，清空它在下游的表，用其文件执行 start-task --remove-meta：导出和导入会重新执行。',
	'The downstream refuses to create a table or schema from the dump': '下游拒绝创建导出文件中的表或库',
	'It uses a collation, character set, index or type that TiDB does not support; the reason is in the message.':
		'TiDB 没有的排序规则、字符集、索引或类型；原因见消息后部。',
	'Create the table manually in the downstream in a form that TiDB accepts: the load uses it unchanged.':
		'以 TiDB 接受的形式在下游手工创建该表：导入会直接使用它。',
	'Do not start over: the dump is complete, only the table is missing.': '不要重做：导出完整，只缺这张表。',
	'The import into the downstream stopped': '导入下游时停止',
	'The reason is in the message: a table, a value, the connection, or lack of space.':
		'消息背后的原因说明了为什么：某张表、某个值、连接或空间。',
	'Fix the cause in the downstream or in the dump.': '在下游或导出文件中消除该原因。',
	'The imported tables contain duplicate rows': '导入的表中有重复的行',
	'Shards with the same keys, or tables that were not empty before a physical import.':
		'键重复的分表，或物理导入前表不为空。',
	'the conflicting rows': '冲突的行',
	'Decide for each key which row is right, and insert it manually (all of the conflicting rows were removed).':
		'逐个键判断哪一行正确，手工写入表中（所有冲突的行都已被移除）。',
	'Then resume: DM treats the load as finished and proceeds to Sync.':
		'然后恢复：DM 会认为导入已完成，进入 Sync。',
	'Do not resume before the rows are inserted: after a manual resume DM ignores this error, and the rows stay missing.':
		'在补回这些行之前不要恢复：人工恢复时 DM 会略过该错误，这些行将一直缺失。',
	'The checksum of the imported data differs from the dump': '导入的数据与导出的不一致：校验和不同',
	'The tables were not empty, two imports wrote to one table, an application wrote to it (the downstream has more rows), or keys conflict (the dump has more rows).':
		'表不为空、两个导入写入同一张表、期间有应用写入（下游更多），或键冲突（导出更多）。',
	'compared with the count in the upstream: more or fewer rows': '与上游的行数相比：更多还是更少',
	'whether rows and indexes are consistent': '行与索引是否一致',
	'If the downstream has more rows: find out who else wrote to it. Then stop-task {task}, empty its tables in the downstream, start-task --remove-meta with its file: dump and load run again.':
		'如果下游更多：查明还有谁写入。然后 stop-task {task}，清空它在下游的表，用其文件执行 start-task --remove-meta：导出和导入会重新执行。',
	'If the dump has more rows: set on-duplicate-physical: manual to see the conflicting keys.':
		'如果导出更多：on-duplicate-physical: manual 会显示冲突的键。',
	'Run only one import per table at a time.': '同一张表同一时间只能有一个导入。',
	'Do not just resume: DM then accepts the difference and proceeds to Sync with wrong data.':
		'不要直接恢复：DM 会当作你确认差异无误，带着错误的数据进入 Sync。',
	'A file of the dump cannot be read or used': '导出文件无法读取或使用',
	'The dump is incomplete, was edited, or is on another worker.':
		'导出不完整、被修改过，或在另一个 worker 上。',
	'whether the files exist and are not empty': '文件是否存在且不为空',
	'Transfer the source back to the worker that made the dump (transfer-source {source} WORKER).':
		'把数据源移回执行导出的 worker（transfer-source {source} WORKER）。',
	'Or stop-task {task}, empty its tables in the downstream, start-task --remove-meta with its file: dump and load run again.':
		'或者 stop-task {task}，清空它在下游的表，用其文件执行 start-task --remove-meta：导出和导入会重新执行。',
	'The dump has rows with the same key': '导出的数据中有键值相同的行',
	'Shards that are merged into one table share keys, or the table had rows before a physical import.':
		'合并到同一张表的分表键值重复，或物理导入之前表中已有数据。',
	'routes of several tables into one table, import-mode, on-duplicate-physical':
		'多张表合并到一张表的路由、import-mode、on-duplicate-physical',
	'whether it had rows before the load': '导入之前是否已有数据',
	'Otherwise set on-duplicate-physical: manual to see the conflicting rows. Then stop-task {task}, empty its tables in the downstream, start-task --remove-meta with its file: dump and load run again.':
		'否则设置 on-duplicate-physical: manual 以查看冲突的行。然后stop-task {task}，清空它在下游的表，用其文件执行 start-task --remove-meta：导出和导入会重新执行。',
};
