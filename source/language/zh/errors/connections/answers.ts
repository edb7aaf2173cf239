/** The texts of source/dm/errors/knowledge/connections/answers.ts. */
export const answers = {
	'The dm-master cannot serve the request at the moment': 'dm-master 现在无法处理该请求',
	'No leader has been elected (this takes up to a minute after the leader went down), or the member that the request needs is down.':
		'尚未选出 leader（leader 离开后最多一分钟），或所需的成员已宕机。',
	'which masters are up, and who is the leader': '哪些 master 存活，谁是 leader',
	'The answer did not arrive in time': '应答没有及时到达',
	'A worker or its upstream hangs and the dm-master is waiting for it (30 s by default), or there is no leader.':
		'某个 worker 或其上游挂起，dm-master 在等它（默认 30 s）；或没有 leader。',
	'one source at a time: which one does not answer': '逐个数据源查询：哪一个没有应答',
	'Find the source that hangs; check its worker and its upstream.': '找出挂起的数据源及其 worker 和上游。',
	'dm-top queries each source separately, so that one source does not hold up the others.':
		'dm-top 逐个数据源查询，一个挂起不会拖住其他的。',
	'The answer is too large for the gateway of the dm-master': '应答超过 dm-master 网关的上限',
	'One status answer exceeds 4 MB: it has a great many subtasks, or errors of many kilobytes.':
		'一次状态应答中的子任务很多，或有数 KB 的错误（4 MB）。',
	'Query one source at a time (as dm-top does), or use dmctl, which accepts more.':
		'逐个数据源查询（dm-top 就是这样），或使用可接收更大应答的 dmctl。',
	'This dm-master does not support the request': '该 dm-master 没有所请求的内容',
	'An older version of DM, the path of another API, or a task name that contains ":" or "/".':
		'DM 版本较旧、路径属于另一套 API，或任务名含有 ":" 或 "/"。',
	"Use the dmctl of the cluster's version, or upgrade DM.": '使用与集群版本一致的 dmctl，或升级 DM。',
	"The worker cannot read its upstream's binlog position": 'worker 无法向上游查询其位置',
	"The upstream is down or hangs, or DM's user does not have REPLICATION CLIENT.":
		'上游宕机或挂起，或 DM 的用户缺少 REPLICATION CLIENT。',
	"must return one row at once when run as DM's user (MySQL 8.4 and later: SHOW BINARY LOG STATUS)":
		'以 DM 的用户执行时必须立即返回一行（MySQL 8.4 及以后：SHOW BINARY LOG STATUS）',
	'Restore the upstream or grant the privilege; tasks then continue automatically.':
		'恢复上游或授予权限；任务会自动继续。',
	'One side uses TLS and the other does not': '一方使用 TLS 而另一方没有',
	'The cluster uses TLS and the client was started without certificates, or the other way round.':
		'集群开启了 TLS 而客户端启动时没有证书，或相反。',
	'whether the server uses TLS': '是否开启了 TLS',
	'Add --ssl-ca, --ssl-cert and --ssl-key, or remove them.':
		'给出 --ssl-ca、--ssl-cert 和 --ssl-key，或都不给。',
	'dmctl cannot reach the dm-master': 'dmctl 无法连接 dm-master',
	'The address is wrong, the dm-master is down, or https_proxy sends dmctl to a proxy.':
		'地址有误、dm-master 已宕机，或 https_proxy 使 dmctl 连到了别处。',
	'the proxies that dmctl uses': 'dmctl 使用的代理',
	'Correct --master-addr; run dmctl with https_proxy="" before the command.':
		'修正 --master-addr；在 dmctl 前加上 https_proxy=""。',
};
