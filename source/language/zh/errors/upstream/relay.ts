/** The texts of source/dm/errors/knowledge/upstream/relay.ts. */
export const relay = {
	'What the relay wrote is not what the upstream sent': 'relay 写入的内容与上游发送的不一致',
	"The upstream's binlog file is larger than 4 GB, or the relay continued in a file of another server.":
		'上游的 binlog 文件大于 4 GB，或 relay 接着写到了另一台服务器的文件中。',
	'If the file is larger than 4 GB: stop the worker, copy the file from the upstream into the relay directory, set relay.meta to the next file (binlog-pos = 4), start the worker.':
		'如果文件大于 4 GB：停止 worker，从上游把该文件复制到 relay 目录，把 relay.meta 设为下一个文件（binlog-pos = 4），启动 worker。',
	'Otherwise: Start the relay again from a file the upstream still has: stop-relay -s {source}, move its relay directory away, start-relay -s {source}. Set relay-binlog-name in the source file to a file that no task is past.':
		'否则：从上游仍有的文件重新启动 relay：stop-relay -s {source}，移走其 relay 目录，start-relay -s {source}。在数据源文件中把 relay-binlog-name 设为没有任务已越过的文件。',
	'The relay cannot save its position (relay.meta)': 'relay 无法保存其位置（relay.meta）',
	'A bug of DM 2.0.2 to 2.0.6 when a relay is stopped and started again or was begun before 2.0.2; else a full disk, or a relay directory that was moved or deleted.':
		'DM 2.0.2 至 2.0.6 的缺陷：relay 停止后再启动，或在 2.0.2 之前就已开始；否则是磁盘已满，或 relay 目录被移动、删除。',
	'whether the newest directory of the index exists and can be written': '索引中最新的目录是否存在、是否可写',
	"stop-relay -s {source}, then start-relay -s {source} (with the worker's name, if it was started with it).":
		'stop-relay -s {source}，然后 start-relay -s {source}（启动时指定过 worker 的，带上其名称）。',
	'Upgrade DM 2.0.2-2.0.6 to 2.0.7 or newer.': '把 DM 2.0.2–2.0.6 升级到 2.0.7 或更新版本。',
	'Free the disk, if that is full.': '如果磁盘已满，腾出空间。',
	'A disk is full': '磁盘已满',
	"The relay log, the dumped files or the log fill the worker's disk.":
		'relay log、导出的文件或日志占满了 worker 的磁盘。',
	'which of them takes the space': '其中哪个占用了空间',
	'Purge relay logs that no task needs (purge-relay -s {source} -f FILE): only those before the oldest syncerBinlog of all tasks of the source.':
		'清理没有任务需要的 relay log（purge-relay -s {source} -f FILE）：只清理早于该数据源所有任务中最旧 syncerBinlog 的文件。',
	'Free or add disk space; set purge.remain-space and purge.expires in the source file.':
		'腾出或增加磁盘空间；在数据源文件中设置 purge.remain-space 和 purge.expires。',
	'Then resume the relay and the tasks.': '然后恢复 relay 和任务。',
	'Do not delete files of the relay directory by hand: a task may still read them, and the index no longer fits.':
		'不要手工删除 relay 目录中的文件：任务可能还在读取，且索引将不再对应。',
	'Do not purge binlogs upstream while the relay stands still.': 'relay 停滞期间不要清理上游的 binlog。',
	'The relay cannot write or check its log': 'relay 无法写入或检查其日志',
	'A full or read-only disk, a relay directory that was changed by hand, or a broken connection.':
		'磁盘已满或只读、relay 目录被手工修改，或连接中断。',
	'space and owner of the directory': '目录的空间和属主',
	'Follow the reason behind the message; give the disk space and the directory its owner again.':
		'按消息背后的原因处理；腾出磁盘空间，恢复目录的属主。',
	'Resume the relay (resume-relay -s {source}).': '恢复 relay（resume-relay -s {source}）。',
	'If it stays: Start the relay again from a file the upstream still has: stop-relay -s {source}, move its relay directory away, start-relay -s {source}. Set relay-binlog-name in the source file to a file that no task is past.':
		'如果仍然报错：从上游仍有的文件重新启动 relay：stop-relay -s {source}，移走其 relay 目录，start-relay -s {source}。在数据源文件中把 relay-binlog-name 设为没有任务已越过的文件。',
	'The relay cannot read the binlog from the upstream': 'relay 无法从上游读取 binlog',
	'The upstream or the network is down, or the upstream refuses to continue; its reason stands behind.':
		'上游或网络中断，或上游拒绝继续；原因见消息后部。',
	"whether a Binlog Dump thread of DM's user is there": '是否有 DM 用户的 Binlog Dump 线程',
	'Follow the reason behind the message.': '按消息背后的原因处理。',
	'DM tries again by itself; resume-relay -s {source} does it at once.':
		'DM 会自动重试；resume-relay -s {source} 可立即重试。',
	"Another server answers at the upstream's address": '上游的地址上是另一台服务器在应答',
	'A failover, a virtual IP or a proxy has moved the address to another MySQL.':
		'主从切换、虚拟 IP 或代理把该地址移到了另一台 MySQL。',
	'which server it is now, and whether it has all transactions of the former one':
		'现在是哪台服务器，它是否有原服务器的全部事务',
	'If the change was meant and GTIDs are on: resume-relay -s {source}. DM begins a new directory for the new server.':
		'如果这一变更是有意的且已开启 GTID：resume-relay -s {source}。DM 会为新服务器新建目录。',
	'If GTIDs are off: the position means nothing on the other server. Go back to the former one, or give the tasks a position there.':
		'如果未开启 GTID：该位置在另一台服务器上没有意义。回到原服务器，或给任务指定新服务器上的位置。',
	'If it was not intended: find out who moved the address.': '如果没有人有意变更：查明是谁移动了该地址。',
	'Do not let DM continue at a server that lacks transactions of the former one: their rows are then only in the downstream.':
		'不要让 DM 在缺少原服务器事务的服务器上继续：那些行将只存在于下游。',
	'The configuration of the relay is wrong': 'relay 的配置有误',
	'relay-dir is empty, or relay-binlog-name or relay-binlog-gtid in the source file is not a valid one.':
		'relay-dir 为空，或数据源文件中的 relay-binlog-name 或 relay-binlog-gtid 无效。',
	'relay-dir, relay-binlog-name, relay-binlog-gtid': 'relay-dir、relay-binlog-name、relay-binlog-gtid',
	'Name a binlog file as SHOW BINARY LOGS does. Change the source file and apply it with operate-source update: DM allows that only while the relay is off and no task of the source runs (stop-task first, start-task afterwards; the checkpoint is kept).':
		'按 SHOW BINARY LOGS 的形式给出 binlog 文件名。修改数据源文件并用 operate-source update 应用：只有 relay 已关闭且该数据源没有任务运行时 DM 才允许（先 stop-task，之后 start-task；检查点保留）。',
	'start-relay -s {source}.': 'start-relay -s {source}。',
	'The relay is not as far as the dump, so Sync cannot begin': 'relay 还没有到达导出时的位置，Sync 无法开始',
	'The relay stands still or is slow: Sync waits 5 minutes for it to reach the place at which the dump was made.':
		'relay 停滞或太慢：Sync 最多等待 5 分钟，让它到达导出时的位置。',
	'relayStatus: its stage, its error, and relayBinlog against the place of the error':
		'relayStatus：其阶段、错误，以及 relayBinlog 与错误中位置的对比',
	'If the relay is Paused or in error, cure that and run resume-relay -s {source}.':
		'如果 relay 处于 Paused 或出错，先解决，再执行 resume-relay -s {source}。',
	'If it is only slow, wait until it has passed the place, then resume the task.':
		'如果只是慢，等它越过该位置，再恢复任务。',
	'Or stop-relay and start-relay, or do without the relay: the task reads the upstream.':
		'或执行 stop-relay 再 start-relay，或不用 relay：任务改为读取上游。',
	'Do not start the task over: dump and load are done.': '不要重做任务：导出和导入都已完成。',
	'Relay logs are just being purged': '正在清理 relay log',
	'A purge runs, or a task is starting: one waits for the other.':
		'清理正在进行，或任务正在启动：两者互相等待。',
	'Try again in a moment; resume a task that was stopped by it.': '稍后再试；恢复因此停止的任务。',
	'The relay logs were not purged': 'relay log 未被清理',
	'There is no active relay log, the file or directory named does not exist, or a file could not be removed.':
		'没有活动的 relay log、指定的文件或目录不存在，或某个文件无法删除。',
	'the files and directories that exist': '现有的文件和目录',
	'Name a file of the relay directory, and with --sub-dir its directory where several have that file.':
		'指定 relay 目录中的文件；若多个目录都有该文件，用 --sub-dir 指定目录。',
	'Do not delete the files by hand: a task may still read them.': '不要手工删除文件：任务可能还在读取。',
	'The relay is not in a stage in which that can be done': 'relay 所处的阶段不允许该操作',
	'It is already paused, running or stopped, or its configuration was changed twice within a moment.':
		'它已经暂停、运行或停止，或其配置在短时间内被修改了两次。',
	'relayStatus.stage': 'relayStatus.stage',
	'Look at the stage; pause only what runs, resume only what is paused.':
		'查看阶段；只暂停运行中的，只恢复已暂停的。',
	'The relay can follow another upstream only with GTIDs': '没有 GTID，relay 无法跟随另一个上游',
	'The address leads to another server, and enable-gtid is false.':
		'该地址指向另一台服务器，而 enable-gtid 为 false。',
	'which server it is, and its GTIDs': '是哪台服务器，及其 GTID',
	'Point the source at the former server again, or': '把数据源重新指向原服务器，或者',
	'use GTIDs (gtid_mode ON upstream, enable-gtid: true), or give the tasks a position on the new server.':
		'使用 GTID（上游 gtid_mode 为 ON，enable-gtid: true），或给任务指定新服务器上的位置。',
};
