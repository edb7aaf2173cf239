/** The texts of source/dm/errors/knowledge/downstream/shard.ts. */
export const shard = {
	'Shards run DDLs in different orders': '各分表执行 DDL 的顺序不同',
	'A shard reached a different DDL before the one that the others wait for, or one was skipped or filtered on one source only.':
		'某个分表最先执行的 DDL 与其他分表等待的不同，或只在一个数据源上跳过、过滤了某条 DDL。',
	'the lock, its DDLs, and which sources or tables have reached it':
		'该锁、它的 DDL，以及哪些数据源或表已到达、哪些还没有',
	'which shard differs from the others': '哪个分表与其他的不同',
	'Compare the DDL in the error with that of the lock, and align the shard: run the missing DDL on it in the upstream, or skip the DDL that only this shard has (binlog skip {task} -s {source}).':
		'比对错误中的 DDL 与锁的 DDL，使该分表一致：在上游对它执行缺少的 DDL，或跳过只有它才有的 DDL（binlog skip {task} -s {source}）。',
	'Do not force an unlock while rows of the other shards need the DDL: the tables would differ from then on.':
		'在其他分表的行还需要该 DDL 时，不要强制解锁：此后它们的表结构将不一致。',
	'The DDL of a shard differs from that of the lock': '分表的 DDL 不是该锁所等待的',
	'Shards run different DDLs on the same target table.': '各分表对同一目标表执行了不同的 DDL。',
	'Align the shard, or skip its DDL (binlog skip {task} -s {source}).':
		'使该分表一致，或跳过它的 DDL（binlog skip {task} -s {source}）。',
	'Run the same DDLs in the same order on all shards; use the same filters and block-allow-list for all of them.':
		'各分表必须以相同顺序执行相同的 DDL；过滤规则和 block-allow-list 对所有分表必须相同。',
	'Shards change their table in conflicting ways': '各分表对表的修改互相冲突',
	'In optimistic mode, one shard changes a column to a type, default or name that is incompatible with the other shards.':
		'乐观模式下，某个分表把列改为与其他分表不兼容的类型、默认值或名称。',
	'Find the conflicting shard and DDL (shard-ddl-lock {task}).':
		'找出冲突的分表和 DDL（shard-ddl-lock {task}）。',
	'If the DDL of this shard is wrong: shard-ddl-lock unlock LOCK-ID -s {source} -d {schema} -t {name} --action skip, and undo it upstream.':
		'如果该分表的 DDL 有误：shard-ddl-lock unlock LOCK-ID -s {source} -d {schema} -t {name} --action skip，并在上游撤销它。',
	'If it is right and the downstream can apply it: use --action exec instead.':
		'如果它正确且下游能接受：改用 --action exec。',
	'Or change the other shards in the upstream so that all are the same.':
		'或在上游修正其他分表，使其全部一致。',
	'Do not choose exec if the new column is too narrow for rows of other shards: those rows would fail or be lost.':
		'如果列比其他分表的行更窄，不要选择 exec：那些行会失败或丢失。',
	'A column is added again before all shards have dropped it': '重新添加的列，尚未被所有分表删除',
	'Optimistic mode waits until every shard has dropped the column.': '乐观模式会等到每个分表都删除了该列。',
	'Drop the column on the other shards, then add it again; or skip this DDL (binlog skip {task} -s {source}).':
		'在其他分表上删除该列，再重新添加；或跳过该 DDL（binlog skip {task} -s {source}）。',
	'The information about an optimistic lock in dm-master is incomplete': 'dm-master 保存的乐观锁信息不完整',
	'DM was upgraded with open locks, or the downstream configuration of the task is missing from the master.':
		'升级时还有未解除的锁，或任务的下游配置已从 master 上消失。',
	'Stop and start the task (the checkpoint is kept): the sources then report their DDLs again.':
		'停止并启动任务（检查点保留）：数据源会重新上报它们的 DDL。',
	'Upgrade all dm-masters and workers to one version.': '把所有 dm-master 和 worker 升级到同一版本。',
	'A shard was added during a DDL of the shards': '分表 DDL 未完成时新增了分表',
	'CREATE TABLE for a new shard in the middle of a shard DDL (pessimistic mode).':
		'在分表 DDL 进行中（悲观模式）执行了新分表的 CREATE TABLE。',
	'Run the pending DDL on all other shards first. The new table must have the schema after the DDL.':
		'先在其他所有分表上执行未完成的 DDL。新表必须是执行之后的结构。',
	'A shard was dropped during a DDL of the shards': '分表 DDL 未完成时删除了分表',
	'DROP TABLE or DROP DATABASE for a shard in the middle of a shard DDL (pessimistic mode).':
		'在分表 DDL 进行中（悲观模式）对分表执行了 DROP TABLE 或 DROP DATABASE。',
	'Run the pending DDL on the other shards, or unlock it without this shard, then resume.':
		'在其他分表上执行未完成的 DDL，或在没有该分表的情况下解锁，然后恢复。',
	'The information about a shard DDL in dm_meta is incomplete': 'DM 记录的分表 DDL 信息不完整',
	'dm_meta.{task}_syncer_sharding_meta was changed manually, or the task was started over on one source only.':
		'dm_meta.{task}_syncer_sharding_meta 被手工修改，或任务只在一个数据源上重做。',
	'the pending DDLs': '未完成的 DDL',
	'Pause and resume the task on all sources.': '在所有数据源上暂停并恢复任务。',
	'If this persists: finish the DDL manually in the downstream, stop the task, delete its rows from {task}_syncer_sharding_meta, and start it again.':
		'如果仍然报错：在下游手工完成该 DDL，停止任务，删除 {task}_syncer_sharding_meta 中的相应行，再启动任务。',
	'A shard DDL is still pending': '分表 DDL 仍未完成',
	'The configuration cannot be changed, and some operations are not possible, until all shards have passed the DDL.':
		'在所有分表越过该 DDL 之前，不能修改配置，或不能执行该操作。',
	'Wait for the other shards, or resolve the lock, then try again.': '等待其他分表，或解除锁，然后再试。',
	'This DDL lock does not exist (any more)': '没有（或已没有）这样的 DDL 锁',
	'It was resolved, or the ID is mistyped: the form is TASK-`SCHEMA`.`TABLE`, with downstream names.':
		'锁已解除，或 ID 有误：形式为 TASK-`SCHEMA`.`TABLE`，使用下游的名称。',
	'Check the existing locks; if it is gone, there is nothing left to do.':
		'查看现有的锁；如果已不在，就无需再做什么。',
	'The lock is being resolved, or the source is not waiting for it': '锁正在解除，或该数据源并未在等待它',
	'All sources have reached it, and DM is about to run the DDL.': '所有数据源都已到达，DM 即将执行该 DDL。',
	'Wait a moment and check again.': '稍等片刻再查看。',
	'The owner of the lock could not run the DDL': '锁的 owner 无法执行该 DDL',
	"The downstream refused the DDL, or the owner's worker did not answer.":
		'下游拒绝了该 DDL，或 owner 的 worker 没有应答。',
	"the error of the owner's subtask": 'owner 的子任务的错误',
	"Fix the owner's error (the downstream may not support this DDL: run an equivalent one manually).":
		'解决 owner 的错误（下游可能不支持该 DDL：手工执行其他 DDL）。',
	'Unlock again; if the owner is gone, name another owner: shard-ddl-lock unlock LOCK-ID --owner SOURCE.':
		'再次解锁，如果该 owner 已不在则换一个：shard-ddl-lock unlock LOCK-ID --owner SOURCE。',
	'Use --force-remove only after you have run the DDL manually in the downstream.':
		'只有 DDL 已在下游手工执行时才使用 --force-remove。',
	'Do not force-remove the lock before the DDL is in the downstream: rows of the shards would no longer match the table.':
		'在 DDL 进入下游之前不要强制移除锁：各分表的行将不再匹配。',
	'The DDL was run, but some sources have not passed it': 'DDL 已执行，但有些数据源没有越过它',
	'Their workers did not answer in time.': '它们的 worker 没有及时应答。',
	'blockingDDLs of the sources that are still waiting': '仍在等待的数据源的 blockingDDLs',
	'On each source that is still waiting: binlog skip {task} -s SOURCE.':
		'在每个仍在等待的数据源上：binlog skip {task} -s SOURCE。',
	'Do not let them run the DDL again: it has been applied.': '不要让它们再次执行该 DDL：它已执行。',
	'The shard DDL could not be coordinated': '分表 DDL 无法完成',
	'dm-master has just changed its leader, or the lock operation was lost or took too long.':
		'dm-master 刚刚切换了 leader，或对锁的操作丢失、超时。',
	'whether the DDL is still blocking': '该 DDL 是否仍在阻塞',
	'Check again in a moment.': '稍后再查看。',
	'If the subtask stopped: resume it; it then reports its DDL again.':
		'如果子任务已停止：恢复它，它会重新上报 DDL。',
	'The tables of the shards have different schemas': '各分表的结构不同',
	'The precheck compares the tables of all sources that are merged into one table.':
		'启动前的检查会比较合入同一张表的所有数据源的表结构。',
	'Make the schemas identical in the upstream; in optimistic mode they only need to be compatible.':
		'在上游使各表一致；乐观模式下只需兼容。',
	'Then start the task again.': '然后再次启动任务。',
	'Do not ignore this check (ignore-checking-items) in pessimistic mode: the first DDL would stop the task.':
		'悲观模式下不要略过该检查（ignore-checking-items）：第一条 DDL 就会使任务停下。',
};
