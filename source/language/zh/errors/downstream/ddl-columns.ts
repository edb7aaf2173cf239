/** The texts of source/dm/errors/knowledge/downstream/ddl-columns.ts. */
export const ddlColumns = {
	'TiDB does not support this change of the character set': 'TiDB 不支持这样修改字符集',
	'TiDB can change utf8 to utf8mb4 and little else; the upstream converted a table.':
		'TiDB 除 utf8 改为 utf8mb4 外几乎不支持修改；上游转换了一张表的字符集。',
	'the current table in the downstream; use the name that the route gives it':
		'下游现在的表结构；请用路由后的表名',
	'what this TiDB supports': '该 TiDB 支持哪些',
	'If both character sets can hold the same text (utf8 in utf8mb4): skip the DDL.':
		'如果两种字符集能存储相同的文本（utf8 之于 utf8mb4）：跳过该 DDL。',
	'Otherwise create a new table with the target character set in the downstream, copy the rows, swap the names, then skip the DDL.':
		'否则在下游用目标字符集新建一张表，复制数据，交换表名，再跳过该 DDL。',
	'DM continues automatically after a skip.': '跳过之后 DM 会自动继续。',
	'Do not skip it if the columns can no longer hold the text: later rows would fail with 1366.':
		'如果列将无法再容纳这些文本，不要跳过：后续的行会报 1366。',
	'Do not start over because of a DDL: the checkpoint is good.': '不要因为一条 DDL 重做任务：检查点完好。',
	'TiDB does not support this change to a shorter or different type': 'TiDB 不支持这样缩短列',
	'The upstream made a column shorter or changed its type; TiDB refuses, or downstream rows do not fit.':
		'上游缩短了列或修改了类型；TiDB 拒绝，或下游的行放不下。',
	'whether this version of TiDB accepts it; test a replacement in the same way':
		'该版本的 TiDB 是否接受；替换语句也在那里先试',
	'the DDL itself, on an empty copy of the table': '该 DDL 本身，在一张空的副本表上执行',
	'If a wider column in the downstream does no harm: skip the DDL.': '下游的列更宽没有害处：跳过该 DDL。',
	'If the column must be narrowed: shorten the values in the downstream first, then replace the DDL with one that TiDB accepts.':
		'如果必须缩短：先在下游缩短数据，再把该 DDL 替换为 TiDB 接受的写法。',
	'DM continues automatically after skip or replace.': '跳过或替换之后 DM 会自动继续。',
	'TiDB does not support changing this primary key': 'TiDB 不支持这样修改主键',
	'TiDB cannot drop a clustered or integer primary key or change it in place.':
		'TiDB 的聚簇主键或整数主键不能就地删除或修改。',
	'Create a new table in the downstream with the new key, copy the rows, swap the names (RENAME TABLE), then skip the DDL.':
		'在下游用新主键新建一张表，复制数据，交换表名（RENAME TABLE），再跳过该 DDL。',
	'Do this while the task is paused, so that nothing is written in the meantime.':
		'请在任务暂停时进行，避免期间有写入。',
	'Do not just skip it: rows that are unique under the new key in the upstream may collide in the downstream.':
		'不要只是跳过：在上游按新主键唯一的行，在下游可能冲突。',
	'TiDB does not drop a column that is part of an index': 'TiDB 不支持删除带索引的列',
	'This version of TiDB requires the index to be dropped first (DM does that automatically if the index has only this column).':
		'该版本的 TiDB 要求先删除索引（只含该列的索引由 DM 自动处理）。',
	'Drop the index on the column in the downstream manually (ALTER TABLE {table} DROP INDEX ...), then resume.':
		'在下游手工删除该列的索引（ALTER TABLE {table} DROP INDEX ...），再恢复。',
	'Or replace the DDL with two: drop the index, then drop the column.':
		'或把该 DDL 替换为两条：先删索引，再删列。',
	'Do not skip it: later rows do not have the column (36027).': '不要跳过：后续的行会缺少该列（36027）。',
	'Rows in the downstream violate the unique key that the DDL adds': '下游的数据违反该 DDL 要添加的唯一键',
	'Shards that are merged into one table have the same keys, the downstream has rows that the upstream does not have, or its collation treats different values as equal.':
		'合并到同一张表的分表有相同的键值，下游有上游没有的行，或下游的排序规则把不同的值视为相等。',
	'the values that occur more than once (use the columns of the new key)': '重复的值（用新键的列查询）',
	'which of these rows exist there': '上游有其中的哪些行',
	'If rows exist only in the downstream: delete them there, then resume: DM runs the DDL again.':
		'如果有些行只在下游存在：在下游删除它们，然后恢复：DM 会重新执行该 DDL。',
	'If shards share keys: replace the DDL with one that adds a key without UNIQUE, or with the column that tells the shards apart.':
		'如果分表的键值重复：把该 DDL 替换为添加非唯一键，或在键中加入区分分表的列。',
	'If only the collation treats them as equal: give the column a collation of the same kind as in the upstream, then resume.':
		'如果只是排序规则把它们视为相等：把该列改为与上游同类的排序规则，然后恢复。',
	'Do not use safe mode for this: it changes how rows are written, not DDLs.':
		'不要为此使用安全模式：它只改变写入行的方式，与 DDL 无关。',
	'Do not just skip it if DM needs the key to identify rows.': '如果 DM 需要用该键识别行，不要直接跳过。',
	'The downstream refuses a DDL': '下游拒绝执行某个 DDL',
	'The reason is in the message: something that TiDB does not support or that does not fit its table, such as an index on long text, a generated column, or a foreign key.':
		'原因见消息：TiDB 不支持，或与下游的表不符，例如长文本上的索引、生成列或外键。',
	'If the downstream table or a setting of TiDB prevents it: change that, then resume: DM runs the DDL again.':
		'如果是下游的表或 TiDB 的设置阻止了它：修改后恢复：DM 会重新执行该 DDL。',
	'If the downstream does not need it (an index, a comment): skip it (binlog skip {task} -s {source}).':
		'如果下游不需要它（索引、注释）：跳过（binlog skip {task} -s {source}）。',
	'Do not skip a DDL that adds, removes or changes a column: later rows would not fit.':
		'不要跳过增加、删除或修改列的 DDL：之后的行会与表不符。',
};
