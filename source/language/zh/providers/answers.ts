/** What a dm-master, or what stands in its place, answers. */
export const providerAnswers = {
	'No dm-master answers.': '没有 dm-master 应答。',
	'{label} says: {said}': '{label} 说：{said}',
	'result is false': 'result 为 false',
	'the answer of {label} has no entry for it': '{label} 的应答中没有它的条目',
	'it has no result': '其中没有 result',
	'it is not a JSON object': '它不是 JSON 对象',
	'it says result: false': '其中写着 result: false',
	'it has no list "members"': '其中没有列表 "members"',
	'{label} refused without giving a reason': '{label} 拒绝，但没有说明原因',
	'{label} refused without giving a reason.': '{label} 拒绝，但没有说明原因。',
	'{keys} is masked in the configuration of {task}, and DM does not hold it any more':
		'{task} 的配置中 {keys} 被掩码，而 DM 已不再保存它',
	'Write it in.': '请填写它。',
	'{source} answered something else: {said}': '{source} 给出了其他内容：{said}',
	'DM has this since {version}.': 'DM 从 {version} 起支持此功能。',
	'DM needs the name of a source to list tables': '向 DM 查询表时需要数据源的名称',
	'{label} answered with a web page: {words}': '{label} 应答的是网页：{words}',
	'Something other than dm-master answers there, such as a proxy or a login page.':
		'那里应答的不是 dm-master，可能是代理或登录页。',
	'{label} gave an answer that cannot be read: {why}': '{label} 的应答无法读取：{why}',
	'Is that the port of dm-master (8261), and is nothing in between that changes its answers?':
		'那是 dm-master 的端口（8261）吗？中间有没有改动其应答的设备？',
	'The answer is empty.': '应答为空。',
	'It begins: {text}': '开头为：{text}',
	'{label} speaks TLS only': '{label} 只使用 TLS',
	'Give --ssl-ca, --ssl-cert and --ssl-key, or write https:// before the address.':
		'请给出 --ssl-ca、--ssl-cert 和 --ssl-key，或在地址前写 https://。',
	'{label} answered {status} with a web page: {words}': '{label} 以网页应答 {status}：{words}',
	'{master} is not the leader and cannot reach the leader': '{master} 不是 leader，也连不到 leader',
	'It passes by itself if a new leader is being elected (usually about 60 s); otherwise check the other masters.':
		'如果正在选举新的 leader，会自行恢复（通常约 60 秒）；否则请检查其他 master。',
	'It passes by itself if a new leader is being elected (usually about 60 s).':
		'如果正在选举新的 leader，会自行恢复（通常约 60 秒）。',
	'{master} has no leader to ask': '{master} 没有可询问的 leader',
	'After a leader is lost a new one usually serves within about 60 s; otherwise check that most masters run.':
		'失去 leader 后，新的 leader 通常在约 60 秒内就绪；否则请检查多数 master 是否在运行。',
	'After a leader is lost a new one usually serves within about 60 s.':
		'失去 leader 后，新的 leader 通常在约 60 秒内就绪。',
	'{label} points elsewhere: {place}': '{label} 指向别处：{place}',
	'it does not say where': '没有说明在哪里',
	'dm-top asks only the addresses it was given. If that one is right, give it as --master-addr.':
		'dm-top 只询问给定的地址。如果那个地址是对的，请用 --master-addr 给出。',
	'{label} denied access ({status})': '{label} 拒绝访问（{status}）',
	'dm-master itself asks for no password, something in between does.':
		'dm-master 本身不要求密码，是中间的某个设备要求的。',
	'{label} rejected the request as too large (429)': '{label} 以过大为由拒绝了请求（429）',
	'An answer over 4 MB, or a limit of something in between.': '应答超过 4 MB，或受中间某个设备的限制。',
	'{label} is a proxy whose backend does not answer ({status})': '{label} 是代理，其后端没有应答（{status}）',
	'A proxy there does not reach dm-master, or dm-master does not reach its leader.':
		'那里的代理连不到 dm-master，或 dm-master 连不到其 leader。',
	'{label} answered {status}': '{label} 应答 {status}',
	'{label} answered {status}: {said}': '{label} 应答 {status}：{said}',
	'Check the log of dm-master.': '请检查 dm-master 的日志。',
	'{label} is not a dm-master: it does not serve {path}': '{label} 不是 dm-master：它不提供 {path}',
	'dm-master listens on 8261; 8262 is usually a dm-worker, 2379 a PD or an etcd.':
		'dm-master 监听 8261；8262 通常是 dm-worker，2379 是 PD 或 etcd。',
} as const;
