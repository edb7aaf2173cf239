/** The texts of source/dm/errors/knowledge/cluster/scheduler.ts. */
export const scheduler = {
	'The dm-master has only just become the leader': '该 dm-master 刚刚成为 leader',
	'It still reads sources and tasks; or the leader is changing.':
		'它仍在读取数据源和任务；或 leader 正在切换。',
	'Ask again in a moment.': '稍后再试。',
	'A worker of that name is there already, at another address': '已有同名的 worker，地址不同',
	'Two workers have the same name, or one came back with a new address.':
		'两个 worker 同名，或某个 worker 换了地址回来。',
	'Give the worker another name, or take the old one out: offline-member --worker --name NAME.':
		'给该 worker 另取名称，或移除旧的：offline-member --worker --name NAME。',
	'The worker is still online and cannot be taken out': 'worker 仍在线，不能移除',
	'offline-member is for workers that are shut down.': 'offline-member 只用于已关闭的 worker。',
	'Stop the worker, wait until it is offline (a minute), then take it out.':
		'停止该 worker，等它离线（一分钟），再移除。',
	'Do not take out the only worker of a source before another is free.':
		'在另一个 worker 空闲之前，不要移除某个数据源唯一的 worker。',
	'The worker is not free, or does not have that source': 'worker 不空闲，或没有该数据源',
	'It is bound to another source, offline, or the source has moved meanwhile.':
		'它绑定在其他数据源上、已离线，或数据源在此期间已移动。',
	'Choose a worker in stage "free", or one that already pulls the relay of this source.':
		'选择处于 free 阶段的 worker，或已在拉取该数据源 relay 的 worker。',
	'A source of that ID is there already': '已有相同 ID 的数据源',
	'operate-source create was run twice, or another file has the same source-id.':
		'operate-source create 执行了两次，或另一个文件的 source-id 相同。',
	'the sources there are': '现有的数据源',
	'Use operate-source update to change it, or another source-id.':
		'用 operate-source update 修改它，或使用另一个 source-id。',
	'DM does not know this source': 'DM 不知道该数据源',
	'The ID is mistyped, several were joined by commas in one word, or the source was never created.':
		'ID 有误、多个 ID 用逗号连成了一个词，或数据源从未创建。',
	'Use the ID as it is listed; create the source first: operate-source create FILE.':
		'使用列表中的 ID；先创建数据源：operate-source create FILE。',
	'The source cannot be changed or removed while tasks or the relay use it':
		'有任务或 relay 使用时，不能修改或删除数据源',
	'operate-source update and stop need all its tasks stopped and its relay off.':
		'operate-source update 和 stop 要求其所有任务已停止、relay 已关闭。',
	'the tasks on it, and its relay': '它上面的任务及其 relay',
	'stop-task for each (the checkpoint stays), stop-relay -s {source}; change the source; start-relay and start-task again.':
		'对每个任务 stop-task（检查点保留），stop-relay -s {source}；修改数据源；再 start-relay 和 start-task。',
	'Do not add --remove-meta to those starts: the checkpoints would be lost.':
		'启动时不要加 --remove-meta：检查点会丢失。',
	'A relay of that source or worker stands in the way': '该数据源或 worker 的 relay 妨碍了操作',
	"A relay started with a worker's name is stopped with it, one started without a name without it; a worker pulls the relay of one source only.":
		'指定 worker 名称启动的 relay 须指定名称停止，未指定的则不指定；一个 worker 只拉取一个数据源的 relay。',
	'on which workers the relay runs': 'relay 在哪些 worker 上运行',
	"stop-relay -s {source} in the way in which it was started (with the worker's name or without), then try again.":
		'按启动时的方式（指定或不指定 worker 名称）执行 stop-relay -s {source}，然后再试。',
	'A task of that name is there already': '已有同名的任务',
	'It runs or is paused; start-task is for new tasks and for stopped ones.':
		'它在运行或已暂停；start-task 用于新任务和已停止的任务。',
	'its state': '它的状态',
	'Resume it if it is paused; to change its file: stop-task {task} first, then start-task.':
		'如果已暂停，恢复它；要修改其文件：先 stop-task {task}，再 start-task。',
	'Do not start the same tables under another name beside it: both would write.':
		'不要用另一个名称对相同的表再启动一个任务：两者都会写入。',
	'A source cannot be moved while one of its tasks dumps or loads': '有任务在导出或导入时，不能移动数据源',
	'The dumped files lie on the present worker.': '导出的文件在当前的 worker 上。',
	'the unit of each task': '各任务的处理单元',
	'Wait until all its tasks are in Sync, or pause them first; a paused load continues only on the same worker.':
		'等所有任务进入 Sync，或先暂停它们；暂停的导入只能在同一个 worker 上继续。',
	'Do not move it during a load: it stops with 34017.': '导入期间不要移动：会以 34017 停止。',
	'The tasks could not be paused for the move': '无法为移动而暂停任务',
	'The worker did not answer, or a task is changing its stage.': 'worker 没有应答，或某个任务正在切换阶段。',
	'the stage of each task': '各任务的阶段',
	'Pause the tasks by hand, move the source, resume them.': '手工暂停任务，移动数据源，再恢复任务。',
	'Somebody else is changing this task at this moment': '此刻有他人正在修改该任务',
	'Another dmctl, dm-top or the web page operates on it.': '另一个 dmctl、dm-top 或网页正在操作它。',
	'Look at the status, and try again in a moment.': '查看状态，稍后再试。',
	'That cannot be done in the present stage': '当前阶段不允许该操作',
	'A task is to be changed while it runs, a validator resumed that is not paused, a task started on a source that is disabled.':
		'修改运行中的任务、恢复未暂停的 validator，或在已禁用的数据源上启动任务。',
	'stage and unit': '阶段和处理单元',
	'Pause or stop the task first; enable the source; then try again.':
		'先暂停或停止任务；启用数据源；然后再试。',
	"The relay's wish is stored; its worker is offline": '对 relay 的要求已保存；其 worker 离线',
	'DM has stored it, and it takes effect when a worker takes the source.':
		'DM 已保存，有 worker 接管该数据源时生效。',
	'Start the worker; nothing else is to be done.': '启动该 worker；无需再做其他事。',
	'The source has no relay': '该数据源没有 relay',
	'start-relay was not run for it, or it was stopped meanwhile.':
		'没有对它执行过 start-relay，或期间已停止。',
	'relayStatus: null where the relay is off': 'relayStatus：relay 关闭时为 null',
	'start-relay -s {source} first, where a relay is wanted.':
		'需要 relay 时，先执行 start-relay -s {source}。',
	'The subtask is not stopped by a DDL': '子任务不是因 DDL 停止的',
	'binlog skip, replace and inject get past DDLs only; rows cannot be skipped, and a task that runs has nothing to skip.':
		'binlog skip、replace 和 inject 只能越过 DDL；不能跳过行，运行中的任务也没有可跳过的。',
	'the stage, and the error there is': '阶段，以及现有的错误',
	'Look at the error: cure what a row or a connection needs, then resume.':
		'查看错误：解决行或连接的问题，然后恢复。',
	'For a DDL that is still to come, give its position: binlog skip {task} -s {source} -b {position}.':
		'对于尚未到达的 DDL，给出其位置：binlog skip {task} -s {source} -b {position}。',
	'Do not move the checkpoint by hand to get past a row: all that lies between is lost.':
		'不要手工移动检查点来越过某一行：中间的全部变更都会丢失。',
	'DM does not do this operation': 'DM 不支持该操作',
	'It is one of another version of DM, or of another command.': '它属于其他 DM 版本或其他命令。',
	'versions of dmctl and DM should be the same': 'dmctl 与 DM 的版本应一致',
	'Use dmctl of the version of the cluster.': '使用与集群版本一致的 dmctl。',
	'DM does not take the SQL that was given in place of the DDL': 'DM 不接受用来代替该 DDL 的 SQL',
	'It is not a DDL, or names a table without its schema.': '它不是 DDL，或表名没有带库名。',
	'whether TiDB takes it': 'TiDB 是否接受',
	'the SQL itself, on an empty copy of the table': '该 SQL 本身，在一张空的副本表上执行',
	'Write DDLs only, with the schema of each table: ALTER TABLE `db`.`t` ...':
		'只写 DDL，且每张表都带库名：ALTER TABLE `db`.`t` ...',
};
