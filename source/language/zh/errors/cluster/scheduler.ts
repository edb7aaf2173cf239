/** The texts of source/dm/errors/knowledge/cluster/scheduler.ts. */
export const scheduler = {
	'The dm-master has only just become the leader': '该 dm-master 刚刚成为 leader',
	'It is still loading sources and tasks, or the leader is changing.':
		'它仍在读取数据源和任务；或 leader 正在切换。',
	'Try again in a moment.': '稍后再试。',
	'A worker with this name already exists at another address': '已有同名的 worker，地址不同',
	'Two workers have the same name, or one came back with a new address.':
		'两个 worker 同名，或某个 worker 换了地址回来。',
	'Give the worker another name, or remove the old one: offline-member --worker --name NAME.':
		'给该 worker 另取名称，或移除旧的：offline-member --worker --name NAME。',
	'The worker is still online and cannot be removed': 'worker 仍在线，不能移除',
	'offline-member only removes workers that are shut down.': 'offline-member 只用于已关闭的 worker。',
	'Stop the worker, wait until it is offline (about a minute), then remove it.':
		'停止该 worker，等它离线（一分钟），再移除。',
	'Do not remove the only worker for a source before another worker is free.':
		'在另一个 worker 空闲之前，不要移除某个数据源唯一的 worker。',
	'The worker is not free, or not bound to that source': 'worker 不空闲，或没有该数据源',
	'It is bound to another source, it is offline, or the source has moved.':
		'它绑定在其他数据源上、已离线，或数据源在此期间已移动。',
	'Choose a worker in stage "free", or one that already pulls the relay log of this source.':
		'选择处于 free 阶段的 worker，或已在拉取该数据源 relay 的 worker。',
	'A source with this ID already exists': '已有相同 ID 的数据源',
	'operate-source create was run twice, or another file has the same source-id.':
		'operate-source create 执行了两次，或另一个文件的 source-id 相同。',
	'all existing sources': '现有的数据源',
	'Change it with operate-source update, or use another source-id.':
		'用 operate-source update 修改它，或使用另一个 source-id。',
	'DM does not know this source': 'DM 不知道该数据源',
	'The ID is mistyped, several IDs were given as one word with commas, or the source was never created.':
		'ID 有误、多个 ID 用逗号连成了一个词，或数据源从未创建。',
	'Use the ID as listed, or create the source first: operate-source create FILE.':
		'使用列表中的 ID；先创建数据源：operate-source create FILE。',
	'The source cannot be changed or removed while tasks or the relay use it':
		'有任务或 relay 使用时，不能修改或删除数据源',
	'operate-source update and stop require that all its tasks are stopped and its relay is off.':
		'operate-source update 和 stop 要求其所有任务已停止、relay 已关闭。',
	'the tasks on it, and its relay': '它上面的任务及其 relay',
	'Run stop-task for each task (checkpoints are kept) and stop-relay -s {source}; change the source; then run start-relay and start-task.':
		'对每个任务 stop-task（检查点保留），stop-relay -s {source}；修改数据源；再 start-relay 和 start-task。',
	'Do not add --remove-meta when you start the tasks again: the checkpoints would be lost.':
		'启动时不要加 --remove-meta：检查点会丢失。',
	'A relay of this source or worker prevents this': '该数据源或 worker 的 relay 妨碍了操作',
	'A relay that was started with a worker name must be stopped with it, one that was started without it must be stopped without it; a worker can pull the relay log of one source only.':
		'指定 worker 名称启动的 relay 须指定名称停止，未指定的则不指定；一个 worker 只拉取一个数据源的 relay。',
	'the workers on which the relay runs': 'relay 在哪些 worker 上运行',
	'Run stop-relay -s {source} as the relay was started (with or without worker names), then try again.':
		'按启动时的方式（指定或不指定 worker 名称）执行 stop-relay -s {source}，然后再试。',
	'A task with this name already exists': '已有同名的任务',
	'It is running or paused; start-task is only for new or stopped tasks.':
		'它在运行或已暂停；start-task 用于新任务和已停止的任务。',
	'its status': '它的状态',
	'If it is paused, resume it. To change its file: stop-task {task} first, then start-task.':
		'如果已暂停，恢复它；要修改其文件：先 stop-task {task}，再 start-task。',
	'Do not start a second task for the same tables under another name: both would write to them.':
		'不要用另一个名称对相同的表再启动一个任务：两者都会写入。',
	'A source cannot be transferred while one of its tasks is in Dump or Load':
		'有任务在导出或导入时，不能移动数据源',
	'The dumped files are on the current worker.': '导出的文件在当前的 worker 上。',
	'the unit of each task': '各任务的处理单元',
	'Wait until all its tasks are in Sync, or pause them first; a paused load can only continue on the same worker.':
		'等所有任务进入 Sync，或先暂停它们；暂停的导入只能在同一个 worker 上继续。',
	'Do not transfer it during a load: the load stops with error 34017.': '导入期间不要移动：会以 34017 停止。',
	'The tasks could not be paused for the transfer': '无法为移动而暂停任务',
	'The worker did not answer, or a task is changing its stage.': 'worker 没有应答，或某个任务正在切换阶段。',
	'the stage of each task': '各任务的阶段',
	'Pause the tasks manually, transfer the source, resume the tasks.':
		'手工暂停任务，移动数据源，再恢复任务。',
	'Another operation is changing this task': '此刻有他人正在修改该任务',
	'Another dmctl, dm-top or the web UI is operating on it.': '另一个 dmctl、dm-top 或网页正在操作它。',
	'Check the status, and try again in a moment.': '查看状态，稍后再试。',
	'This is not possible in the current stage': '当前阶段不允许该操作',
	'For example: changing a running task, resuming a validator that is not paused, or starting a task on a disabled source.':
		'修改运行中的任务、恢复未暂停的 validator，或在已禁用的数据源上启动任务。',
	'the stage and unit': '阶段和处理单元',
	'Pause or stop the task, or enable the source; then try again.': '先暂停或停止任务；启用数据源；然后再试。',
	'The relay operation is stored, but the worker is offline': '对 relay 的要求已保存；其 worker 离线',
	'DM has stored it; it takes effect when a worker is bound to the source.':
		'DM 已保存，有 worker 接管该数据源时生效。',
	'Start the worker; nothing else is needed.': '启动该 worker；无需再做其他事。',
	'The source has no relay': '该数据源没有 relay',
	'start-relay was never run for it, or the relay was stopped.': '没有对它执行过 start-relay，或期间已停止。',
	'relayStatus is null if the relay is off': 'relayStatus：relay 关闭时为 null',
	'If you need a relay, run start-relay -s {source} first.':
		'需要 relay 时，先执行 start-relay -s {source}。',
	'The subtask is not stopped at a DDL': '子任务不是因 DDL 停止的',
	'binlog skip, replace and inject only apply to DDLs: row changes cannot be skipped, and a running task has nothing to skip.':
		'binlog skip、replace 和 inject 只能越过 DDL；不能跳过行，运行中的任务也没有可跳过的。',
	'the stage, and the error if there is one': '阶段，以及现有的错误',
	'Check the error: fix the rows or the connection, then resume.': '查看错误：解决行或连接的问题，然后恢复。',
	'For a DDL that is still ahead, give its position: binlog skip {task} -s {source} -b {position}.':
		'对于尚未到达的 DDL，给出其位置：binlog skip {task} -s {source} -b {position}。',
	'Do not move the checkpoint manually to get past a row: all changes in between would be lost.':
		'不要手工移动检查点来越过某一行：中间的全部变更都会丢失。',
	'DM does not support this operation': 'DM 不支持该操作',
	'It belongs to another version of DM, or to another command.': '它属于其他 DM 版本或其他命令。',
	'dmctl and DM should have the same version': 'dmctl 与 DM 的版本应一致',
	"Use the dmctl of the cluster's version.": '使用与集群版本一致的 dmctl。',
	'DM does not accept the SQL given to replace the DDL': 'DM 不接受用来代替该 DDL 的 SQL',
	'It is not a DDL, or it names a table without its schema.': '它不是 DDL，或表名没有带库名。',
	'whether TiDB accepts it': 'TiDB 是否接受',
	'the SQL itself, on an empty copy of the table': '该 SQL 本身，在一张空的副本表上执行',
	'Use only DDLs, and write the schema of each table: ALTER TABLE `db`.`t` ...':
		'只写 DDL，且每张表都带库名：ALTER TABLE `db`.`t` ...',
};
