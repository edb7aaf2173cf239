/** The texts of source/dm/errors/knowledge/cluster/config.ts. */
export const config = {
	'The precheck found something that would stop the task': '启动前的检查发现了会使任务停止的问题',
	'Each failed item names it: privileges, binlog_format, binlog_row_image, primary keys, shards with different schemas, an online DDL in progress.':
		'详情的各项说明了问题：权限、binlog_format、binlog_row_image、主键、不一致的分表、进行中的 online DDL。',
	'every item with its state ("fail" blocks the start, "warn" does not) and an instruction':
		'每一项及其状态（fail 会阻止启动，warn 不会）和处理说明',
	'Fix each item in state "fail" as its instruction says, then start the task again.':
		'按说明解决每个状态为 fail 的项，然后再次启动任务。',
	'Skip single items (ignore-checking-items) only if you know why they do not matter.':
		'只有清楚为何无关紧要时，才略过个别项（ignore-checking-items）。',
	'Do not ignore "all": the task would then stop later, with half of the data replicated.':
		'不要忽略 all：任务会在之后停止，留下同步了一半的数据。',
	'Table names differ only in case': '表名只有大小写不同',
	'The downstream does not distinguish upper and lower case in names.': '下游不区分它们。',
	'the table names': '这些名称',
	'Route one of them to another name, or exclude it (block-allow-list).':
		'把其中一个路由到其他名称，或排除它。',
	'A configuration file cannot be read': '无法读取配置文件',
	'A YAML error (indentation, tabs, a missing quote) or a TOML error.':
		'YAML（缩进、制表符、缺少引号）或 TOML 有误。',
	'what is wrong there': '哪里不合语法',
	'the line that the message names': '消息指出的那一行',
	'Correct the line and try again.': '修正该行，再试一次。',
	'The routes of the task are not valid': '任务的路由有误',
	'A route rule that is not defined, a pattern that is not valid, or a table that matches two rules.':
		'引用了未定义的规则、模式无效，或某张表匹配了两条规则。',
	'the routes, and the route-rules of each instance': 'routes，以及各实例的 route-rules',
	'Correct them so that every table matches at most one rule.': '修正它们，使每张表最多匹配一条规则。',
	'The event filters of the task are not valid': '任务的事件过滤有误',
	'A filter rule that is not defined, or an event type or pattern that is not valid.':
		'引用了未定义的规则，或事件、模式无效。',
	'the filters, and the filter-rules of each instance': 'filters，以及各实例的 filter-rules',
	'Correct the filters.': '修正它们。',
	'The block-allow-list of the task is not valid': '任务的 block-allow-list 有误',
	'A list that is not defined, or a regular expression (it begins with "~") that is not valid in Go.':
		'引用了未定义的列表，或使用了 Go 不支持的正则表达式（以 ~ 开头）。',
	'the lists, and which of them each instance uses': '各个列表，以及各实例使用哪一个',
	'Correct the list.': '修正它。',
	'Column mapping is not valid or no longer supported': '列映射有误，或已不再支持',
	'DM 6.6 and later have no column-mapping.': 'DM 6.6 及更新版本没有 column-mapping。',
	'Use extract-table, extract-schema and extract-source in routes instead.':
		'改用 routes 的 extract-table、extract-schema 和 extract-source。',
	'The task does not say where in the binlog to start': '任务没有说明从 binlog 的哪里开始',
	'With task-mode incremental, each entry of mysql-instances needs meta: binlog-name and binlog-pos, or binlog-gtid if the source uses GTIDs.':
		'task-mode 为 incremental 时，每个 mysql-instance 都需要 meta：binlog-name 和 binlog-pos，数据源使用 GTID 时为 binlog-gtid。',
	'the current position (MySQL 8.4 and later: SHOW BINARY LOG STATUS); the metadata file of a dump has its own position':
		'当前的位置（MySQL 8.4 及以后：SHOW BINARY LOG STATUS）；导出的 metadata 文件中有它自己的位置',
	'Add meta to each entry of mysql-instances, or start the task with --start-time.':
		'给每个 mysql-instance 添加 meta，或给出 --start-time。',
	'Do not guess: a position that is too late loses changes.': '不要猜测：位置过晚会丢失变更。',
	'The options for dump or load are not valid': '导出或导入的选项互相冲突',
	'import-mode, on-duplicate-*, chunk-filesize or dir has a value that DM does not accept, or two options contradict each other.':
		'import-mode、on-duplicate-*、chunk-filesize 或 dir 的值不被 DM 接受，或不能同时使用。',
	'mydumpers and loaders': 'mydumpers 和 loaders',
	'Correct the option that the message names.': '按消息修正选项。',
	'A configuration value is missing or not valid': '配置中的某个值缺失或无效',
	'The message names it.': '消息指出了它。',
	'whether the corrected file is accepted; the documentation lists every option':
		'修正后的文件是否被接受；文档列出了全部选项',
	'Correct it in the file that the message names, and try again.': '在消息所说的文件中修正它，再试一次。',
};
