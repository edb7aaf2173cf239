/** Operations and questions from a script: what is asked, and what is refused. */
export const script = {
	'Several clusters go with the screen; anything else takes one.':
		'多个集群只能在屏幕上显示；其他模式只接受一个。',
	'--file - reads standard input, which is the keyboard here. Pipe documents in: some-command | dm-top --file -':
		'--file - 读取标准输入，而此处标准输入是键盘。请用管道传入：some-command | dm-top --file -',
	'config needs a name: {usage}': 'config 需要一个名称：{usage}',
	'--sql goes with replace and inject.': '--sql 与 replace 和 inject 同用。',
	"{verb} needs the SQL: --sql 'ALTER TABLE …'": "{verb} 需要 SQL：--sql 'ALTER TABLE …'",
	'Unknown command “{name}”. See dm-top --help.': '未知的命令“{name}”。参见 dm-top --help。',
	'{flag} does not go with {name}: {usage}': '{flag} 不能与 {name} 同用：{usage}',
	'--start-time is written 2026-11-27 01:02:03, not “{text}”':
		'--start-time 的写法为 2026-11-27 01:02:03，不能是“{text}”',
	'--safe-mode takes a length such as 30s, 10m or 1h, not “{text}”':
		'--safe-mode 的值为时长，如 30s、10m 或 1h，不能是“{text}”',
	'restart takes one task: {usage}': 'restart 需要一个任务：{usage}',
	'--remove-meta, --start-time and --safe-mode go with restart TASK and start TASK.yaml.':
		'--remove-meta、--start-time 和 --safe-mode 与 restart TASK 和 start TASK.yaml 同用。',
	'validation needs a task: {usage}': 'validation 需要一个任务：{usage}',
	'relay needs an action and a source: {usage}': 'relay 需要一个动作和一个数据源：{usage}',
	'accepted by DM; --wait waits until the status shows it': 'DM 已接受；加 --wait 可等到状态显示结果',
	'{action} on {title}:': '在 {title} 上{action}：',
	'{action}? Type yes:': '{action}？请输入 yes：',
	'To {action} without being asked, add --yes.': '要不经询问就{action}，请加 --yes。',
	'Nothing was sent: this cluster is {title}, not {name}.': '未发送任何操作：此集群是 {title}，不是 {name}。',
	'{title} asks for its name: add --confirm-cluster {quoted} to --yes.':
		'{title} 要求给出其名称：请在 --yes 之外加上 --confirm-cluster {quoted}。',
	'Nothing was sent.': '未发送任何操作。',
	'{path} does not say which task it is of: a line “name: …” is missing':
		'{path} 没有说明属于哪个任务：缺少“name: …”一行',
	'Connect to a dm-master with --master-addr.': '请用 --master-addr 连接到 dm-master。',
	'processed {processed}  pending {pending}  errors {errors}':
		'已处理 {processed}  待定 {pending}  错误 {errors}',
} as const;
