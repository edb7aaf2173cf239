/** The texts of source/dm/errors/knowledge/upstream/dump.ts. */
export const dump = {
	"The upstream's user may not lock tables for the dump": '上游用户没有为导出锁表的权限',
	'RELOAD (FLUSH TABLES WITH READ LOCK) or LOCK TABLES is missing; cloud databases do not grant RELOAD.':
		'缺少 RELOAD（FLUSH TABLES WITH READ LOCK）或 LOCK TABLES；云数据库不提供 RELOAD。',
	'whether RELOAD, LOCK TABLES and SELECT are granted': '是否有 RELOAD、LOCK TABLES 和 SELECT',
	"Run on the upstream: GRANT RELOAD ON *.* and LOCK TABLES, SELECT on the schemas TO 'USER'@'HOST'.":
		"在上游执行 GRANT RELOAD ON *.*，并在相应的库上授予 LOCK TABLES、SELECT 给 'USER'@'HOST'。",
	'If you cannot get these privileges: mydumpers.extra-args: "--consistency none" (or "--consistency lock"). Change the task file, then stop-task {task} and start-task with that file (without --remove-meta, so that the checkpoint is kept).':
		'无法授权时：mydumpers.extra-args: "--consistency none"（或 "--consistency lock"）。修改任务文件，然后 stop-task {task}，再用该文件 start-task：检查点保留（不加 --remove-meta）。',
	'Resume the task: the dump starts from the beginning.': '恢复任务：导出会从头开始。',
	'Without a lock, run no DDLs and write to no tables without a primary key in the upstream during the dump: safe mode can only repair rows with keys.':
		'不加锁导出期间，上游没有主键的表不能有写入，也不能执行 DDL：安全模式只能修复有键的行。',
	'Do not use --remove-meta for this: a failed dump starts again when the task is resumed.':
		'不要为此使用 --remove-meta：失败的导出在任务恢复后会自动重新开始。',
	'The dump could not get the global read lock': '导出没有获得全局读锁',
	'RELOAD is missing, or a long statement in the upstream blocks FLUSH TABLES WITH READ LOCK.':
		'缺少 RELOAD，或上游的长语句使 FLUSH TABLES WITH READ LOCK 一直等待。',
	'long statements that hold a lock, and what the dump is waiting for': '持有锁的长语句，以及导出在等待什么',
	'whether RELOAD is granted': '是否有 RELOAD',
	'Grant RELOAD, or end the statement that blocks the lock.': '授予 RELOAD，或结束占有表的语句。',
	'Or dump without a lock: mydumpers.extra-args: "--consistency none". Change the task file, then stop-task {task} and start-task with that file (without --remove-meta, so that the checkpoint is kept).':
		'或者不加锁导出：mydumpers.extra-args: "--consistency none"。修改任务文件，然后 stop-task {task}，再用该文件 start-task：检查点保留（不加 --remove-meta）。',
	'The dump lost its connection to the upstream': '导出与上游的连接中断',
	'The upstream restarted, or closed a connection that was idle or too slow (net_write_timeout, wait_timeout, a proxy).':
		'上游重启，或断开了空闲、过慢的连接（net_write_timeout、wait_timeout、代理）。',
	'net_write_timeout (60 s by default) and wait_timeout': 'net_write_timeout（默认 60 s）和 wait_timeout',
	'Raise net_write_timeout and wait_timeout in the upstream, dump from a replica, or use fewer threads.':
		'调高上游的 net_write_timeout 和 wait_timeout，从从库导出，或减少线程数。',
	'Smaller chunks help: mydumpers.rows and chunk-filesize. Change the task file, then stop-task {task} and start-task with that file (without --remove-meta, so that the checkpoint is kept).':
		'较小的分片有帮助：mydumpers.rows 和 chunk-filesize。修改任务文件，然后 stop-task {task}，再用该文件 start-task：检查点保留（不加 --remove-meta）。',
	'DM does not retry a dump automatically, and a resumed dump starts from the beginning: choose a quiet time.':
		'DM 不会自动重试导出，恢复后的导出从头开始：请选择空闲时段。',
	'The dump has more tables than fit on a command line': '导出的表太多，命令行放不下',
	'DM 1.0 passes the names of all tables to mydumper.': 'DM 1.0 会把所有表列给 mydumper。',
	'Select the tables with a pattern: mydumpers.extra-args: "--regex \'^SCHEMA[.]\'". Change the task file, then stop-task {task} and start-task with that file (without --remove-meta, so that the checkpoint is kept).':
		'用模式选择表：mydumpers.extra-args: "--regex \'^SCHEMA[.]\'"。修改任务文件，然后 stop-task {task}，再用该文件 start-task：检查点保留（不加 --remove-meta）。',
	'A table was changed or dropped during the dump': '导出期间表结构变化或表消失',
	'A DDL ran in the upstream during the dump, or a view refers to a table that does not exist.':
		'导出期间上游执行了 DDL，或视图引用了不存在的表。',
	'Run no DDLs in the upstream during the dump; exclude broken views with block-allow-list.':
		'导出期间不要在上游执行 DDL；用 block-allow-list 排除失效的视图。',
	'The dump cannot write to its directory': '导出无法写入其目录',
	"loaders.dir does not belong to the worker's user, is on a read-only disk, or was removed.":
		'loaders.dir 不属于 worker 的用户、位于只读磁盘上，或期间被删除。',
	'owner, permissions and free space': '属主、权限和空间',
	"Give the worker's user the directory, or set loaders.dir to a directory with free space.":
		'把目录的属主改为 worker 的用户，或把 loaders.dir 设为有空间的目录。',
	'Dumpling stopped while dumping the upstream': 'Dumpling 在导出上游时停止',
	'The reason is in the message: a privilege, the connection, a table, or the disk.':
		'消息背后的原因说明了为什么：权限、连接、某张表或磁盘。',
	'Fix the cause.': '消除该原因。',
	'DM does not retry a dump automatically, and a resumed dump starts from the beginning.':
		'DM 不会自动重试导出，恢复后的导出从头开始。',
	'The dump is not on this worker': '导出的文件不在该 worker 上',
	'The source moved to another worker after the dump, or the dump directory was removed.':
		'导出之后数据源移到了另一个 worker，或导出目录被删除。',
	'whether a file "metadata" exists on this worker, or on the one that made the dump':
		'该 worker 或执行导出的 worker 上是否有 metadata 文件',
	'which workers exist, and which is bound to the source': '有哪些 worker，数据源在哪一个上',
	'Transfer the source back to the worker that made the dump: transfer-source {source} WORKER.':
		'把数据源移回执行导出的 worker：transfer-source {source} WORKER。',
	'If its files are gone and nothing has been loaded: stop-task {task}, empty the tables, start-task --remove-meta.':
		'如果文件已丢失且尚未导入任何数据：stop-task {task}，清空表，start-task --remove-meta。',
	"The dump's metadata file is empty or incomplete": '导出的 metadata 文件为空或不完整',
	"The dump could not read the upstream's position: the user does not have REPLICATION CLIENT or RELOAD, the binlog is off, or the dump was interrupted (disk full, worker killed).":
		'导出未能读取上游的位置：用户缺少 REPLICATION CLIENT 或 RELOAD、未开启 binlog，或导出被中断（磁盘已满、worker 被杀死）。',
	'what is missing, and what the dump reported': '缺少什么，导出报告了什么',
	"must return one row when run as DM's user (MySQL 8.4 and later: SHOW BINARY LOG STATUS)":
		'以 DM 的用户执行时必须返回一行（MySQL 8.4 及以后：SHOW BINARY LOG STATUS）',
	'Grant REPLICATION CLIENT and RELOAD, or free disk space.':
		'授予 REPLICATION CLIENT 和 RELOAD，或腾出磁盘空间。',
	'Then the dump must run again: stop-task {task}, empty the tables in the downstream, start-task --remove-meta with its file.':
		'然后必须重新导出：stop-task {task}，清空它在下游的表，用其文件执行 start-task --remove-meta。',
	'Do not write the metadata file manually: a wrong position loses or repeats changes.':
		'不要手工编写 metadata 文件：错误的位置会丢失或重复变更。',
	'A table of the upstream is damaged': '上游的某张表已损坏',
	'The upstream crashed while it wrote to a MyISAM or Aria table, or its disk is damaged.':
		'上游在写 MyISAM 或 Aria 表时崩溃，或磁盘损坏。',
	'whether the table is damaged': '表是否损坏',
	'REPAIR TABLE {table} in the upstream, or exclude the table with block-allow-list.':
		'在上游执行 REPAIR TABLE {table}，或用 block-allow-list 排除该表。',
	'The storage for the dump cannot be used': '导出所用的存储无法使用',
	'loaders.dir names a bucket (S3, GCS, OSS) that does not exist, that the worker cannot reach, or for which its credentials are missing, wrong or expired.':
		'loaders.dir 指定的存储桶（S3、GCS、OSS）不存在、worker 无法访问，或凭证缺失、错误或已过期。',
	'loaders.dir': 'loaders.dir',
	"whether the worker's host has access": 'worker 所在主机能否访问',
	"Correct the address or the credentials in loaders.dir, or give the worker's role access. Change the task file, then stop-task {task} and start-task with that file (without --remove-meta, so that the checkpoint is kept).":
		'修改 loaders.dir 中的地址或凭证，或给 worker 的角色授权。修改任务文件，然后 stop-task {task}，再用该文件 start-task：检查点保留（不加 --remove-meta）。',
	'If the dump had not finished: it starts from the beginning.': '如果导出尚未完成：会从头开始。',
	'Do not write a secret key into a shared file.': '不要把密钥写入共享的文件。',
};
