/** Findings of DM's metrics. */
export const metrics = {
	'All upstream events are skipped': '上游的所有事件都被跳过',
	'Sync is running, but for `all-skipped` DM’s metrics have shown that events are read and skipped and no row is written.':
		'Sync 在运行，而 DM 的监控指标显示：在 `all-skipped` 时间内一直读取并跳过事件，没有写入一行。',
	'The upstream is idle: then nothing is skipped. Or DM’s metrics are not available.':
		'上游空闲：此时没有可跳过的。或者没有读取 DM 的监控指标。',
	'all events skipped': '全部被跳过',
	'All events have been skipped for {time}: no row was written': '{time} 内所有事件都被跳过：没有写入一行',
	'{count} events/s are skipped, by DM’s metric {metric}': '每秒跳过 {count} 个事件（DM 指标 {metric}）',
	'If you expect rows, check the block-allow list, the filters and the routes of the task.':
		'如果应当有数据，请检查任务的黑白名单、过滤规则和路由规则。',
	'The dm-master fails to process sharded DDLs': 'dm-master 处理分库分表 DDL 出错',
	'DM’s metrics show more than `ddl-errors` errors with DDL locks on the dm-master in the last minute.':
		'DM 的监控指标显示：最近一分钟 dm-master 处理 DDL 锁的错误超过 `ddl-errors` 个。',
	'DM’s metrics are not available.': '没有读取 DM 的监控指标。',
	'{count} {count|error|errors} with DDL locks': '处理 DDL 锁的错误 {count} 个',
	'Check the locks (4), and the log of the leading dm-master.': '查看锁（按 4）和 leader dm-master 的日志。',
	'The dm-master fails to process worker events': 'dm-master 处理 worker 事件出错',
	'DM’s metrics show more than `worker-event-errors` errors on the dm-master in the last minute when workers joined or left.':
		'DM 的监控指标显示：最近一分钟 dm-master 处理 worker 上下线的错误超过 `worker-event-errors` 个。',
	'{count} {count|error|errors} with worker events': '处理 worker 事件的错误 {count} 个',
	'Check the log of the leading dm-master, and its etcd.': '查看 leader dm-master 的日志及其 etcd。',
	'The downstream slows down replication': '下游拖慢同步',
	'Sync is running and is behind by `lag-least` or more, and DM’s metrics show that changes wait for the downstream: a queue holds `queue-full` or more, the syncer waits for its queues more than half of the time, or transactions take `txn-slow` or longer while changes wait.':
		'Sync 在运行且落后达到 `lag-least`，而 DM 的监控指标显示变更在等待下游：队列达到 `queue-full`，或 syncer 超过一半的时间在等待队列，或有变更等待时事务耗时达到 `txn-slow`。',
	'Check the load of the downstream TiDB: CPU, disks, slow queries, hot regions, locks.':
		'查看下游 TiDB 在忙什么：CPU 和磁盘、慢查询、热点 Region、锁。',
	'If it has capacity left, raise worker-count and batch of the syncer.':
		'如果下游仍有余力，调大 syncer 的 worker-count 和 batch。',
	'The upstream slows down replication': '上游拖慢同步',
	'Sync is running and is behind by `lag-least` or more, its queues are nearly empty, and DM’s metrics show that it waits for the binlog: an event takes `read-slow` or longer on average, or reading takes more than half of the time.':
		'Sync 在运行且落后达到 `lag-least`，其队列几乎为空，而 DM 的监控指标显示它在等待 binlog：读取一个事件平均耗时达到 `read-slow`，或超过一半的时间在读取。',
	'Check the network and the load of the upstream; with a relay, check the disk of the dm-worker.':
		'查看上游的网络和负载；若有 relay，查看 dm-worker 的磁盘。',
	'A subtask keeps stopping with an error': '反复因错误停止',
	'The subtask is running, but DM’s metrics show more than `exits` stops within two minutes by errors that DM retries, or for Sync more than `flapping` within an hour.':
		'DM 的监控指标显示：两分钟内因可重试错误停止超过 `exits` 次，或 Sync 一小时内超过 `flapping` 次，而子任务此刻在运行。',
	'The subtask has an error now: this is reported as `subtask-error`. Or DM’s metrics are not available.':
		'此刻有错误：作为 `subtask-error` 报告。或者没有读取 DM 的监控指标。',
	'The {unit} was': '{unit}',
	'{name} was': '{name}',
	'A relay keeps stopping with an error': 'relay 反复因错误停止',
	'The relay is running, but DM’s metrics show more than `exits` stops within two minutes.':
		'DM 的监控指标显示：relay 两分钟内停止超过 `exits` 次，而此刻在运行。',
	'The relay has stopped: this is reported as `relay-error`. Or DM’s metrics are not available.':
		'relay 已停止：作为 `relay-error` 报告。或者没有读取 DM 的监控指标。',
	'The disk for relay logs is filling up': 'relay log 的磁盘即将写满',
	'DM’s metrics show that less than `relay-space` is free on the disk of a worker’s relay logs, or that the disk will be full within `relay-full-within` at the relay’s current write rate.':
		'DM 的监控指标显示：某个 worker 的 relay log 所在磁盘剩余不到 `relay-space`，或按 relay 目前的写入速度会在 `relay-full-within` 内写满。',
	'The relay is off, or DM’s metrics are not available. Automatic purging by DM is not taken into account.':
		'relay 已关闭，或没有读取 DM 的监控指标。没有考虑 DM 自动清理的部分。',
	'relay disk: {space} free': 'relay 磁盘剩余 {space}',
	'relay disk full in about {eta}': 'relay 磁盘约 {eta} 后写满',
	'The disk of {name} has {space} free': '{name} 的磁盘剩余 {space}',
	'The disk of {name} has {space} free and will be full in about {eta}':
		'{name} 的磁盘剩余 {space}，约 {eta} 后写满',
	'{space} of {disk} free': '共 {disk}，剩余 {space}',
	'The relay writes {rate}/s': 'relay 每秒写入 {rate}',
	'Purge relay logs that no task needs any more, or set purge in the source’s configuration.':
		'清理所有任务都已读过的 relay log，或在数据源配置中设置 purge。',
	'corrupt relay logs': 'relay log 损坏',
	'Check the disk of the dm-worker; stop the relay, move its directory away, and start it again: it continues from the earliest checkpoint.':
		'检查 dm-worker 的磁盘；停止 relay，移走其目录，再启动：它从最早的检查点继续。',
	'failed reads from the upstream': '读取上游失败',
	'Check the network to the upstream, and whether the upstream still has the binlog.':
		'检查到上游的网络，以及其 binlog 是否仍在。',
	'failed writes of the relay log': '写入 relay log 失败',
	'Check the disk of the dm-worker: free space, quota, permissions.':
		'检查 dm-worker 的磁盘：空间、配额、权限。',
	'A relay has read or write failures, or its log is corrupt': 'relay 读写失败，或其日志损坏',
	'DM’s metrics show more than `relay-errors` corrupt relay logs, failed reads or failed writes in the last minute; each kind is counted separately.':
		'DM 的监控指标显示：最近一分钟 relay log 损坏、读取失败或写入失败（分别计算）超过 `relay-errors` 次。',
	'The relay is off, or DM’s metrics are not available.': 'relay 已关闭，或没有读取 DM 的监控指标。',
	'relay: {what}': 'relay：{what}',
	'{count} {count|time|times} in the last minute {name} had {what}': '最近一分钟 {name} {what} {count} 次',
};
