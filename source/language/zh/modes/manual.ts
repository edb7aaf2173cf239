/** The man page, beside what it has from the tables of commands, flags and keys. */
export const manual = {
	'User Commands': '用户命令',
	Name: '名称',
	Synopsis: '概要',
	Description: '描述',
	Options: '选项',
	Environment: '环境变量',
	Files: '文件',
	'Exit status': '退出状态',
	Examples: '示例',
	'See also': '参见',
	'htop for TiDB Data Migration': 'TiDB Data Migration 的 htop',
	'dm-top shows every task of a cluster of TiDB Data Migration (DM), live in the terminal: what runs, how far, how fast, what is wrong and why, and what to do about it.':
		'dm-top 在终端中实时显示 TiDB Data Migration（DM）集群的每个任务：什么在运行、进度如何、速度多快、什么出了问题、原因何在、如何处理。',
	'? shows them on the screen, the most relevant first.': '按 ? 可在屏幕上查看，先列出适用于当前内容的按键。',
	'the dm-masters, where --master-addr is not given': '没有给出 --master-addr 时的 dm-master 地址',
	'what --theme, --lang and --prometheus say': '与 --theme、--lang 和 --prometheus 相同',
	'no colours': '不使用颜色',
	'what the terminal can show': '终端能显示什么',
	'the language, and whether text other than ASCII can be shown': '语言，以及能否显示 ASCII 以外的文本',
	'what opens where SQL is asked for': '需要输入 SQL 时打开的编辑器',
	'given to the command of --on-finding': '传给 --on-finding 的命令',
	'compiled code, and names for completion; ~/.cache/dm-top by default':
		'编译后的代码，以及补全所用的名称；默认为 ~/.cache/dm-top',
	'the log of a crash, and what was set on the screen; ~/.local/state/dm-top by default':
		'崩溃日志，以及屏幕上的设定；默认为 ~/.local/state/dm-top',
	'the screen was left; with --once nothing is worse than a notice; a command is done':
		'正常退出屏幕；--once 时没有比提示更严重的问题；命令已完成',
	'with --once something is a warning or worse; a command was refused or failed; a crash':
		'--once 时有警告或更严重的问题；命令被拒绝或失败；崩溃',
	'the command line has a mistake, or nothing could be reached': '命令行有误，或什么都连不到',
	'a command is not confirmed; check: not known': '命令的结果未确认；check：未知',
	'Watches a cluster.': '监控一个集群。',
	'Shows a simulated one, to try dm-top out.': '显示一个模拟集群，以便熟悉。',
	'Prints everything that is known, for a script.': '输出所知的一切，供脚本使用。',
	'Explains what an error means and what to do.': '说明某个错误的含义和处理办法。',
} as const;
