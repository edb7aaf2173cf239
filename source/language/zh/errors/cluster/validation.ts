/** The texts of source/dm/errors/knowledge/cluster/validation.ts. */
export const validation = {
	'Too many rows are waiting to be validated': '等待校验的行超过上限',
	'Rows change in the upstream faster than they can be validated in the downstream: the lag is high, rows are hot, or Sync is stuck.':
		'上游的变更快于在下游校验一致的速度：延迟高、热点行，或 Sync 停滞。',
	"stage, pending rows and errors of each source's validator": '各数据源 validator 的阶段、待校验行数和错误',
	'whether Sync is progressing, and its lag': 'Sync 自身是否在推进，及其延迟',
	'Fix the lag of the task first.': '先解决任务的延迟。',
	'Raise row-error-delay, max-pending-row-size or max-pending-row-count under validators in the task file.':
		'在任务的 validators 下调高 row-error-delay、max-pending-row-size 或 max-pending-row-count。',
	'validation stop {task}, then validation start {task}: replication is not affected.':
		'validation stop {task}，然后 validation start {task}：不影响同步本身。',
	'Stopping and starting resets the counters: note the errors found so far first (validation show-error {task}).':
		'停止再启动会清零计数：先记下已发现的错误（validation show-error {task}）。',
	'The validator cannot read or process a binlog event': 'validator 无法读取或处理 binlog 的某个 event',
	'It reads the binlog on its own connection: that connection broke, or the position was purged.':
		'它自行读取 binlog：连接中断，或该位置已被清理。',
	'Follow the reason in the message (see also binlog-purged).':
		'按消息背后的原因处理（另见 binlog-purged）。',
	'The validator cannot load or save its state': 'validator 无法加载或保存状态',
	'The downstream cannot be reached, or its tables in dm_meta ({task}_validator_*) are missing or not writable.':
		'下游无法访问，或 dm_meta 中它的表（{task}_validator_*）不存在或不可写。',
	'whether they exist': '它们是否存在',
	'Fix the cause, then validation start {task}.': '消除原因；然后 validation start {task}。',
	'The validator failed while comparing rows': 'validator 比对行时失败',
	'A query in the downstream failed, or a table or column was not expected.':
		'下游的某个查询失败，或遇到了它没有预料到的表或列。',
	'There is no validator for this task and source': '该任务和数据源没有 validator',
	'Validation was never started for it, or its mode or the name of its configuration is wrong.':
		'从未对它启动校验，或其模式、配置名称有误。',
	'validation start --mode full {task} (or --mode fast).':
		'validation start --mode full {task}（或 --mode fast）。',
};
