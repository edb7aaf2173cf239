/** The texts of source/dm/errors/knowledge/downstream/ddl-limits.ts. */
export const ddlLimits = {
	'The downstream does not support the collation': '下游不认识该排序规则',
	"The upstream uses a collation that TiDB does not have (latin1_swedish_ci, utf8mb4_0900_ai_ci before TiDB 7.4, MariaDB's uca1400).":
		'上游使用了 TiDB 没有的排序规则（latin1_swedish_ci、TiDB 7.4 之前的 utf8mb4_0900_ai_ci、MariaDB 的 uca1400）。',
	'Create the schema and tables manually in the downstream with a collation that TiDB has, then resume.':
		'在下游用 TiDB 支持的排序规则手工创建库和表，然后恢复。',
	'Or set collation_compatible: loose in the task file and upgrade TiDB; a single DDL can be replaced with another collation.':
		'或在任务中设置 collation_compatible: loose 并升级 TiDB；对于单条 DDL，用另一种排序规则替换它。',
	'Do not choose a collation with other case rules if keys must be unique: rows may collide (1062).':
		'如果键的唯一性依赖大小写规则，不要选用规则不同的排序规则：行可能冲突（1062）。',
	'The downstream does not support the character set': '下游不认识该字符集',
	'TiDB supports only utf8mb4, utf8, latin1, ascii, binary and gbk (newer versions also gb18030).':
		'TiDB 只有 utf8mb4、utf8、latin1、ascii、binary 和 gbk（较新版本还有 gb18030）。',
	'Create the table manually in the downstream with utf8mb4, then resume (a load uses the existing table).':
		'在下游用 utf8mb4 手工创建该表，然后恢复（Load 阶段：使用已有的表）。',
	'If it is a DDL in the binlog: replace it.': '对于 binlog 中的 DDL：替换它。',
	'Incompatible collations': '排序规则不兼容',
	'One statement uses columns with different collations, or a collation does not belong to the character set.':
		'一条语句中出现不同排序规则的列，或排序规则不属于该字符集。',
	'Give the columns in the downstream the same collation, then resume. If it is a DDL, replace it.':
		'让下游的列使用同一种排序规则，然后恢复；对于 DDL，替换它。',
	'The downstream does not accept the default value of a column': '下游不接受列的默认值',
	'A zero date under a strict sql_mode, a default for BLOB, TEXT or JSON, or an expression that TiDB does not support.':
		'严格 sql_mode 下的零日期、BLOB/TEXT/JSON 的默认值，或 TiDB 没有的表达式。',
	'NO_ZERO_DATE and NO_ZERO_IN_DATE reject zero dates': 'NO_ZERO_DATE 和 NO_ZERO_IN_DATE 禁止零日期',
	'Replace the DDL (binlog replace {task} -s {source} "...") with another default, or none.':
		'用其他默认值（或不带默认值）替换该 DDL（binlog replace {task} -s {source} "..."）。',
	"Or allow it in the task's session: set target-database.session.sql_mode without NO_ZERO_DATE and NO_ZERO_IN_DATE, as in the upstream.":
		'或让任务的会话接受它：像上游那样，把 target-database.session.sql_mode 中的 NO_ZERO_DATE 和 NO_ZERO_IN_DATE 去掉。',
	'Do not skip an ADD COLUMN: later rows would no longer match the table (36027).':
		'不要跳过 ADD COLUMN：后续的行将不再匹配（36027）。',
	'An index is longer than TiDB allows': '索引长度超过 TiDB 的上限',
	'TiDB counts 4 bytes per utf8mb4 character, up to max-index-length (3072 bytes by default).':
		'TiDB 对 utf8mb4 按每字符 4 字节计算，上限为 max-index-length（默认 3072 字节）。',
	'the limit, in bytes; it can be raised up to 12288': '上限（字节）；最高可调到 12288',
	'Raise max-index-length on every TiDB server and restart them, then resume.':
		'调高每台 TiDB 的 max-index-length 并重启，然后恢复。',
	'Or replace the DDL with one that uses a prefix: KEY (column(191)).':
		'或者把该 DDL 替换为使用前缀的写法：KEY (column(191))。',
	'Skip it only if the downstream does not need the index.': '只有该索引在下游无关紧要时才跳过。',
	'Do not skip a unique key that DM needs to identify rows.': '不要跳过 DM 的行所依赖的唯一键。',
	'A name is longer than 64 characters': '名称超过 64 个字符',
	'It is the name of a table, column or index, or a name that a route makes longer.':
		'表名、列名或索引名过长；或经路由后变长的名称。',
	'Replace the DDL (binlog replace {task} -s {source} "...") with one that TiDB accepts.':
		'把该 DDL 替换（binlog replace {task} -s {source} "..."）为 TiDB 接受的写法。',
	'The table has more columns or indexes than TiDB allows': '表的列数或索引数超过 TiDB 的上限',
	'It exceeds table-column-count-limit (1017 by default) or index-limit (64 by default), or a row is too wide.':
		'table-column-count-limit（默认 1017）或 index-limit（默认 64），或一行太宽。',
	'the limits of this TiDB that can be raised': '该 TiDB 可以调高的限制',
	'Raise the limit in the TiDB configuration and restart the TiDB servers, then resume; or replace the DDL.':
		'在 TiDB 配置中调高限制并重启，然后恢复；或替换该 DDL。',
	'The object that the DDL creates already exists': 'DDL 要创建的对象已存在',
	'It was created manually, by another task for the same table, or before a restart. DM ignores most of these errors; it stops if the DDL does several things.':
		'手工执行过、由写入同一张表的另一个任务执行，或在重启之前已执行。多数情况 DM 会自行越过；一条 DDL 做多件事时会停下。',
	'If the downstream table already is what the DDL would make it: skip it (binlog skip {task} -s {source}).':
		'如果下游的表已符合该 DDL 的要求：跳过（binlog skip {task} -s {source}）。',
	'If only part of it is done: replace the DDL with the missing part.':
		'如果只完成了一部分：把该 DDL 替换为缺少的部分。',
	'Do not drop the column or table to let the DDL pass: its data would be lost.':
		'不要为了让 DDL 通过而删除列或表：其数据会一并丢失。',
	'The object that the DDL drops or changes does not exist': 'DDL 要删除或修改的对象不存在',
	'It was already dropped, was never created (an earlier DDL was skipped), or has another name in the downstream.':
		'已被删除、从未创建（之前的 DDL 被跳过），或在下游使用其他名称。',
	'If an earlier DDL is missing: run it manually in the downstream, then resume.':
		'如果缺少之前的 DDL：在下游手工执行，然后恢复。',
	'The database does not support the syntax of a statement': '数据库不认识语句的语法',
	'The statement is for a newer or a different database, or a default value or comment contains a quote.':
		'语句是为更新版本或其他数据库写的，或默认值、注释中有引号。',
	'the version; a newer TiDB may accept it': '版本；更新的 TiDB 可能接受',
	'If it is not needed: skip it.': '如果不需要：跳过。',
	'A foreign key prevents the DDL': '外键妨碍了该 DDL',
	'TiDB checks foreign keys from 6.6 on; the referenced table or index is missing or has another type in the downstream.':
		'TiDB 从 6.6 起检查外键；被引用的表或索引在下游不存在或类型不同。',
	'whether foreign keys are checked': '是否检查外键',
	'Replace the DDL with one without the constraint, or create the referenced table or index first.':
		'把该 DDL 替换为不带约束的写法，或先创建它引用的对象。',
	'DM then continues automatically.': '之后 DM 会自动继续。',
	'The downstream does not accept the partitions of the table': '下游不接受该表的分区',
	'TiDB requires all partitioning columns in every unique key and supports fewer kinds of partitions; or the partition does not exist.':
		'TiDB 要求分区列包含在每个唯一键中、支持的分区类型不同，或该分区不存在。',
	'If the table is not partitioned in the downstream: skip DDLs on its partitions.':
		'如果下游的表没有分区：跳过对其分区的 DDL。',
	'Do not just skip a DROP or TRUNCATE PARTITION that removes rows: delete the rows manually.':
		'不要跳过旨在删除数据的 DROP 或 TRUNCATE PARTITION：手工删除这些行。',
	'The statement is about a view or sequence, not a table': '语句针对的是视图或序列，而不是表',
	'DM replicates only tables; the downstream has a view of the same name, or the statement is about a view.':
		'DM 只同步表；下游有同名视图，或语句针对的是视图。',
	'Skip the statement, or exclude views with block-allow-list.':
		'跳过该语句，或用 block-allow-list 过滤视图。',
	'TiDB does not support this change of AUTO_INCREMENT or AUTO_RANDOM':
		'TiDB 不支持这样修改 AUTO_INCREMENT 或 AUTO_RANDOM',
	'TiDB can add or remove AUTO_INCREMENT on an existing column only within limits.':
		'TiDB 只在一定限制内允许给已有列增加或去掉 AUTO_INCREMENT。',
	'whether it may be removed': '是否允许去掉',
	'The values come from the upstream, so the downstream does not need the attribute. Skip the DDL, or replace it without the attribute.':
		'这些值来自上游：下游不需要该属性。跳过该 DDL，或替换为不带该属性的写法。',
};
