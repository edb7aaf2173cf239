/** Findings of dump, load and sync. */
export const units = {
	'A dump or load is at 100 % but not finished': 'dump 或 load 已到 100 % 但尚未结束',
	'A running dump or load is at 100 % and has not added a byte for more than 70 s.':
		'dump 或 load 处于 100 %，且超过 70 秒没有新增任何字节。',
	'It is below 100 %: if it makes no progress then, this is reported as `stuck`.':
		'尚未到 100 %：若此时停滞，作为 `stuck` 报告。',
	'The {unit} is at 100 % but not finished yet': '{unit} 已到 100 % 但尚未结束',
	'A subtask was paused manually': '子任务被人为暂停',
	'The subtask is Paused, its result says that it was cancelled, and there are no errors other than those caused by a pause.':
		'子任务处于 Paused，其结果显示已被取消，且只有暂停本身留下的错误。',
	'An error stopped the subtask: this is reported as `subtask-error`. Or DM does not say why it is paused: this is reported as `paused-unexplained`.':
		'子任务因错误停止：作为 `subtask-error` 报告。或者 DM 没有说明暂停原因：作为 `paused-unexplained` 报告。',
	'no longer paused': '不再暂停',
	'DM says no more than that it was cancelled, as after pause-task or while it transfers the source':
		'DM 只说它已被取消：执行 pause-task 后或 DM 转移其数据源时都如此',
	'The error in its result was caused by the pause itself: {error}': '其结果中的错误由暂停本身造成：{error}',
	'Wait: DM resumes it on the other worker. If it stays paused, resume it.':
		'等待：DM 会在另一个 worker 上恢复它。若一直暂停，请手动恢复。',
	'Resume it when the reason for the pause no longer applies.': '暂停的原因消除后恢复它。',
	'paused without a reason': '已暂停；DM 未说明原因',
	'Ask who paused it; resume it when the reason no longer applies.': '询问是谁暂停的；原因消除后恢复。',
	'Paused, and DM gives no reason': '已暂停，DM 未说明原因',
	'The subtask is Paused without an error, and DM does not report a manual pause: this happens after its worker restarted. Or a list says Paused, without details.':
		'子任务处于 Paused，没有错误，也没有迹象表明有人暂停：worker 重启后就会这样。或者列表显示 Paused，而列表没有细节。',
	'DM reports that it was cancelled: this is reported as `paused-by-person`. Or it has an error: this is reported as `subtask-error`. Or its result was left out of the text: this is reported as `unreadable`.':
		'DM 显示它已被取消：作为 `paused-by-person` 报告。或者它有错误：作为 `subtask-error` 报告。或者文本中省略了其结果：作为 `unreadable` 报告。',
	'It has no error. After a restart of the worker or a transfer of the source, DM keeps a pause but not its reason':
		'它没有错误。worker 重启或数据源换绑后，暂停仍被记住而原因不再保留',
	'Paused; a list gives no reason': '已暂停；列表不说明原因',
	'The list says: {status}': '列表显示：{status}',
	'Nothing is replicated although the upstream keeps writing': '上游仍在写入，但没有同步任何数据',
	'The checkpoint stays at {position} and the row count does not increase, while the upstream has reached {end}':
		'检查点停在 {position}，行数不增长，而上游已到 {end}',
	'{distance} behind': '落后 {distance}',
	'DM reports no error, no waiting DDL and no stopped relay': 'DM 没有报告错误、等待的 DDL 或停止的 relay',
	'Check whether the downstream TiDB answers, and what it is doing: SHOW FULL PROCESSLIST, ADMIN SHOW DDL JOBS.':
		'查看下游 TiDB 是否应答以及在忙什么：SHOW FULL PROCESSLIST、ADMIN SHOW DDL JOBS。',
	'If there is no progress for minutes, pause and resume the subtask.':
		'如果几分钟内毫无进展，暂停再恢复该子任务。',
	'The load has stopped writing': 'load 不再写入任何数据',
	'The dump has stopped reading': 'dump 不再读取任何数据',
	'No bytes or rows have been added since, and DM reports no error':
		'此后没有新增一个字节或一行，DM 也没有报告错误',
	'Check whether the downstream TiDB answers, and what it is doing: SHOW FULL PROCESSLIST.':
		'查看下游 TiDB 是否应答以及在忙什么：SHOW FULL PROCESSLIST。',
	'Check what the dump is waiting for in the upstream: SHOW FULL PROCESSLIST shows locks and long queries.':
		'查看 dump 在上游等待什么：SHOW FULL PROCESSLIST 会显示锁或长查询。',
	'A running subtask makes no progress': '子任务在运行但没有进展',
	'In Sync the upstream moves on, but the checkpoint and the row count have not changed for more than two checkpoint flushes (70 s). A dump or load has not added a byte for that time.':
		'Sync 阶段：上游在前进，而检查点和行数停滞超过两次检查点刷新（70 秒）。dump 或 load：同样长的时间没有新增一个字节。',
	'The checkpoint moves in steps of 30 s. The upstream is idle, or the subtask has not been observed for long enough. A waiting DDL, a stopped relay, an upstream that is not visible or a silent source is the reason. A load or dump at 100 % is reported as `finishing`.':
		'检查点每 30 秒前进一步。上游空闲，或观察时间不够。等待的 DDL、未运行的 relay、看不到的上游或无应答的数据源可以解释。load 或 dump 已到 100 %：作为 `finishing` 报告。',
	'error; the list has no details': '出错；列表没有细节',
	'The task has an error; a list has no details': '任务出错；列表没有细节',
	'Show its full status: dmctl query-status {name}': '查看其完整状态：dmctl query-status {name}',
	'A subtask stopped with an error': '子任务因错误停止',
	'The result of the subtask has errors, and it is Paused or in any other stage in which nothing runs or is known to run. It is also reported while DM retries and the subtask has made no progress since, with the number of times the error has returned; and for a task that has status Error in a list.':
		'子任务的结果中有错误，且处于 Paused 或其他不在运行（或无法确认在运行）的阶段。DM 重试期间若子任务毫无进展也会报告，并给出重现次数；列表显示 Error 的任务亦然。',
	'The subtask is running, has finished or changes its stage: an error in its result is in the past. Or it was paused manually, and its only errors are those caused by a pause (connection is already closed, context canceled).':
		'子任务在运行、已结束或正在切换阶段：其结果中的错误是过去的。或者有人暂停了它，错误只是暂停留下的（connection is already closed、context canceled）。',
	'Whether a subtask runs is not known': '无法确认子任务是否在运行',
	'The subtask has a unit, but no stage, or one that no known version of DM has. Whether anything is replicated is not known. Also reported for a task for which a list has no status, or one that DM does not have.':
		'子任务有处理单元，但没有阶段，或者其阶段在已知的 DM 版本中都不存在。是否在同步无从得知。列表中没有状态、或状态是 DM 没有的任务也会报告。',
	'status unknown': '状态未知',
	'The status of the task is not known': '任务的状态未知',
	'The list says nothing': '列表没有给出状态',
	'What a running subtask does is not known': '无法得知运行中的子任务在做什么',
	'The subtask is Running, but DM reports no unit, or one that no known version of DM has. Lag and progress are not known.':
		'子任务处于 Running，但 DM 没有报告处理单元，或其处理单元在已知的 DM 版本中都不存在。延迟和进度无从得知。',
	'The subtask does not run. Or its unit is known but without numbers: DM versions differ, and its lag and progress are shown as unknown.':
		'子任务没有运行。或者处理单元已知但没有数字：各 DM 版本不同，其延迟和进度显示为未知。',
	'unit unknown': '处理单元未知',
	'Lag and progress of the subtask are not known': '子任务的延迟和进度未知',
	'The text has no unit': '文本中没有处理单元',
	'DM reports no unit': 'DM 没有报告处理单元',
	'DM reports the unit {unit}, which dm-top does not know': 'DM 报告的处理单元是 {unit}，dm-top 不认识它',
	'A worker does not have a subtask that it should run': 'worker 没有它应当运行的子任务',
	'The source has a worker that answers, but only with InvalidStage for the subtask: DM knows that it should be there, and the worker does not run it.':
		'数据源的 worker 有应答，但该子任务只有 InvalidStage：DM 知道它应当存在，而 worker 没有运行它。',
	'The source has no worker: this is reported as `source-unbound`.':
		'数据源没有 worker：作为 `source-unbound` 报告。',
	'not on its worker': '不在其 worker 上',
	'The worker does not run this subtask, although DM has it for its source':
		'worker 没有运行该子任务，尽管 DM 在其数据源上有它',
	'Check the log of the dm-worker{worker}: it says why the subtask was not started.':
		'查看 dm-worker{worker} 的日志：其中有子任务没有启动的原因。',
	'Then start it again: dmctl start-task with the file of {task}, for {source}.':
		'然后重新启动：用 {task} 的文件对 {source} 执行 dmctl start-task。',
	'stopped on {source}': '在 {source} 上已停止',
	'Stopped on this source, while the task goes on elsewhere': '在此数据源上已停止，而任务在其他数据源上继续',
	'Nothing is replicated from {source} for this task': '该任务不再同步 {source} 的任何数据',
	'If it was not stopped on purpose, start it again: dmctl start-task with the file of {task}, for {source}.':
		'如果不是有意停止，重新启动：用 {task} 的文件对 {source} 执行 dmctl start-task。',
	'A task is stopped on some of its sources': '任务在部分数据源上已停止',
	'A subtask is Stopped while another one of the same task is neither Stopped nor Finished.':
		'一个子任务处于 Stopped，而同一任务的另一个既不是 Stopped 也不是 Finished。',
	'The whole task is stopped: its state says so.': '整个任务已停止：其状态已说明。',
	'no longer stopped': '不再停止',
	'Its result has errors: this is reported as `subtask-error`. Or the entry has no unit either, as in a list and for a source without a worker.':
		'其结果中有错误：作为 `subtask-error` 报告。或者该条目也没有处理单元，例如列表中，或数据源没有 worker 时。',
	'stage unknown': '阶段未知',
	'The stage of the subtask is not known': '子任务的阶段未知',
	'The text has no stage': '文本中没有阶段',
	'DM reports no stage': 'DM 没有报告阶段',
	'DM reports the stage {stage}, which dm-top does not know': 'DM 报告的阶段是 {stage}，dm-top 不认识它',
	finishing: '即将结束',
	'DM continues to work after the last byte: it may write indexes, compare checksums and collect statistics (physical import), then it removes the dump files and starts Sync':
		'最后一个字节之后 DM 仍有工作：可能在写索引、比对校验和、收集统计信息（物理导入），然后删除 dump 文件并进入 Sync',
	'DM estimates the 100 % from the statistics of the tables: the last chunks are still being dumped':
		'100 % 是 DM 根据表的统计信息估算的：最后的分片仍在导出',
	'paused by this dm-top': '被此 dm-top 暂停',
	'paused for the transfer': '因换绑而暂停',
	'paused: source disabled': '已暂停：数据源被停用',
	'Paused while this dm-top transfers its source': '此 dm-top 换绑其数据源期间暂停',
	'Paused because this dm-top disabled its source': '自此 dm-top 停用其数据源起暂停',
	'Check the log of the dm-worker{worker}: one very large transaction has the same symptoms.':
		'查看 dm-worker{worker} 的日志：一个非常大的事务也会是这样。',
	'Check the log of the dm-worker{worker}.': '查看 dm-worker{worker} 的日志。',
	'no progress {time}': '{time} 没有进展',
	'Checksums of {compared} of {all} {all|table|tables} have been compared, {done} are finished, by DM’s metric lightning_tables':
		'按 DM 的指标 lightning_tables，{all} 张表中已比对 {compared} 张的校验和，已完成 {done} 张',
	'A subtask has been paused for a long time': '子任务已暂停很久',
	'A subtask has been Paused for `paused-long` or more without an error, no matter who paused it.':
		'子任务处于 Paused 达到 `paused-long` 且没有错误，无论由谁暂停。',
	'An error stopped it: this is reported as `subtask-error` at once.':
		'因错误停止：一开始就作为 `subtask-error` 报告。',
	'paused {time}': '已暂停 {time}',
	'Paused for {time}': '已 Paused {time}',
	'Paused for at least {time}': '已 Paused 至少 {time}',
	'Changes of the upstream are only kept as long as its binlog files':
		'此间上游写入的内容，只在其 binlog 保留期内可取得',
	'Resume it, or stop the task if it is no longer needed.': '恢复它；若不再需要，停止该任务。',
};
