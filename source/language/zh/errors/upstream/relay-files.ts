/** The texts of source/dm/errors/knowledge/upstream/relay-files.ts. */
export const relayFiles = {
	'A relay log file cannot be parsed': '无法解析某个 relay log 文件',
	"The upstream's binlog file is larger than 4 GB, where positions overflow; or the worker's disk was full, or the worker was killed while writing.":
		'上游的 binlog 文件大于 4 GB（位置会溢出）；或 worker 的磁盘已满，或 worker 在写入时被杀死。',
	"whether the file is as long as the upstream's, and whether the disk is full":
		'该文件是否与上游的一样长，磁盘是否已满',
	"If the upstream's file is larger than 4 GB: stop the worker, copy that file from the upstream over the one in the relay directory, set relay.meta to the next file (binlog-pos = 4, with GTIDs also binlog-gtid), and start the worker. Pulling the file again would fail again.":
		'如果上游的文件大于 4 GB：停止 worker，用上游的文件覆盖 relay 目录中的该文件，把 relay.meta 设为下一个文件（binlog-pos = 4，使用 GTID 时还有 binlog-gtid），再启动 worker。重新拉取还会失败。',
	'If it is smaller and the upstream still has it: stop-relay -s {source}, move the relay directory away, start-relay -s {source}, then resume the task.':
		'如果较小且上游仍有该文件：stop-relay -s {source}，移走 relay 目录，start-relay -s {source}，然后恢复任务。',
	'Or turn the relay off: the tasks then read from the upstream, if it still has what they need.':
		'或者彻底停用 relay：任务改为读取上游（前提是上游还有所需的文件）。',
	'If the upstream has purged the file, copy it from another replica or a backup.':
		'如果上游已清理该文件，从另一个从库或备份复制。',
	'Do not delete relay files that a task has not read if the upstream has purged them: they do not exist anywhere else. Move the directory away instead.':
		'上游已清理时，不要删除任务尚未读取的 relay 文件：它们别处都没有。应把目录移走。',
	'Do not start over before you have looked for the file: the checkpoint is good.':
		'在找过该文件之前不要重做任务：检查点完好。',
	'The subtask finds no relay log in its directory': '子任务在没有 relay log 的位置查找它',
	'The relay has just been enabled and has nothing yet; or the worker has its own relay-dir (dm-worker configuration) and running subtasks still use the one in the source file.':
		'relay 刚刚开启，还没有内容；或 worker 有自己的 relay-dir（dm-worker 的配置），而运行中的子任务仍在数据源文件指定的目录中查找。',
	'relayStatus: whether the relay is Running, and relaySubDir':
		'relayStatus：relay 是否为 Running，以及 relaySubDir',
	'whether the directory named in the error contains files': '错误中的目录里是否有文件',
	'If the relay has just started: wait until its stage is Running, then resume the task.':
		'如果 relay 才刚开始：等它的阶段变为 Running，再恢复任务。',
	'If the worker has its own relay-dir: stop the relay (the task then reads from the upstream), or transfer the source to that worker (transfer-source): subtasks that start there use the right directory.':
		'如果 worker 有自己的 relay-dir：关闭 relay（任务改为读取上游），或把数据源移到该 worker（transfer-source）：在那里启动的子任务知道该目录。',
	"Remove relay-dir from the worker's configuration, or set it to the same directory as in the source file.":
		'从 worker 的配置中删除 relay-dir，或使它与数据源的一致。',
	'Do not start over: the checkpoint is good.': '不要重做任务：检查点完好。',
	"The relay's index of directories is damaged": 'relay 的目录索引已损坏',
	'server-uuid.index, relay.meta or a relay directory was changed, deleted or copied manually.':
		'server-uuid.index、relay.meta 或 relay 的某个目录被手工修改、删除或复制。',
	'each line must name an existing directory; the number after each UUID increases by one':
		'每一行都必须是存在的目录；UUID 后的编号逐一递增',
	'Correct server-uuid.index so that it lists the existing directories in order.':
		'修正 server-uuid.index，使其按顺序列出存在的目录。',
	'Or pull the relay log again: stop-relay -s {source}, move its relay directory away, start-relay -s {source}. It then starts at the earliest checkpoint of the tasks on this source (at relay-binlog-name in the source file if there are none).':
		'或重新拉取 relay log：stop-relay -s {source}，移走其 relay 目录，start-relay -s {source}。relay 随后从该数据源上各任务最早的检查点开始（没有任务时从数据源文件中的 relay-binlog-name 开始）。',
	'A relay log file is shorter than the part already read': 'relay log 文件比已读取的部分还短',
	"The file was replaced or truncated (worker killed, disk full, copied manually), or the upstream's file is larger than 4 GB.":
		'文件被替换或截断（worker 被杀死、磁盘已满、手工复制），或上游的文件大于 4 GB。',
	'the length of the file named in the error': '出错文件的长度',
	'In relay.meta of that directory, set binlog-name to that file and binlog-pos to 4; move the file away, and resume the relay (resume-relay -s {source}): it pulls the file again.':
		'在该目录的 relay.meta 中把 binlog-name 设为该文件、binlog-pos 设为 4，移走该文件，然后恢复 relay（resume-relay -s {source}）：它会被重新拉取。',
	'Then resume the task.': '然后恢复任务。',
	"If the upstream's file is larger than 4 GB, copy it manually and set relay.meta to the next file.":
		'如果上游的文件大于 4 GB，手工复制过来，并把 relay.meta 设为下一个文件。',
	'The relay log does not contain the position that the task needs': 'relay log 中没有任务所需的位置',
	"Relay files were purged, or the relay started later than the task's checkpoint; or the source moved to a worker whose relay log starts later.":
		'relay 文件已被清理，或 relay 的起点晚于任务的检查点；或数据源移到了 relay 起步更晚的 worker。',
	'the oldest file: it is later than the checkpoint': '最旧的文件：它晚于检查点',
	'syncerBinlog: the file that the task needs': 'syncerBinlog：任务所需的文件',
	'If the upstream still has the file: stop the relay; the task then reads from the upstream.':
		'如果上游仍有该文件：关闭 relay，任务改为读取上游。',
	'Or transfer the source back to the worker whose relay log has the file (transfer-source {source} WORKER).':
		'或把数据源移回其 relay 有该文件的 worker（transfer-source {source} WORKER）。',
	'Otherwise see binlog-purged.': '否则参见 binlog-purged。',
	'A file or directory of the relay log cannot be read or watched':
		'无法读取或监视 relay log 的某个文件或目录',
	'The directory was moved or belongs to another user, the disk has a problem, or the host is out of inotify watches or open files.':
		'目录被移动或属于其他用户、磁盘有故障，或主机的 inotify 监视数、打开文件数已用尽。',
	'the owner, the free space, and the limits of the host': '属主、空间和主机的限制',
	'Correct the owner of the directory, free disk space, or raise the limit that is reached.':
		'恢复目录的属主、腾出磁盘空间；调高已达到的限制。',
	'A binlog reader or writer was in the wrong state': 'binlog 的读取或写入模块不处于所需的状态',
	'The relay or the subtask was stopped and started at the same time, or an earlier error left it in this state.':
		'relay 或子任务在同一时刻被停止又启动，或此前的错误使其停留在该状态。',
	'Resume the relay (resume-relay -s {source}), then the task.':
		'恢复 relay（resume-relay -s {source}），再恢复任务。',
	'If this persists: restart the worker.': '如果仍然报错：重启 worker。',
};
