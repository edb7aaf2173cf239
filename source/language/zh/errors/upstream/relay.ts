/** The texts of source/dm/errors/knowledge/upstream/relay.ts. */
export const relay = {
	'The relay log differs from what the upstream sent': 'relay 写入的内容与上游发送的不一致',
	"The upstream's binlog file is larger than 4 GB, or the relay continued in a file of another server.":
		'上游的 binlog 文件大于 4 GB，或 relay 接着写到了另一台服务器的文件中。',
	'If the file is larger than 4 GB: stop the worker, copy the file from the upstream into the relay directory, set relay.meta to the next file (binlog-pos = 4), start the worker.':
		'如果文件大于 4 GB：停止 worker，从上游把该文件复制到 relay 目录，把 relay.meta 设为下一个文件（binlog-pos = 4），启动 worker。',
	'Otherwise pull the relay log again: stop-relay -s {source}, move its relay directory away, start-relay -s {source}. It then starts at the earliest checkpoint of the tasks on this source (at relay-binlog-name in the source file if there are none).':
		'否则：重新拉取 relay log：stop-relay -s {source}，移走其 relay 目录，start-relay -s {source}。relay 随后从该数据源上各任务最早的检查点开始（没有任务时从数据源文件中的 relay-binlog-name 开始）。',
	'The relay cannot save its position (relay.meta)': 'relay 无法保存其位置（relay.meta）',
	'A bug in DM 2.0.2 to 2.0.6 when a relay is stopped and started again or was started before 2.0.2; otherwise a full disk, or a relay directory that was moved or deleted.':
		'DM 2.0.2 至 2.0.6 的缺陷：relay 停止后再启动，或在 2.0.2 之前就已开始；否则是磁盘已满，或 relay 目录被移动、删除。',
	'whether the newest directory in the index exists and is writable': '索引中最新的目录是否存在、是否可写',
	"stop-relay -s {source}, then start-relay -s {source} (with the worker's name, if it was started with it).":
		'stop-relay -s {source}，然后 start-relay -s {source}（启动时指定过 worker 的，带上其名称）。',
	'Upgrade DM 2.0.2-2.0.6 to 2.0.7 or later.': '把 DM 2.0.2–2.0.6 升级到 2.0.7 或更新版本。',
	'If the disk is full, free space.': '如果磁盘已满，腾出空间。',
	'A disk is full': '磁盘已满',
	"The relay log, the dumped files or the log files fill the worker's disk.":
		'relay log、导出的文件或日志占满了 worker 的磁盘。',
	'which of them uses the space': '其中哪个占用了空间',
	'Purge relay logs that no task needs (purge-relay -s {source} -f FILE): only files before the oldest syncerBinlog of all tasks on the source.':
		'清理没有任务需要的 relay log（purge-relay -s {source} -f FILE）：只清理早于该数据源所有任务中最旧 syncerBinlog 的文件。',
	'Free or add disk space; set purge.remain-space and purge.expires in the source file.':
		'腾出或增加磁盘空间；在数据源文件中设置 purge.remain-space 和 purge.expires。',
	'Then resume the relay and the tasks.': '然后恢复 relay 和任务。',
	'Do not delete files from the relay directory manually: a task may still read them, and the index would no longer match.':
		'不要手工删除 relay 目录中的文件：任务可能还在读取，且索引将不再对应。',
	'Do not purge binlogs in the upstream while the relay is stopped.': 'relay 停滞期间不要清理上游的 binlog。',
	'The relay cannot write or check its log': 'relay 无法写入或检查其日志',
	'A full or read-only disk, a relay directory that was changed manually, or a lost connection.':
		'磁盘已满或只读、relay 目录被手工修改，或连接中断。',
	'free space and owner of the directory': '目录的空间和属主',
	'Follow the reason in the message; free disk space, or correct the owner of the directory.':
		'按消息背后的原因处理；腾出磁盘空间，恢复目录的属主。',
	'Resume the relay (resume-relay -s {source}).': '恢复 relay（resume-relay -s {source}）。',
	'If this persists, pull the relay log again: stop-relay -s {source}, move its relay directory away, start-relay -s {source}. It then starts at the earliest checkpoint of the tasks on this source (at relay-binlog-name in the source file if there are none).':
		'如果仍然报错：重新拉取 relay log：stop-relay -s {source}，移走其 relay 目录，start-relay -s {source}。relay 随后从该数据源上各任务最早的检查点开始（没有任务时从数据源文件中的 relay-binlog-name 开始）。',
	'The relay cannot read the binlog from the upstream': 'relay 无法从上游读取 binlog',
	'The upstream or the network is down, or the upstream refuses to continue; the reason is in the message.':
		'上游或网络中断，或上游拒绝继续；原因见消息后部。',
	"whether there is a Binlog Dump thread of DM's user": '是否有 DM 用户的 Binlog Dump 线程',
	'DM retries automatically; resume-relay -s {source} retries at once.':
		'DM 会自动重试；resume-relay -s {source} 可立即重试。',
	"Another server answers at the upstream's address": '上游的地址上是另一台服务器在应答',
	'A failover, a virtual IP or a proxy has moved the address to another MySQL.':
		'主从切换、虚拟 IP 或代理把该地址移到了另一台 MySQL。',
	'which server it is now, and whether it has all transactions of the former server':
		'现在是哪台服务器，它是否有原服务器的全部事务',
	'If the change was intended and GTIDs are on: resume-relay -s {source}. DM starts a new directory for the new server.':
		'如果这一变更是有意的且已开启 GTID：resume-relay -s {source}。DM 会为新服务器新建目录。',
	'If GTIDs are off: the position means nothing on the other server. Go back to the former server, or give the tasks a position on the new one.':
		'如果未开启 GTID：该位置在另一台服务器上没有意义。回到原服务器，或给任务指定新服务器上的位置。',
	'If it was not intended: find out who moved the address.': '如果没有人有意变更：查明是谁移动了该地址。',
	'Do not let DM continue on a server that does not have all transactions of the former one: their rows would then exist only in the downstream.':
		'不要让 DM 在缺少原服务器事务的服务器上继续：那些行将只存在于下游。',
	'The configuration of the relay is wrong': 'relay 的配置有误',
	'relay-dir is empty, or relay-binlog-name or relay-binlog-gtid in the source file is not valid.':
		'relay-dir 为空，或数据源文件中的 relay-binlog-name 或 relay-binlog-gtid 无效。',
	'relay-dir, relay-binlog-name, relay-binlog-gtid': 'relay-dir、relay-binlog-name、relay-binlog-gtid',
	'Use the name of a binlog file from SHOW BINARY LOGS. Change the source file and apply it with operate-source update. DM allows this only while the relay is off and no task runs on the source (stop-task first, start-task afterwards; the checkpoint is kept).':
		'按 SHOW BINARY LOGS 的形式给出 binlog 文件名。修改数据源文件并用 operate-source update 应用：只有 relay 已关闭且该数据源没有任务运行时 DM 才允许（先 stop-task，之后 start-task；检查点保留）。',
	'Run start-relay -s {source}.': 'start-relay -s {source}。',
	'The relay is behind the dump, so Sync cannot start': 'relay 还没有到达导出时的位置，Sync 无法开始',
	'The relay is stuck or slow: Sync waits 5 minutes for it to reach the position of the dump.':
		'relay 停滞或太慢：Sync 最多等待 5 分钟，让它到达导出时的位置。',
	'relayStatus: its stage, its error, and relayBinlog compared with the position in the error':
		'relayStatus：其阶段、错误，以及 relayBinlog 与错误中位置的对比',
	'If the relay is Paused or has an error, fix that and run resume-relay -s {source}.':
		'如果 relay 处于 Paused 或出错，先解决，再执行 resume-relay -s {source}。',
	'If it is only slow, wait until it has passed the position, then resume the task.':
		'如果只是慢，等它越过该位置，再恢复任务。',
	'Or run stop-relay and start-relay, or turn the relay off: the task then reads from the upstream.':
		'或执行 stop-relay 再 start-relay，或不用 relay：任务改为读取上游。',
	'Do not start over: dump and load are finished.': '不要重做任务：导出和导入都已完成。',
	'Relay logs are being purged': '正在清理 relay log',
	'A purge is running, or a task is starting: one waits for the other.':
		'清理正在进行，或任务正在启动：两者互相等待。',
	'Try again in a moment; resume the task if this error stopped it.': '稍后再试；恢复因此停止的任务。',
	'The relay logs were not purged': 'relay log 未被清理',
	'There is no active relay log, the file or directory does not exist, or a file could not be removed.':
		'没有活动的 relay log、指定的文件或目录不存在，或某个文件无法删除。',
	'the existing files and directories': '现有的文件和目录',
	'Name a file in the relay directory; if several directories have that file, add --sub-dir.':
		'指定 relay 目录中的文件；若多个目录都有该文件，用 --sub-dir 指定目录。',
	'Do not delete the files manually: a task may still read them.': '不要手工删除文件：任务可能还在读取。',
	'This is not possible in the current stage of the relay': 'relay 所处的阶段不允许该操作',
	'It is already paused, running or stopped, or its configuration was changed twice within a short time.':
		'它已经暂停、运行或停止，或其配置在短时间内被修改了两次。',
	'relayStatus.stage': 'relayStatus.stage',
	'Check the stage: only a running relay can be paused, and only a paused one resumed.':
		'查看阶段；只暂停运行中的，只恢复已暂停的。',
	'The relay can switch to another upstream only with GTIDs': '没有 GTID，relay 无法跟随另一个上游',
	'The address now belongs to another server, and enable-gtid is false.':
		'该地址指向另一台服务器，而 enable-gtid 为 false。',
	'which server it is, and its GTIDs': '是哪台服务器，及其 GTID',
	'Point the source at the former server again.': '把数据源重新指向原服务器。',
	'Or use GTIDs (gtid_mode ON in the upstream, enable-gtid: true), or give the tasks a position on the new server.':
		'或使用 GTID（上游 gtid_mode 为 ON，enable-gtid: true），或给任务指定新服务器上的位置。',
	'The connection to the upstream was lost': '与上游的连接中断',
	'The upstream restarted or failed over, somebody killed the session of DM, or the network or a proxy closed the connection.':
		'上游重启或切换、DM 的会话被 KILL，或网络、代理断开了连接。',
	"whether it has just restarted, and whether there is a Binlog Dump thread of DM's user":
		'是否刚刚重启，以及是否有 DM 用户的 Binlog Dump 线程',
	'If it keeps coming back: look for what closes the connection (KILL, a proxy, a firewall, net_write_timeout of the upstream).':
		'如果反复出现：查找是什么断开了连接（KILL、代理、防火墙、上游的 net_write_timeout）。',
};
