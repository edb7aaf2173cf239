/** What a finding says of why and since when, and how findings come and go. */
export const evidence = {
	'{count} more': '另 {count} 个',
	'Read the log of the dm-worker {worker}: the lines before the error say what led to it.':
		'查看 dm-worker {worker} 的日志：错误之前的几行会说明起因。',
	'Read the log of the dm-worker of {source}: the lines before the error say what led to it.':
		'查看 {source} 的 dm-worker 的日志：错误之前的几行会说明起因。',
	'Fix the cause, then resume the relay.': '解决原因，然后恢复 relay。',
	'Fix the cause, then resume the subtask.': '解决原因，然后恢复子任务。',
	'Then fix the cause.': '然后解决原因。',
	'the relay': 'relay',
	'the relay of {worker}': '{worker} 的 relay',
	'{count} errors of this kind: {examples}': '同类错误 {count} 个：{examples}',
	'consequence: {what}': '由此引起：{what}',
	'the first {total} of {outOf} errors': '{outOf} 个错误中的前 {total} 个',
	'also: {what}': '另有：{what}',
	'DM error {code}': 'DM 错误 {code}',
	'DM counts the tasks of the source as failed while its relay does not run, but their subtasks say that they read the upstream themselves (binlogType remote)':
		'relay 不运行时，DM 把该数据源的任务算作失败，但其子任务表示自己直接读取上游（binlogType 为 remote）',
	'The subtasks of the source read from this relay and receive nothing new':
		'该数据源的子任务读取此 relay，得不到新数据',
	'No running subtask reads from this relay: replication continues without it':
		'没有运行中的子任务读取此 relay：同步不受影响',
	'({times} times)': '（{times} 次）',
	'It has stopped {times} times in {age}; the error keeps coming back':
		'{age} 内已停止 {times} 次：每次都会重现',
	'Reported when:': '报告条件：',
	'Not reported when:': '不报告：',
	'Do: {step}': '处理：{step}',
	'when first seen:': '首次所见：',
	'{count} tasks:': '{count} 个任务：',
	'after {age} or more': '持续 {age} 或更久后',
	'after {age}': '持续 {age} 后',
	'now {stage}, {lasted}: {what}': '{lasted}变为 {stage}：{what}',
	'over {lasted}: {what}': '{lasted}结束：{what}',
	'all {count} sources: {what}': '全部 {count} 个数据源：{what}',
	'all {count} sources answer again after {age}': '全部 {count} 个数据源在 {age} 后恢复应答',
	'{what} in the last minute': '最近一分钟{what}',
	'By DM’s metric {metric}': '依据 DM 指标 {metric}',
	'By DM’s metrics {metrics}': '依据 DM 指标 {metrics}',
	'It is less than a minute behind or not running, or its lag is not known. Or neither a Prometheus address nor --worker-metrics was given.':
		'落后不到一分钟、未运行或延迟未知。或者没有提供 Prometheus 或 --worker-metrics。',
	'transactions p95 {time}': '事务 p95 {time}',
	'queue full ({count})': '队列已满（{count}）',
	'queue {count}': '队列 {count}',
	'{share} of the time spent waiting for the queue': '{share} 的时间在等待队列',
	'{share} of the time spent waiting for events': '{share} 的时间在等待事件',
	'reading an event takes {time}': '读取一个事件耗时 {time}',
	'slow: {side}': '慢在{side}',
	'It is behind because of the {side}: {evidence}': '同步落后，原因在{side}：{evidence}',
	'two minutes': '两分钟',
	'an hour': '一小时',
	'stopped {count} {count|time|times} in {over}': '{over}内停止 {count} 次',
	'{what} stopped by an error {count} {count|time|times} in {over}, and DM resumed it each time':
		'{what} 在{over}内因错误停止 {count} 次，每次都由 DM 恢复',
	"Find the error in the log of the dm-worker, or in dm-top's events: it will return until its cause is fixed.":
		'在 dm-worker 的日志或 dm-top 的事件中查找该错误：不修复就会重现。',
	'{files} {files|file|files} behind {whom}': '落后{whom} {files} 个文件',
	'{who} {files} binlog {files|file|files} behind {whom}': '{who}落后{whom} {files} 个 binlog 文件',
	'{who} {files} binlog {files|file|files} behind {whom}, for {time}':
		'{who}落后{whom} {files} 个 binlog 文件，已 {time}',
	'Find the cause: the plots (m) show which side is slow.':
		'查看是什么拖慢了它：图表（按 m）显示慢在哪一侧。',
};
