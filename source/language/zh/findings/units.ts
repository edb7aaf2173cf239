/** Findings of dump, load and sync. */
export const units = {
	'A dump or load is at 100 % and not done': 'dump 或 load 已到 100 % 但尚未结束',
	'A dump or a load runs at 100 % and has not added a byte for more than 70 s.':
		'dump 或 load 处于 100 %，且超过 70 秒没有新增任何字节。',
	'It is below 100 %: if it does not move then, that is reported as `stuck`.':
		'尚未到 100 %：若此时停滞，作为 `stuck` 报告。',
	'The {unit} is at 100 % and not done yet': '{unit} 已到 100 % 但尚未结束',
	'A subtask was paused manually': '子任务被人为暂停',
	'The subtask is Paused, its result says that it was cancelled, and has no errors other than those that a pause leaves behind.':
		'子任务处于 Paused，其结果显示已被取消，且只有暂停本身留下的错误。',
	'An error stopped the subtask: that is reported as `subtask-error`. Or DM does not say why it is paused: that is reported as `paused-unexplained`.':
		'子任务因错误停止：作为 `subtask-error` 报告。或者 DM 没有说明暂停原因：作为 `paused-unexplained` 报告。',
	'no longer paused': '不再暂停',
	'The error in its result comes from the pause itself: {error}': '其结果中的错误由暂停本身造成：{error}',
	'Wait: DM resumes it on the other worker. Resume it if it stays paused.':
		'等待：DM 会在另一个 worker 上恢复它。若一直暂停，请手动恢复。',
	'Resume it when the reason for the pause is gone.': '暂停的原因消除后恢复它。',
	'paused; DM does not say why': '已暂停；DM 未说明原因',
	'Ask who paused it; resume it when the reason is gone.': '询问是谁暂停的；原因消除后恢复。',
	'Paused, and DM does not say why': '已暂停，DM 未说明原因',
	'The subtask is Paused without an error, and DM does not say that somebody paused it: this is how it comes up after its worker restarted. Or a list says Paused, which has no details.':
		'子任务处于 Paused，没有错误，也没有迹象表明有人暂停：worker 重启后就会这样。或者列表显示 Paused，而列表没有细节。',
	'DM says that it was cancelled: that is reported as `paused-by-person`. Or it has an error: that is reported as `subtask-error`.':
		'DM 显示它已被取消：作为 `paused-by-person` 报告。或者它有错误：作为 `subtask-error` 报告。',
	'It has no error. A pause is remembered without its reason when the worker restarts or the source moves':
		'它没有错误。worker 重启或数据源换绑后，暂停仍被记住而原因不再保留',
	'Paused; a list does not say why': '已暂停；列表不说明原因',
	'The list says: {status}': '列表显示：{status}',
	'Nothing is replicated, although the upstream keeps writing': '上游仍在写入，但没有同步任何数据',
	'The checkpoint stands at {position} and the row count does not grow, while the upstream has reached {end}':
		'检查点停在 {position}，行数不增长，而上游已到 {end}',
	'{distance} behind': '落后 {distance}',
	'DM reports no error, no waiting DDL and no stopped relay': 'DM 没有报告错误、等待的 DDL 或停止的 relay',
	'See whether the downstream TiDB answers, and what it is busy with: SHOW FULL PROCESSLIST, ADMIN SHOW DDL JOBS.':
		'查看下游 TiDB 是否应答以及在忙什么：SHOW FULL PROCESSLIST、ADMIN SHOW DDL JOBS。',
	'If nothing moves for minutes, pause and resume the subtask.': '如果几分钟内毫无进展，暂停再恢复该子任务。',
	'The load writes nothing any more': 'load 不再写入任何数据',
	'The dump reads nothing any more': 'dump 不再读取任何数据',
	'No byte and no row was added since, and DM reports no error':
		'此后没有新增一个字节或一行，DM 也没有报告错误',
	'See whether the downstream TiDB answers, and what it is busy with: SHOW FULL PROCESSLIST.':
		'查看下游 TiDB 是否应答以及在忙什么：SHOW FULL PROCESSLIST。',
	'See what the dump waits for in the upstream: SHOW FULL PROCESSLIST shows a lock or a long query.':
		'查看 dump 在上游等待什么：SHOW FULL PROCESSLIST 会显示锁或长查询。',
	'A subtask runs and does not move': '子任务在运行但没有进展',
	'In Sync the upstream moves, and the checkpoint and the row count stand still for more than two flushes of the checkpoint (70 s). A dump or a load adds not a byte for as long.':
		'Sync 阶段：上游在前进，而检查点和行数停滞超过两次检查点刷新（70 秒）。dump 或 load：同样长的时间没有新增一个字节。',
	'The checkpoint moves in steps of 30 s. The upstream is idle, or the subtask was not watched for long enough. A waiting DDL, a relay that does not run, an upstream that cannot be seen or a silent source explain it. A load or dump is at 100 %: that is reported as `finishing`.':
		'检查点每 30 秒前进一步。上游空闲，或观察时间不够。等待的 DDL、未运行的 relay、看不到的上游或无应答的数据源可以解释。load 或 dump 已到 100 %：作为 `finishing` 报告。',
	'error; the list has no details': '出错；列表没有细节',
	'The task is in error; a list has no details': '任务出错；列表没有细节',
	'Look at its status in full: dmctl query-status {name}': '查看其完整状态：dmctl query-status {name}',
	'A subtask stopped with an error': '子任务因错误停止',
	'The subtask is Paused and its result has errors. It is also reported while DM tries again and the subtask has not moved since, with how often the error has come back; and for a task that a list gives as Error.':
		'子任务处于 Paused 且结果中有错误。DM 重试期间若子任务毫无进展也会报告，并给出重现次数；列表显示 Error 的任务亦然。',
	'The subtask runs: an error in its result is a past one. Or it was paused manually, and the only errors are those that a pause leaves behind (connection is already closed, context canceled).':
		'子任务在运行：其结果中的错误是过去的。或者有人暂停了它，错误只是暂停留下的（connection is already closed、context canceled）。',
	finishing: '即将结束',
	'DM is still finishing after the last byte: it may write indexes, compare checksums and collect statistics (physical import), then it removes the dump files and begins Sync':
		'最后一个字节之后 DM 仍有工作：可能在写索引、比对校验和、收集统计信息（物理导入），然后删除 dump 文件并进入 Sync',
	'The 100 % are an estimate of DM’s from the statistics of the tables: the last chunks are still dumped':
		'100 % 是 DM 根据表的统计信息估算的：最后的分片仍在导出',
	'paused by this dm-top': '被此 dm-top 暂停',
	'paused for the transfer': '因换绑而暂停',
	'paused: source disabled': '已暂停：数据源被停用',
	'Paused while this dm-top transfers its source': '此 dm-top 换绑其数据源期间暂停',
	'Paused since this dm-top disabled its source': '自此 dm-top 停用其数据源起暂停',
	'Look at the log of the dm-worker{worker}: one very large transaction looks like this too.':
		'查看 dm-worker{worker} 的日志：一个非常大的事务也会是这样。',
	'Look at the log of the dm-worker{worker}.': '查看 dm-worker{worker} 的日志。',
	'not moving {time}': '{time} 没有进展',
	'Checksums of {compared} of {all} {all|table|tables} are compared, {done} are done, by DM’s metric lightning_tables':
		'按 DM 的指标 lightning_tables，{all} 张表中已比对 {compared} 张的校验和，已完成 {done} 张',
	'A subtask has been paused for long': '子任务已暂停很久',
	'A subtask has been Paused for `paused-long` or more without an error, no matter who paused it.':
		'子任务处于 Paused 达到 `paused-long` 且没有错误，无论由谁暂停。',
	'An error stopped it: that is reported as `subtask-error` from the first moment.':
		'因错误停止：一开始就作为 `subtask-error` 报告。',
	'paused {time}': '已暂停 {time}',
	'Paused for {time}': '已 Paused {time}',
	'Paused for at least {time}': '已 Paused 至少 {time}',
	'What the upstream writes meanwhile is kept only as long as its binlog is':
		'此间上游写入的内容，只在其 binlog 保留期内可取得',
	'Resume it, or stop the task if it is no longer needed.': '恢复它；若不再需要，停止该任务。',
};
