/** Findings of the cluster. */
export const cluster = {
	'Ask for the members: dmctl list-member': '查询成员：dmctl list-member',
	'members partly unreadable': '部分成员无法读懂',
	'The list of members could not all be read: who leads, or which members are there, is not known':
		'成员列表无法全部读懂：谁是 leader，或有哪些成员，不得而知',
	'The state of a member is not known': '某个成员的状态未知',
	'A part of the list of members could not be read: the last part that could is shown. Or a dm-worker is in a stage that no known version of DM has: whether it serves a source is not known.':
		'成员列表的一部分无法读懂：显示最后一次能读懂的内容。或者某个 dm-worker 处于任何已知 DM 版本都没有的阶段：它是否服务于数据源不得而知。',
	'No list of members has come yet.': '还没有收到成员列表。',
	'The stage of the dm-worker is not known': 'dm-worker 的阶段未知',
	'The cluster has no leader': 'master 没有 leader',
	'The masters report that they have no leader, or the queried master cannot reach it. Replication continues, but workers cannot be queried or operated.':
		'各 master 表示没有 leader，或所询问的 master 无法访问 leader。worker 仍在同步，但无法查询或操作。',
	'No master answers at all: that is reported as `cluster-silent`.':
		'没有任何 master 应答：作为 `cluster-silent` 报告。',
	'has a leader again': '重新有了 leader',
	'The cluster has no leader: replication continues, but nothing can be queried or operated':
		'master 没有 leader：无法查询或操作，同步仍在进行',
	'Down: {down}': '宕机：{down}',
	'Wait about a minute: the remaining masters then elect a new leader.':
		'等待约一分钟：失去 leader 后其他 master 会选出新的。',
	'If there is still no leader, check that most of the dm-masters are running: without a majority there is no leader. Cancel an eviction if there is one.':
		'若仍没有，查看多数 dm-master 是否在运行：没有多数就无法产生 leader。若有驱逐请取消。',
	'No response from the cluster': '没有任何应答',
	'No data are available at the moment: no master answers, or the file cannot be read, for the second time in a row or for two refresh intervals and the usual time of an answer (one look that fails is enough for `--once` and `check`). The last known state is shown. That its sources do not answer either is not reported besides.':
		'目前什么都无法得知：没有 master 应答，或文件无法读取，且已连续第二次，或已超过两个刷新间隔加一次应答的通常用时（`--once` 和 `check` 只要一次失败即报告）。所显示的都是最后已知的情况。其数据源同样没有应答，不再另行报告。',
	'Some of the sources answer: each silent source is reported as `source-silent`. Or a master answers but has no leader: this is reported as `no-leader`.':
		'部分数据源有应答：每个无应答的数据源作为 `source-silent` 报告。或者 master 有应答但没有 leader：作为 `no-leader` 报告。',
	'answers again': '恢复应答',
	'DM’s answer includes a message': 'DM 在应答之外另有消息',
	'The answer for the whole cluster is successful but has a message.':
		'对整个集群的应答成功，但仍带有一条消息。',
	'There is no message. A message for a single source is reported as `upstream-blind`.':
		'没有这样的消息。单个数据源的消息作为 `upstream-blind` 报告。',
	'DM sent a message': 'DM 有消息',
	'DM says: {message}': 'DM 的消息：{message}',
	'A dm-master is down': 'dm-master 宕机',
	'The list of members shows a dm-master that is down.': '成员列表显示某个 dm-master 不在线。',
	'The masters were not listed: a master that dm-top could not connect to is not reported as down.':
		'没有取得 master 列表：dm-top 未连接的 master 不会被视为宕机。',
	'is up again': '重新在线',
	'The dm-master is down': '该 dm-master 宕机',
	down: '宕机',
	'Its address: {addresses}': '地址：{addresses}',
	'{alive} of {count} masters are up: too few to elect a leader':
		'{count} 个 master 中 {alive} 个在线：不足以选出 leader',
	'{alive} of {count} masters are up; the cluster cannot lose another one':
		'{count} 个 master 中 {alive} 个在线；不能再有任何一个失效',
	'{alive} of {count} masters are up; {spare} more may fail':
		'{count} 个 master 中 {alive} 个在线；还可再失效 {spare} 个',
	'Start it again, or remove it from the cluster: dmctl offline-member --master --name {name}.':
		'重新启动它，或将其从集群移除：dmctl offline-member --master --name {name}。',
	'A task is no longer in the list': '任务已不在列表中',
	'A list of tasks no longer contains a task that an earlier list had. A list does not say whether the task was removed.':
		'任务列表不再包含先前出现过的任务。列表不能说明任务是否已不存在。',
	'The document lists the sources of its tasks with their states: a task that is not in it no longer exists.':
		'文档按数据源给出任务及其状态：不在其中的就是已不存在。',
	'no longer in the list': '已不在列表中',
	'No longer in the list: the task was stopped or, before DM 5.4, its worker is offline':
		'已不在列表中：已停止，或（DM 5.4 之前）其 worker 离线',
	'Its last status in the list: {status}': '列表最后显示：{status}',
	'It was on {sources}': '它曾在 {sources} 上',
	'Query the task by name: dmctl query-status {task}': '按名称查询：dmctl query-status {task}',
	'A part of an answer could not be read': '应答的一部分无法读取',
	'Parts of the last answer do not have the format of any known DM version, or “...” stands in their place. The rest is shown. Parts of a subtask are reported with it: it may not be as well as the rest looks.':
		'最后一次应答中有部分内容不符合任何已知 DM 版本的写法，或被“...”代替。其余部分照常显示。属于某个子任务的部分随该子任务报告：它的实际状况可能不如其余部分看上去的好。',
	'Fields that are missing or unknown to dm-top are not an error: DM versions differ. Or the answer itself reports a failure: this is reported as `answer-failed`.':
		'缺少的或 dm-top 不认识的字段不算错误：各 DM 版本有所不同。或者应答本身表示失败：报告为 `answer-failed`。',
	'DM reports a failure of its answer': 'DM 表示其应答失败',
	'The answer says `result: false` as a whole although it has sources: a part of it may be missing or old.':
		'应答整体为 `result: false`，却带有数据源：其中可能缺少一部分，或是旧的。',
	'It has no sources either: this is reported as `cluster-silent`. Or only some sources report a failure: each is reported as `source-silent` or `upstream-blind`.':
		'它也没有数据源：报告为 `cluster-silent`。或者只有部分数据源表示失败：各自报告为 `source-silent` 或 `upstream-blind`。',
	'DM answers without a failure again': 'DM 的应答不再表示失败',
	'answer failed': '应答失败',
	'DM reports a failure of its answer: {what}': 'DM 表示其应答失败：{what}',
	'Check the log of the dm-master{master}, then ask it again: dmctl query-status.':
		'查看 dm-master{master} 的日志，然后再次查询：dmctl query-status。',
	'Check the log of the dm-master that answered, and ask again: dmctl query-status.':
		'查看应答的 dm-master 的日志，然后再次查询：dmctl query-status。',
	'answer partly unreadable': '应答未能完整读取',
	'A part of its status could not be read': '其状态有一部分无法读取',
	'{count} {count|part|parts} of the answer could not be read': '应答有 {count} 处无法读取',
	'text incomplete': '文本不完整',
	'A part of its status was left out of the text': '文本中省略了其状态的一部分',
	'{count} {count|part was|parts were} left out of the text of the answer': '应答的文本省略了 {count} 处',
	'Give the whole answer: something was left out of this text, where it has “...”.':
		'请提供完整的应答：此文本在“...”处省略了内容。',
	'If the document was written by DM, please report this.': '如果文档确为 DM 所写，请报告此问题。',
	'A dm-worker is offline': 'dm-worker 离线',
	'The list of members shows an offline dm-worker. From `worker-offline-long` on it is critical. If no free worker takes over its sources, they are reported as `source-unbound`.':
		'成员列表显示某个 dm-worker 离线。离线达到 `worker-offline-long` 则为严重。它服务过的数据源若没有空闲 worker 接管，作为 `source-unbound` 报告。',
	'The worker is free, or only pulls a relay log.': '该 worker 空闲，或只拉取 relay。',
	'is online again': '重新上线',
	'The dm-worker is offline': '该 dm-worker 离线',
	offline: '离线',
	'Its address: {address}': '地址：{address}',
	'Start it again, or remove it from the cluster: dmctl offline-member --worker --name {name}.':
		'重新启动它，或将其从集群移除：dmctl offline-member --worker --name {name}。',
};
