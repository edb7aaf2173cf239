/** What is compared with each threshold. */
export const thresholds = {
	'a lag': '延迟',
	'a lag that is reported when it grows, or when something slow is the reason for it':
		'延迟在增长，或由某处缓慢造成时，达到此值就报告',
	'seconds that a lag grows each second': '延迟每秒增长的秒数',
	'for how long a running subtask has not moved: more than two flushes of the checkpoint':
		'运行中的子任务多久没有进展：超过检查点两次落盘的时间',
	'for how long a subtask has been paused': '子任务已暂停多久',
	'for how long a dm-worker has been offline before that is critical': 'dm-worker 离线多久后视为严重',
	'for how long a sharded DDL has waited before that is critical': '分库分表 DDL 等待多久后视为严重',
	'binlog files between upstream, relay and syncer; more than that are reported':
		'上游、relay 与 syncer 之间的 binlog 文件数；超过此数就报告',
	'binlog files between upstream, relay and syncer; more than that are reported at once':
		'上游、relay 与 syncer 之间的 binlog 文件数；超过此数就立即报告',
	'for how long there have been more than `files-behind` files between them':
		'它们之间的文件数超过 `files-behind` 已有多久',
	'free space on the disk of relay logs': 'relay log 所在磁盘的剩余空间',
	'time until the disk of relay logs is full, at the rate of the last hour':
		'按最近一小时的速率，relay log 所在磁盘还有多久写满',
	'times in two minutes that a dump, load, sync or relay unit stops by an error that DM retries; more than that are reported':
		'两分钟内 dump、load、sync 或 relay 单元因 DM 会重试的错误停止的次数；超过此数就报告',
	'errors of a relay in the last minute: corrupt relay logs, failed reads, failed writes; more than that are reported':
		'relay 最近一分钟的错误数：relay log 损坏、读取失败、写入失败；超过此数就报告',
	'errors with DDL locks at the dm-master in the last minute; more than that are reported':
		'dm-master 最近一分钟处理 DDL 锁的错误数；超过此数就报告',
	'errors of the dm-master with the events of workers in the last minute; more than that are reported':
		'dm-master 最近一分钟处理 worker 事件的错误数；超过此数就报告',
	'how long 95 % of the transactions take downstream at the most': '95% 的事务在下游最多耗时多久',
	'changes in the fullest queue of a subtask; it takes 1024 unless configured otherwise':
		'子任务最满的队列中的变更数；除非另行配置，队列容量为 1024',
	'how long reading an event of the binlog takes on average, while there is something to read':
		'有内容可读时，读取一个 binlog 事件平均耗时多久',
	'times in an hour that an error stops a subtask which DM resumes by itself':
		'一小时内子任务因错误停止、又由 DM 自动恢复的次数',
	'for how long every event of the upstream has been skipped': '上游的所有事件都被跳过已有多久',
} as const;
