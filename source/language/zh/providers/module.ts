/** Providers that a user wrote. */
export const module = {
	"Pass the text of DM's answer to parseStatus, and its result as `status`.":
		'请把 DM 应答的文本交给 parseStatus，并把得到的结果作为 `status`。',
	'What an observation looks like is written in the types of dm-top.': '观测的形式见 dm-top 的类型。',
	'observe() gave {value} where an async generator is needed: write it as async *observe()':
		'observe() 给出了{value}，而需要的是异步生成器：请写成 async *observe()',
	'The provider {file} failed: {why}': 'provider {file} 出错：{why}',
	'Please report this to its author. It is not asked again; its last data stays on screen.':
		'请告知其作者。不会再次询问它；此前的内容保留在屏幕上。',
	'The provider {file} gave something else: {why}': 'provider {file} 给出了其他内容：{why}',
	'The provider {file} answered something else: {why}': 'provider {file} 应答了其他内容：{why}',
	'The provider {file} gave something else than {what}: {why}': 'provider {file} 给出的不是{what}：{why}',
	'A provider looks like this: {example}': 'provider 的形式如下：{example}',
	'{file} is a folder. Give the file in it that exports the provider.':
		'{file} 是目录。请给出其中导出 provider 的文件。',
	'{file} does not exist. --provider takes the path of a JavaScript file.':
		'{file} 不存在。--provider 的值为 JavaScript 文件的路径。',
	'{file} threw {value} while it was loaded.': '{file} 在加载时抛出了{value}。',
	'{file} has a mistake in its syntax: {why}. "node --check {file}" shows where.':
		'{file} 有语法错误：{why}。"node --check {file}" 可显示位置。',
	'{place} failed while it was loaded: {why}': '{place} 在加载时出错：{why}',
	'its operator has no Set of kinds, or no operate()': '其 operator 没有 kinds 的 Set，或没有 operate()',
	'its locks have no list()': '其 locks 没有 list()',
	'it has no {key}': '没有 {key}',
	'its {key} is {value}': '其 {key} 是{value}',
	'its {key} is not a function': '其 {key} 不是函数',
	'{file}: its default export gives {value}.': '{file}：其默认导出给出了{value}。',
	'{file} exports no provider: {problems}.': '{file} 没有导出 provider：{problems}。',
	'{file}: its default export failed: {why}': '{file}：其默认导出出错：{why}',
	'{file} has no default export.': '{file} 没有默认导出。',
	'{file} has no default export, only {names}.': '{file} 没有默认导出，只有 {names}。',
	': expected {expected}, found {value}': '：应为{expected}，却是{value}',
	'a function': '函数',
	'a number or a bigint': '数或 bigint',
	'one of {names}': '{names} 之一',
	configurations: '配置',
	names: '名称',
	locks: '锁',
	targets: '目标',
	'rows that differ': '不一致的行',
	'a status of validation': '数据校验的状态',
	'a check': '检查结果',
	'Please report this to its author.': '请告知其作者。',
} as const;
