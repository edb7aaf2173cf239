/** `dm-top explain`. */
export const explain = {
	'Kinds of findings:': '问题的类别：',
	"Errors: dm-top explain 36069, dm-top explain 1236, dm-top explain 'Error 1236 ...', or paste one on standard input.":
		"错误：dm-top explain 36069、dm-top explain 1236、dm-top explain 'Error 1236 ...'，或粘贴到标准输入。",
	'Thresholds of findings, for --threshold NAME=VALUE:': '问题的阈值，用于 --threshold NAME=VALUE：',
	'“{subject}” is neither a kind of finding nor an error that dm-top knows. dm-top explain lists the kinds.':
		'“{subject}”既不是问题类别，也不是 dm-top 所知的错误。dm-top explain 列出全部类别。',
	'“{subject}” is neither a kind of finding nor an error that dm-top knows; did you mean {meant}? dm-top explain lists the kinds.':
		'“{subject}”既不是问题类别，也不是 dm-top 所知的错误；是否指 {meant}？dm-top explain 列出全部类别。',
	'made where it is raised': '在引发处生成',
	'DM error {number}': 'DM 错误 {number}',
	'Error {number} of MySQL or TiDB': 'MySQL 或 TiDB 错误 {number}',
	'{number} comes with other reasons too. dm-top explain NAME explains each; the full text of an error finds the right one.':
		'{number} 还有其他原因。dm-top explain NAME 说明每一种；给出错误全文可找到对应的一种。',
	'{index} of {count}': '{index} / {count}',
	'dm-top does not know this error': 'dm-top 不认识此错误',
	'found in': '出现于',
	'{more} more': '另有 {more} 处',
	'This answer of DM has no error in it. dm-top --once --file FILE shows what it says.':
		'DM 的此回答中没有错误。dm-top --once --file FILE 显示其内容。',
	'A list of tasks does not say which errors they have: paste the answer to query-status TASK.':
		'任务列表不说明有哪些错误：请粘贴 query-status TASK 的回答。',
	'Standard input {what}. {fix}': '标准输入 {what}。{fix}',
} as const;
