/** Findings of sources and their relays. */
export const sources = {
	'{name} stopped: {what}': '{name} 停止：{what}',
	'A relay stopped with an error': 'relay 因错误停止',
	'The relay of a worker of the source does not run and its result has errors, or DM is retrying. A source can have several relays; each is reported. It is critical if subtasks read from that relay.':
		'数据源某个 worker 的 relay 没有运行且结果中有错误，或 DM 刚刚在重试。一个数据源可有多个 relay，分别报告。若有子任务读取该 relay 则为严重。',
	'The relay is off or running: an error of a running relay is in the past.':
		'relay 已关闭，或在运行：运行中的 relay 的错误是过去的。',
	'the relay has recovered': 'relay 恢复正常',
	'A relay is paused or stopped': 'relay 被暂停或停止',
	'The relay of a worker of the source is Paused or Stopped without an error: someone paused it. It is critical if subtasks read from that relay: they receive nothing new.':
		'数据源某个 worker 的 relay 处于 Paused 或 Stopped 但没有错误：有人暂停了它。若有子任务读取该 relay 则为严重：它们得不到新数据。',
	'The relay is off. Or an error stopped it: this is reported as `relay-error`.':
		'relay 已关闭。或因错误停止：作为 `relay-error` 报告。',
	'Whether a relay runs is not known': '无法确认 relay 是否在运行',
	'DM reports a relay for the source, but no stage, or one in which no known version of DM leaves a relay: `New`, `Finished`, or a name that DM does not have. Whether subtasks that read from it receive anything is not known.':
		'DM 报告该数据源有 relay，但没有阶段，或者其阶段不是已知的 DM 版本会让 relay 停留的：`New`、`Finished`，或 DM 没有的名称。读取它的子任务是否收到数据无从得知。',
	'The relay is off. Or its result has errors: this is reported as `relay-error`.':
		'relay 已关闭。或者其结果中有错误：作为 `relay-error` 报告。',
	'{name}: stage unknown': '{name}：阶段未知',
	'Whether {name} runs is not known': '无法确认 {name} 是否在运行',
	'DM reports the stage {stage}': 'DM 报告的阶段是 {stage}',
	'Ask the worker: dmctl query-status -s {source}': '询问该 worker：dmctl query-status -s {source}',
	'If it stays, start the relay again: stop-relay, then start-relay.':
		'如果一直如此，重新启动 relay：先 stop-relay，再 start-relay。',
	'{name} is paused': '{name} 已暂停',
	'{name} is stopped': '{name} 已停止',
	'{name} paused': '{name} 已暂停',
	'{name} stopped': '{name} 已停止',
	'Resume the relay.': '恢复该 relay。',
	'If you do not want to wait once it is back: resume the relay.': '数据库恢复后不想等待时：恢复该 relay。',
	'Either its dm-worker hangs, or its upstream hangs and the worker is waiting for it: dm-top cannot distinguish the two':
		'要么其 dm-worker 挂起，要么其上游卡住而 worker 在等待：从这里看两者一样',
	'First check whether the upstream of {source} answers: connect to it and run SHOW MASTER STATUS.':
		'先看 {source} 的上游是否应答：连接它并执行 SHOW MASTER STATUS。',
	'If it does, check the dm-worker{worker}: its log, its disk, its CPU usage.':
		'如果应答，查看 dm-worker{worker}：日志、磁盘、是否占用 CPU。',
	'Check which dm-worker has {source}, and whether it runs: dmctl list-member --worker.':
		'查看哪个 dm-worker 有 {source}，以及它是否在运行：dmctl list-member --worker。',
	'Check the dm-worker {worker}.': '查看 dm-worker {worker}。',
	'A source does not answer': '数据源没有应答',
	'The source was queried and did not answer, or its answer could not be read. Its last known state is shown. If only one subtask could not be queried, only that subtask is reported.':
		'询问了该数据源而没有应答，或应答无法读取。所显示的是最后已知的情况。若只有某个子任务无法询问，则针对该子任务报告。',
	'The source has not been queried yet, or its first answer has not arrived. Or it is known to have no worker: this is reported as `source-unbound`. Or the whole cluster is silent: that is one finding, until the source is asked in vain after the cluster answers again.':
		'尚未询问该数据源，或首次应答还在途中。或者已知它没有 worker：作为 `source-unbound` 报告。或者整个集群没有应答：那作为一个问题报告，直到集群恢复应答后该数据源再次被询问而未应答。',
	'{what}; its tasks are not known': '{what}；其任务未知',
	'The source did not answer: {what}': '数据源没有应答：{what}',
	'The subtask could not be queried': '无法询问该子任务',
	'A source has no worker': '数据源没有 worker',
	'No dm-worker is bound to the source, so nothing is replicated from it.':
		'没有 dm-worker 服务该数据源，因此它没有同步任何数据。',
	'A worker is bound to the source but has not answered yet: this is reported as `source-silent`. A source that is missing from the answers is reported as `source-vanished`.':
		'已有 worker 接管该数据源，只是尚未应答：作为 `source-silent` 报告。已不在任何应答中的数据源作为 `source-vanished` 报告。',
	'has a worker again': '重新有了 worker',
	'No worker is bound to the source: nothing is replicated from it':
		'没有 worker 服务该数据源：没有同步任何数据',
	'Start a dm-worker: a free worker is bound to the source automatically. Or transfer the source to a worker that only pulls its relay log.':
		'启动一个 dm-worker：空闲的 worker 会自动接管该数据源。或把它换绑到只拉取 relay 的 worker。',
	'A source is missing from the answers': '数据源已不在任何应答中',
	'An answer for the whole cluster does not contain a source that an earlier one had.':
		'对整个集群的应答中没有了先前出现过的数据源。',
	'The answer was for some of the sources only. Or DM reports that the source has no worker: this is reported as `source-unbound`.':
		'应答只针对部分数据源。或者 DM 显示该数据源没有 worker：作为 `source-unbound` 报告。',
	'is back in the answers': '重新出现在应答中',
	'missing from the answers': '已不在应答中',
	'The source is missing from the answers': '数据源已不在任何应答中',
	'The source was removed from DM, or its worker has just gone offline':
		'有人从 DM 中移除了该数据源，或其 worker 刚刚离开',
	'Check whether the masters still have it: dmctl operate-source show.':
		'查看 master 是否仍知道它：dmctl operate-source show。',
	'DM answers with a warning or an error': 'DM 有应答，但表示有问题',
	'The upstream does not report the end of its binlog': '上游没有给出其 binlog 的末尾位置',
	'{tasks} still {count|counts|count} as Running, but the lag is not known':
		'{tasks} 仍显示为 Running，但无法得知落后多少',
	'SHOW MASTER STATUS returned nothing to the worker: the upstream is down, cannot be reached, or denies the privilege':
		'worker 执行 SHOW MASTER STATUS 没有得到结果：上游宕机、无法访问，或用户没有权限',
	'Check whether the upstream answers, preferably from the host of {name} ({address}): connect to it and run SHOW MASTER STATUS.':
		'查看上游是否应答，最好从 {name}（{address}）所在主机：连接它并执行 SHOW MASTER STATUS。',
	'Check whether the upstream answers: connect to it and run SHOW MASTER STATUS.':
		'查看上游是否应答：连接它并执行 SHOW MASTER STATUS。',
	'If the result is empty, enable the binlog, or grant REPLICATION CLIENT.':
		'如果应答为空，请开启 binlog，或授予 REPLICATION CLIENT 权限。',
	'The state of an upstream is not known': '看不到上游',
	'Subtasks are shown as Running although DM does not know the end of the upstream’s binlog (masterBinlog is empty); or DM reports an error of the upstream, or its answer has a message, or reports a failure although it has subtasks.':
		'子任务显示为 Running，但 DM 不知道上游 binlog 的末尾（masterBinlog 为空），或 DM 报告了上游错误，或其应答带有消息，或应答报告失败但有子任务。',
	'The subtasks are Paused by an error of the upstream: this is reported as `subtask-error`. Or this form of document has no positions.':
		'子任务因上游错误而 Paused：作为 `subtask-error` 报告。或者该文档格式没有位置信息。',
	'upstream not visible': '看不到上游',
};
