/** What the terminal says itself: a crash, the editor, the clipboard, files that are saved. */
export const terminal = {
	'tmux needs: set -g set-clipboard on': 'tmux 需要：set -g set-clipboard on',
	'Terminal.app has no clipboard for programs': 'Terminal.app 不向程序提供剪贴板',
	'terminals of the GNOME family have no clipboard for programs': 'GNOME 系列终端不向程序提供剪贴板',
	'this terminal has no clipboard': '此终端没有剪贴板',
	'Konsole has a clipboard for programs from 24.12 on': 'Konsole 从 24.12 起才向程序提供剪贴板',
	'it is a pipe that nobody reads': '它是没有读取方的管道',
	'it is a link; give the path of the file itself': '它是链接；请给出文件本身的路径',
	'The editor did not start: {why}': '编辑器未能启动：{why}',
	'The editor “{editor}” cannot be run: set $VISUAL or $EDITOR.':
		'无法运行编辑器“{editor}”：请设置 $VISUAL 或 $EDITOR。',
	'The editor ended with {how}.': '编辑器以{how}结束。',
	'The editor was not opened: {why}': '未能打开编辑器：{why}',
	'The editor was not opened: there is no terminal.': '未能打开编辑器：没有终端。',
	'Nothing is sent. {why}': '未发送任何操作。{why}',
	'{name} has crashed: {error}': '{name} 已崩溃：{error}',
	'This is a bug in {name}, not in what it watches. Start it again to continue.':
		'这是 {name} 的缺陷，与所监控的集群无关。请重新启动以继续。',
	'No log could be written. To report it, send this:': '无法写入日志。如要报告，请发送以下内容：',
	'To report it, send the details in {log}': '如要报告，请发送 {log} 中的详情',
	'there is no such folder': '没有这个目录',
	'a part of its path is a file, not a folder': '其路径的一部分是文件，不是目录',
	'it belongs to somebody else': '它属于其他用户',
	'this file system is read-only': '此文件系统是只读的',
} as const;
