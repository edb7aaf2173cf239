/** Starting a task from its configuration. */
export const starting = {
	'DM reads the configuration and checks it: this may take a minute.':
		'DM 正在读取并检查配置：可能需要一分钟。',
	'DM would refuse to start it: its check did not pass.': 'DM 会拒绝启动：其检查没有通过。',
	'check failed: {told}': '检查失败：{told}',
	'check warns: {told}': '检查警告：{told}',
	'Not checked: this connection has no check-task. DM checks it when it starts the task.':
		'未检查：此连接没有 check-task。DM 会在启动任务时检查。',
	'Its checkpoint is lost: it begins at the place that its configuration names, and without one DM refuses.':
		'其检查点会丢失：从配置指定的位置开始，若未指定 DM 会拒绝。',
	'Its checkpoint is lost: dump and load begin again, into tables that may have rows already.':
		'其检查点会丢失：重新 dump 和 load，而表中可能已有数据行。',
	'DM forgets the task, then starts it from the configuration that it held.':
		'DM 先移除该任务，再按所持有的配置启动。',
	'It continues from its checkpoint, if the downstream has one.': '若下游有检查点，则从检查点继续。',
	'It reads the binlog from {startTime} on, in the upstream’s time zone: what changed before is left out, and what was applied already is applied again.':
		'从 {startTime}（上游时区）起读取 binlog：此前的变更不再同步，已同步过的会再次执行。',
	'For {length} rows are written in safe mode (REPLACE, and DELETE before INSERT).':
		'在 {length} 内以安全模式写入（使用 REPLACE，INSERT 之前先 DELETE）。',
	'Start {task} again': '重新启动 {task}',
	'Start {task}': '启动 {task}',
	'{title} {how}': '{title}（{how}）',
	'without its checkpoint': '清除检查点',
	'the time given below': '下方给出的时间',
	'a time': '某一时间',
	'from {startTime}': '从 {startTime} 起',
	'in safe mode for {length}': '安全模式 {length}',
	'Start it from a file: dm-top start TASK.yaml.': '请用文件启动：dm-top start TASK.yaml。',
	'Its configuration has no safe-mode-duration: this DM is too old for it.':
		'其配置没有 safe-mode-duration：此 DM 版本过旧。',
	'DM did not check it: {problem}': 'DM 没有检查：{problem}',
	'The configuration cannot be read over this connection': '此连接无法读取配置',
	'{what} {name}: {text}': '{what} {name}：{text}',
	'{task} is not validated': '{task} 没有启用校验',
	'dm-top validation start {task} starts it.': '用 dm-top validation start {task} 启动。',
	'Validation cannot be read over this connection': '此连接无法读取校验信息',
	'The columns cannot be read over this connection': '此连接无法读取列定义',
	'No source answered': '没有数据源应答',
} as const;
