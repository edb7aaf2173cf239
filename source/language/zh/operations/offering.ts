/** The menu of operations. */
export const offering = {
	'{gist}, with care': '{gist}，须谨慎',
	'{page} (there: {names})': '{page}（其中：{names}）',
	'Resume its task': '恢复其任务',
	'Resume all its {count} tasks': '恢复其全部 {count} 个任务',
	'Pause its task': '暂停其任务',
	'Pause all its {count} tasks': '暂停其全部 {count} 个任务',
	'Purge relay logs before {file}': '清理 {file} 之前的 relay log',
	'Transfer to {worker}': '换绑到 {worker}',
	'Take over {source}': '接管 {source}',
	'{verb} all differences': '{verb}所有差异',
	'{verb} difference {id}': '{verb}差异 {id}',
	'Columns of {table}': '{table} 的列',
	'the leader {master}': 'leader {master}',
	'the validation of {task}': '{task} 的校验',
	'{table} of {task} on {source}': '{source} 上 {task} 的 {table}',
} as const;
