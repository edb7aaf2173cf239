/** What each setting and threshold is for, in a new settings file and where thresholds are listed. */
export const settingComments = {
	'Settings of dm-top. The environment overrides this file, and flags override both.':
		'dm-top 的设置。环境变量优先于此文件，命令行标志又优先于环境变量。',
	'dm-top config shows what is in effect and where it comes from; dm-top config schema prints a JSON schema for editors.':
		'dm-top config 显示生效的设置及其来源；dm-top config schema 输出供编辑器使用的 JSON schema。',
	'A cluster: dm-top @prod watches it. All keys above may stand in it too; paths start at the folder of this file.':
		'一个集群：dm-top @prod 监控它。以上各键也可放在其中；路径从此文件所在目录算起。',
	'Thresholds from which something is reported, in all clusters; [clusters.prod.thresholds] for one. "off" never reports it.':
		'从何时起报告问题，适用于所有集群；[clusters.prod.thresholds] 只适用于一个集群。"off" 表示从不报告。',
	'addresses of the dm-masters: host:port, or http(s)://host:port':
		'dm-master 的地址：host:port，或 http(s)://host:port',
	'the certificate authority of the dm-masters, for TLS': 'dm-master 的证书颁发机构，用于 TLS',
	'your certificate, for mutual TLS': '您的证书，用于双向 TLS',
	'the key of your certificate': '您的证书的私钥',
	'a file with the output of query-status, instead of dm-masters':
		'含 query-status 输出的文件，代替 dm-master',
	'a simulated cluster, instead of dm-masters': '模拟集群，代替 dm-master',
	'a provider of your own, instead of dm-masters': '自己编写的 provider，代替 dm-master',
	'the seed of the simulated cluster': '模拟集群的种子',
	'how much faster than the clock the simulated cluster runs': '模拟集群比时钟快多少倍',
	'seconds to wait for the answer of each source': '等待每个数据源应答的秒数',
	'seconds between two refreshes': '两次刷新间隔的秒数',
	'the name of the cluster in the header; default: that of the profile':
		'标题中的集群名；不给出时为配置中的名称',
	'colours; default: to suit the terminal': '配色；不给出时由终端决定',
	'the language: en or zh; default: that of the locale': '语言：en 或 zh；不给出时按区域设置',
	'print changes line by line instead of a screen': '逐行输出变化，而不显示屏幕',
	'a file that gets a line for each operation and its outcome': '把每次操作及其结果各写一行的文件',
	'a file that gets what dm-top does: requests, answers, frames': '记录 dm-top 活动的文件：请求、应答、画面',
	'the largest size of what --record writes': '--record 所写文件的最大体积',
	'leave hosts, users, databases, tables and SQL out of what --record writes':
		'--record 所写内容不含主机、用户、库、表和 SQL',
	'where dm-top export serves its metrics': 'dm-top export 提供监控指标的地址',
	'click selects, double click opens, the wheel scrolls': '单击选择，双击打开，滚轮滚动',
	'ring at each new finding': '每出现新问题时响铃',
	'show a desktop notification at each new finding': '每出现新问题时显示桌面通知',
	'a command that is run at each new finding': '每出现新问题时运行的命令',
	'the Prometheus beside the cluster, for the time before dm-top was started':
		'集群旁的 Prometheus，用于 dm-top 启动之前的时间',
	'a file with the bearer token for it': '含其 bearer token 的文件',
	'labels that pick one cluster of several in it': '从其中多个集群里选定一个的 label',
	'the workers whose metrics are read where there is no Prometheus: "advertised", or a list':
		'没有 Prometheus 时读取其监控指标的 worker："advertised"，或列表',
	'keep what is set on the screen: columns, order, filters, theme, span of plots':
		'保留屏幕上的设定：列、顺序、过滤、配色、图表时段',
	'keep the last hours of a cluster on disk, for plots and events after a restart of dm-top':
		'在磁盘上保留集群最近几小时的数据，供 dm-top 重启后的图表和事件使用',
	'the most that the last hours of one cluster take on disk': '每个集群最近几小时的数据最多占用的磁盘空间',
	'the colour of its name in the header': '标题中集群名的颜色',
	'the name of the cluster in tiup: its addresses, TLS and Prometheus are taken from there':
		'集群在 tiup 中的名称：其地址、TLS 和 Prometheus 取自 tiup',
	'every operation asks you to type the name of the cluster': '每次操作都要求输入集群名',
} as const;
