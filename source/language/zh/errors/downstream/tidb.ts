/** The texts of source/dm/errors/knowledge/downstream/tidb.ts. */
export const tidb = {
	'A row is larger than TiDB allows': '单行超过 TiDB 的上限',
	'A row with large BLOB, TEXT or JSON values exceeds txn-entry-size-limit (6 MB by default).':
		'含大 BLOB、TEXT 或 JSON 值的行超过 txn-entry-size-limit（默认 6 MB）。',
	'the limit, in bytes': '上限（字节）',
	'Raise performance.txn-entry-size-limit on every TiDB server (up to 120 MB) and restart them; from 7.6 on, use SET GLOBAL tidb_txn_entry_size_limit.':
		'调高每台 TiDB 的 performance.txn-entry-size-limit（最大 120 MB）并重启；7.6 起用 SET GLOBAL tidb_txn_entry_size_limit 即可。',
	'TiKV must accept it too: set raftstore.raft-entry-max-size above the limit.':
		'TiKV 也须接受：raftstore.raft-entry-max-size 须大于该上限。',
	'Do not try to skip the row: DM skips DDLs only.': '不要跳过该行：DM 只能跳过 DDL。',
	'Do not start over: nothing is lost, the task continues from its checkpoint.':
		'不要重做任务：没有丢失数据，会从检查点继续。',
	'A transaction is larger than TiDB allows': '事务超过 TiDB 的上限',
	'A batch with many or large rows exceeds txn-total-size-limit (100 MB by default).':
		'一个批次中行数过多或过大，超过 txn-total-size-limit（默认 100 MB）。',
	'Reduce the batch size: syncers.batch (100 by default). Change the task file, then stop-task {task} and start-task with that file (without --remove-meta, so that the checkpoint is kept).':
		'减小批次：syncers.batch（默认 100）。修改任务文件，然后 stop-task {task}，再用该文件 start-task：检查点保留（不加 --remove-meta）。',
	'Or raise performance.txn-total-size-limit on every TiDB server (up to 1 TB) and restart them, then resume.':
		'或调高每台 TiDB 的 performance.txn-total-size-limit（最大 1 TB）并重启，然后恢复。',
	'In Load: use a smaller statement-size in mydumpers.extra-args, and dump again.':
		'Load 阶段：在 mydumpers.extra-args 中减小 statement-size，并重新导出。',
	'A statement is larger than the downstream accepts': '语句超过下游可接受的大小',
	'A statement exceeds max_allowed_packet of TiDB or of the task; in Load it is an INSERT of the dump.':
		'TiDB 或任务的 max_allowed_packet 小于某条语句；在 Load 阶段是导出文件中的某条 INSERT。',
	'the limit, in bytes (64 MB by default)': '上限（字节，默认 64 MB）',
	'SET GLOBAL max_allowed_packet = 134217728 in TiDB.':
		'在 TiDB 执行 SET GLOBAL max_allowed_packet = 134217728。',
	'Set target-database.max-allowed-packet: 134217728 in the task as well. Change the task file, then stop-task {task} and start-task with that file (without --remove-meta, so that the checkpoint is kept).':
		'在任务中也设置 target-database.max-allowed-packet: 134217728。修改任务文件，然后 stop-task {task}，再用该文件 start-task：检查点保留（不加 --remove-meta）。',
	'In Load, if each row is small: dump with a smaller statement-size (mydumpers.extra-args: "--statement-size 1000000").':
		'Load 阶段且单行不大时：以较小的 statement-size 导出（mydumpers.extra-args: "--statement-size 1000000"）。',
	'Do not start over for this: raising the limit is enough.': '不要为此重做：调高上限即可。',
	'The table changed in TiDB while the statement was running': '语句执行期间表结构在 TiDB 中发生变化',
	'A DDL is running in the downstream (manually or by another task), or a TiDB server lost contact with PD.':
		'下游正在执行 DDL（人工或另一个任务），或某台 TiDB 与 PD 失去联系。',
	'running DDLs': '正在执行的 DDL',
	'servers that have just restarted': '哪些服务器刚刚重启',
	'Wait: DM retries automatically.': '等待：DM 会自动重试。',
	'If this persists: wait until the DDL has finished, or restart the TiDB server that lags, then resume.':
		'如果仍然报错：等该 DDL 结束，或重启落后的 TiDB，然后恢复。',
	'Transactions conflict with each other': '事务互相冲突',
	"DM's threads or another writer change the same rows at the same time.":
		'DM 的 worker 或其他写入方同时修改相同的行。',
	'the conflicting statements': '哪些语句发生了冲突',
	'long-running statements and transactions': '执行时间长的语句和事务',
	'If this persists: find the other writer of these rows; lower syncers.worker-count.':
		'如果仍然报错：找出这些行的其他写入方；调低 syncers.worker-count。',
	'Waiting for a lock timed out': '等待锁超时',
	'A long transaction in the downstream locks the rows, or a DDL locks the table.':
		'下游的长事务占有这些行，或某条 DDL 占有该表。',
	'which transactions wait for which': '谁在等谁',
	'End the transaction that holds the lock (KILL its session), or wait.':
		'结束持有锁的事务（KILL 其会话），或等待。',
	'TiKV or PD did not serve the statement in time': 'TiKV 或 PD 未能及时处理语句',
	'A TiKV or PD server is down, full or overloaded, or regions have no leader.':
		'某台 TiKV 或 PD 宕机、磁盘已满或过载，或有 region 没有 leader。',
	'stores that are down or full': '宕机或已满的 store',
	'Check the health of TiKV and PD (disk space, restarts, load), and fix it.':
		'检查 TiKV 和 PD 的健康状况（磁盘空间、重启、负载）并解决。',
	'If this does not help: pause and resume the task.': '如果没有：暂停后再恢复任务。',
	'TiDB killed the statement because of its memory usage': 'TiDB 因内存限制终止了语句',
	'tidb_mem_quota_query or tidb_server_memory_limit is reached.':
		'达到了 tidb_mem_quota_query 或 tidb_server_memory_limit。',
	'the limits': '各项限制',
	'Reduce the batch size (syncers.batch), or raise the limit. Change the task file, then stop-task {task} and start-task with that file (without --remove-meta, so that the checkpoint is kept).':
		'减小批次（syncers.batch），或调高限制。修改任务文件，然后 stop-task {task}，再用该文件 start-task：检查点保留（不加 --remove-meta）。',
	'The downstream has no space left': '下游没有剩余空间',
	"TiKV's disks are full, or a limit of the database is reached.": 'TiKV 的磁盘已满，或达到了数据库的限制。',
	'stores without free space': '没有空间的 store',
	'Add TiKV servers or disks, or remove data; then wait until the regions are balanced.':
		'增加 TiKV 或磁盘，或删除数据；等待 region 均衡。',
	"The resource group of DM's user is exhausted": 'DM 用户的资源组已无可用额度',
	"TiDB's resource control limits the user, or kills its statements as runaway queries.":
		'TiDB 的资源管控限制了该用户，或把其语句作为 runaway 查询终止。',
	'the limits of the resource groups': '各资源组的限制',
	"Raise RU_PER_SEC of the group, or move DM's user to another group.":
		'调高该组的 RU_PER_SEC，或给 DM 的用户换一个资源组。',
	'The data that the statement reads were garbage-collected': '语句要读取的数据已被 GC 清理',
	'The transaction ran longer than tidb_gc_life_time.': '事务运行时间超过了 tidb_gc_life_time。',
	'how long old versions are kept (10m by default)': '旧版本保留多久（默认 10m）',
	"SET GLOBAL tidb_gc_life_time = '24h' while the task runs, and set it back afterwards.":
		"运行期间 SET GLOBAL tidb_gc_life_time = '24h'，之后改回。",
	'TiDB failed with an error of its own': 'TiDB 因自身原因失败',
	'TiDB gives its reason after the error number 1105.': '具体原因由 TiDB 在错误号 1105 之后给出。',
	"the full answer; TiDB's log has more": '完整的应答；TiDB 的日志中有更多信息',
	'the statement itself, run manually': '该语句本身，手工执行',
	"Follow TiDB's reason; if it is a DDL that TiDB does not support: replace or skip it.":
		'按 TiDB 给出的原因处理；如果是它不支持的 DDL：替换或跳过。',
};
