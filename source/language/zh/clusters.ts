/** The table of clusters, and going from one to another. */
export const clusters = {
	'nothing wrong': '没有问题',
	'not yet': '尚未',
	CLUSTER: '集群',
	FINDINGS: '问题',
	VERSION: '版本',
	LEADER: 'LEADER',
	ANSWERED: '应答',
	'{age} ago': '{age} 前',
	Clusters: '集群',
	'{count} watched, worst first': '监控 {count} 个，最严重的在前',
	'in a cluster comes back here': '在集群中按它返回此处',
	'No cluster has a name yet: dm-top config edit.': '还没有命名的集群：dm-top config edit。',
	'There is no cluster {name}{hint}': '没有集群 {name}{hint}',
	'; there are {names}.': '；有 {names}。',
	'{count} vanished {count|source|sources} no longer shown': '{count} 个已消失的数据源不再显示',
} as const;
