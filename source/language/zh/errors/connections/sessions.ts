/** The texts of source/dm/errors/knowledge/connections/sessions.ts. */
export const sessions = {
	'session and timezone of target-database': 'target-database 的 session 和任务的 timezone',
	'The database does not accept a variable that DM sets for its connections':
		'数据库不接受 DM 为连接设置的变量',
	'session of target-database or of the source names a variable or a value that this database does not have (NO_AUTO_CREATE_USER in sql_mode of MySQL 8.0), or that the user may not set.':
		'target-database 或数据源的 session 中有该数据库不支持的变量或值（如 MySQL 8.0 的 sql_mode 没有 NO_AUTO_CREATE_USER），或该用户无权设置。',
	'the version, and the modes that it has': '版本，及其 sql_mode',
	'Correct or remove the variable in session of target-database. Change the task file, then stop-task {task} and start-task with that file (without --remove-meta, so that the checkpoint is kept).':
		'修改或删除 target-database 的 session 中的该变量。修改任务文件，然后 stop-task {task}，再用该文件 start-task：检查点保留（不加 --remove-meta）。',
	'For the upstream: correct session under from in the source file. Change the source file and apply it with operate-source update. DM allows this only while the relay is off and no task runs on the source (stop-task first, start-task afterwards; the checkpoint is kept).':
		'对于上游：修改数据源文件 from 下的 session。修改数据源文件并用 operate-source update 应用：只有 relay 已关闭且该数据源没有任务运行时 DM 才允许（先 stop-task，之后 start-task；检查点保留）。',
	'The upstream is MariaDB and the source says MySQL, or the other way round':
		'上游是 MariaDB 而数据源写的是 MySQL，或相反',
	'flavor in the source file is wrong or missing (then mysql is assumed), or the address now belongs to another kind of server.':
		'数据源文件中的 flavor 有误或缺失（默认为 mysql），或该地址现在是另一种数据库。',
	'Set flavor to mariadb or mysql. Change the source file and apply it with operate-source update. DM allows this only while the relay is off and no task runs on the source (stop-task first, start-task afterwards; the checkpoint is kept).':
		'把 flavor 设为 mariadb 或 mysql。修改数据源文件并用 operate-source update 应用：只有 relay 已关闭且该数据源没有任务运行时 DM 才允许（先 stop-task，之后 start-task；检查点保留）。',
	'The database does not know the time zone of the task': '数据库不认识任务的时区',
	'timezone in the task file is a name such as Asia/Shanghai, and the time zone tables of the database are empty; or it is misspelled.':
		'任务文件中的 timezone 是 Asia/Shanghai 之类的名称，而数据库的时区表为空；或名称有误。',
	'0 means that it knows offsets only, such as +08:00': '0 表示它只认识 +08:00 这样的偏移量',
	'Use an offset: timezone: "+08:00". Change the task file, then stop-task {task} and start-task with that file (without --remove-meta, so that the checkpoint is kept).':
		'改用偏移量：timezone: "+08:00"。修改任务文件，然后 stop-task {task}，再用该文件 start-task：检查点保留（不加 --remove-meta）。',
	'Or load the names: mysql_tzinfo_to_sql /usr/share/zoneinfo | mysql -u root -p mysql.':
		'或导入时区名称：mysql_tzinfo_to_sql /usr/share/zoneinfo | mysql -u root -p mysql。',
	'Do not choose another time zone than before: TIMESTAMP values that are written later would be shifted.':
		'不要换成与之前不同的时区：之后写入的 TIMESTAMP 会有偏差。',
	"The database does not have the authentication plugin of DM's user": '数据库没有 DM 用户的认证插件',
	'mysql_native_password is off by default in MySQL 8.4 and does not exist in 9.0: the user still has it after an upgrade.':
		'MySQL 8.4 默认关闭 mysql_native_password，9.0 已将其移除：升级后该用户仍使用它。',
	"ALTER USER 'USER'@'HOST' IDENTIFIED WITH caching_sha2_password BY 'PASSWORD'; DM then continues automatically.":
		"ALTER USER 'USER'@'HOST' IDENTIFIED WITH caching_sha2_password BY 'PASSWORD'；之后 DM 会自动继续。",
	'Or, in MySQL 8.4 only: set mysql_native_password=ON in my.cnf and restart the database.':
		'或者，仅限 MySQL 8.4：在 my.cnf 中设置 mysql_native_password=ON 并重启数据库。',
};
