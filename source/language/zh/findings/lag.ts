/** Why a lag is not known. */
export const lag = {
	'{count} {count|source|sources} without an answer': '{count} 个数据源没有应答',
	'distance unknown': '距离未知',
	'stopped by an error': '因错误停止',
	'not reported by this version of DM': '此版本的 DM 不提供',
	'no checkpoint reported': '没有报告检查点',
	'a list of tasks has no details': '任务列表没有细节',
	'not in this document': '不在此文档中',
	'its relay has stopped': '其 relay 已停止',
	'DM reports a negative lag': 'DM 报告的延迟为负',
	'no job in flight': '没有在途数据',
	'start not observed': '无人看到从何时开始',
	'upstream not reachable': '上游无法访问',
	'nothing replicated since it was resumed': '恢复后尚未同步任何数据',
	'waits for shard DDL': '等待分库分表 DDL',
	'the checkpoint is past the end of the upstream’s binlog': '检查点越过了上游 binlog 的末尾',
	'no answer; {age} at the last one': '无应答；最后一次为 {age}',
};
