/** The settings file and the clusters in it: what is wrong, and what `dm-top config` prints. */
export const settings = {
	'Settings file: {path}': '设置文件：{path}',
	'Settings file: {path} (it does not exist: dm-top config edit creates it)':
		'设置文件：{path}（不存在：dm-top config edit 会创建它）',
	'The settings file cannot be created: {why}': '无法创建设置文件：{why}',
	'The settings file {path} cannot be read: {why}.': '无法读取设置文件 {path}：{why}。',
	'There is no settings file {path}.': '没有设置文件 {path}。',
	'dm-top config edit opens it; --config FILE uses another.':
		'dm-top config edit 可打开它；--config FILE 使用另一个文件。',
	'Edit it again? [Y/n]': '再次编辑？[Y/n]',
	'dm-top does not start with this file. dm-top config edit opens it again.':
		'dm-top 无法用此文件启动。dm-top config edit 可再次打开它。',
	'There is no settings file {file} any more: the defaults are in effect.':
		'设置文件 {file} 已不存在：使用默认值。',
	'{file} has no mistakes.': '{file} 没有错误。',
	'And {count} more.': '另有 {count} 处。',
	'Opening {name}…': '正在打开 {name}…',
	'More came at once than anybody types: {characters} characters were dropped':
		'一次收到的字符多于任何人的输入：已丢弃 {characters} 个字符',
	'The language stays as it is: {why}': '语言未改变：{why}',
	'The previous settings stay in effect.': '仍沿用设置文件之前的内容。',
	'Restart dm-top to apply: {keys}.': '重新启动 dm-top 后生效：{keys}。',
	'chosen on the screen': '在屏幕上选定',
	'settings file': '设置文件',
	default: '默认',
	'Thresholds that are set': '已设定的阈值',
	'a table': '一个表',
	'the number of entries in data': 'data 中条目的数量',
	'true or false': 'true 或 false',
	'text in quotes': '带引号的文本',
	'a path in quotes': '带引号的路径',
	'a size in quotes, such as "500M"': '带引号的大小，如 "500M"',
	'text in quotes, or a list of texts in quotes': '带引号的文本，或其列表',
	'a list of strings, such as ["a", "b"]': '文本列表，如 ["a", "b"]',
	'this is not TOML: {why}': '这不是 TOML：{why}',
	'“{key}” belongs in a cluster: put it below [clusters.NAME]':
		'“{key}”应属于某个集群：请放到 [clusters.NAME] 之下',
	'there is no setting “{key}”; dm-top config lists them': '没有设置“{key}”；dm-top config 列出全部设置',
	'there is no setting “{key}”; did you mean {meant}?': '没有设置“{key}”；您是指 {meant} 吗？',
	'thresholds are a table: [thresholds], with lines such as lag-high = "5m"':
		'阈值应为一个表：[thresholds]，其中的行如 lag-high = "5m"',
	'{key} takes {expected}, not {text}': '{key} 的值为{expected}，不能是 {text}',
	'{key} {wrong}': '{key} {wrong}',
	'clusters are tables: [clusters.NAME]': '集群应为表：[clusters.NAME]',
	'a cluster is a table: {table}': '集群应为一个表：{table}',
	'“{name}” is not a name for a cluster: letters, digits, _ . and - make one':
		'“{name}”不能作为集群名：只能用字母、数字、_、. 和 -',
	'cluster {name} does not say where it is: master-addr = "HOST:PORT"':
		'集群 {name} 没有说明地址：master-addr = "HOST:PORT"',
	'cluster {name} takes one of {keys}, not both': '集群 {name} 只能有 {keys} 之一',
	' and ': ' 和 ',
	'Which cluster?': '哪个集群？',
	'it is a pipe or a device': '它是管道或设备',
	'There is no cluster @{name}.': '没有集群 @{name}。',
	'There is no cluster @{name}; did you mean @{meant}?': '没有集群 @{name}；您是指 @{meant} 吗？',
	'None has a name yet: dm-top config edit, and put one below [clusters.NAME].':
		'还没有命名的集群：运行 dm-top config edit，在 [clusters.NAME] 之下加入。',
	'Clusters: {names}.': '集群：{names}。',
	'There are {names}.': '现有 {names}。',
	'tiup has no DM clusters in {folder} (TIUP_HOME names another place).':
		'tiup 在 {folder} 中没有 DM 集群（可用 TIUP_HOME 指定其他位置）。',
	'The topology of {name} cannot be read: {file}: {why}': '无法读取 {name} 的拓扑：{file}：{why}',
	'{file} names no master_servers: it is not the topology of a DM cluster.':
		'{file} 中没有 master_servers：这不是 DM 集群的拓扑。',
} as const;
