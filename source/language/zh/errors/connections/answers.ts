/** The texts of source/dm/errors/knowledge/connections/answers.ts. */
export const answers = {
	'The dm-master cannot serve the request now': 'dm-master 现在无法处理该请求',
	'No leader is chosen yet (up to a minute after the leader has gone), or the member it needs is down.':
		'尚未选出 leader（leader 离开后最多一分钟），或所需的成员已宕机。',
	'which masters are alive, and who leads': '哪些 master 存活，谁是 leader',
	'The answer did not come in time': '应答没有及时到达',
	'A worker or its upstream hangs, and the dm-master waits for it (30 s by default); or no master leads.':
		'某个 worker 或其上游挂起，dm-master 在等它（默认 30 s）；或没有 leader。',
	'source by source: which one does not answer': '逐个数据源查询：哪一个没有应答',
	'Find the source that hangs, and its worker and upstream.': '找出挂起的数据源及其 worker 和上游。',
	'dm-top asks source by source, so that one does not hold up the others.':
		'dm-top 逐个数据源查询，一个挂起不会拖住其他的。',
	"The answer is larger than the dm-master's gateway takes": '应答超过 dm-master 网关的上限',
	'Very many subtasks, or errors of many kilobytes, in one status answer (4 MB).':
		'一次状态应答中的子任务很多，或有数 KB 的错误（4 MB）。',
	'Ask source by source (dm-top does), or use dmctl, which takes more.':
		'逐个数据源查询（dm-top 就是这样），或使用可接收更大应答的 dmctl。',
	'This dm-master does not have what was asked for': '该 dm-master 没有所请求的内容',
	'An older version of DM, a path of another API, or a task name with ":" or "/".':
		'DM 版本较旧、路径属于另一套 API，或任务名含有 ":" 或 "/"。',
	"Use dmctl of the cluster's version for it, or upgrade DM.": '使用与集群版本一致的 dmctl，或升级 DM。',
	'The worker cannot ask its upstream where it is': 'worker 无法向上游查询其位置',
	"The upstream is down or hangs, or DM's user lacks REPLICATION CLIENT.":
		'上游宕机或挂起，或 DM 的用户缺少 REPLICATION CLIENT。',
	"must give one row at once, to DM's user": '必须立即给 DM 的用户返回一行',
	'Bring the upstream back or grant the privilege; tasks continue by themselves.':
		'恢复上游或授予权限；任务会自动继续。',
	'One side speaks TLS and the other does not': '一方使用 TLS 而另一方没有',
	'The cluster has TLS and the client was started without certificates, or the other way round.':
		'集群开启了 TLS 而客户端启动时没有证书，或相反。',
	'whether TLS is on': '是否开启了 TLS',
	'Give --ssl-ca, --ssl-cert and --ssl-key, or leave them out.':
		'给出 --ssl-ca、--ssl-cert 和 --ssl-key，或都不给。',
	'dmctl cannot reach the dm-master': 'dmctl 无法连接 dm-master',
	'The address is wrong, the dm-master is down, or https_proxy leads dmctl elsewhere.':
		'地址有误、dm-master 已宕机，或 https_proxy 使 dmctl 连到了别处。',
	'proxies that dmctl uses': 'dmctl 使用的代理',
	'Correct --master-addr; run dmctl with https_proxy="" in front.':
		'修正 --master-addr；在 dmctl 前加上 https_proxy=""。',
};
