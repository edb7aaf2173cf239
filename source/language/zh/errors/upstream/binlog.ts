/** The texts of source/dm/errors/knowledge/upstream/binlog.ts. */
export const binlog = {
	'The upstream no longer has the binlog file that DM needs': '上游已没有 DM 需要的 binlog 文件',
	'The file was purged (binlog_expire_logs_seconds, expire_logs_days, PURGE BINARY LOGS, a cloud console), most often during a long load or pause; or RESET MASTER, a restored backup or a failover has started a new series of files.':
		'该文件已被清理（binlog_expire_logs_seconds、expire_logs_days、PURGE BINARY LOGS 或云控制台），多发生在长时间的全量导入或暂停期间；也可能是 RESET MASTER、恢复备份或主从切换后，binlog 文件重新编号。',
	'which binlog files the upstream still has, and how large they are': '上游还保留哪些 binlog 文件，各有多大',
	"the file that the task needs: it is not in the upstream's list": '任务所需的文件：它不在上游的列表中',
	'how long binlogs are kept': 'binlog 保留多久',
	"Check whether DM's relay log, a backup, or another replica of the same upstream still has the missing files.":
		'检查 DM 的 relay log、备份或同一上游的其他从库是否还有缺失的文件。',
	'If the relay is on and its files still cover the checkpoint, the subtask reads them; enable the relay earlier next time.':
		'已开启 relay 时：只要它的文件还覆盖检查点，子任务就从中读取；下次请尽早开启 relay。',
	'If another server with GTIDs still has the binlog: point the source at it, and start the task again from its checkpoint.':
		'若另一台开启 GTID 的服务器还有这些 binlog：把数据源指向它，从检查点重新启动任务。',
	'Otherwise the task must start over: stop-task {task}, empty its tables in the downstream, start-task --remove-meta with its file.':
		'否则任务只能重做：stop-task {task}，清空它在下游的表，再用其文件执行 start-task --remove-meta。',
	'Keep binlogs in the upstream longer than a full load takes (binlog_expire_logs_seconds, expire_logs_days), or enable the relay.':
		'延长上游 binlog 的保留时间（binlog_expire_logs_seconds、expire_logs_days），要长于一次全量导入，或开启 relay。',
	'start-task --remove-meta deletes the checkpoint: the tables must be emptied first, and the whole dump and load run again. Use it only as a last resort.':
		'start-task --remove-meta 会删除检查点：全量导出和导入要重做一遍，且须先清空表。这是最后的手段，不是首选。',
	'Do not start from a later position without emptying the tables: all changes in between would be lost without any error.':
		'不要在未清空表的情况下从更靠后的位置启动：两个位置之间的变更全部丢失，且没有任何提示。',
	'The relay needs a binlog file that the upstream no longer has': 'relay 需要的 binlog 文件在上游已不存在',
	'The relay was off or paused for longer than the upstream keeps its binlogs, or the upstream was reset or replaced.':
		'relay 关闭或暂停的时间超过了上游保留 binlog 的时间，或上游被重置、更换。',
	'the file and position from which the relay continues': 'relay 继续拉取的文件和位置',
	'syncerBinlog of each task: its position, and whether it still needs the missing files':
		'各任务的 syncerBinlog：任务到了哪里，是否还需要缺失的部分',
	'Check syncerBinlog of every task on this source. If the upstream still has the files from there on, only the relay has to start again, and no task loses data.':
		'查看该数据源每个任务的 syncerBinlog。如果上游从那里开始的文件都还在，只需重新启动 relay，任务没有损失。',
	'Then: stop-relay -s {source}, move the relay directory of the source away, start-relay -s {source}. The relay then starts at the earliest checkpoint of the tasks on this source.':
		'然后：stop-relay -s {source}，移走该数据源的 relay 目录，start-relay -s {source}。relay 随后从该数据源上各任务最早的检查点开始。',
	'Or leave the relay off: the tasks then read from the upstream directly.':
		'或者保持 relay 关闭：任务直接读取上游。',
	'If a task needs a file that no longer exists anywhere, that task must start over: stop-task, empty its tables, start-task --remove-meta.':
		'如果某个任务需要的文件到处都已没有，该任务只能重做：stop-task，清空它的表，start-task --remove-meta。',
	'Do not delete the relay directory while a task still needs files that exist only there: they cannot be pulled again.':
		'任务还需要只有 relay 目录中才有的文件时，不要删除该目录：这些文件无法再次拉取。',
	'The upstream has purged transactions that DM still needs': '上游已清理了 DM 仍需要的事务',
	'The binlogs with those GTIDs were purged, most often during a long load or pause; or the source now points at a server that never had them (a replica that purges on its own, a restored copy).':
		'含这些 GTID 的 binlog 已被清理，多发生在长时间的全量导入或暂停期间；或者数据源现在指向一台从未有过这些事务的服务器（自行清理的从库、恢复出的副本）。',
	'what was purged: gtid_purged contains transactions that are not in the checkpoint':
		'缺了什么：gtid_purged 中有检查点里没有的事务',
	'what the task has replicated': '任务已同步的事务',
	'GTIDs are off in the upstream, but the source is set to use them':
		'上游未开启 GTID，而数据源配置为使用 GTID',
	'The source file has enable-gtid: true, but gtid_mode of the upstream is not ON; or the address now belongs to another server (failover, proxy) where it is off.':
		'数据源文件中 enable-gtid: true，而上游的 gtid_mode 不是 ON；或者该地址现在指向另一台未开启 GTID 的服务器（主从切换、代理）。',
	'gtid_mode must be ON if the source uses GTIDs; server_uuid identifies the server':
		'数据源使用 GTID 时 gtid_mode 必须为 ON；server_uuid 说明是哪台服务器',
	'whether enable-gtid is true': 'enable-gtid 是否为 true',
	'Either turn GTIDs on in the upstream (enforce_gtid_consistency, then gtid_mode step by step to ON).':
		'要么在上游开启 GTID（先 enforce_gtid_consistency，再把 gtid_mode 逐步切到 ON）。',
	'Or set enable-gtid: false. Change the source file and apply it with operate-source update. DM allows this only while the relay is off and no task runs on the source (stop-task first, start-task afterwards; the checkpoint is kept).':
		'要么设置 enable-gtid: false。修改数据源文件并用 operate-source update 应用：只有 relay 已关闭且该数据源没有任务运行时 DM 才允许（先 stop-task，之后 start-task；检查点保留）。',
	'Resume the task.': '恢复任务。',
	'Do not start over: nothing is lost, the checkpoint is good.':
		'不要重做任务：没有丢失任何数据，检查点完好。',
	'Do not change gtid_mode of a production upstream from OFF to ON in one step: the steps are OFF, OFF_PERMISSIVE, ON_PERMISSIVE, ON.':
		'不要把生产上游的 gtid_mode 从 OFF 一步改为 ON：须依次经过 OFF、OFF_PERMISSIVE、ON_PERMISSIVE、ON。',
	'Another replica uses the same server ID as DM': '另一个从库使用了与 DM 相同的 server ID',
	'server-id in the source file is also used by another replica, another DM source file, or a second DM cluster on the same upstream.':
		'数据源文件中的 server-id 与另一个从库、另一个 DM 数据源文件，或连接同一上游的另一个 DM 集群相同。',
	'the connected replicas and their server IDs (SHOW REPLICAS from MySQL 8.0.22 on)':
		'已连接的从库及其 server ID（MySQL 8.0.22 起用 SHOW REPLICAS）',
	'server-id of this source; with 0 or none DM chooses one':
		'该数据源的 server-id；为 0 或未设置时由 DM 自行选择',
	'Set a server-id that no other server has, or remove it from the source file. Change the source file and apply it with operate-source update. DM allows this only while the relay is off and no task runs on the source (stop-task first, start-task afterwards; the checkpoint is kept).':
		'给数据源一个无人使用的 server-id，或不设置它。修改数据源文件并用 operate-source update 应用：只有 relay 已关闭且该数据源没有任务运行时 DM 才允许（先 stop-task，之后 start-task；检查点保留）。',
	'If two workers pull the relay log of one source, check whether one of them is left over: query-status -s {source}.':
		'如果有两个 worker 在拉取同一数据源的 relay，查看其中是否有遗留的：query-status -s {source}。',
	'Do not start over: the binlog is complete, and the checkpoint is good.':
		'不要重做任务：binlog 完整，检查点完好。',
	'A binlog event is larger than the upstream can send': '某个 binlog event 超过了上游可发送的大小',
	'One event (a row with large BLOB or JSON values, or a wrong position that is read as a length) exceeds max_allowed_packet of the upstream.':
		'单个 event（含大 BLOB 或 JSON 值的行，或把错误的位置当成长度）超过了上游的 max_allowed_packet。',
	'the limit: the event at the position of the error is larger': '上限：出错位置的 event 超过了它',
	'End_log_pos minus Pos is the size; an error means that the position is not the start of an event':
		'End_log_pos 减去 Pos 就是大小；若报错，说明该位置不是 event 的开头',
	'SET GLOBAL max_allowed_packet = 1073741824 in the upstream (and in its my.cnf): it applies to new connections.':
		'在上游执行 SET GLOBAL max_allowed_packet = 1073741824（并写入 my.cnf）：对新连接生效。',
	'Resume the relay or the task: DM connects again.': '恢复 relay 或任务：DM 会重新连接。',
	'If this persists: the position is not the start of an event. Follow binlog-position-impossible.':
		'如果仍然报错：该位置不是 event 的开头，按 binlog-position-impossible 处理。',
	'Do not start over: the same event would fail again.': '不要重做任务：还会遇到同一个 event。',
	"The position of the checkpoint is not in the upstream's binlog file":
		'检查点的位置不在上游的 binlog 文件中',
	'The upstream crashed and lost the end of its binlog (sync_binlog other than 1), was restored or copied, or the address now belongs to another server whose file with that name is shorter.':
		'上游崩溃并丢失了 binlog 的末尾（sync_binlog 不为 1），或上游是恢复、复制而来，或该地址指向了另一台服务器，其同名文件较短。',
	'whether it is the same server, and whether a crash can lose binlog events (any value but 1)':
		'是否仍是原来的服务器，崩溃是否可能丢失 binlog（不为 1 时可能）',
	'whether the file starts as before; its length is in SHOW BINARY LOGS':
		'文件开头是否与原来一致；其长度见 SHOW BINARY LOGS',
	'If the upstream crashed: compare it with the downstream first. DM may have replicated transactions that the upstream lost.':
		'如果上游崩溃过：先与下游比对。DM 可能已同步了上游丢失的事务。',
	'If the data agree: continue at the start of the next file. stop-task {task}, set binlog_name and binlog_pos = 4 in dm_meta.{task}_syncer_checkpoint for this source (all its rows), start-task with safe-mode: true until it has passed that file.':
		'数据一致时：从下一个文件的开头继续。stop-task {task}，在 dm_meta.{task}_syncer_checkpoint 中把该数据源（所有行）的 binlog_name 设为该文件、binlog_pos = 4，以 safe-mode: true 执行 start-task，直到越过该文件。',
	'If the address belongs to another server: with GTIDs DM finds its position automatically; otherwise give the task a new position (task-mode incremental, meta).':
		'地址指向另一台服务器时：使用 GTID 的话 DM 会自行找到位置；否则给任务指定新的位置（task-mode incremental，meta）。',
	'If the data differ: start over.': '数据不一致时：重做任务。',
	'Do not move past the gap without comparing the data: the affected rows would differ permanently.':
		'不要未经比对就跳过：丢失那一段的行将一直不一致。',
	'DM has transactions that the upstream no longer has': 'DM 中有上游已不认识的事务',
	'The upstream lost the end of its binlog in a crash, was restored from a backup, or was reset (RESET MASTER): the checkpoint is ahead of it.':
		'上游在崩溃中丢失了 binlog 的末尾、从备份恢复，或执行了 RESET MASTER：检查点超前于上游。',
	"the upstream's set: it does not have transactions that are in the checkpoint":
		'上游的 GTID 集合：缺少检查点中已有的事务',
	'the set that DM has replicated': 'DM 已同步的 GTID 集合',
	'Find the transactions that are only in the checkpoint, and decide which side is right.':
		'找出只在检查点中的事务，判断哪一边正确。',
	"If the upstream is right: undo their changes in the downstream, and start the task from the upstream's current GTID set (task-mode incremental with meta, safe-mode: true), or start over.":
		'若以上游现状为准：在下游撤销这些事务的行，从上游当前的 GTID 集合启动任务（task-mode incremental 加 meta，safe-mode: true），或重做任务。',
	'If they must be kept: apply them to the upstream again.': '若这些事务确实有效：把它们写回上游。',
	'Do not just change the checkpoint: the extra rows would stay in the downstream.':
		'不要只修改检查点：多出的行会留在下游。',
	'The upstream could not send its binlog': '上游无法发送 binlog',
	'MySQL gives the reason after the error number 1236.': '具体原因由 MySQL 在错误号 1236 之后给出。',
	'the lines around the time of the error show its cause and its stack':
		'错误发生时间前后的日志会给出原因和调用栈',
	"Read MySQL's reason, and check with SHOW BINARY LOGS that the file of the checkpoint exists and is long enough.":
		'阅读 MySQL 给出的原因，并用 SHOW BINARY LOGS 检查检查点所在的文件是否存在、长度是否足够。',
	'If the binlog file is larger than 4 GB, follow "binlog files over 4 GB" on the page below.':
		'如果 binlog 文件大于 4 GB，请按下方文档中“超过 4 GB 的 binlog 文件”处理。',
};
