/** What a kind of finding needs to be told. */
export const needs = {
	'several answers, over some time': '一段时间内的多次应答',
	'the answer to query-status: lists and OpenAPI do not have it':
		'query-status 的应答：列表和 OpenAPI 中没有',
	'details of each subtask: a list of tasks has none': '每个子任务的细节：任务列表中没有',
	'the lag of each subtask': '每个子任务的延迟',
	'the binlog positions of both sides': '两端的 binlog 位置',
	'the list of dm-workers': 'dm-worker 的列表',
	'the list of dm-masters': 'dm-master 的列表',
	'the name of the leader': 'leader 的名称',
	'DM’s metrics': 'DM 的监控指标',
	'Needs:': '所需信息：',
	'it has not been observed for long enough': '观察的时间还不够长',
	'this form of answer does not have it': '此种形式的应答中没有',
	'how far it is behind is not known': '落后多少未知',
	'DM’s metrics are not available': '没有读取 DM 的监控指标',
	'the dm-workers were not all listed': '没有列出所有 dm-worker',
	'the dm-masters were not all listed': '没有列出所有 dm-master',
	'the leader is not known': '不知道 leader 是谁',
	'there is no earlier answer': '没有更早的应答',
} as const;
