/** The texts of source/dm/errors/knowledge/downstream/shard.ts. */
export const shard = {
	'Shards run their DDLs in different orders': '各分表执行 DDL 的顺序不同',
	'A shard has another DDL first than the one that the others wait for, or one was skipped or filtered on one source only.':
		'某个分表最先执行的 DDL 与其他分表等待的不同，或只在一个数据源上跳过、过滤了某条 DDL。',
	'the lock, its DDLs, and which sources or tables have reached it and which have not':
		'该锁、它的 DDL，以及哪些数据源或表已到达、哪些还没有',
	'which shard differs from the others': '哪个分表与其他的不同',
	'Compare the DDL in the error with that of the lock, and bring the shard into line: run what is missing upstream on it, or skip the DDL that only it has (binlog skip {task} -s {source}).':
		'比对错误中的 DDL 与锁的 DDL，使该分表一致：在上游对它执行缺少的 DDL，或跳过只有它才有的 DDL（binlog skip {task} -s {source}）。',
	'Do not unlock by force while rows of the other shards need the DDL: their tables differ from then on.':
		'在其他分表的行还需要该 DDL 时，不要强制解锁：此后它们的表结构将不一致。',
	'The DDL of a shard is not the one the lock is about': '分表的 DDL 不是该锁所等待的',
	'Shards run different DDLs on the same target table.': '各分表对同一目标表执行了不同的 DDL。',
	'Bring the shard into line, or skip its DDL (binlog skip {task} -s {source}).':
		'使该分表一致，或跳过它的 DDL（binlog skip {task} -s {source}）。',
	'Shards must run the same DDLs in the same order; filters and block-allow-list must be the same for all of them.':
		'各分表必须以相同顺序执行相同的 DDL；过滤规则和 block-allow-list 对所有分表必须相同。',
	'Shards change their table in conflicting ways': '各分表对表的修改互相冲突',
	'In optimistic mode one shard changes a column to a type, default or name that does not go with that of the others.':
		'乐观模式下，某个分表把列改为与其他分表不兼容的类型、默认值或名称。',
	'Find the shard and DDL that clash (shard-ddl-lock {task}).':
		'找出冲突的分表和 DDL（shard-ddl-lock {task}）。',
	'If the DDL of this shard is wrong: shard-ddl-lock unlock LOCK-ID -s {source} -d {schema} -t {name} --action skip, and undo it upstream.':
		'如果该分表的 DDL 有误：shard-ddl-lock unlock LOCK-ID -s {source} -d {schema} -t {name} --action skip，并在上游撤销它。',
	'If it is right and the downstream can take it: --action exec in its place.':
		'如果它正确且下游能接受：改用 --action exec。',
	'Or correct the other shards upstream so that all are alike.': '或在上游修正其他分表，使其全部一致。',
	'Do not choose exec for a column that is narrower than rows of other shards: their rows fail, or are lost.':
		'如果列比其他分表的行更窄，不要选择 exec：那些行会失败或丢失。',
	'A column is added again that not all shards have dropped': '重新添加的列，尚未被所有分表删除',
	'Optimistic mode waits until every shard has dropped it.': '乐观模式会等到每个分表都删除了该列。',
	'Drop the column on the other shards, then add it again; or skip this DDL (binlog skip {task} -s {source}).':
		'在其他分表上删除该列，再重新添加；或跳过该 DDL（binlog skip {task} -s {source}）。',
	'What dm-master holds of an optimistic lock is not whole': 'dm-master 保存的乐观锁信息不完整',
	'An upgrade with locks open, or a task whose downstream configuration is gone from the master.':
		'升级时还有未解除的锁，或任务的下游配置已从 master 上消失。',
	'Stop and start the task (the checkpoint is kept): the sources tell their DDLs again.':
		'停止并启动任务（检查点保留）：数据源会重新上报它们的 DDL。',
	'Upgrade all dm-masters and workers to one version.': '把所有 dm-master 和 worker 升级到同一版本。',
	'A shard was added while a DDL of the shards was open': '分表 DDL 未完成时新增了分表',
	'CREATE TABLE of a new shard in the middle of a shard DDL (pessimistic mode).':
		'在分表 DDL 进行中（悲观模式）执行了新分表的 CREATE TABLE。',
	'Run the open DDL on all other shards first. The new table must have the form after it.':
		'先在其他所有分表上执行未完成的 DDL。新表必须是执行之后的结构。',
	'A shard was dropped while a DDL of the shards was open': '分表 DDL 未完成时删除了分表',
	'DROP TABLE or DROP DATABASE of a shard in the middle of a shard DDL (pessimistic mode).':
		'在分表 DDL 进行中（悲观模式）对分表执行了 DROP TABLE 或 DROP DATABASE。',
	'Run the open DDL on the other shards, or unlock it without this one, then resume.':
		'在其他分表上执行未完成的 DDL，或在没有该分表的情况下解锁，然后恢复。',
	'What DM remembers of a shard DDL is not whole': 'DM 记录的分表 DDL 信息不完整',
	'dm_meta.{task}_syncer_sharding_meta was changed by hand, or a task was started over on one source only.':
		'dm_meta.{task}_syncer_sharding_meta 被手工修改，或任务只在一个数据源上重做。',
	'the DDLs that are open': '未完成的 DDL',
	'Pause and resume the task on all sources.': '在所有数据源上暂停并恢复任务。',
	'If it stays: finish the DDL by hand in the downstream, stop the task, delete its rows of {task}_syncer_sharding_meta, and start it again.':
		'如果仍然报错：在下游手工完成该 DDL，停止任务，删除 {task}_syncer_sharding_meta 中的相应行，再启动任务。',
	'A shard DDL is still open': '分表 DDL 仍未完成',
	'The configuration cannot change, or the wish cannot be done, until all shards are past the DDL.':
		'在所有分表越过该 DDL 之前，不能修改配置，或不能执行该操作。',
	'Wait for the other shards, or resolve the lock, then try again.': '等待其他分表，或解除锁，然后再试。',
	'There is no such DDL lock (any more)': '没有（或已没有）这样的 DDL 锁',
	'It was resolved meanwhile, or the ID is mistyped: it is TASK-`SCHEMA`.`TABLE` with the names of the downstream.':
		'锁已解除，或 ID 有误：形式为 TASK-`SCHEMA`.`TABLE`，使用下游的名称。',
	'Look at the locks there are; if it is gone, nothing is left to do.':
		'查看现有的锁；如果已不在，就无需再做什么。',
	'The lock is being resolved, or the source does not wait for it': '锁正在解除，或该数据源并未在等待它',
	'All sources have reached it, and DM is about to run the DDL.': '所有数据源都已到达，DM 即将执行该 DDL。',
	'Wait a moment and check again.': '稍等片刻再查看。',
	'The owner of the lock could not run the DDL': '锁的 owner 无法执行该 DDL',
	"The downstream refused the DDL, or the owner's worker did not answer.":
		'下游拒绝了该 DDL，或 owner 的 worker 没有应答。',
	"the error of the owner's subtask": 'owner 的子任务的错误',
	"Cure the owner's error (the downstream may not do this DDL: run another by hand).":
		'解决 owner 的错误（下游可能不支持该 DDL：手工执行其他 DDL）。',
	'Unlock again, with another owner if this one is gone: shard-ddl-lock unlock LOCK-ID --owner SOURCE.':
		'再次解锁，如果该 owner 已不在则换一个：shard-ddl-lock unlock LOCK-ID --owner SOURCE。',
	'With --force-remove only when the DDL is done in the downstream by hand.':
		'只有 DDL 已在下游手工执行时才使用 --force-remove。',
	'Do not force the lock away before the DDL is in the downstream: rows of the shards no longer fit.':
		'在 DDL 进入下游之前不要强制移除锁：各分表的行将不再匹配。',
	'The DDL was run, but some sources did not go past it': 'DDL 已执行，但有些数据源没有越过它',
	'Their workers did not answer in time.': '它们的 worker 没有及时应答。',
	'blockingDDLs of the sources that still wait': '仍在等待的数据源的 blockingDDLs',
	'On each source that still waits: binlog skip {task} -s SOURCE.':
		'在每个仍在等待的数据源上：binlog skip {task} -s SOURCE。',
	'Do not have them run the DDL again: it is done.': '不要让它们再次执行该 DDL：它已执行。',
	'The shard DDL could not be carried through': '分表 DDL 无法完成',
	'dm-master has just changed its leader, or the operation on the lock got lost or took too long.':
		'dm-master 刚刚切换了 leader，或对锁的操作丢失、超时。',
	'whether the DDL still blocks': '该 DDL 是否仍在阻塞',
	'Look again in a moment.': '稍后再查看。',
	'If the subtask stopped: resume it, it tells its DDL again.':
		'如果子任务已停止：恢复它，它会重新上报 DDL。',
	'The shards have tables of different forms': '各分表的结构不同',
	'The check before the start compares the tables of all sources that go into one.':
		'启动前的检查会比较合入同一张表的所有数据源的表结构。',
	'Make the tables alike upstream; in optimistic mode they need only be compatible.':
		'在上游使各表一致；乐观模式下只需兼容。',
	'Then start the task again.': '然后再次启动任务。',
	'Do not leave the check out (ignore-checking-items) for pessimistic mode: the first DDL would stop it.':
		'悲观模式下不要略过该检查（ignore-checking-items）：第一条 DDL 就会使任务停下。',
};
