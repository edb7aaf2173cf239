/** What is shown below a table, of the row that is selected. */
export const previews = {
	'has run it': '已执行',
	'has reached it and waits': '已到达，正在等待',
	'has not run it': '尚未执行',
	'the others wait for it: it has not reached the DDL': '被等待：尚未到达该 DDL',
	'; as the owner it runs the DDL downstream': '；它是 owner，由它在下游执行该 DDL',
	'dm-master lists it': 'dm-master 列出了它',
	'the status of the subtasks shows it; dm-master does not list it': '子任务状态中有它；dm-master 未列出',
	'the status of the subtasks shows it': '子任务状态中有它',
	'; dm-master’s own list:': '；dm-master 的锁列表：',
	'DDL lock of task {task}, {id}': '任务 {task} 的 DDL 锁，{id}',
	'DDL lock of task {task} on table {table}': '任务 {task} 在表 {table} 上的 DDL 锁',
	differs: '差异',
	'{owner} holds the DDL that conflicts with the others': '{owner} 的 DDL 与其他分表冲突',
	DM: 'DM',
	'and {count} more': '另有 {count} 个',
	on: '@',
	behind: '落后',
	from: '起点',
	'where the dump was taken': 'dump 时的位置',
	quorum: '法定人数',
	'{alive} of {count} masters are up; a leader needs {majority}':
		'{count} 个 master 中 {alive} 个存活；选出 leader 需要 {majority} 个',
	'{alive} of {count} masters were up at the last answer; a leader needs {majority}':
		'最后一次应答时 {count} 个 master 中 {alive} 个存活；选出 leader 需要 {majority} 个',
	'serves no source': '未服务任何数据源',
	'serves no source: it takes over when the worker of a source goes offline':
		'未服务任何数据源：当某数据源的 worker 离线时由它接管',
	'serves {source}': '服务于 {source}',
	'serves {source}, its relay: {relay}': '服务于 {source}，其 relay：{relay}',
	'last answer {age} ago': '最后一次应答在 {age} 前',
	worker: 'worker',
};
