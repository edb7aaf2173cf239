/** Why an operation cannot be done. */
export const refusing = {
	'A file has no cluster behind it: connect to a dm-master to operate.':
		'文件背后没有集群：要操作请连接 dm-master。',
	'A recording only shows the past: connect to a dm-master to operate.':
		'录像是过去的：要操作请连接 dm-master。',
	'it requires OpenAPI (openapi = true in the configuration of dm-master)':
		'需要 OpenAPI（在 dm-master 的配置中设置 openapi = true）',
	'it requires OpenAPI or gRPC': '需要 OpenAPI 或 gRPC',
	'it requires gRPC': '需要 gRPC',
	'dm-top runs with --read-only: it changes nothing.': 'dm-top 以 --read-only 运行：不做任何改动。',
	'The provider {provider} is read-only.': 'provider {provider} 只能查看，不能操作。',
	'{action} is not possible over this connection.': '此连接无法执行“{action}”。',
	'{action} is not possible over this connection: {need}.': '此连接无法执行“{action}”：{need}。',
	'It is not known whether {task} is on {names}: {names} {count|does|do} not answer{why}.':
		'不清楚 {task} 是否在 {names} 上：{names} 没有应答{why}。',
	'It is not known whether there is a task {task}: {names} {count|does|do} not answer{why}.':
		'不清楚是否有任务 {task}：{names} 没有应答{why}。',
	'There is no task {task}.': '没有任务 {task}。',
	'There is no task {task}{guess}': '没有任务 {task}{guess}',
	'{task} is not on {missing}{guess}': '{task} 不在 {missing} 上{guess}',
	'{task} is not on {missing}; it is on no source.': '{task} 不在 {missing} 上；它不在任何数据源上。',
	'{task} is not on {missing}; it is on {names}.': '{task} 不在 {missing} 上；它在 {names} 上。',
	'There is no source {source}.': '没有数据源 {source}。',
	'There is no source {source}{guess}': '没有数据源 {source}{guess}',
	'; did you mean {name}?': '；是否指 {name}？',
	'{task} is already in DM: stop it first, or restart it.': 'DM 中已有 {task}：请先停止它，或重新启动它。',
	'There is no leader to evict.': '没有可驱逐的 leader。',
	'There is no lock to unlock.': '没有可解除的锁。',
	'No table of the optimistic lock {lock} is in conflict: DM resolves it by itself.':
		'乐观锁 {lock} 没有冲突的表：DM 会自行解除它。',
	'{worker} already serves {source}.': '{worker} 已在服务 {source}。',
	'no worker is free': '没有空闲的 worker',
	'it can go to {names}': '可换绑到 {names}',
	'No worker is free to take {source}.': '没有空闲的 worker 可接管 {source}。',
	'There is no worker {worker}; {others}.': '没有 worker {worker}；{others}。',
	'{worker} is bound to {source}; {others}.': '{worker} 已绑定到 {source}；{others}。',
	'{worker} is {stage}; {others}.': '{worker} 处于 {stage}；{others}。',
	'{source} has no worker that could pull its relay.': '{source} 没有可拉取其 relay 的 worker。',
	'{source} has no relay.': '{source} 没有 relay。',
	'Give the binlog file to purge up to, such as mysql-bin.000003.':
		'请给出清理到哪个 binlog 文件之前，如 mysql-bin.000003。',
	'{task} is Finished: there is nothing left to {operation}.':
		'{task} 已是 Finished：没有可{operation}的内容。',
	'{task} is Stopped, not Paused: start it.': '{task} 是 Stopped，不是 Paused：请启动它。',
	'{task} is already Stopped.': '{task} 已是 Stopped。',
	'{task} is Paused, not Stopped: resume it.': '{task} 是 Paused，不是 Stopped：请恢复它。',
	'{task} is already Running.': '{task} 已是 Running。',
	'{name} is not in Sync: DM accepts this only in Sync.': '{name} 不在 Sync：DM 只在 Sync 中接受此操作。',
	'{name} is not stopped by a DDL: say which position in the binlog to {operation}.':
		'{name} 没有停在 DDL：请给出要{operation}的 binlog 位置。',
	'{name} is not stopped by a DDL: there is nothing to {operation}.':
		'{name} 没有停在 DDL：没有可{operation}的语句。',
	'Nothing is selected to {operation}.': '没有选择要{operation}的对象。',
	'{action} one task at a time: its name has to be typed.': '一次只能{action}一个任务：需输入其名称。',
	'{task} on {source} is {stage}: pause it first.': '{source} 上的 {task} 处于 {stage}：请先暂停它。',
} as const;
