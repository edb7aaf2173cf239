/** What joins texts in every mode: lists, sentences, a name before what is said of it. */
export const joining = {
	' to ': ' 变为 ',
	'{name}: {text}': '{name}：{text}',
	'missing: {missing}': '缺少：{missing}',
	'{path} cannot be read: {why}': '无法读取 {path}：{why}',
} as const;
