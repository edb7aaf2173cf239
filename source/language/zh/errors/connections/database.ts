/** The texts of source/dm/errors/knowledge/connections/database.ts. */
export const database = {
	'The connection to the database was lost before the statement was sent': '语句发送之前数据库连接已断开',
	'The database restarted, a load balancer closed an idle connection, or the network failed.':
		'数据库重启、负载均衡断开了空闲连接，或网络中断。',
	'how long a connection may be idle before it is closed': '空闲连接多久后被断开',
	"If this persists for minutes: check the database's log and health (restarts, out of memory), then pause and resume the task.":
		'如果持续几分钟：查看数据库的日志和健康状况（重启、内存不足），然后暂停再恢复任务。',
	'The connection to the database was lost while a statement was running': '语句执行期间数据库连接中断',
	'TiDB restarted or ran out of memory, TiKV was busy, or a load balancer or wait_timeout closed the connection.':
		'TiDB 重启或内存不足、TiKV 繁忙，或负载均衡、wait_timeout 断开了连接。',
	'START_TIME: a recent time means that the server restarted': 'START_TIME：刚启动的服务器就是重启过的',
	'a DDL that is still running: DM waits for its result': '仍在执行的 DDL：DM 在等待其结果',
	'Wait: DM retries automatically. Part of the statement may have been applied; safe mode handles that.':
		'等待：DM 会自动重试；语句可能已部分执行，安全模式会处理。',
	"If this persists for minutes: check TiDB's log and memory, then pause and resume the task.":
		'如果持续几分钟：查看 TiDB 的日志和内存，然后暂停再恢复任务。',
	'For a DDL: wait until ADMIN SHOW DDL JOBS shows that it is finished or cancelled, then resume.':
		'对于 DDL：等 ADMIN SHOW DDL JOBS 显示其完成或取消，然后恢复。',
	'The database closed the connection': '数据库关闭了连接',
	'It was shut down or restarted, a timeout expired, or it received a packet larger than it accepts.':
		'数据库被关闭或重启、超时，或收到了超过其上限的包。',
	'a restart or an aborted connection at that time': '那个时间的重启或异常断开的连接',
	'Restore the database, or raise wait_timeout and net_read_timeout.':
		'恢复数据库，或调高 wait_timeout 和 net_read_timeout。',
	'The statement was killed': '语句被外部终止',
	'A person or a watchdog killed it (KILL, max_execution_time, a memory limit).':
		'被人或监控程序终止（KILL、max_execution_time、内存限制）。',
	'a limit on the run time of statements': '终止长语句的限制',
	"Find out what kills statements (audit log, watchdog, max_execution_time), and exempt DM's user.":
		'查明是谁在终止语句（审计日志、监控程序、max_execution_time），并排除 DM 的用户。',
	'The database is read-only': '数据库不接受写入',
	'read_only, super_read_only or tidb_restricted_read_only is on, or the address leads to a replica.':
		'开启了 read_only、super_read_only 或 tidb_restricted_read_only，或该地址指向从库。',
	'which of them is ON': '其中哪个为 ON',
	'Turn it off, or point target-database at the writable database.':
		'关闭它，或让 target-database 指向可写的数据库。',
	'DM cannot see the progress of a DDL in TiDB': 'DM 无法得知某条 DDL 在 TiDB 中的进度',
	'The connection of a DDL was lost and DM asks TiDB for its state; TiDB is restarting, hangs, or waits for a metadata lock.':
		'DDL 的连接中断后 DM 向 TiDB 查询其状态；TiDB 重启、挂起，或在等待元数据锁。',
	'a job that stays "running" or "queueing" for a long time': '长时间处于 running 或 queueing 的 job',
	'the sessions that hold the metadata lock the DDL is waiting for': '哪些会话持有该 DDL 等待的元数据锁',
	'Wait until the DDL is finished, or end the transaction that blocks it (KILL the session shown in tidb_mdl_view).':
		'等 DDL 完成，或结束阻塞它的事务（KILL tidb_mdl_view 中的会话）。',
	'If TiDB keeps restarting, check its log and memory first.': '如果 TiDB 反复重启，先查看其日志和内存。',
	'Then pause and resume the task: DM runs the DDL again; if it is already done, DM continues.':
		'然后暂停再恢复任务：DM 会再次执行该 DDL，已完成的部分视为完成。',
	'Do not skip the DDL before ADMIN SHOW DDL JOBS shows its outcome: it may still be applied.':
		'在 ADMIN SHOW DDL JOBS 显示结果之前不要跳过该 DDL：它可能仍会执行。',
	'The connection was closed while the subtask was being stopped': '子任务停止时连接被关闭',
	'It is the result of a pause, a stop, or another error that ended the subtask.':
		'它由暂停、停止或使子任务结束的另一个错误引起。',
	'Check the other errors of the subtask; after a pause, this error alone means nothing.':
		'查看该子任务的其他错误；暂停之后单独出现时没有意义。',
	'The operation was cancelled because the subtask was stopped': '因子任务停止，工作被中断',
	'It is the result of a pause, a stop, a transfer to another worker, or another error.':
		'它由暂停、停止、移到另一个 worker 或另一个错误引起。',
	'A statement did not finish in time': '语句没有及时完成',
	'The database is overloaded, hangs or waits for a lock, or its disk is full.':
		'数据库过载或挂起、在等待锁，或磁盘已满。',
	'what is running, and what it is waiting for': '那里在执行什么，在等待什么',
	'Find out what the database is waiting for: a lock, a full disk, too much load.':
		'查明数据库在等待什么：锁、磁盘已满还是负载过高。',
	'The database could not be used': '数据库无法使用',
	'The reason is in the message: address, network, user, TLS.':
		'消息背后的原因说明了为什么：地址、网络、用户或 TLS。',
	'Follow the reason; check host, port, user and password in the source file or in target-database.':
		'按原因处理；在数据源文件或 target-database 中检查主机、端口、用户和密码。',
	'A query failed in the database': '查询在数据库中失败',
	'Follow the reason that the database gives.': '按数据库给出的原因处理。',
	'A statement failed in the downstream': '语句在下游失败',
	'the full answer of TiDB': 'TiDB 的完整应答',
	'If it is a DDL that the downstream does not support: replace or skip it. If rows do not match the table: correct the table in the downstream.':
		'下游不支持的 DDL：替换或跳过。行不匹配：使表结构一致。',
	'Do not try to skip rows: DM skips DDLs only, and moving the checkpoint manually loses the changes in between.':
		'不要跳过行：DM 只能跳过 DDL，手工移动检查点会丢失中间的变更。',
};
