/** The texts of source/dm/errors/knowledge/connections/privileges.ts. */
export const privileges = {
	'The database refused the user or the password': '数据库拒绝了该用户或密码',
	"The password was changed, is mistyped, or was encrypted for another cluster; or the user does not exist for the worker's host.":
		'密码被修改、输入有误或用其他集群的密钥加密，或该用户不允许从 worker 的主机登录。',
	'whether the user can log in from that host; a test from elsewhere proves nothing':
		'从那台主机能否登录；在别处测试说明不了问题',
	'the hosts from which the user may connect': '该用户可以从哪些主机登录',
	'Encrypt the password again with dmctl encrypt, and set it in the source file (upstream) or in target-database (downstream).':
		'用 dmctl encrypt 重新加密密码，写入数据源文件（上游）或 target-database（下游）。',
	'Change the source file and apply it with operate-source update. DM allows this only while the relay is off and no task runs on the source (stop-task first, start-task afterwards; the checkpoint is kept).':
		'修改数据源文件并用 operate-source update 应用：只有 relay 已关闭且该数据源没有任务运行时 DM 才允许（先 stop-task，之后 start-task；检查点保留）。',
	'For target-database: stop-task {task}, start-task with the corrected file.':
		'对于 target-database：stop-task {task}，用修正后的文件 start-task。',
	"Or set the database user's password back to the old one; then resume.":
		'或恢复数据库用户原来的密码；然后恢复任务。',
	'Do not start over: the task continues from its checkpoint once it has access.':
		'不要重做任务：能登录之后会从检查点继续。',
	"The database's user lacks a privilege": '数据库用户缺少权限',
	'The message names the missing privilege. The most common case is a new schema or table without a grant.':
		'缺少某项授权，原因中有说明。最常见的是忘了给新的库或表授权。',
	"the privileges of DM's user": 'DM 的用户有哪些权限',
	'Grant what the message names. Upstream: GRANT REPLICATION SLAVE, REPLICATION CLIENT, RELOAD ON *.* and SELECT, LOCK TABLES on the replicated schemas. Downstream: GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, INDEX on the replicated schemas and on dm_meta.':
		'授予原因中指出的权限。上游：GRANT REPLICATION SLAVE, REPLICATION CLIENT, RELOAD ON *.*，并在所同步的库上授予 SELECT, LOCK TABLES。下游：在所同步的库和 dm_meta 上 GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, INDEX。',
	'Do not start over: nothing is lost.': '不要重做任务：没有丢失任何数据。',
	"The upstream's user may not read the binlog": '上游用户没有读取 binlog 的权限',
	'REPLICATION SLAVE or REPLICATION CLIENT is missing; both are granted on *.*.':
		'缺少 REPLICATION SLAVE 或 REPLICATION CLIENT；两者都须授予在 *.* 上。',
	"Run on the upstream: GRANT REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO 'USER'@'HOST'.":
		"在上游执行 GRANT REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO 'USER'@'HOST'。",
	"The database's user is locked or its password has expired": '数据库用户已锁定或密码已过期',
	'The password policy of the database.': '数据库的密码策略所致。',
	"ALTER USER 'USER'@'HOST' ACCOUNT UNLOCK, or IDENTIFIED BY the same password; set PASSWORD EXPIRE NEVER for DM's user.":
		"ALTER USER 'USER'@'HOST' ACCOUNT UNLOCK，或用原密码 IDENTIFIED BY；对 DM 的用户设置 PASSWORD EXPIRE NEVER。",
	'The password in the configuration cannot be decrypted': '配置中的密码无法解密',
	'It was encrypted by a DM with another secret key, was truncated when it was copied, or is plain text that looks like Base64.':
		'密码由密钥不同的另一个 DM 加密、复制时被截断，或是看起来像 Base64 的明文。',
	'the encrypted form of the password in this cluster': '该密码由此 DM 加密后的结果',
	'whether the cluster has its own key (DM 8.0 and later)': '集群是否有自己的密钥（DM 8.0 及更新版本）',
	"Encrypt the password again with this cluster's dmctl encrypt, and put it into target-database in the task file, or into the source file.":
		'用该集群的 dmctl encrypt 重新加密密码，写入任务的 target-database 或数据源文件。',
	'For the downstream: stop-task {task}, start-task with the corrected file. For a source: operate-source update.':
		'如果是下游：stop-task {task}，用修正后的文件 start-task。如果是数据源：operate-source update。',
	'Do not write a plain-text password into a shared file.': '不要在共享的文件中写明文密码。',
	'The secret key for passwords cannot be read': '无法读取密码的密钥文件',
	'secret-key-path does not name a readable file, or the file does not contain 64 hexadecimal characters.':
		'secret-key-path 指定的文件不可读，或内容不是 64 个十六进制字符。',
	'whether it exists, is readable and is 64 characters long': '文件是否存在、可读、长 64 个字符',
	'Correct the file or its permissions on every dm-master, and restart the dm-masters.':
		'在每个 dm-master 上修正该文件或其权限，并重启。',
	'Encrypt all passwords again if the key has changed.': '如果密钥有变，重新加密所有密码。',
	'Do not change the key of a running cluster before you have exported its configuration (config export).':
		'不要未先导出配置（config export）就更换运行中集群的密钥。',
	'The definer of a view or trigger does not exist': '视图或触发器的 definer 不存在',
	'The object was created by a user that this database does not have.': '该对象由此数据库没有的用户创建。',
	'Create that user, or create the object again with an existing definer. DM does not replicate views: skip such a statement.':
		'在那里创建该用户，或用存在的 definer 重建该对象；DM 不同步视图：跳过该语句。',
	'The precheck cannot connect to the database': '启动前的检查无法连接数据库',
	'The dm-master, which runs the precheck, is denied access: firewall, host, user or password.':
		'执行检查的 dm-master 无法登录：防火墙、主机、用户或密码。',
	"whether the dm-master's host has access": 'dm-master 的主机能否登录',
	'Allow the dm-masters to reach upstream and downstream like the workers, then start the task again.':
		'让 dm-master 像 worker 一样能访问上游和下游，然后再次启动任务。',
};
