/** The texts of source/dm/errors/knowledge/connections/network.ts. */
export const network = {
	'The database refuses connections at its address': '数据库的地址上没有服务在监听',
	'The database is stopped or restarting, or listens on another address or port.':
		'数据库已停止或正在重启，或监听在其他端口、地址。',
	"whether the port can be reached from the worker's host; a test from elsewhere proves nothing":
		'从那里能否连接该端口；在别处测试说明不了问题',
	'whether it is running': '它是否在运行',
	'Start the database, or correct host and port in the source file or target-database.':
		'启动数据库，或在数据源文件、target-database 中修正主机和端口。',
	'Wait: DM retries automatically once the database is back.': '等待：数据库恢复后 DM 会自动重试。',
	'If you do not want to wait once it is back: resume the task.': '数据库恢复后不想等待时：恢复任务。',
	'The database did not answer in time': '数据库没有及时应答',
	'A firewall or security group drops the packets, the network is down, or the host is overloaded.':
		'防火墙或安全组丢弃了数据包、网络中断，或主机过载。',
	"Allow the worker's host to reach the database's port, or restore the host.":
		'允许 worker 的主机访问数据库的端口，或恢复该主机。',
	"There is no route to the database's host": '没有到数据库主机的路由',
	'The host is down, or the routing, VPN or security group blocks the worker.':
		'主机宕机，或路由、VPN、安全组不允许 worker 访问。',
	'Restore the host or the network.': '恢复该主机或网络。',
	'The host name of the database cannot be resolved': '无法解析数据库的主机名',
	"The name is misspelled, or the worker's DNS server does not know it or does not answer.":
		'名称拼写有误，或 worker 的 DNS 不认识它、没有应答。',
	'the address that the name resolves to there': '在那里该名称解析为什么',
	"Correct the name in the source file or target-database, or fix DNS on the worker's host.":
		'在数据源文件或 target-database 中修正名称，或修正 worker 主机的 DNS。',
	'The database has no connections left': '数据库已没有可用的连接',
	'max_connections or a limit of the user is reached: many tasks with many threads, or an application that leaks connections.':
		'达到了 max_connections 或用户的限制：任务和线程太多，或应用泄漏连接。',
	'how many of the connections are in use': '已用的连接数',
	"Raise max_connections or the user's limit, or close unneeded connections.":
		'调高 max_connections 或用户的限制，或结束无用的连接。',
	'Lower the threads of the task: mydumpers.threads, loaders.pool-size, syncers.worker-count.':
		'减少任务的线程：mydumpers.threads、loaders.pool-size、syncers.worker-count。',
	"The database does not accept connections from the worker's host": '数据库不接受来自 worker 主机的连接',
	'The user has no grant for that host, or the host was blocked after many failed connections.':
		'该用户没有针对该主机的授权，或多次连接失败后主机被封锁。',
	"the hosts from which DM's user may connect": 'DM 的用户可以从哪些主机登录',
	'1130: create the user for the host of the worker, and of every worker that may take over the source.':
		'1130：为 worker 的主机创建用户，所有可能接管该数据源的 worker 都要。',
	'1129: fix what makes connections fail, then FLUSH HOSTS (TRUNCATE TABLE performance_schema.host_cache).':
		'1129：解决连接失败的原因，然后 FLUSH HOSTS（TRUNCATE performance_schema.host_cache）。',
	'The TLS connection could not be established': '无法建立加密连接',
	'A certificate has expired or does not match the CA or host name, a file cannot be read, or the server requires TLS and none is configured.':
		'证书过期、属于其他 CA 或名称，文件不可读，或服务端要求 TLS 而未配置。',
	'its expiry date, subject and issuer': '有效期多久、签发给谁、由哪个 CA 签发',
	'Correct security (ssl-ca, ssl-cert, ssl-key) in the source file, in target-database, or in the configuration of masters and workers; the files must exist on every host.':
		'在数据源文件、target-database 或 master 和 worker 的配置中修正 security（ssl-ca、ssl-cert、ssl-key）；每台主机上都要有这些文件。',
	'Do not turn off verification on a connection that leaves your network.':
		'对于会离开内部网络的连接，不要关闭证书校验。',
	'DM does not support the authentication method of its user': '用户的认证方式在那里 DM 无法使用',
	"The user's authentication plugin needs TLS or a newer DM (caching_sha2_password, sha256_password, old passwords).":
		'用户的认证插件需要 TLS 或更新的 DM（caching_sha2_password、sha256_password、旧式密码）。',
	"the authentication plugin of DM's user": 'DM 的用户使用的插件',
	'Give DM a user with mysql_native_password, use TLS, or upgrade DM.':
		'给 DM 一个使用 mysql_native_password 的用户，或使用 TLS，或升级 DM。',
};
