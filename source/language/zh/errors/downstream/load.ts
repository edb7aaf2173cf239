/** The texts of source/dm/errors/knowledge/downstream/load.ts. */
export const load = {
	'The dump is on another worker': '导出的文件在另一个 worker 上',
	'The source moved to this worker while its load was going on; the dumped files stayed with the former one.':
		'导入进行中数据源移到了该 worker；导出的文件留在了原来的 worker 上。',
	'whether the former worker of the message is online, and free': '消息中原来的 worker 是否在线、是否空闲',
	'Bring the former worker back, and move the source to it: transfer-source {source} WORKER.':
		'恢复原来的 worker，并把数据源移过去：transfer-source {source} WORKER。',
	'If it is lost for good: copy its dump directory to this worker, or start over (empty the tables, start-task --remove-meta).':
		'如果它已彻底丢失：把它的导出目录复制到该 worker，或重做（清空表，start-task --remove-meta）。',
	'The checkpoint of the load does not fit the dump or the downstream': '导入的检查点与导出文件或下游不符',
	'The dump was made again, or the downstream was emptied, while the checkpoint stayed.':
		'重新做过导出，或清空过下游，而检查点仍在。',
	'checkpoints that are left of an earlier attempt': '之前的尝试留下的检查点',
	'stop-task {task}, empty its tables in the downstream, start-task --remove-meta with its file: dump and load run again.':
		'stop-task {task}，清空它在下游的表，用其文件执行 start-task --remove-meta：导出和导入会重新执行。',
	'The downstream does not know the collation or character set of the dump':
		'下游不认识导出文件的排序规则或字符集',
	"The upstream's schema or table uses one that TiDB does not have (latin1_swedish_ci, utf8mb4_0900_ai_ci before TiDB 7.4).":
		'上游的库或表使用了 TiDB 没有的（latin1_swedish_ci、TiDB 7.4 之前的 utf8mb4_0900_ai_ci）。',
	'Create the schema and table by hand in the downstream with a collation that TiDB has (utf8mb4_bin, utf8mb4_general_ci): the load uses them as they are.':
		'在下游用 TiDB 支持的排序规则（utf8mb4_bin、utf8mb4_general_ci）手工创建库和表：导入会直接使用它们。',
	'For many tables: collation_compatible: loose in the task, or a newer TiDB.':
		'表很多时：在任务中设置 collation_compatible: loose，或使用更新的 TiDB。',
	'Do not start over: the dump is whole, only the schema is missing.': '不要重做：导出完整，只缺库表结构。',
	'The dump lacks the schema file of a table': '导出缺少某张表的结构文件',
	'The dump was not finished, its files were removed, or they are on another worker; a route may also name a table of no file.':
		'导出未完成、文件被删除，或在另一个 worker 上；也可能是路由指向了没有文件的表。',
	'which schema files there are': '有哪些结构文件',
	'If the files are on the former worker: transfer-source {source} WORKER.':
		'如果文件在原来的 worker 上：transfer-source {source} WORKER。',
	'Create the table by hand in the downstream, then resume.': '在下游手工创建该表，然后恢复。',
	'If the dump is not whole: start over.': '如果导出不完整：重做。',
	'A table of the load already holds rows': '要导入的表已有数据',
	'An earlier attempt, another task, or an application has written there.':
		'之前的尝试、另一个任务或应用在其中写入过。',
	'how many rows are there': '已有多少行',
	'Empty the table (TRUNCATE TABLE {table}) if its rows are leftovers, then resume.':
		'如果是残留数据，清空该表（TRUNCATE TABLE {table}），然后恢复。',
	'In logical mode rows may be there: on-duplicate-logical says what happens to them.':
		'逻辑导入模式下可以已有数据：on-duplicate-logical 决定如何处理。',
	'What the load is to create is there already': '导入要创建的对象已存在',
	'A table or view of the same name, or two files of the dump for one table.':
		'有同名的表或视图，或一张表有两个导出文件。',
	'Drop or rename what is in the way, if it is not needed, then resume.':
		'如果没有人需要，删除或重命名占用该名称的对象，然后恢复。',
	'Do not drop a table that others write to.': '不要删除有他人写入的表。',
	'Another import holds the table': '另一个导入占用着该表',
	'A physical import or IMPORT INTO of another task runs there, or was cut off a moment ago.':
		'另一个任务的物理导入或 IMPORT INTO 正在进行，或刚刚中断。',
	'imports that run': '正在进行的导入',
	'Wait until the other import is over; DM 26.3 and newer tries again by itself, otherwise resume.':
		'等另一个导入结束；DM 26.3 及更新版本会自动重试，否则需恢复任务。',
	"Lightning's own check before the load failed": 'Lightning 导入前的检查未通过',
	'Not enough disk on the worker or in TiKV, too many empty regions, or another CDC or backup task that forbids physical import.':
		'worker 或 TiKV 的磁盘不足、空 region 过多，或有其他 CDC、备份任务使物理导入被禁止。',
	'space for sorting (physical mode)': '排序所需的空间（物理导入模式）',
	'Cure what the check names, then resume.': '解决检查指出的问题，然后恢复。',
	'Or load in logical mode (import-mode: logical).': '或使用逻辑导入模式（import-mode: logical）。',
	"Lightning's checkpoint does not allow it to continue": 'Lightning 的检查点不允许继续',
	'The load was changed or failed in a way that Lightning does not continue by itself.':
		'导入被修改过，或以 Lightning 不会自动继续的方式失败。',
	'Look in the log which table it is and why. Resume after curing that.':
		'在日志中查看是哪张表、什么原因。解决之后恢复。',
	'If it stays: stop-task {task}, empty its tables in the downstream, start-task --remove-meta with its file: dump and load run again.':
		'如果仍然报错：stop-task {task}，清空它在下游的表，用其文件执行 start-task --remove-meta：导出和导入会重新执行。',
	'The downstream refuses to create a table or schema of the dump': '下游拒绝创建导出文件中的表或库',
	'A collation, character set, index or type that TiDB does not have; the reason stands behind.':
		'TiDB 没有的排序规则、字符集、索引或类型；原因见消息后部。',
	'Create the table by hand in the downstream in a form that TiDB takes: the load uses it as it is.':
		'以 TiDB 接受的形式在下游手工创建该表：导入会直接使用它。',
	'Do not start over: the dump is whole, only the table is missing.': '不要重做：导出完整，只缺这张表。',
	'The import into the downstream stopped': '导入下游时停止',
	'The reason behind the message says why: a table, a value, the connection, space.':
		'消息背后的原因说明了为什么：某张表、某个值、连接或空间。',
	'Remove what the reason names in the downstream or the dump.': '在下游或导出文件中消除该原因。',
	'The imported tables hold duplicate rows': '导入的表中有重复的行',
	'Shards with the same keys, or tables that were not empty before a physical import.':
		'键重复的分表，或物理导入前表不为空。',
	'the rows that clash': '冲突的行',
	'Decide for each key which row is right, and put it into the table by hand (all of the clashing rows were removed).':
		'逐个键判断哪一行正确，手工写入表中（所有冲突的行都已被移除）。',
	'Then resume: DM takes the load as done and proceeds to Sync.':
		'然后恢复：DM 会认为导入已完成，进入 Sync。',
	'Do not resume before the rows are back: DM skips this error when a person resumes, and the rows stay missing.':
		'在补回这些行之前不要恢复：人工恢复时 DM 会略过该错误，这些行将一直缺失。',
	'What was imported is not what was dumped: the checksums differ': '导入的数据与导出的不一致：校验和不同',
	'The tables were not empty, two imports went into one table, an application wrote meanwhile (the downstream has more), or keys clash (the dump has more).':
		'表不为空、两个导入写入同一张表、期间有应用写入（下游更多），或键冲突（导出更多）。',
	'against the count upstream: more or fewer': '与上游的行数相比：更多还是更少',
	'whether rows and indexes agree': '行与索引是否一致',
	'If the downstream has more: find who else wrote. Then stop-task {task}, empty its tables in the downstream, start-task --remove-meta with its file: dump and load run again.':
		'如果下游更多：查明还有谁写入。然后 stop-task {task}，清空它在下游的表，用其文件执行 start-task --remove-meta：导出和导入会重新执行。',
	'If the dump has more: on-duplicate-physical: manual shows the keys that clash.':
		'如果导出更多：on-duplicate-physical: manual 会显示冲突的键。',
	'One import at a time into one table.': '同一张表同一时间只能有一个导入。',
	'Do not just resume: DM takes that as confirmation that the difference is correct, and proceeds to Sync with wrong data.':
		'不要直接恢复：DM 会当作你确认差异无误，带着错误的数据进入 Sync。',
	'A file of the dump cannot be read or used': '导出文件无法读取或使用',
	'The dump is not whole, was edited, or is on another worker.':
		'导出不完整、被修改过，或在另一个 worker 上。',
	'whether the files are there and not empty': '文件是否存在且不为空',
	'Bring the source back to the worker that dumped it (transfer-source {source} WORKER).':
		'把数据源移回执行导出的 worker（transfer-source {source} WORKER）。',
	'Or stop-task {task}, empty its tables in the downstream, start-task --remove-meta with its file: dump and load run again.':
		'或者 stop-task {task}，清空它在下游的表，用其文件执行 start-task --remove-meta：导出和导入会重新执行。',
};
