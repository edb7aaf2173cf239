/** The texts of source/dm/errors/knowledge/sides.ts. */
export const sides = {
	'A long transaction or a DDL in the upstream holds the lock.': '上游的长事务或 DDL 持有锁。',
	'Start the database, or correct host and port in the source file.':
		'启动数据库，或在数据源文件中修正主机和端口。',
	'Start the database, or correct host and port in target-database.':
		'启动数据库，或在 target-database 中修正主机和端口。',
	"Correct the name in the source file, or fix DNS on the worker's host.":
		'在数据源文件中修正名称，或修正 worker 主机的 DNS。',
	"Correct the name in target-database, or fix DNS on the worker's host.":
		'在 target-database 中修正名称，或修正 worker 主机的 DNS。',
	'Correct security (ssl-ca, ssl-cert, ssl-key) under from in the source file; the files must exist on every host of a worker.':
		'在数据源文件的 from 下修正 security（ssl-ca、ssl-cert、ssl-key）；每台 worker 主机上都要有这些文件。',
	'Correct security (ssl-ca, ssl-cert, ssl-key) in target-database; the files must exist on every host of a worker.':
		'在 target-database 中修正 security（ssl-ca、ssl-cert、ssl-key）；每台 worker 主机上都要有这些文件。',
	'Encrypt the password again with dmctl encrypt, and set it in the source file.':
		'用 dmctl encrypt 重新加密密码，写入数据源文件。',
	'Encrypt the password again with dmctl encrypt, and set it in target-database.':
		'用 dmctl encrypt 重新加密密码，写入 target-database。',
	'Grant what the message names. DM needs REPLICATION SLAVE, REPLICATION CLIENT, RELOAD ON *.* and SELECT, LOCK TABLES on the replicated schemas.':
		'授予原因中指出的权限。DM 需要 REPLICATION SLAVE, REPLICATION CLIENT, RELOAD ON *.*，以及所同步的库上的 SELECT, LOCK TABLES。',
	'Grant what the message names. DM needs SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, INDEX on the replicated schemas and on dm_meta.':
		'授予原因中指出的权限。DM 需要所同步的库和 dm_meta 上的 SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, INDEX。',
	"Encrypt the password again with this cluster's dmctl encrypt, and put it into the source file.":
		'用本集群的 dmctl encrypt 重新加密密码，写入数据源文件。',
	"Encrypt the password again with this cluster's dmctl encrypt, and put it into target-database in the task file.":
		'用本集群的 dmctl encrypt 重新加密密码，写入任务文件的 target-database。',
	'session under from in the source file names a variable or a value that this database does not have (NO_AUTO_CREATE_USER in sql_mode of MySQL 8.0), or that the user may not set.':
		'数据源文件 from 下的 session 中有该数据库没有的变量或取值（MySQL 8.0 的 sql_mode 没有 NO_AUTO_CREATE_USER），或用户无权设置。',
	'session under from': 'from 下的 session',
	'Correct or remove the variable in session under from in the source file.':
		'在数据源文件 from 下的 session 中修正或删除该变量。',
	'session of target-database names a variable or a value that this database does not have, or that the user may not set.':
		'target-database 的 session 中有该数据库没有的变量或取值，或用户无权设置。',
	'Correct or remove the variable in session of target-database.':
		'在 target-database 的 session 中修正或删除该变量。',
	'timezone of the task': '任务的 timezone',
	'The upstream was restarted, or a load balancer or wait_timeout closed the connection.':
		'上游重启，或负载均衡、wait_timeout 断开了连接。',
	'read_only or super_read_only is on, or the address leads to a replica.':
		'read_only 或 super_read_only 已开启，或地址指向从库。',
	'Turn it off, or let the source file name the writable database.':
		'将其关闭，或让数据源文件指向可写的数据库。',
	'Follow the reason; check host, port, user and password in the source file.':
		'按原因处理；检查数据源文件中的主机、端口、用户和密码。',
	'Follow the reason; check host, port, user and password in target-database.':
		'按原因处理；检查 target-database 中的主机、端口、用户和密码。',
	'A statement failed in the upstream': '语句在上游失败',
	"The table was dropped or renamed in the upstream, or DM's user may not see it.":
		'该表在上游被删除或重命名，或 DM 的用户看不到它。',
	'Create the table in the upstream again, or leave it out with block-allow-list.':
		'在上游重新创建该表，或用 block-allow-list 将其排除。',
	"The schema was dropped in the upstream, or DM's user may not see it.":
		'该库在上游被删除，或 DM 的用户看不到它。',
	'Create the schema in the upstream again, or leave it out with block-allow-list.':
		'在上游重新创建该库，或用 block-allow-list 将其排除。',
	'A column does not exist in the upstream': '上游没有该列',
	'A statement is larger than the upstream accepts': '语句超过了上游可接受的大小',
	'The upstream has no space left': '上游空间已满',
	'A disk of the upstream is full, or its directory for temporary tables.':
		'上游的某块磁盘已满，或其临时表目录已满。',
	'which disk is full': '哪块磁盘已满',
	'Free space on the host of the upstream.': '在上游主机上腾出空间。',
};
