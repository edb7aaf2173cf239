/** The texts of source/dm/errors/knowledge/cluster/members.ts. */
export const members = {
	'The worker did not answer the dm-master in time': 'worker 没有及时应答 dm-master',
	'Its upstream hangs (disk full, SHOW MASTER STATUS blocked, network down), the worker is busy stopping a task, or the worker itself hangs. The tasks of the source may still be running.':
		'其上游挂起（磁盘已满、SHOW MASTER STATUS 被阻塞、网络中断）、worker 正忙于停止任务，或 worker 自身挂起。该数据源的任务可能仍在运行。',
	'whether the upstream answers at once; if not, the worker is only waiting for it':
		'上游是否立即应答：如果不是，worker 只是在等它',
	'whether the worker is "bound", "free" or "offline", and its address':
		'worker 是 bound、free 还是 offline，及其地址',
	'T or D means that the process is stopped or hangs': 'T 或 D 表示它已停止或挂起',
	'If the upstream hangs: free its disk or its locks; the worker then answers again without a restart.':
		'如果上游挂起：腾出其磁盘或解除锁；worker 会自行恢复应答。',
	'If the worker hangs: restart it. When it goes offline, a free worker takes over the source; its tasks continue from their checkpoints.':
		'如果 worker 挂起：重启它。另一个空闲的 worker 会接管该数据源，任务从检查点继续。',
	'Do not repeat the operation right away: the worker may still carry out the first one when it recovers.':
		'不要马上再次发送同一操作：worker 恢复后可能执行第一次的。',
	'The dm-master cannot reach the worker': 'dm-master 无法连接 worker',
	'The worker is stopped or was killed, its address has changed, or the network to it is down.':
		'worker 已停止或被杀死、地址已变，或两者之间的网络中断。',
	"whether the worker's port can be reached from the dm-master": '从 dm-master 能否连接 worker 的端口',
	'Start the worker, or restore the network; check advertise-addr in its configuration.':
		'启动 worker，或恢复网络；检查其配置中的 advertise-addr。',
	'Otherwise wait a minute: once the worker is offline, a free worker takes over the source.':
		'否则等一分钟：它被视为离线后，空闲的 worker 会接管该数据源。',
	'Do not remove the worker (offline-member) if it may come back with running tasks.':
		'如果该 worker 可能带着运行中的任务回来，不要移除它（offline-member）。',
	'The dm-master got no answer from the worker': 'dm-master 没有得到 worker 的应答',
	'The reason is in the message: not reachable, too slow, a TLS error, or a message that is too large.':
		'消息背后的原因说明了为什么：无法连接、太慢、TLS 有误或消息太大。',
	'Check that the worker is running and that the dm-master can reach its address.':
		'查看 worker 是否在运行、dm-master 能否访问其地址。',
	'No worker is bound to this source': '没有 worker 服务该数据源',
	'Its worker is offline and no other is free, or there are fewer workers than sources.':
		'其 worker 已离线且没有空闲的，或 worker 少于数据源。',
	'Start a worker: a free worker is bound to the source within a minute.':
		'启动一个 worker：空闲的 worker 会在一分钟内自动接管该数据源。',
	'If a worker is free and the source stays unbound, or the wrong worker is bound to it: transfer-source {source} WORKER.':
		'如果有空闲的 worker 而数据源仍未绑定，或绑定在不该绑定的 worker 上：transfer-source {source} WORKER。',
	'A pause or resume that was refused with this error is stored nevertheless: it takes effect when a worker is bound to the source.':
		'以此原因被拒绝的暂停或恢复仍会被保存：有 worker 接管该数据源时生效。',
	'Do not stop or delete the tasks: they continue from their checkpoints once a worker is bound to the source.':
		'不要停止或删除任务：有 worker 接管数据源后，它们会从检查点继续。',
	'The worker is no longer bound to the source': '应当服务该数据源的 worker 没有在服务',
	'The worker has just started, or lost its lease (network, slow disks of the dm-masters), and has not been bound to the source again.':
		'worker 刚刚启动或丢失了租约（网络、dm-master 磁盘慢），尚未重新分到该数据源。',
	'Check again in a minute: dm-master binds it again automatically.':
		'一分钟后再查看：dm-master 会自动绑定。',
	'If this persists: transfer-source {source} to a free worker, or restart the worker.':
		'如果仍然如此：用 transfer-source {source} 移到空闲的 worker，或重启该 worker。',
	'Do not stop or delete the tasks: they continue from their checkpoints.':
		'不要停止或删除任务：它们会从检查点继续。',
	'The worker of the source does not know the task': '该数据源的 worker 不知道该任务',
	'The source has no worker, or its worker is offline: the task is configured, but nothing runs it.':
		'数据源没有 worker，或其 worker 离线：任务已配置，但没有 worker 在运行它。',
	'Do not start the task a second time.': '不要再次启动该任务。',
	'This task does not exist, or not on this source': 'DM 不知道该任务，或不在该数据源上',
	'The name is mistyped, the task was never started on the source, or it was deleted (stop-task).':
		'名称有误、从未在该数据源上启动，或已被删除（stop-task）。',
	'all existing tasks': '所有任务',
	'Use the name as query-status shows it. If the task was deleted, start it with its file: its checkpoint is still in the downstream.':
		'使用 query-status 显示的名称；如果任务已删除，用其文件启动：检查点仍在下游。',
	'Do not add --remove-meta when you start it: the checkpoint would be lost.':
		'启动时不要加 --remove-meta：检查点会丢失。',
	'The worker did not answer in time; the operation may have been carried out':
		'worker 没有及时应答；操作可能已执行',
	'The worker was busy stopping or starting, or is waiting for its databases.':
		'worker 正忙于停止或启动，或在等待数据库。',
	'what really happened: the operation may have been carried out although the answer came too late':
		'实际结果：应答过晚的操作可能已执行',
	'Wait, then check the status: only that shows whether the operation was carried out. Repeat it only if it was not.':
		'等待并查看状态：只有状态能说明是否已执行。确认未执行再重试。',
	'Do not repeat it blindly: a second skip would skip the next DDL.':
		'不要盲目重发：第二次 skip 会跳过下一条 DDL。',
	'The worker reports an error of the task or relay': 'worker 返回了任务的错误',
	'The task or the relay has an error. After a resume it may be the old error, reported before the new attempt began.':
		'任务或 relay 出错。恢复之后看到的可能还是旧错误，在新的尝试开始之前返回。',
	'Check the status again in a moment. If the task is running, all is well; otherwise fix the error in the message.':
		'稍后查看状态。如果任务在运行，就没有问题；否则解决消息背后的错误。',
	'This dm-master is not the leader and cannot reach it': '该 dm-master 不是 leader，也连不上 leader',
	'The dm-masters are electing a leader, or the leader has just gone down: an election takes up to a minute.':
		'dm-master 正在选举 leader，或 leader 刚刚离开：最多需要一分钟。',
	'who is the leader now': '现在谁是 leader',
	'Try again in a moment, or on another dm-master.': '稍后再试，或向另一个 dm-master 请求。',
	'If there is no leader for minutes: make sure that more than half of the dm-masters are up; cancel an eviction if there is one.':
		'如果几分钟内都没有 leader：须有半数以上的 dm-master 存活；如果有驱逐（evict），取消它。',
	'The dm-master receives more status queries than it allows': '对 dm-master 的请求超过其允许的频率',
	'Every status query costs one token per source; rpc-rate-limit is 10 per second by default.':
		'每次状态请求对每个数据源消耗一个令牌；rpc-rate-limit 默认每秒 10 个。',
	'Query less often: run fewer dm-top, dmctl or scripts at once, or use a longer interval; or raise rpc-rate-limit and rpc-rate-burst of dm-master.':
		'降低请求频率：减少同时使用的 dm-top、dmctl 或脚本，加大间隔；或调高 dm-master 的 rpc-rate-limit 和 rpc-rate-burst。',
	'DM does not support the requested operation': '请求的操作 DM 不支持',
	'An argument is wrong, or the operation belongs to another version of DM.':
		'参数有误，或是其他 DM 版本的操作。',
	'which masters and workers are up, who is the leader, which worker is bound to which source':
		'哪些 master 和 worker 存活、谁是 leader、各数据源在哪个 worker 上',
	'Compare the versions of dmctl or dm-top with that of the dm-masters; correct the arguments.':
		'比较 dmctl 或 dm-top 与 dm-master 的版本；修正参数。',
	'There is no member with this name': '没有该名称的成员',
	'The name is mistyped: use the name in its configuration (--name), not its address.':
		'名称有误：应为配置中的 --name，而不是地址。',
	'Use the name as list-member shows it.': '使用 list-member 显示的名称。',
	'A dm-master cannot start or join': 'dm-master 无法启动或加入',
	'Its configuration is wrong, the other masters in initial-cluster are down, or its data directory is not the one it used before (a relative data-dir and another working directory).':
		'配置有误、initial-cluster 中的其他 master 未启动，或使用了另一个数据目录（data-dir 为相对路径，工作目录变了）。',
	'the reason, and whether the etcd data are still there': '原因，以及 etcd 的数据是否还在原处',
	'Correct what the message names in the configuration; use an absolute path for data-dir.':
		'修正消息指出的配置；data-dir 使用绝对路径。',
	'"has already been bootstrapped": start it with its old data directory, or remove the member (offline-member --master --name NAME) and add it again with join.':
		'“has already been bootstrapped”：用原来的数据目录启动，或移除该成员（offline-member --master --name NAME）后用 join 重新加入。',
	'Do not delete the data directory while the other masters need this one for a majority.':
		'其他 master 需要它凑成多数时，不要删除数据目录。',
	'The source keeps moving between workers': '数据源反复更换 worker',
	'Workers come and go (network, slow etcd, restarts), or transfer-source was run several times.':
		'worker 时断时续（网络、etcd 慢、重启），或多次执行了 transfer-source。',
	'Find out why workers lose their leases, then check again.': '查明 worker 为何丢失租约；稍后再查看。',
	'The TLS connection between dm-master and the worker could not be established':
		'dm-master 与 worker 之间无法建立 TLS 连接',
	'A certificate of the dm-master or the worker has expired, was issued by another CA, or does not name the host; or one of the two does not use TLS.':
		'dm-master 或 worker 的证书已过期、由其他 CA 签发，或不包含该主机；或其中一方没有启用 TLS。',
	'its expiry date and the hosts that it names': '证书的有效期及其中的主机名',
	'Renew the certificate that the message names on every host that uses it, and restart that member.':
		'在所有使用该证书的主机上更换消息中指出的证书，并重启该成员。',
	'Check ssl-ca, ssl-cert, ssl-key and cert-allowed-cn in the configuration of masters and workers.':
		'检查 master 和 worker 配置中的 ssl-ca、ssl-cert、ssl-key 和 cert-allowed-cn。',
	'Do not stop or delete the tasks: they run on, only the dm-master cannot see them.':
		'不要停止或删除任务：它们仍在运行，只是 dm-master 看不到。',
};
