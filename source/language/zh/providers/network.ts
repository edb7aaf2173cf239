/** The way to a dm-master: addresses, the network, TLS. */
export const network = {
	'There is no dm-master address. Write host:port, such as 10.0.1.11:8261.':
		'没有 dm-master 地址。请写 host:port，如 10.0.1.11:8261。',
	'{named}: "{host}" is not an IPv6 address.': '{named}："{host}" 不是 IPv6 地址。',
	'{named}: "{port}" is not a port. A port is a number from {least} to 65535.':
		'{named}："{port}" 不是端口。端口是 {least} 到 65535 的数。',
	'{named} has too many colons. An IPv6 address with a port is written [::1]:{port}.':
		'{named} 中的冒号过多。带端口的 IPv6 地址写作 [::1]:{port}。',
	'{named}: "{host}" is neither a host name nor an IP address.':
		'{named}："{host}" 既不是主机名，也不是 IP 地址。',
	'"{address}" has no host. Write host:port, such as 10.0.1.11:8261.':
		'"{address}" 中没有主机。请写 host:port，如 10.0.1.11:8261。',
	'"{address}": dm-master speaks http:// or https://, not {scheme}://.':
		'"{address}"：dm-master 使用 http:// 或 https://，不是 {scheme}://。',
	'"{address}": leave out "{path}". Only the address of dm-master is needed, the path is known.':
		'"{address}"：请去掉 "{path}"。只需 dm-master 的地址，路径是已知的。',
	'"{address}": dm-master knows no users and passwords; write only the host and the port.':
		'"{address}"：dm-master 没有用户和密码；只写主机和端口。',
	'Give a client certificate that its CA signed: --ssl-cert and --ssl-key.':
		'请给出由其 CA 签发的客户端证书：--ssl-cert 和 --ssl-key。',
	'Give the CA that signed its certificate: --ssl-ca.': '请给出签发其证书的 CA：--ssl-ca。',
	'{master} does not speak TLS': '{master} 不使用 TLS',
	'Write http:// before the address, or leave out the --ssl-… flags.':
		'请在地址前写 http://，或去掉 --ssl-… 标志。',
	'{master} requires a client certificate': '{master} 要求客户端证书',
	'{label} does not accept {cert}': '{label} 不接受 {cert}',
	'It expired on {day}: renew the client certificate.': '它已于 {day} 过期：请更新客户端证书。',
	'It is signed by “{issuer}”: give a client certificate that the CA of dm-master signed.':
		'它由“{issuer}”签发：请给出由 dm-master 的 CA 签发的客户端证书。',
	'It may not accept {cert}.': '它可能不接受 {cert}。',
	'{cert} expired on {day}: renew the client certificate.': '{cert} 已于 {day} 过期：请更新客户端证书。',
	'It may not accept {cert}, which is signed by “{issuer}”: give a client certificate that the CA of dm-master signed.':
		'它可能不接受 {cert}，该证书由“{issuer}”签发：请给出由 dm-master 的 CA 签发的客户端证书。',
	'The certificate of {label} is signed by an unknown CA, “{issuer}”':
		'{label} 的证书由未知的 CA“{issuer}”签发',
	'Give the certificate of that CA: --ssl-ca.': '请给出该 CA 的证书：--ssl-ca。',
	'The certificate of {label} is not signed by a CA of {ca}': '{label} 的证书不是由 {ca} 中的 CA 签发',
	'The certificate of {label} is signed by “{issuer}”, not by a CA of {ca}':
		'{label} 的证书由“{issuer}”签发，而不是由 {ca} 中的 CA 签发',
	'That file holds the certificate of “{subject}”, which is not a CA: give the certificate of “{issuer}”.':
		'该文件中是“{subject}”的证书，它不是 CA：请给出“{issuer}”的证书。',
	'That file holds another CA of the same name, an older or a newer one: give the one that signed the certificate.':
		'该文件中是另一个同名的 CA（较旧或较新）：请给出签发该证书的那一个。',
	'That file holds “{subject}”: give the certificate of “{issuer}”.':
		'该文件中是“{subject}”：请给出“{issuer}”的证书。',
	'The CA that signed the certificate of {label} has expired: “{issuer}”':
		'签发 {label} 证书的 CA 已过期：“{issuer}”',
	'Renew the CA, and give its new certificate: --ssl-ca.': '请更新该 CA，并给出其新证书：--ssl-ca。',
	'The certificate of {label} expired on {day}': '{label} 的证书已于 {day} 过期',
	'Renew the certificate of dm-master, or set the clock of this machine right: it says {day}.':
		'请更新 dm-master 的证书，或校准本机的时钟：它显示 {day}。',
	'The certificate of {label} is valid only from {day}': '{label} 的证书自 {day} 起才有效',
	'Use a name or an address that it lists: {hosts}.': '请使用其中列出的名称或地址：{hosts}。',
	'If it serves TLS, write https:// before the address: with http:// the --ssl-… flags are not used.':
		'如果它使用 TLS，请在地址前写 https://：使用 http:// 时不会用到 --ssl-… 标志。',
	'The certificate of {master} is signed by an unknown CA': '{master} 的证书由未知的 CA 签发',
	'The certificate of {master} has expired': '{master} 的证书已过期',
	'Renew the certificate of dm-master.': '请更新 dm-master 的证书。',
	'The certificate of {master} is not valid yet': '{master} 的证书尚未生效',
	'Check the clocks of both machines, and the certificate.': '请检查两台机器的时钟和该证书。',
	'The certificate of {master} is for another host': '{master} 的证书属于另一台主机',
	'Use a name or an address that the certificate lists.': '请使用证书中列出的名称或地址。',
	'The TLS handshake with {master} failed': '与 {master} 的 TLS 握手失败',
	'Check --ssl-ca, --ssl-cert and --ssl-key.': '请检查 --ssl-ca、--ssl-cert 和 --ssl-key。',
	'{master} refused the connection': '{master} 拒绝连接',
	'Is dm-master running there, and is that its port?': 'dm-master 是否在那里运行？端口是否正确？',
	'The host name of {master} is not known': '{master} 的主机名未知',
	'Check the spelling of the name, or give an IP address.': '请检查名称的拼写，或给出 IP 地址。',
	'The host name of {master} could not be looked up': '无法解析 {master} 的主机名',
	'Does the name server answer?': 'DNS 服务器是否有应答？',
	'No route to the host of {master}': '没有到 {master} 主机的路由',
	'No route to the network of {master}': '没有到 {master} 网络的路由',
	'Check the network, VPN or tunnel.': '请检查网络、VPN 或隧道。',
	'{master} cannot be reached': '无法连到 {master}',
	'Check the network, firewall or tunnel.': '请检查网络、防火墙或隧道。',
	'This machine does not allow a connection to {master}': '本机不允许连接到 {master}',
	'Check its firewall.': '请检查其防火墙。',
	'This machine has too many files open to connect to {master}': '本机打开的文件过多，无法连接 {master}',
	'Raise the limit: ulimit -n.': '请提高上限：ulimit -n。',
	'{master} closed the connection in the middle of its answer': '{master} 在应答中途关闭了连接',
	'If it happens again, check the log of dm-master, and what is in between.':
		'如果再次发生，请检查 dm-master 的日志，以及中间的设备。',
	'{master} does not speak HTTP': '{master} 不使用 HTTP',
	'Is that the port of dm-master (8261)?': '那是 dm-master 的端口（8261）吗？',
	'Is that the port of dm-master (8261)? With TLS it needs --ssl-ca, --ssl-cert and --ssl-key.':
		'那是 dm-master 的端口（8261）吗？使用 TLS 时需要 --ssl-ca、--ssl-cert 和 --ssl-key。',
	'{master} answers with headers that have no end': '{master} 应答的头部没有结尾',
	'If it serves TLS, give --ssl-ca, --ssl-cert and --ssl-key.':
		'如果它使用 TLS，请给出 --ssl-ca、--ssl-cert 和 --ssl-key。',
	'{master} closed the connection without an answer': '{master} 没有应答就关闭了连接',
	'The connection to {label} failed: {why}': '与 {label} 的连接失败：{why}',
	'{label} began to answer but did not finish within {limit}': '{label} 开始了应答，但没有在 {limit} 内结束',
	'The connection is slow, or the response never ends.': '连接缓慢，或应答没有结尾。',
	'{label} cannot be reached: no connection within {limit}': '无法连到 {label}：{limit} 内没有建立连接',
	'Check the address, network, firewall or tunnel.': '请检查地址、网络、防火墙或隧道。',
	'{label} did not finish the TLS handshake within {limit}': '{label} 没有在 {limit} 内完成 TLS 握手',
	'Does it speak TLS? If not, write http:// before the address.':
		'它使用 TLS 吗？若不是，请在地址前写 http://。',
	'it was not asked: one by one, only {asked} of {of} sources could be asked within {limit}':
		'没有询问它：逐个询问时，在 {limit} 内只来得及询问 {of} 个数据源中的 {asked} 个',
	'{name} did not answer within {limit}': '{name} 没有在 {limit} 内应答',
	'It may be busy, or wait for a dm-worker that hangs.': '它可能繁忙，或在等待一个卡住的 dm-worker。',
	'Its dm-worker may hang, or hold a lock while it stops a task. The other sources are not affected.':
		'其 dm-worker 可能卡住，或在停止任务时持有锁。其他数据源不受影响。',
	'Its dm-worker {worker} may hang, or hold a lock while it stops a task. The other sources are not affected.':
		'其 dm-worker {worker} 可能卡住，或在停止任务时持有锁。其他数据源不受影响。',
	'{label} sent an answer in an unknown compression: {encoding}':
		'{label} 发送的应答使用了未知的压缩方式：{encoding}',
	'{label} sent an answer whose compression ({encoding}) is broken':
		'{label} 发送的应答压缩内容（{encoding}）已损坏',
	'dm-master compresses nothing: check what is in between at {label}, such as a proxy, and turn its compression off.':
		'dm-master 不会压缩：请检查 {label} 处的中间环节（例如代理），并关闭其压缩。',
	'{label} sent more than {limit} without finishing': '{label} 发送了超过 {limit} 仍未结束',
	'No status is that large. Is it a dm-master that answers there?':
		'状态不会有这么大。那里应答的是 dm-master 吗？',
	'it does not exist': '文件不存在',
	'you do not have permission to read it': '没有读取权限',
	'it is a folder': '它是一个目录',
	'{name} holds no certificate': '{name} 中没有证书',
	'{name} holds no private key': '{name} 中没有私钥',
	'It holds a {label}.': '其中是 {label}。',
	'Give {flag} the path of a PEM file.': '请给 {flag} 一个 PEM 文件的路径。',
	'{name} is not a PEM file': '{name} 不是 PEM 文件',
	'A PEM file has a line that starts with -----BEGIN.': 'PEM 文件中有一行以 -----BEGIN 开头。',
	'{flag} is given without {other}': '给出了 {flag}，但没有 {other}',
	'A client certificate needs both, the certificate and its key.': '客户端证书需要证书及其私钥两者。',
	'{key} does not belong to {cert}': '{key} 与 {cert} 不匹配',
	'{name} is encrypted': '{name} 已加密',
	'Give a key without a password: openssl pkey -in FILE -out NEW writes one.':
		'请给出没有密码的私钥：openssl pkey -in FILE -out NEW 可写出一个。',
	'{name} holds a certificate that cannot be read': '{name} 中的证书无法读取',
	'{name} holds a private key that cannot be read': '{name} 中的私钥无法读取',
	'It is damaged or cut: copy it again.': '它已损坏或被截断：请重新复制。',
	'Give the key that the certificate was made with.': '请给出生成该证书时所用的私钥。',
	'The TLS files cannot be used: {why}': '无法使用 TLS 文件：{why}',
} as const;
