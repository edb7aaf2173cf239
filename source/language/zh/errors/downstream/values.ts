/** The texts of source/dm/errors/knowledge/downstream/values.ts. */
export const values = {
	'A value does not match the character set or type of its column': '值与列的字符集或类型不符',
	'Emoji or binary text in a utf8 or latin1 column, bytes that are not valid text, or another type in the downstream.':
		'把 emoji 或二进制文本写入 utf8 或 latin1、字节与其声称的编码不符，或下游的类型不同。',
	'the bytes of the value': '该值的字节',
	'Change the column to utf8mb4 on both sides (downstream first), then resume.':
		'把两边的列都改为 utf8mb4（先改下游），然后恢复。',
	"If the bytes in the upstream are wrong: correct them there, or let TiDB accept them (tidb_skip_utf8_check in the task's session).":
		'如果上游的字节有误：在上游修正，或让 TiDB 接受（在任务的会话中设置 tidb_skip_utf8_check）。',
	'A value is too long for its column': '值超过列的长度',
	'The column was widened in the upstream by a DDL that was skipped or filtered, or was created too short in the downstream.':
		'上游加宽列的 DDL 被跳过或过滤，或下游的列建得较短。',
	"Make the column in the downstream as long as the upstream's (ALTER TABLE {table} MODIFY ...), then resume.":
		'把下游的列改为与上游一样长（ALTER TABLE {table} MODIFY ...），然后恢复。',
	'Do not relax sql_mode to truncate the values: they would be wrong permanently.':
		'不要放宽 sql_mode 让值被截断：数据将永久错误。',
	'A value is out of range for its column': '值超出列的取值范围',
	'The column has another type in the downstream, or an ENUM without this value, or is not UNSIGNED there.':
		'下游的类型不同、ENUM 中没有该值，或缺少 UNSIGNED。',
	'Do not relax sql_mode to adjust the values: they would be wrong permanently.':
		'不要放宽 sql_mode 让值被改写：数据将永久错误。',
	'The downstream does not accept a date': '下游不接受该日期',
	"A zero date (0000-00-00) under a stricter sql_mode than the upstream's, or a time that does not exist because of daylight saving time.":
		'下游的 sql_mode 比上游更严格（零日期 0000-00-00），或夏令时跳过的时间。',
	'the mode under which the value was written': '写入该值时的模式',
	'NO_ZERO_DATE, NO_ZERO_IN_DATE, STRICT_TRANS_TABLES': 'NO_ZERO_DATE、NO_ZERO_IN_DATE、STRICT_TRANS_TABLES',
	"Allow it in the task's session: set target-database.session.sql_mode as in the upstream, and timezone in the task. Change the task file, then stop-task {task} and start-task with that file (without --remove-meta, so that the checkpoint is kept).":
		'让任务的会话接受它：像上游那样设置 target-database.session.sql_mode，并在任务中设置 timezone。修改任务文件，然后 stop-task {task}，再用该文件 start-task：检查点保留（不加 --remove-meta）。',
	'Or correct the values in the upstream.': '或在上游修正这些值。',
	'If it is a DDL with a zero date as default: replace it.': '对于以零日期为默认值的 DDL：替换它。',
	'A row has no value for a required column in the downstream': '下游的列必须有值，而该行没有',
	'The column is NOT NULL or has no default in the downstream, but not in the upstream.':
		'该列只在下游为 NOT NULL 或没有默认值。',
	'Give the column a default, or allow NULL as in the upstream; then resume.':
		'像上游那样给该列默认值或允许 NULL；然后恢复。',
	'A value violates a constraint of the downstream column': '值违反了下游列的约束',
	'A CHECK constraint or a JSON type that the upstream does not have in this form.':
		'上游没有的 CHECK 约束，或上游不同的 JSON 类型。',
	'Drop the constraint in the downstream, or change it to match the upstream; then resume.':
		'像上游那样删除或放宽下游的约束，然后恢复。',
	'A row violates a foreign key of the downstream': '行违反了下游的外键',
	'Rows of different tables are written in parallel and therefore out of order; or the parent table is not replicated.':
		'不同表的行并行写入，不按原来的顺序；或父表没有同步。',
	'whether foreign keys are checked by default': '默认是否检查外键',
	'Turn the checks off for the task: target-database.session.foreign_key_checks: OFF. Change the task file, then stop-task {task} and start-task with that file (without --remove-meta, so that the checkpoint is kept).':
		'为任务关闭检查：target-database.session.foreign_key_checks: OFF。修改任务文件，然后 stop-task {task}，再用该文件 start-task：检查点保留（不加 --remove-meta）。',
	'Or drop the constraint in the downstream: the upstream enforces it.': '或删除下游的约束：由上游保证。',
	'A value is given for a generated column': '给生成列指定了值',
	'The column is generated in the downstream only.': '该列只在下游是生成列。',
};
