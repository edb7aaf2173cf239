/** Operations and questions sent to DM: why one cannot be sent, and what became of it. */
export const operating = {
	'gRPC does not get through to {master}': 'gRPC 无法连通 {master}',
	'gRPC makes no connection to {master}': 'gRPC 没有与 {master} 建立连接',
	'A tunnel passes gRPC, which is on the same port as HTTP; a proxy must know HTTP/2.':
		'隧道可以传输 gRPC（与 HTTP 同一端口）；代理必须支持 HTTP/2。',
	'{master} did not answer over gRPC in time': '{master} 没有及时通过 gRPC 应答',
	'{master} closed the gRPC connection without a whole answer': '{master} 没有给出完整应答就关闭了 gRPC 连接',
	'{master} did not take the call': '{master} 没有接受该调用',
	'It may be about to stop. Try again.': '它可能即将停止。请重试。',
	'{master} answered with something that is not gRPC': '{master} 的应答不是 gRPC',
	'DM at {label} is too old for this: it does not know {method}':
		'{label} 的 DM 版本过旧，不支持此操作：没有 {method}',
	'{label} answered over gRPC: {said}': '{label} 通过 gRPC 应答：{said}',
	'It came with DM {version}.': 'DM {version} 起才有。',
	'there is no lock {id} any more': '锁 {id} 已不存在',
	'no table of the optimistic lock {id} is in conflict: DM resolves it by itself':
		'乐观锁 {id} 没有冲突的表：DM 会自行解决',
	'more than one table of {id} is in conflict. Choose one: {owners}':
		'{id} 有多张表冲突。请选择一张：{owners}',
	'"{owner}" is not a table of the optimistic lock {id}. In conflict: {owners}':
		'"{owner}" 不是乐观锁 {id} 的表。冲突的表：{owners}',
	'dm-top no longer waits for the answer of {label}': 'dm-top 不再等待 {label} 的应答',
	'no worker serves {source}: name the workers for its relay':
		'没有 worker 服务于 {source}：请指定其 relay 的 worker',
	'{kind} does not go over {way}': '{kind} 不能通过 {way} 执行',
	'the configuration is of the task without a name, not of "{task}"':
		'该配置没有任务名，而不是 "{task}" 的配置',
	'the configuration is of the task "{name}", not of "{task}"': '该配置属于任务 "{name}"，而不是 "{task}"',
	'DM takes the time in safe mode from the configuration: set safe-mode-duration in its syncers':
		'DM 从配置中取安全模式的时长：请在其 syncers 中设置 safe-mode-duration',
	'{kind} needs the SQL statements to apply': '{kind} 需要要执行的 SQL 语句',
	'the SQL hides something as {stars}: write it in full': 'SQL 中有内容被隐藏为 {stars}：请完整写出',
	'{kind} needs the name of a source': '{kind} 需要数据源的名称',
	'{kind} needs the ID of an error, or "all"': '{kind} 需要错误的 ID，或 "all"',
	'purge-relay needs the name of the binlog file to keep from':
		'purge-relay 需要从哪个 binlog 文件起保留的文件名',
	'transfer-source needs the name of a worker': 'transfer-source 需要 worker 的名称',
	'a task is not created over OpenAPI': '不能通过 OpenAPI 创建任务',
	'OpenAPI would delete the checkpoints of {task} as well': 'OpenAPI 会同时删除 {task} 的检查点',
	'the task has no name': '任务没有名称',
	'the source has no name': '数据源没有名称',
	'a task called "{name}" cannot be addressed over HTTP': '名为 "{name}" 的任务无法通过 HTTP 访问',
	'a source called "{name}" cannot be addressed over HTTP': '名为 "{name}" 的数据源无法通过 HTTP 访问',
	'it does not say whether it was done': '没有说明是否已完成',
	'it is not a whole JSON object': '它不是完整的 JSON 对象',
	'it is not an answer of OpenAPI': '它不是 OpenAPI 的应答',
	'DM at {label} is too old: over OpenAPI it can do this from 6.0 on.':
		'{label} 的 DM 版本过旧：从 6.0 起才能通过 OpenAPI 执行此操作。',
	'OpenAPI is not switched on at {label}, and this goes over OpenAPI only. Set openapi = true in dm-master.toml, or use dmctl.':
		'{label} 没有开启 OpenAPI，而此操作只能通过 OpenAPI 执行。请在 dm-master.toml 中设置 openapi = true，或使用 dmctl。',
	'{label} knows no leader to pass it on to. After a leader is lost a new one usually serves within about 60 s.':
		'{label} 没有可转交的 leader。失去 leader 后，新的 leader 通常在约 60 秒内就绪。',
	'{label} does not know {method} {path}': '{label} 不支持 {method} {path}',
	'Nothing was done.': '未执行任何操作。',
	'{label} serves OpenAPI only, which cannot do this': '{label} 只提供 OpenAPI，不能执行此操作',
	'Use dmctl.': '请使用 dmctl。',
	'OpenAPI is not switched on at {label}': '{label} 没有开启 OpenAPI',
	'Set openapi = true in dm-master.toml, or use dmctl.':
		'请在 dm-master.toml 中设置 openapi = true，或使用 dmctl。',
	'there is no leader at the moment': '目前没有 leader',
	'only the leader itself can step down, and {leader} ({address}) is none of the addresses that dm-top was given':
		'只有 leader 自己能让出领导权，而 {leader}（{address}）不在 dm-top 得到的地址之中',
	'address unknown': '地址未知',
	'Add it to --master-addr.': '请把它加入 --master-addr。',
	'Nothing was sent: {why}': '未发送任何操作：{why}',
	Cancelled: '已取消',
	'Whether it was done is not known.': '是否已执行尚不清楚。',
	'a start time': '开始时间',
	'taking columns from the upstream': '从上游取列定义',
	'taking columns from the downstream': '从下游取列定义',
	'DM {version} does not have {what}: it came with DM {since}':
		'DM {version} 不支持{what}：DM {since} 起才有',
} as const;
