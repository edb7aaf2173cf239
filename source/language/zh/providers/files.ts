/** Files and standard input with a status of DM. */
export const files = {
	'nothing that can be read': '没有可读的内容',
	'there is no such file or folder': '没有这个文件或目录',
	'you do not have permission': '没有权限',
	'it already exists': '它已存在',
	'too many files are open': '打开的文件过多',
	'{path} was removed': '{path} 已被删除',
	'Its last content stays on screen. It is read again when it exists again.':
		'其原有内容保留在屏幕上。文件重新出现后会再次读取。',
	'is compressed with {format}': '是用 {format} 压缩的',
	'Unpack it first, such as with {command}.': '请先解压，如用 {command}。',
	'Save its content as plain text.': '请把其内容保存为纯文本。',
	'is a ZIP archive or an office document': '是 ZIP 压缩包或办公文档',
	'is a PDF document': '是 PDF 文档',
	'is an RTF document': '是 RTF 文档',
	'is a picture': '是图片',
	'is UTF-32 text': '是 UTF-32 文本',
	'Save it as UTF-8, such as with iconv -f UTF-32 -t UTF-8.':
		'请保存为 UTF-8，如用 iconv -f UTF-32 -t UTF-8。',
	'is not text': '不是文本',
	'Give a file with what dmctl query-status prints.': '请给出含 dmctl query-status 输出的文件。',
	'is not UTF-8 text: line {line} has other bytes': '不是 UTF-8 文本：第 {line} 行有其他字节',
	'Convert it to UTF-8, such as with iconv -f GB18030 -t UTF-8.':
		'请转换为 UTF-8，如用 iconv -f GB18030 -t UTF-8。',
	'Pipe in what dmctl query-status prints, or what /apis/v1alpha1/status/ answers.':
		'请用管道传入 dmctl query-status 的输出，或 /apis/v1alpha1/status/ 的应答。',
	'The last known state stays on screen.': '此前已知的内容保留在屏幕上。',
	'{title}, line {line}: text that belongs to no document: {text}':
		'{title}，第 {line} 行：不属于任何文档的文本：{text}',
	'This line and others like it are skipped: only JSON documents are read.':
		'此行及类似的行会被跳过：只读取 JSON 文档。',
	'{title} has a document larger than {limit}, at line {line}': '{title} 第 {line} 行有超过 {limit} 的文档',
	'No status is that large. What comes after it is read.': '状态不会有这么大。其后的内容会继续读取。',
	'{title} ended without a status document': '{title} 结束时没有状态文档',
	'it is larger than {limit}': '它超过 {limit}',
	'Write into it what dmctl query-status prints, or what /apis/v1alpha1/status/ answers.':
		'请写入 dmctl query-status 的输出，或 /apis/v1alpha1/status/ 的应答。',
	'Check the path.': '请检查路径。',
	'It is read as soon as it exists.': '文件出现后会立即读取。',
	'{path} does not exist': '{path} 不存在',
	'{path} may not be read': '无权读取 {path}',
	'Check its permissions.': '请检查其权限。',
	'{path} is a link that leads to itself': '{path} 是指向自身的链接',
	'Give the path of a file.': '请给出文件的路径。',
	'{path} is a folder': '{path} 是目录',
	'Give the path of a file with a status in it.': '请给出含状态的文件的路径。',
	'{path} is not a regular file': '{path} 不是普通文件',
	'{path} is larger than {limit}: {size}': '{path} 超过 {limit}：{size}',
	'No status is that large: is it the right file?': '状态不会有这么大：文件是否正确？',
	'it grew while it was read': '读取时它仍在增大',
	'{path} is empty': '{path} 为空',
	'It is read again when it is written.': '写入后会再次读取。',
} as const;
