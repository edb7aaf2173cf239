/** The texts of source/dm/errors/knowledge/upstream/binlog-settings.ts. */
export const binlogSettings = {
	"The upstream's own binlog file is damaged": '上游自身的 binlog 文件已损坏',
	'A full disk, a crash, or faulty storage in the upstream damaged the file.':
		'上游磁盘写满、崩溃或存储故障损坏了该文件。',
	'where the damage is': '损坏的位置',
	'whether the disk is full': '磁盘是否已满',
	'If a relay log of DM or another replica has the undamaged file, read from there.':
		'如果 DM 的 relay log 或另一个从库有完整的文件，从那里读取。',
	'Otherwise continue after the damage (the next file, position 4, safe-mode: true) and compare the tables that changed in the damaged part.':
		'否则从损坏处之后继续（下一个文件，位置 4，safe-mode: true），并比对这期间有变更的表。',
	'Or start over.': '或者重做任务。',
	'Do not continue after the damage without comparing the data: changes in the damaged part are lost silently.':
		'不要未经比对就从损坏处之后继续：其中的数据会悄然丢失。',
	'The upstream sends checksums that this connection did not request': '上游发送了此连接未要求的校验和',
	'binlog_checksum was changed in the upstream, or a proxy between DM and the upstream drops session settings.':
		'上游的 binlog_checksum 被修改，或 DM 与上游之间的代理丢弃了会话设置。',
	'the current setting': '该设置的当前值',
	'Connect DM to the upstream directly, not through a proxy that reuses connections.':
		'让 DM 直接连接上游，不要经过复用连接的代理。',
	'Resume; if this persists, set binlog_checksum = NONE in the upstream until DM has caught up.':
		'恢复任务；如果仍然报错，在需要期间把上游设为 binlog_checksum = NONE。',
	'The upstream does not write a binlog': '上游不写 binlog',
	'log_bin is OFF, or the address belongs to a replica without log_slave_updates.':
		'log_bin 为 OFF，或该地址指向没有开启 log_slave_updates 的从库。',
	'log_bin must be ON; on a replica also log_slave_updates (log_replica_updates)':
		'log_bin 必须为 ON；在从库上还须开启 log_slave_updates（log_replica_updates）',
	'Turn log_bin on and restart the upstream (in a cloud database: enable backups or binlog retention), or point the source at a server with a binlog.':
		'开启 log_bin 并重启上游（云数据库：开启备份或 binlog 保留），或把数据源指向写 binlog 的服务器。',
	'Changes made while it was off are not in any binlog: compare the tables, or start over.':
		'关闭期间的变更不在任何 binlog 中：请比对表，或重做任务。',
	'A binlog event cannot be read': '无法从 binlog 读取某个 event',
	"The connection was lost, the file is damaged, or it is larger than 4 GB, where MySQL's positions overflow.":
		'连接中断、文件损坏，或文件大于 4 GB（MySQL 的位置会溢出）。',
	'whether the file is readable to the end': '文件能否一直读到末尾',
	'Read the reason in the message: DM recovers from a lost connection automatically.':
		'阅读消息背后的原因：连接中断会自行恢复。',
	'If the file is larger than 4 GB: stop-task {task}, set binlog_name to that file and binlog_pos = 4 in dm_meta.{task}_syncer_checkpoint, start-task with safe-mode: true until it has passed the file.':
		'如果文件大于 4 GB：stop-task {task}，在 dm_meta.{task}_syncer_checkpoint 中把 binlog_name 设为该文件、binlog_pos = 4，以 safe-mode: true 执行 start-task，直到越过该文件。',
	'The binlog contains a statement, but DM needs row events': 'binlog 中是语句，而 DM 需要行数据',
	'binlog_format was not ROW, globally or in the session that wrote it (a tool, pt-osc, an old replica that forwards statements).':
		'binlog_format 不是 ROW（全局设置，或写入它的会话：某些工具、pt-osc、转发语句的旧从库）。',
	'must be ROW': '必须为 ROW',
	'the statement, and the table that it changes': '该语句：它修改哪张表',
	'SET GLOBAL binlog_format = ROW in the upstream, and close the sessions that still write statements.':
		'在上游执行 SET GLOBAL binlog_format = ROW，并关闭仍以语句格式写入的会话。',
	'Run the statement manually in the downstream, then skip the event (binlog skip {task}).':
		'在下游手工执行该语句，然后在此处跳过该 event（binlog skip {task}）。',
	'Exclude heartbeat or checksum tables of such tools with block-allow-list.':
		'用 block-allow-list 过滤这类工具的心跳表或校验表。',
	'Do not skip it without running it in the downstream: its changes would be missing there.':
		'不要未在下游执行就跳过：下游会缺少它的行。',
	'The binlog does not contain all columns of a row': 'binlog 中的行不含全部列',
	'binlog_row_image was not FULL, globally or in the session that wrote it.':
		'binlog_row_image 不是 FULL（全局设置，或写入它的会话）。',
	'must be FULL': '必须为 FULL',
	'SET GLOBAL binlog_row_image = FULL in the upstream, and reconnect the applications.':
		'在上游执行 SET GLOBAL binlog_row_image = FULL，并让应用重新连接。',
	'Rows that were already written without all columns cannot be replicated: continue from a position where it is FULL (task-mode incremental, meta) and compare the tables, or start over.':
		'已写入的不含全部列的行无法同步：从已为 FULL 的位置继续（task-mode incremental，meta）并比对表，或重做任务。',
	'The upstream does not report its binlog position': '上游没有给出 binlog 的末尾位置',
	'log_bin is OFF, the user does not have REPLICATION CLIENT, the address belongs to a proxy or a serverless endpoint, or its SHOW MASTER STATUS has other columns.':
		'log_bin 为 OFF、用户缺少 REPLICATION CLIENT 权限、该地址指向代理或 serverless 端点，或其 SHOW MASTER STATUS 的列不同。',
	"must return one row (SHOW BINARY LOG STATUS from MySQL 8.4 on); run it as DM's user":
		'应返回一行（MySQL 8.4 起用 SHOW BINARY LOG STATUS）；请以 DM 的用户执行',
	'REPLICATION CLIENT must be there': '必须有 REPLICATION CLIENT',
	'Turn the binlog on, grant REPLICATION CLIENT, or connect to the database directly instead of through a proxy.':
		'开启 binlog、授予 REPLICATION CLIENT，或直接连接数据库而不是代理。',
	'This DM does not support MySQL 8.4: SHOW MASTER STATUS no longer exists':
		'该 MySQL 已不支持 SHOW MASTER STATUS，而此版本的 DM 不支持 MySQL 8.4',
	'MySQL 8.4 replaced it with SHOW BINARY LOG STATUS; DM supports that from version 26.3 on.':
		'MySQL 8.4 改用 SHOW BINARY LOG STATUS；DM 从 26.3 版本起使用它。',
	'8.4 or later': '8.4 或更新',
	'Upgrade DM, or use MySQL 8.0 as upstream.': '升级 DM，或使用 MySQL 8.0 作为上游。',
	'The start time is later than the end of the binlog': '没有 binlog 晚到指定的起始时间',
	'start-time is after the newest event in the upstream, or the clocks or time zones differ.':
		'start-time 晚于上游最新的 event，或两边时钟、时区不同。',
	"the upstream's clock": '上游的时钟',
	'Start the task with an earlier --start-time, in the time zone of the task.':
		'用更早的 --start-time 启动任务，按任务的时区填写。',
	"A table's checkpoint is earlier than the position where DM started": '某张表的检查点早于 DM 的起始位置',
	'The binlog was replaced (failover without GTIDs, RESET MASTER), or the checkpoint table was edited.':
		'binlog 已更换（未用 GTID 的主从切换、RESET MASTER），或检查点表被修改过。',
	'rows that name files of another series': '文件名属于另一套 binlog 的行',
	'Find out whether the upstream is still the same server with the same series of binlog files.':
		'查明上游是否还是原来的服务器、原来那一套 binlog 文件。',
	'Correct the rows in dm_meta.{task}_syncer_checkpoint while the task is stopped, and start it with safe-mode: true.':
		'在任务停止时修正 dm_meta.{task}_syncer_checkpoint 中的行，并以 safe-mode: true 启动。',
	'No binlog operation is set for that position': '该位置没有设置任何 binlog 操作',
	'The position given to binlog revert or list is not one that skip, replace or inject was set for.':
		'binlog revert 或 list 给出的位置，不是当初 skip、replace 或 inject 所设置的位置。',
	'the positions for which an operation is set': '已设置操作的位置',
	'Use the position as binlog list shows it, with the suffix of a relay log (mysql-bin|000001.000003:4).':
		'按 binlog list 显示的形式给出位置，带上 relay log 的标记（mysql-bin|000001.000003:4）。',
	'Replication from the upstream could not be started': '无法从上游开始同步',
	'The connection failed, the user does not have REPLICATION SLAVE, or the position is not in the binlog.':
		'连接失败、用户缺少 REPLICATION SLAVE 权限，或该位置不在 binlog 中。',
	'REPLICATION SLAVE must be there': '必须有 REPLICATION SLAVE',
	'Follow the reason in the message.': '阅读消息背后的原因，并按其处理。',
	'Change the task file, then stop-task {task} and start-task with that file (without --remove-meta, so that the checkpoint is kept).':
		'修改任务文件，然后 stop-task {task}，再用该文件 start-task：检查点保留（不加 --remove-meta）。',
	'The upstream has no server ID': '上游没有 server ID',
	'server_id of the upstream is 0: it does not send its binlog to replicas.':
		'上游的 server_id 为 0：不会向从库发送 binlog。',
	'must not be 0': '不能为 0',
	'SET GLOBAL server_id to a number that no other server has, in my.cnf as well.':
		'用 SET GLOBAL server_id 设为其他服务器没有的值，并写入 my.cnf。',
	'Resume the relay or the task.': '恢复 relay 或任务。',
};
