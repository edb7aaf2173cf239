/** Recordings: writing and playing them. */
export const recordings = {
	'{name} has no end: dm-top was killed, or still records.': '{name} 没有结尾：dm-top 被终止，或仍在录制。',
	'{name} is JSON, but not a recording of dm-top. If it is a status of DM, show it with --file {name}.':
		'{name} 是 JSON，但不是 dm-top 的录像。如果是 DM 的状态，请用 --file {name} 显示。',
	'{name} is not a recording of dm-top: it begins with {beginning}. Recordings are made with --record FILE.':
		'{name} 不是 dm-top 的录像：它以 {beginning} 开头。录像由 --record FILE 生成。',
	'{name} ends before its first line does: nothing was recorded yet, or the rest of the file was lost.':
		'{name} 在第一行结束之前就结束了：尚未录制任何内容，或文件的其余部分已丢失。',
	'{name} was recorded by a newer dm-top, in format {format}; this one reads {own}. Replay it with that version.':
		'{name} 由更新的 dm-top 录制，格式为 {format}；本版本读取格式 {own}。请用那个版本回放。',
	'There is no file {name} to replay.': '没有可回放的文件 {name}。',
	'{name} is a folder: give the recording in it.': '{name} 是目录：请给出其中的录像。',
	'{name} is a pipe, a device or a socket, but a recording is read at any place. Save it to a file first; a live stream of statuses is shown with --file {name}.':
		'{name} 是管道、设备或套接字，而录像需要在任意位置读取。请先将其保存为文件；实时的状态流可用 --file {name} 显示。',
	'{name} may not be read: no permission.': '无权读取 {name}。',
	'{name} is damaged after {time}: what can be read is played.':
		'{name} 在 {time} 之后已损坏：播放可读取的部分。',
	'{name} is damaged before {time}: what can be read is played.':
		'{name} 在 {time} 之前已损坏：播放可读取的部分。',
	'{name} has nothing that can be played: {why}.': '{name} 没有可播放的内容：{why}。',
	'line {line} is not JSON': '第 {line} 行不是 JSON',
	'its compressed data is damaged after line {line}': '其压缩数据在第 {line} 行之后已损坏',
	'no observation was recorded, or the rest of the file was lost': '没有录制任何观测，或文件的其余部分已丢失',
	'none of its lines is an observation that can be read': '其中没有一行是可读取的观测',
	'A line of {name} cannot be read, at {time}: it is left out.':
		'{name} 在 {time} 处有一行无法读取：已略过。',
	'{name} is empty: nothing was recorded.': '{name} 为空：没有录制任何内容。',
	'A replay is a recording already: copy the file instead of recording it.':
		'回放的内容本来就是录像：请复制文件，而不要再录制。',
	'An observation could not be recorded': '有一次观测无法录制',
	'The others are.': '其他观测照常录制。',
	'{path} exists already, and a recording overwrites nothing. Give another name, or remove it first.':
		'{path} 已存在，而录像不会覆盖任何文件。请换一个名称，或先删除它。',
	'Cannot record to {path}: a part of its path is a file, not a folder. Give a file in a folder.':
		'无法录制到 {path}：其路径的一部分是文件，不是目录。请给出某个目录中的文件。',
	'Cannot record to {path}: its folder does not exist. Create it first.':
		'无法录制到 {path}：其目录不存在。请先创建。',
	"Cannot record to {path}: it is a folder. Give a file's name in it.":
		'无法录制到 {path}：它是目录。请给出其中的文件名。',
	'Cannot record to {path}: no permission to write there. Give a place that you may write to.':
		'无法录制到 {path}：没有写入权限。请给出可写的位置。',
	'Cannot record to {path}: {why}.': '无法录制到 {path}：{why}。',
	'A recording of at most {count} bytes would hold next to nothing. Allow 1M or more.':
		'最多 {count} 字节的录像几乎放不下任何内容。请允许 1M 或更多。',
	'Restart dm-top to record again.': '请重新启动 dm-top 以再次录制。',
	'The recording {name} stopped: {why}': '录像 {name} 已停止：{why}',
	'The recording {path} is not complete: {why}': '录像 {path} 不完整：{why}',
	'Free space there or record to another place, and run dm-top again.':
		'请在该处释放空间或录制到别处，然后重新运行 dm-top。',
	'Run dm-top again to record again.': '如需再次录制，请重新运行 dm-top。',
	'Record to another place, and run dm-top again.': '请录制到别处，然后重新运行 dm-top。',
	'It continues by itself when it can be written again.': '能够再次写入时会自动继续。',
	'The disk is too slow for the recording {name}: some observations are not in it':
		'磁盘太慢，跟不上录像 {name}：其中缺少若干观测',
	'It continues by itself.': '会自动继续。',
	'{name} was removed or moved away: the recording has ended': '{name} 已被删除或移走：录制已结束',
	'the disk is full': '磁盘已满',
	'the disk quota is used up': '磁盘配额已用尽',
	'the file may not grow further': '文件不能再增大',
	'the disk fails': '磁盘故障',
	'the disk is read-only now': '磁盘已变为只读',
	'the reader has gone away': '已没有读取方',
	'its reader does not read': '读取方不读取',
	'the disk does not answer': '磁盘没有响应',
} as const;
