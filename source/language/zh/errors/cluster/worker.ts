/** The texts of source/dm/errors/knowledge/cluster/worker.ts. */
export const worker = {
	'The sync unit crashed': 'sync 单元崩溃',
	'A bug in DM, most often triggered by an unusual event or table.': 'DM 的缺陷，多由少见的 event 或表触发。',
	'Resume the task: many crashes do not happen again.': '恢复任务：很多崩溃不会再次出现。',
	'If it crashes again at the same position: find the table and the event in the log, search the issues of pingcap/tiflow, and upgrade DM.':
		'如果在同一位置再次出现：在日志中查看是哪张表、哪个 event，搜索 pingcap/tiflow 的 issue，升级 DM。',
	'Do not start over: the task continues from its checkpoint.': '不要重做任务：会从检查点继续。',
	'The sync unit met something that it cannot handle': 'sync 单元遇到了它不处理的情况',
	'An event or a state that DM does not expect.': 'DM 没有预料到的 event 或状态。',
	'If this persists: search the issues of pingcap/tiflow for the code and the message, and upgrade DM.':
		'如果仍然报错：在 pingcap/tiflow 的 issue 中搜索该错误码和文字，并升级 DM。',
	'The task cannot continue without safe mode': '任务不能在没有安全模式的情况下继续',
	'safe-mode-duration is 0s, and the task was interrupted: some rows may be replicated a second time.':
		'safe-mode-duration 为 0s，而任务曾中途中断：可能再次遇到相同的行。',
	'safe-mode-duration': 'safe-mode-duration',
	'Set safe-mode-duration above 0s, such as 60s. Change the task file, then stop-task {task} and start-task with that file (without --remove-meta, so that the checkpoint is kept).':
		'把 safe-mode-duration 设为大于 0s，例如 60s。修改任务文件，然后 stop-task {task}，再用该文件 start-task：检查点保留（不加 --remove-meta）。',
	'Do not move the checkpoint manually to get past it.': '不要手工移动检查点来越过它。',
	'safe-mode and safe-mode-duration contradict each other, or are not valid':
		'safe-mode 与 safe-mode-duration 互相矛盾，或无法读取',
	'safe-mode: true with safe-mode-duration: 0s, or a duration such as "60" without a unit.':
		'safe-mode: true 与 safe-mode-duration: 0s 并用，或时长没有单位，如 "60"。',
	'what is set': '现在的设置',
	'Write the duration with its unit ("60s"), and remove one of the two options.':
		'写带单位的时长（"60s"），并只保留两者之一。',
	'This is only possible in Sync': '只有在 Sync 中才能这样做',
	'The task is still dumping or loading, or its mode has no Sync.':
		'任务仍在导出或导入，或其模式没有该处理单元。',
	'the unit of each subtask': '各子任务的处理单元',
	'Wait until the task is in Sync.': '等任务进入 Sync。',
	'The worker is bound to another source': 'worker 上的数据源与请求的不同',
	'The source has moved, or the worker and the dm-master disagree about which worker is bound to it.':
		'数据源已移动，或 worker 与 dm-master 对归属的记录不一致。',
	'If this persists: restart the worker; it is then bound to its source again.':
		'如果仍然如此：重启该 worker；它会重新分到数据源。',
	'The worker has no configuration for its task or source': 'worker 找不到其任务或数据源的配置',
	'It has been removed, or the etcd of the dm-masters is incomplete.':
		'配置在此期间被删除，或 dm-master 的 etcd 数据不完整。',
	"whether DM has the task's configuration": 'DM 是否有该任务的文件',
	'Start the task again with its file (without --remove-meta), or create the source again.':
		'用其文件再次启动任务（不加 --remove-meta），或重新创建数据源。',
	'A worker cannot start or join the cluster': 'worker 无法启动或加入 dm-master',
	'Its configuration is wrong, join does not point to a dm-master, or its name is already in use.':
		'配置有误、join 没有指向 dm-master，或名称已被占用。',
	'the reason': '原因',
	'Correct join, name, worker-addr and advertise-addr; start the worker again.':
		'修正 join、name、worker-addr 和 advertise-addr；再启动。',
	'The stored state of the worker is from another version': 'worker 保存的状态属于另一个版本',
	'DM was downgraded, or upgraded from 1.0 without importing its tasks.':
		'DM 被降级，或从 1.0 升级而未导入。',
	'Run the version that wrote it, or a later one; from 1.0 follow the upgrade guide.':
		'运行写入它的版本或更新版本；从 1.0 升级请按升级指南操作。',
	'Do not delete the state of DM 1.0 before its tasks have been imported.':
		'在任务导入之前不要删除 DM 1.0 的状态。',
	'A GTID set does not match the kind of upstream': 'GTID 集合与上游的类型不符',
	'flavor is mysql although the upstream is MariaDB (or the other way round), or a GTID set in meta is mistyped.':
		'上游是 MariaDB 而 flavor 为 mysql（或相反），或 meta 中的 GTID 集合有误。',
	'MariaDB or MySQL': 'MariaDB 还是 MySQL',
	'flavor and enable-gtid': 'flavor 和 enable-gtid',
	'Set flavor to mariadb or mysql in the source file, and write GTIDs in the form of that database (0-1-100, or UUID:1-100).':
		'在数据源文件中设置 flavor: mariadb 或 mysql，并按该形式书写 GTID（0-1-100 或 UUID:1-100）。',
	'A binlog position cannot be read': '无法读取某个 binlog 位置',
	'It does not have the form mysql-bin.000001:4, or the file name does not end in a number.':
		'它不是 mysql-bin.000001:4 的形式，或文件名末尾没有编号。',
	'Write it like startLocation in query-status: FILE:POSITION.':
		'按 query-status 中 startLocation 的形式书写：FILE:POSITION。',
	'DM cannot decode a binlog event': 'DM 无法解码 binlog 中的某个 event',
	'The event or a column type is from a newer MySQL or MariaDB than this DM supports, or the file is damaged.':
		'event 或列类型来自比此 DM 所知更新的 MySQL 或 MariaDB，或文件已损坏。',
	'the version of the upstream': '上游的版本',
	'Upgrade DM.': '升级 DM。',
	'If the file is damaged: see binlog-corrupted.': '如果文件已损坏：参见 binlog-corrupted。',
	'An error that DM has no code for': 'DM 没有错误码的错误',
	'The rest of the message says what it is.': '后面的文字说明了是什么。',
	'Follow that message; if it names a database, treat it as an error of that database.':
		'按文字处理；如果提到数据库，按数据库的错误处理。',
	'The local state of a DM 1.0 worker cannot be read or written': 'DM 1.0 worker 的本地状态无法读写',
	'DM 1.0 keeps its tasks in a local database on the worker: the disk is full or damaged, or two workers share one directory.':
		'DM 1.0 把任务保存在 worker 的文件数据库中：磁盘已满或损坏，或两个 worker 使用同一目录。',
	'free space, and whether the directory exists': '空间，以及目录是否存在',
	'Fix the disk and start the worker again.': '解决磁盘问题后重新启动 worker。',
	'DM 2.0 and later do not need this state: upgrade with the guide.':
		'DM 2.0 及更新版本不需要该状态：按升级指南升级。',
	'Do not delete the directory before the tasks have been imported.': '在任务导入之前不要删除该目录。',
	'The heartbeat of a task does not work': '任务的心跳不工作',
	'enable-heartbeat, a feature of DM 1.0, fails when a source moves or its upstream changes.':
		'enable-heartbeat 是 DM 1.0 的功能，数据源移动或上游变更时会造成妨碍。',
	'enable-heartbeat': 'enable-heartbeat',
	'Set enable-heartbeat: false. Change the task file, then stop-task {task} and start-task with that file (without --remove-meta, so that the checkpoint is kept).':
		'设置 enable-heartbeat: false。修改任务文件，然后 stop-task {task}，再用该文件 start-task：检查点保留（不加 --remove-meta）。',
	'The dm-master cannot use an answer of a worker or a task file':
		'dm-master 无法使用 worker 或任务文件给出的内容',
	'The worker has another version, or a source of the task is not known.':
		'worker 的版本不同，或任务的某个数据源不存在。',
	'Run one version of DM on all masters and workers; use the names of sources as operate-source show lists them.':
		'所有 master 和 worker 使用同一 DM 版本；数据源名称以 operate-source show 列出的为准。',
	'A worker has no status for a task that the dm-master expects there':
		'某个 worker 没有 dm-master 所期望的任务状态',
	'DM asks every worker of the source, also one that only pulls its relay log or that does not answer; then OpenAPI gives no status of the task at all.':
		'DM 会询问该数据源的所有 worker，包括只拉取 relay log 或没有应答的；此时 OpenAPI 完全不返回该任务的状态。',
	'the status itself: dmctl and /apis/v1alpha1 are not affected':
		'状态本身：dmctl 和 /apis/v1alpha1 不受影响',
	'Use query-status, or dm-top with --master-addr: both get the status nevertheless.':
		'用 query-status，或 dm-top --master-addr：两者仍能取得状态。',
	'If a worker only pulls the relay log and is not needed: stop-relay -s {source} WORKER.':
		'如果某个 worker 只拉取 relay log 且不再需要：stop-relay -s {source} WORKER。',
	'Do not stop or delete the task: it is running or paused as before.':
		'不要停止或删除任务：它仍保持原来的运行或暂停状态。',
};
