/** What runs beside the watching: alarms, logs, what is kept on disk, the readers of configurations. */
export const beside = {
	'{text} (and {count} more)': '{text}（另有 {count} 个）',
	'--on-finding could not be run: {why}.': '无法运行 --on-finding：{why}。',
	'--on-finding {kind} ended with {how}.': '--on-finding {kind} 以{how}结束。',
	'exit code {code}': '退出码 {code}',
	'--on-finding left {left} {left|finding|findings} out: no more than {most} are run in a minute, and {waiting} wait.':
		'--on-finding 略过了 {left} 个问题：每分钟最多运行 {most} 次，最多 {waiting} 个等待。',
	'{flag} {path} cannot be written: {why}. Give a file in a folder that is yours.':
		'{flag} {path} 无法写入：{why}。请给出您自己目录中的文件。',
	'Not logged to {path}: {why}. Make it writable: what is done next is logged again then.':
		'未记录到 {path}：{why}。请使其可写：此后的操作会重新被记录。',
	'{text}.': '{text}。',
	'not kept: {why}': '未保存：{why}',
	'What is set on the screen is not kept: {why}.': '屏幕上的设定未保存：{why}。',
	'it is too large': '文件过大',
	'What was set before cannot be read: {why}.': '无法读取以前的设定：{why}。',
	'What was set before could not be understood; it is now in {aside}.':
		'无法理解以前的设定；原文件已移到 {aside}。',
	'What was set before could not be understood: {why}.': '无法理解以前的设定：{why}。',
	'The last hours are not kept: {why}': '最近几小时的数据未保存：{why}',
	'The {name} provider failed: {why}': 'provider {name} 出错：{why}',
	'The clock was set forward by {time}: restart dm-top to show times by it.':
		'时钟被向前调了 {time}：请重新启动 dm-top 以按新的时钟显示时间。',
	'The clock was set back by {time}: restart dm-top to show times by it.':
		'时钟被向后调了 {time}：请重新启动 dm-top 以按新的时钟显示时间。',
	'It is not asked again; restart dm-top.': '不会再次询问它；请重新启动 dm-top。',
} as const;
