/** Prometheus, the metrics of workers, and where dm-top itself listens. */
export const metrics = {
	'{name} could not be asked: {why}': '无法询问 {name}：{why}',
	'{name} sent more than {size}': '{name} 发送的内容超过 {size}',
	'Ask for a shorter span.': '请查询更短的时段。',
	'{name} rejected the query: {why}': '{name} 拒绝了查询：{why}',
	'{name} denied access (HTTP {status})': '{name} 拒绝访问（HTTP {status}）',
	'Give a user and password in the address, or --prometheus-token-file.':
		'请在地址中给出用户和密码，或使用 --prometheus-token-file。',
	'{name} does not answer as Prometheus does (HTTP {status})':
		'{name} 的应答不是 Prometheus 的（HTTP {status}）',
	'Check the address and its path.': '请检查地址及其路径。',
	'--prometheus takes an address such as http://10.0.1.20:9090, with a prefix if there is one.':
		'--prometheus 的值为地址，如 http://10.0.1.20:9090，有前缀时加上前缀。',
	'Give --prometheus a user and password, or --prometheus-token-file, not both.':
		'--prometheus 中的用户和密码与 --prometheus-token-file 只能给出一种。',
	'--prometheus-label takes NAME=VALUE, not “{text}”.':
		'--prometheus-label 的值为 NAME=VALUE，不能是“{text}”。',
	'--worker-metrics takes “advertised”, or a list such as 10.0.1.21:8262,worker-2=127.0.0.1:9002.':
		'--worker-metrics 的值为“advertised”，或列表，如 10.0.1.21:8262,worker-2=127.0.0.1:9002。',
	'--worker-metrics takes “advertised”, or a list such as 10.0.1.21:8262,worker-2=127.0.0.1:9002, not “{text}”.':
		'--worker-metrics 的值为“advertised”，或列表，如 10.0.1.21:8262,worker-2=127.0.0.1:9002，不能是“{text}”。',
	'the workers': '各 worker',
	'{path} holds no token: one word is expected in it.': '{path} 中没有 token：其中应有一个词。',
	'The worker at {host} answered HTTP {status}': '{host} 的 worker 应答 HTTP {status}',
	'The worker at {host} could not be asked: {why}': '无法询问 {host} 的 worker：{why}',
	'Write host:port, such as {example}.': '请写 host:port，如 {example}。',
	'--listen {text}: leave out the scheme.': '--listen {text}：请去掉协议部分。',
	'{label} is in use: some program, a dm-master perhaps, listens there already. Choose another port, or 0 for one that is free.':
		'{label} 已被占用：已有程序（也许是 dm-master）在那里监听。请选择另一个端口，或用 0 自动选择空闲端口。',
	'This machine has no address {host} to listen on. Use {own} for itself alone, {all} for everybody.':
		'本机没有可监听的地址 {host}。只供本机使用请写 {own}，供所有人使用请写 {all}。',
	'{label} may not be listened on by this user. Choose a port from 1024 to 65535.':
		'此用户无权监听 {label}。请选择 1024 到 65535 的端口。',
	'The host name {host} is not known here. Check its spelling, or give an IP address.':
		'主机名 {host} 未知。请检查其拼写，或给出 IP 地址。',
	'{label} cannot be listened on: {why}': '无法监听 {label}：{why}',
	'it was closed again': '它又被关闭了',
	'{name} is served as a dm-master on {address}, over HTTP and gRPC':
		'{name} 正作为 dm-master 在 {address} 提供服务，支持 HTTP 和 gRPC',
	'Anyone who can reach this machine can watch and operate it: dm-master has no passwords.':
		'任何能连到本机的人都能查看和操作它：dm-master 没有密码。',
} as const;
