/** The texts of source/dm/errors/knowledge/cluster/members.ts. */
export const members = {
	'The worker did not answer the dm-master in time': 'worker 没有及时应答 dm-master',
	'Its upstream hangs (disk full, SHOW MASTER STATUS blocked, network cut), the worker is busy stopping a task, or it hangs itself. The tasks of the source may still run.':
		'其上游挂起（磁盘已满、SHOW MASTER STATUS 被阻塞、网络中断）、worker 正忙于停止任务，或 worker 自身挂起。该数据源的任务可能仍在运行。',
	'whether the upstream answers at once: if not, the worker only waits for it':
		'上游是否立即应答：如果不是，worker 只是在等它',
	'whether the worker is "bound", "free" or "offline", and its address':
		'worker 是 bound、free 还是 offline，及其地址',
	'T or D means that it is stopped or hangs': 'T 或 D 表示它已停止或挂起',
	'If the upstream hangs: free its disk or its locks; the worker answers again by itself.':
		'如果上游挂起：腾出其磁盘或解除锁；worker 会自行恢复应答。',
	'If the worker hangs: restart it. Another free worker takes the source, and its tasks continue from their checkpoints.':
		'如果 worker 挂起：重启它。另一个空闲的 worker 会接管该数据源，任务从检查点继续。',
	'Do not send the same operation again at once: the worker may carry out the first one when it wakes.':
		'不要马上再次发送同一操作：worker 恢复后可能执行第一次的。',
	'The dm-master cannot reach the worker': 'dm-master 无法连接 worker',
	'The worker is stopped or was killed, its address has changed, or the network between them is down.':
		'worker 已停止或被杀死、地址已变，或两者之间的网络中断。',
	"whether the worker's port can be reached from the dm-master": '从 dm-master 能否连接 worker 的端口',
	'Start the worker, or bring the network back; check advertise-addr in its configuration.':
		'启动 worker，或恢复网络；检查其配置中的 advertise-addr。',
	'Otherwise wait a minute: when it counts as offline, a free worker takes the source.':
		'否则等一分钟：它被视为离线后，空闲的 worker 会接管该数据源。',
	'Do not take the worker out (offline-member) while it may come back with tasks running.':
		'如果该 worker 可能带着运行中的任务回来，不要移除它（offline-member）。',
	'The dm-master got no answer from the worker': 'dm-master 没有得到 worker 的应答',
	'The reason behind the message says why: not reachable, too slow, a TLS mistake, a message that is too large.':
		'消息背后的原因说明了为什么：无法连接、太慢、TLS 有误或消息太大。',
	'Look whether the worker runs and the dm-master reaches its address.':
		'查看 worker 是否在运行、dm-master 能否访问其地址。',
	'No worker has this source': '没有 worker 服务该数据源',
	'Its worker is offline and none is free, or there are fewer workers than sources.':
		'其 worker 已离线且没有空闲的，或 worker 少于数据源。',
	'Start a worker: a free one takes the source by itself within a minute.':
		'启动一个 worker：空闲的 worker 会在一分钟内自动接管该数据源。',
	'If a worker is free and the source stays unbound, or another has it that should not: transfer-source {source} WORKER.':
		'如果有空闲的 worker 而数据源仍未绑定，或绑定在不该绑定的 worker 上：transfer-source {source} WORKER。',
	'A pause or resume that was refused with this is stored all the same: it takes effect when a worker takes the source.':
		'以此原因被拒绝的暂停或恢复仍会被保存：有 worker 接管该数据源时生效。',
	'Do not stop or delete the tasks: they continue from their checkpoints once a worker has the source.':
		'不要停止或删除任务：有 worker 接管数据源后，它们会从检查点继续。',
	'The worker that should have the source does not': '应当服务该数据源的 worker 没有在服务',
	'The worker has just started or lost its lease (network, slow disk of the dm-masters), and has not been given the source again.':
		'worker 刚刚启动或丢失了租约（网络、dm-master 磁盘慢），尚未重新分到该数据源。',
	'Look again in a minute: dm-master binds it by itself.': '一分钟后再查看：dm-master 会自动绑定。',
	'If it stays: transfer-source {source} to a free worker, or restart the worker.':
		'如果仍然如此：用 transfer-source {source} 移到空闲的 worker，或重启该 worker。',
	'Do not stop or delete the tasks: they continue from their checkpoints.':
		'不要停止或删除任务：它们会从检查点继续。',
	"The source's worker does not know the task": '该数据源的 worker 不知道该任务',
	'The source has no worker, or its worker is offline: the task is configured, but nothing runs it.':
		'数据源没有 worker，或其 worker 离线：任务已配置，但没有 worker 在运行它。',
	'Do not start the task a second time.': '不要再次启动该任务。',
	'DM does not know this task, or not on this source': 'DM 不知道该任务，或不在该数据源上',
	'The name is mistyped, it was never started on the source, or it was deleted (stop-task).':
		'名称有误、从未在该数据源上启动，或已被删除（stop-task）。',
	'all tasks there are': '所有任务',
	'Use the name as query-status shows it; start the task with its file if it was deleted: its checkpoint is still in the downstream.':
		'使用 query-status 显示的名称；如果任务已删除，用其文件启动：检查点仍在下游。',
	'Do not add --remove-meta to that start: the checkpoint would be lost.':
		'启动时不要加 --remove-meta：检查点会丢失。',
	'The worker did not answer in time; it may have done what was asked': 'worker 没有及时应答；操作可能已执行',
	'The worker was busy stopping or starting, or waits for its databases.':
		'worker 正忙于停止或启动，或在等待数据库。',
	'what has really happened: an answer that came too late may have been carried out':
		'实际结果：应答过晚的操作可能已执行',
	'Wait, and look at the status: only that tells whether it was done. Ask again only if it was not.':
		'等待并查看状态：只有状态能说明是否已执行。确认未执行再重试。',
	'Do not send it again blindly: a second skip would skip the next DDL.':
		'不要盲目重发：第二次 skip 会跳过下一条 DDL。',
	'The worker answered with an error of the task': 'worker 返回了任务的错误',
	'The task or the relay is in error. After a resume it may be the old error, reported before the new attempt has begun.':
		'任务或 relay 出错。恢复之后看到的可能还是旧错误，在新的尝试开始之前返回。',
	'Look at the status of a moment later. If the task runs, all is well; otherwise cure the error behind the message.':
		'稍后查看状态。如果任务在运行，就没有问题；否则解决消息背后的错误。',
	'This dm-master is not the leader and cannot reach it': '该 dm-master 不是 leader，也连不上 leader',
	'The dm-masters are choosing a leader, or the leader has just gone: that takes up to a minute.':
		'dm-master 正在选举 leader，或 leader 刚刚离开：最多需要一分钟。',
	'who leads now': '现在谁是 leader',
	'Ask again in a moment, or another dm-master.': '稍后再试，或向另一个 dm-master 请求。',
	'If none leads for minutes: more than half of the dm-masters must be alive; cancel an eviction if there is one.':
		'如果几分钟内都没有 leader：须有半数以上的 dm-master 存活；如果有驱逐（evict），取消它。',
	'The dm-master is asked more often than it allows': '对 dm-master 的请求超过其允许的频率',
	'Every status call spends one token a source; rpc-rate-limit is 10 a second by default.':
		'每次状态请求对每个数据源消耗一个令牌；rpc-rate-limit 默认每秒 10 个。',
	'Ask less often: fewer dm-top, dmctl or scripts at once, a longer interval; or raise rpc-rate-limit and rpc-rate-burst of dm-master.':
		'降低请求频率：减少同时使用的 dm-top、dmctl 或脚本，加大间隔；或调高 dm-master 的 rpc-rate-limit 和 rpc-rate-burst。',
	'What was asked for is not something DM does': '请求的操作 DM 不支持',
	'A wrong argument, or an operation of another version of DM.': '参数有误，或是其他 DM 版本的操作。',
	'which masters and workers are alive, who leads, which worker has which source':
		'哪些 master 和 worker 存活、谁是 leader、各数据源在哪个 worker 上',
	'Compare the versions of dmctl or dm-top and of the dm-masters; correct the arguments.':
		'比较 dmctl 或 dm-top 与 dm-master 的版本；修正参数。',
	'There is no member of that name': '没有该名称的成员',
	'The name is mistyped: it is that of --name in the configuration, not the address.':
		'名称有误：应为配置中的 --name，而不是地址。',
	'Use the name as list-member shows it.': '使用 list-member 显示的名称。',
	'The etcd inside the dm-masters cannot be used': 'dm-master 内嵌的 etcd 不可用',
	'More than half of the dm-masters are down or cut off, their disks are slow or full, or their clocks jump.':
		'半数以上的 dm-master 宕机或隔离、磁盘慢或已满，或时钟跳变。',
	'slow disk, lost peers, no space': '磁盘慢、失去对端、没有空间',
	'Bring back enough dm-masters for a majority.': '恢复足够的 dm-master，使其达到多数。',
	'Give their data directory a fast disk with space.': '把它们的数据目录放到有空间的快速磁盘上。',
	'Workers join again by themselves.': 'worker 会自动重新加入。',
	'Do not delete the data directory of a dm-master: sources, tasks and locks are stored there.':
		'不要删除 dm-master 的数据目录：数据源、任务和锁都保存在那里。',
	'A dm-master cannot start or join': 'dm-master 无法启动或加入',
	'A mistake in its configuration, other masters of initial-cluster that are not up, or a data directory of another life (a relative data-dir, another working directory).':
		'配置有误、initial-cluster 中的其他 master 未启动，或使用了另一个数据目录（data-dir 为相对路径，工作目录变了）。',
	"the reason, and whether etcd's data are where they were": '原因，以及 etcd 的数据是否还在原处',
	'Correct the configuration that the message names; give data-dir as an absolute path.':
		'修正消息指出的配置；data-dir 使用绝对路径。',
	'"has already been bootstrapped": start it with its old data directory, or take the member out (offline-member --master --name NAME) and add it again with join.':
		'“has already been bootstrapped”：用原来的数据目录启动，或移除该成员（offline-member --master --name NAME）后用 join 重新加入。',
	'Do not delete the data directory while the other masters count on this one for a majority.':
		'其他 master 需要它凑成多数时，不要删除数据目录。',
	'The source changes its worker again and again': '数据源反复更换 worker',
	'Workers come and go (network, slow etcd, restarts), or transfer-source was run several times.':
		'worker 时断时续（网络、etcd 慢、重启），或多次执行了 transfer-source。',
	'Find out why workers lose their lease; then check again in a moment.':
		'查明 worker 为何丢失租约；稍后再查看。',
};
