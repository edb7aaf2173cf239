/** Findings of replication. */
export const replication = {
	'A checkpoint is past the end of the upstream’s binlog': '检查点越过了上游 binlog 的末尾',
	'The checkpoint of a subtask in Sync is past the end of the upstream’s binlog, so it belongs to another binlog: after RESET MASTER, when the address belongs to another server, or after a crash that lost binlog events.':
		'Sync 阶段的子任务的检查点越过了上游 binlog 的末尾，说明它属于另一份 binlog：上游执行过 RESET MASTER、该地址换成了另一台服务器，或宕机丢失了 binlog。',
	'The upstream has just written or started a new file: the two positions are not read at the same time. Or the GTID set of the upstream contains all transactions of the checkpoint: then only the file names differ.':
		'上游刚刚切换到新文件或刚写入：两个位置不是同时读取的。或者上游的 GTID 集合已包含检查点中的全部内容：只是文件名不同。',
	'past the upstream’s binlog': '越过上游 binlog',
	'The checkpoint is past the end of the upstream’s binlog': '检查点越过了上游 binlog 的末尾',
	'The checkpoint is at {checkpoint}, the upstream’s binlog ends at {end}':
		'检查点在 {checkpoint}，上游末尾在 {end}',
	'The binlog is not the same as before: RESET MASTER, another server at the address, or binlog events lost in a crash':
		'binlog 已不是原来那份：RESET MASTER、该地址换了服务器，或宕机丢失了 binlog',
	'Check whether the upstream is the right server, and whether its binlog was reset.':
		'查看上游是否仍是应有的那台服务器，其 binlog 是否被重置。',
	'What the upstream has written since may be missing in the downstream, and a restart of the subtask or its worker will fail: compare the data, then start the task again from a valid position.':
		'此后上游写入的数据下游可能缺失，子任务或其 worker 一旦重启就会失败：请比对数据，再从存在的位置重新启动任务。',
	'level in about {eta}': '约 {eta} 后追平',
	'growing by {lag} per minute': '每分钟增加 {lag}',
	'falling by {lag} per minute': '每分钟减少 {lag}',
	'A subtask is far behind its upstream': '子任务远落后于上游',
	'The lag of a running subtask is 5 minutes or more.': '运行中的子任务延迟达到 5 分钟或以上。',
	'The lag is not known, a DDL blocks the subtask, its source is silent, or it is not running: the reason is reported instead.':
		'延迟未知、被 DDL 阻塞、数据源无应答或子任务未运行：此时报告的是相应的原因。',
	'lag {time}': '延迟 {time}',
	growing: '正在增大',
	'{time} behind its upstream': '落后上游 {time}',
	'In the last two minutes: {slope}': '最近两分钟内{slope}',
	'{distance} from the checkpoint to the end of the binlog': '检查点到 binlog 末尾相距 {distance}',
	'{rate} rows/s replicated': '每秒同步 {rate} 行',
	'Check whether the downstream TiDB is the bottleneck: CPU, disks, slow queries, hot regions.':
		'查看下游 TiDB 是否为瓶颈：CPU 和磁盘、慢查询、热点 Region。',
	'Otherwise raise worker-count and batch of the syncer; tables without a primary key are always slow.':
		'否则调大 syncer 的 worker-count 和 batch；没有主键的表本来就慢。',
	'A subtask is catching up': '子任务正在追赶',
	'The lag of a running subtask is between one and five minutes and has been falling; the time until it is level is estimated.':
		'运行中的子任务延迟在一到五分钟之间且一直在下降：并给出何时追平。',
	'It is 5 minutes or more: this is reported as `lag-high`, with the same estimate. Or it is not falling, or has not been observed for long enough.':
		'延迟达到 5 分钟或以上：作为 `lag-high` 报告，并给出何时追平。或者没有下降，或观察时间不够。',
	'catching up, {eta}': '正在追赶，{eta}',
	'Catching up: {age} behind, {eta}': '正在追赶：落后 {age}，{eta}',
	'A sharded DDL conflicts with the DDL of another table': '分库分表 DDL 与另一张表的 DDL 冲突',
	'In optimistic mode, DM found that the DDL of one table is incompatible with the columns of the others, and blocks that table. The conflict must be resolved manually.':
		'乐观模式下，DM 发现某张表的 DDL 与其他表的列不相容，因而阻塞该表，等待人工处理。',
	'A DDL waits for others without a conflict: this is reported as `ddl-waiting`.':
		'某条 DDL 在等待其他分表而没有冲突：作为 `ddl-waiting` 报告。',
	'a DDL conflicts': 'DDL 冲突',
	'DDL: {ddl}': 'DDL：{ddl}',
	'Its table: {table}': '所在的表：{table}',
	'Lock: {id}': '锁：{id}',
	'Correct the columns in the upstream, or unlock: skip the DDL, or execute it.':
		'在上游修正列，或解锁：跳过该 DDL，或让其执行。',
	'{source} has not run it on any table yet': '{source} 尚未在任何表上执行',
	'{source} has not run it on {tables}': '{source} 尚未在 {tables} 上执行',
	'Some tables of {source} have not run it ({own}), so DM reports no blocking DDL':
		'{source} 的表并未全部执行（{own} 尚未），因此 DM 没有给出阻塞的 DDL',
	'waits for {names}': '等待 {names}',
	'A sharded DDL waits for {names}': '分库分表 DDL 在等待 {names}',
	'A sharded DDL blocks it although all sources of the task have reached it':
		'被分库分表 DDL 阻塞：任务的所有数据源都已到达',
	'Table: {table}': '表：{table}',
	'Run the DDL on {names}': '在 {names} 上执行该 DDL',
	'If it will never run there, unlock it.': '如果那里永远不会执行，就解除该锁。',
	'A sharded DDL blocks it: {names} did not answer, and may not have reached it':
		'分库分表 DDL 阻塞了它：{names} 没有应答，可能尚未执行到该 DDL',
	'First find out why {names} did not answer: to unlock now may skip the DDL there.':
		'先查明 {names} 为何没有应答：现在解锁可能会在那里跳过该 DDL。',
	'DM should resolve the lock in a moment. If it remains, unlock it.':
		'DM 稍后会自动解除该锁。若一直存在，请手动解锁。',
	'A sharded DDL waits for other sources': '分库分表 DDL 在等待其他数据源',
	'A subtask is running, but a sharded DDL blocks it until other sources, or other tables of its own source, have run the same DDL. A lock that DM identifies only by its ID counts too. From `ddl-waiting-long` on it is critical.':
		'子任务在运行，但被一条分库分表 DDL 阻塞，直到其他数据源或本数据源的其他表执行同一条 DDL。DM 只给出 ID 的锁也算在内。达到 `ddl-waiting-long` 则为严重。',
	'The others wait for this subtask: it continues to replicate. A conflict is reported as `ddl-conflict`.':
		'该子任务正是其他分表所等待的：它仍在同步。冲突作为 `ddl-conflict` 报告。',
	'no longer waits for a DDL': '不再等待 DDL',
	'{count} {count|transaction|transactions} of {server}: {ranges}': '{server} 的 {count} 个事务：{ranges}',
	' and {more} more ranges': '，另有 {more} 段',
	'Upstream transactions are missing from the checkpoint': '检查点缺少上游的事务',
	'The GTID set of the upstream contains transactions of a server that are missing from the checkpoint, although the checkpoint has later transactions of the same server: DM skipped them.':
		'上游的 GTID 集合中有某服务器的事务不在检查点的集合中，而检查点已有该服务器更晚的事务：DM 漏过了它们。',
	'The sets differ only at the end: that is lag. A gap near the end, while the subtask is not level, may be transactions that the upstream wrote out of order.':
		'两个集合只在末尾不同：那是延迟。尚未追平的子任务靠近末尾的空缺，可能是上游乱序写入的事务。',
	'{missing} {missing|transaction|transactions} missing': '缺少 {missing} 个事务',
	'{missing} {missing|transaction|transactions} of the upstream {missing|is|are} not in the checkpoint':
		'上游有 {missing} 个事务不在检查点中',
	'The checkpoint has later transactions of the same server, so DM will not replicate these any more':
		'检查点已有同一服务器更晚的事务，所以 DM 不会再回头处理它们',
	'Check what they contain in the upstream: mysqlbinlog --include-gtids. They may be empty or filtered.':
		'在上游查看其内容：mysqlbinlog --include-gtids。它们可能是空事务，或已被过滤。',
	'Otherwise compare the data with validation or sync-diff-inspector, and repair the differences.':
		'否则用数据校验或 sync-diff-inspector 比对数据，并修复差异。',
	'A subtask falls behind': '子任务越来越落后',
	'The lag of a running subtask is between one and five minutes, and has grown by more than 15 s per minute over the last two minutes.':
		'运行中的子任务延迟在一到五分钟之间，且最近两分钟内每分钟增加超过 15 秒。',
	'It is 5 minutes or more: this is reported as `lag-high`, with its growth. Below one minute DM’s value is not precise enough.':
		'延迟达到 5 分钟或以上：作为 `lag-high` 报告，并给出增长情况。一分钟以下时 DM 的数值意义不大。',
	'lag {age}, growing': '延迟 {age}，正在增大',
	'{age} behind its upstream and falling further behind': '落后上游 {age}，且差距在扩大',
	'{slope}, measured over two minutes': '{slope}（按最近两分钟计）',
	'Check whether the upstream writes more than usual, or the downstream TiDB is slower: CPU, disks, slow queries.':
		'查看上游写入是否比平时多，或下游 TiDB 是否变慢：CPU 和磁盘、慢查询。',
	'Validation found differing rows': '数据校验发现不一致的行',
	'The validator counts new error rows: rows differ between upstream and downstream, and have not been reviewed yet.':
		'校验器中有新的错误行：上下游数据不一致，且尚无人处理。',
	'All of them were ignored or resolved. Pending rows have not been compared yet.':
		'全部已忽略或已解决。仅处于待定的行尚未比对。',
	'{fresh} {fresh|row differs|rows differ}': '{fresh} 行不一致',
	'{fresh} {fresh|row differs|rows differ} between upstream and downstream': '上下游有 {fresh} 行不一致',
	'Validation in mode {mode}: {fresh} new, {ignored} ignored, {resolved} resolved':
		'{mode} 模式校验：新 {fresh}，已忽略 {ignored}，已解决 {resolved}',
	'Validated up to {position}': '已校验到 {position}',
	'List the rows: dmctl validation show-error --error all {task}':
		'查看是哪些行：dmctl validation show-error --error all {task}',
	'Find out what wrote to the downstream, and repair the rows there. Then mark the errors as resolved, or as ignored.':
		'查明谁写了下游，修复那里的行，再把错误标为已解决或已忽略。',
	'A validator stopped with an error': '校验器因错误停止',
	'The validator of a subtask does not run and its result has errors: rows are no longer compared.':
		'子任务的校验器没有运行且结果中有错误：不再比对数据行。',
	'The validator was stopped manually, or never started.': '有人停止了校验器，或从未启动。',
	'validator stopped': '校验器已停止',
	'The validator stopped: {what}': '校验器已停止：{what}',
	'Then start the validator again: it continues where it stopped.': '然后重新启动校验器：它会从停止处继续。',
	'A position in a binlog cannot be read': '无法读懂某个 binlog 位置',
	'Where the checkpoint, the relay log or the binlog of the upstream ends is no binlog position in DM’s answer, or a running Sync reports the end of the upstream’s binlog and no checkpoint. How far the checkpoint or the relay is behind is not known; a lag of 0 is shown as unknown.':
		'DM 的应答中，检查点、relay log 末尾或上游 binlog 末尾不是 binlog 位置；或者运行中的 Sync 报告了上游 binlog 末尾却没有检查点。检查点或 relay 落后多少不得而知；为 0 的延迟显示为未知。',
	'DM reports no end of the upstream’s binlog: this is reported as `upstream-blind`. Or there is no checkpoint yet: DM then prints `(, 0)`.':
		'DM 没有报告上游 binlog 末尾：报告为 `upstream-blind`。或者还没有检查点：此时 DM 显示 `(, 0)`。',
	'DM reports no {name}': 'DM 没有报告 {name}',
	'position unreadable': '位置无法读懂',
	'A binlog position cannot be read: how far it is behind is not known':
		'无法读懂某个 binlog 位置：落后多少不得而知',
	'If it stays, check the log of the dm-worker.': '如果一直如此，查看该 dm-worker 的日志。',
	'Whether a validator runs is not known': '无法确认校验器是否在运行',
	'DM reports a validator for the subtask, but no stage, or one in which no known version of DM leaves a validator. Whether rows are compared is not known.':
		'DM 报告子任务有校验器，但没有阶段，或者是任何已知版本的 DM 都不会让校验器停留的阶段。是否在比对数据行不得而知。',
	'The subtask is not validated. Or the result of the validator has errors: this is reported as `validation-stopped`.':
		'子任务没有校验。或者校验器的结果中有错误：报告为 `validation-stopped`。',
	'validator: stage unknown': '校验器：阶段未知',
	'Whether the validator runs is not known': '校验器是否在运行不得而知',
	'Ask for its status: dmctl validation status {name}': '查询其状态：dmctl validation status {name}',
	'If it stays, start the validator again: validation stop, then validation start.':
		'如果一直如此，重新启动校验器：先 validation stop，再 validation start。',
	'The checkpoint is': '检查点',
	'The relay is': 'relay',
	'A relay is binlog files behind its upstream': 'relay 落后上游若干 binlog 文件',
	'The end of a relay log has been more than `files-behind` binlog files behind the end of the upstream’s binlog for `files-behind-for`; or it is more than `files-behind-many` files behind: that is reported at once.':
		'在 `files-behind-for` 时间内，relay log 的末尾一直落后上游 binlog 末尾超过 `files-behind` 个文件；或者落后超过 `files-behind-many` 个文件：立即报告。',
	'It has been a few files behind for less time. Or no subtask reads from the relay.':
		'落后的时间不够长。或者没有子任务读取该 relay。',
	'A syncer is binlog files behind its upstream, or its relay': 'syncer 落后上游或 relay 若干 binlog 文件',
	'Sync is running, and its checkpoint has been more than `files-behind` binlog files behind the end of the upstream’s binlog, or of its relay log, for `files-behind-for`; or it is more than `files-behind-many` files behind: that is reported at once.':
		'Sync 在运行，而在 `files-behind-for` 时间内其检查点一直落后上游 binlog 末尾或 relay log 末尾超过 `files-behind` 个文件；或者落后超过 `files-behind-many` 个文件：立即报告。',
	'It has been a few files behind for less time: the upstream starts a new file from time to time.':
		'落后的时间不够长：不时会切换到新文件。',
};
