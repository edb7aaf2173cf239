/** What the dialog of an operation says before it is confirmed. */
export const planning = {
	'Type their number, {expected}, to confirm:': '输入其数量 {expected} 以确认：',
	'Type the name, {expected}, to confirm:': '输入名称 {expected} 以确认：',
	'Type {expected} to confirm:': '输入 {expected} 以确认：',
	'The DDL there is not applied downstream when Sync reaches it.':
		'Sync 到达该处时，那条 DDL 不会在下游执行。',
	'Your statements are applied in place of the DDL there when Sync reaches it.':
		'Sync 到达该处时，用你的语句代替那条 DDL 执行。',
	'Your statements are applied before the DDL there when Sync reaches it.':
		'Sync 到达该处时，先执行你的语句，再执行那条 DDL。',
	'What was set for that place no longer applies.': '对该处的设置不再生效。',
	'For {position}: {there}': '{position}：{there}',
	'DM also resumes a paused subtask.': '已暂停的子任务也会被 DM 恢复。',
	'{state} at {position}': '{state}，位于 {position}',
	'served by no worker': '没有 worker 服务',
	'served by {worker}': '由 {worker} 服务',
	off: '关闭',
	gone: '已不存在',
	'{subject} is gone': '{subject} 已不存在',
	'the lock {lock}': 'DDL 锁 {lock}',
	'synced {synced}/{count}': '已同步 {synced}/{count}',
	'The lock no longer exists: there is nothing to unlock.': '该 DDL 锁已不存在，无需解锁。',
	'{subject} came: {now}': '{subject} 出现：{now}',
	'{subject} is now {now} (was {before})': '{subject} 现为 {now}（原为 {before}）',
	'{change} on {places}.': '{places}：{change}。',
	'{change}.': '{change}。',
	'no relay': '没有 relay',
	unknown: '未知',
	'{alive}/{count} alive': '{alive}/{count} 存活',
	'no leader': '没有 leader',
	leader: 'leader',
	'{leader} leads': '{leader} 为 leader',
	'the leader': 'leader',
	'every master': '所有 master',
	'{task} on {source}': '{source} 上的 {task}',
	'{count} {count|source|sources}': '{count} 个数据源',
	'{task} on {count} sources': '{count} 个数据源上的 {task}',
	'{stage} (waits for a DDL)': '{stage}（等待 DDL）',
	'{names} and {last}': '{names} 和 {last}',
	'{names} and {count} more': '{names} 等另外 {count} 个',
	'Nothing to do': '没有可做的操作',
	'{action} {count} tasks': '{action} {count} 个任务',
	'{action}: {count} subtasks': '{action}：{count} 个子任务',
	'{action} on {target}': '{action}（{target}）',
	'{action} {target}': '{action} {target}',
	'{action}: {target}': '{action}：{target}',
	'Transfer {source} to {worker}': '把 {source} 换绑到 {worker}',
	'Purge relay logs of {source} before {file}': '清理 {source} 在 {file} 之前的 relay log',
	'Unlock {lock}: the owner executes the DDL': '解锁 {lock}：由 owner 执行该 DDL',
	'Unlock {lock}: the owner skips the DDL': '解锁 {lock}：owner 跳过该 DDL',
	'{action} the DDL at {position} of {target}': '{action} {target} 在 {position} 处的 DDL',
	'{action} the DDL of {target}': '{action} {target} 的 DDL',
	Ignore: '忽略',
	Resolve: '解决',
	Clear: '清除',
	'{verb} all differences of {task}': '{verb} {task} 的所有差异',
	'{verb} difference {id} of {task}': '{verb} {task} 的差异 {id}',
	'{action} of {table} as {side} for {target}': '{action}（按{side}）：{target} 的 {table}',
	'{action} of {table} for {target}': '{action}：{target} 的 {table}',
	'{state} already; pausing only keeps DM from trying again by itself':
		'已是 {state}；暂停只会阻止 DM 自动重试',
	'{state} already': '已是 {state}',
	'still dumping; the dump starts over when it is resumed': '仍在 dump；恢复后会重新 dump',
	'stopped at a DDL; it stops there again unless the DDL is skipped or replaced first':
		'停在一条 DDL；若不先跳过或替换该 DDL，会再次停在那里',
	'stopped at a DDL ({position}); it stops there again unless the DDL is skipped or replaced first':
		'停在一条 DDL（{position}）；若不先跳过或替换该 DDL，会再次停在那里',
	'{state}; DM tries again by itself, and the error comes back while its cause is there':
		'{state}；DM 会自动重试，原因不消除错误就会重现',
	'{state}; the error comes back while its cause is there': '{state}；原因不消除错误就会重现',
	'still in {unit}; the migration is not complete': '仍处于 {unit}；迁移尚未完成',
	'not stopped by a DDL; left as it is': '没有停在 DDL；保持原样',
	'{names}: no longer stopped at this DDL, there is nothing to {operation}.':
		'{names}：已不再停在此 DDL，没有可{operation}的。',
	'no longer stopped at this DDL; what is set for it has no effect there':
		'已不再停在此 DDL；在该处的设置不会生效',
	'not in Sync; left as it is': '不在 Sync；保持原样',
	'stopped at another DDL, where it stops again': '停在另一条 DDL，会再次停在那里',
	'already past this place (checkpoint {checkpoint}); it has no effect unless the binlog is read again from before it':
		'已越过此位置（检查点 {checkpoint}）；除非从更早的位置重新读取 binlog，否则不起作用',
	'stopped at another DDL ({position}), where it stops again': '停在另一条 DDL（{position}），会再次停在那里',
	'has no worker; DM stores it, and it takes effect when the source has one':
		'没有 worker；DM 会保存此操作，数据源有 worker 后生效',
	'has no worker; DM cannot do it before the source has one': '没有 worker；数据源有 worker 之前 DM 无法执行',
	'does not answer; its state may differ from what is shown': '没有应答；其状态可能与所示不同',
	'{names}: {text}.': '{names}：{text}。',
	'The relay of {source} is already on: {stage}.': '{source} 的 relay 已开启：{stage}。',
	'{names}: running; DM restarts {count|it|them} on the relay log.':
		'{names}：正在运行；DM 会重启它们，改为读取 relay log。',
	'{names} did not read all of it yet: without these files Sync stops.':
		'{names} 尚未全部读完：缺少这些文件 Sync 会停止。',
	'{names}: not in Sync yet; DM refuses to transfer until it is paused.':
		'{names}：尚未进入 Sync；暂停之前 DM 会拒绝换绑。',
	'No response from the cluster: {what}. What is shown here is old.':
		'集群没有应答：{what}。此处所示是旧的。',
	'No response from the cluster for {age}: {what}. What is shown here is old.':
		'集群已 {age} 没有应答：{what}。此处所示是旧的。',
	'No other dm-master is alive: no leader until you cancel the eviction.':
		'没有其他存活的 dm-master：取消驱逐之前不会有 leader。',
	'With force the lock is removed even when not every source could be unlocked.':
		'使用 force 时，即使有数据源无法解锁，也会移除该锁。',
	'There is nothing to do.': '没有可做的操作。',
	'The selection no longer exists.': '所选的对象已不存在。',
	'DM takes the columns from one CREATE TABLE statement.': 'DM 需要一条 CREATE TABLE 语句来取得列定义。',
	'Write in full what is hidden as {stars}: DM would take the stars as they are.':
		'请完整写出被隐藏为 {stars} 的内容：DM 会原样采用这些星号。',
	'A start time is written 2026-11-27 01:02:03, in the upstream’s time zone.':
		'启动时间的写法如 2026-11-27 01:02:03，按上游时区。',
	'Write the SQL first, with the schema of each table: ALTER TABLE `db`.`t` …':
		'请先写 SQL，每张表都要带库名：ALTER TABLE `db`.`t` …',
} as const;
