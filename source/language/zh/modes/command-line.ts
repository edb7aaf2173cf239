/** The command line: commands and flags, as the help tells them. */
export const commandLine = {
	'a cluster, over its dm-masters': '经由 dm-master 监控一个集群',
	'a file, read again at every change; - is standard input': '一个文件，每次变化时重新读取；- 表示标准输入',
	'a simulated cluster; "help" lists the scenarios': '模拟集群；“help”列出各场景',
	'a provider of your own': '自己编写的 provider',
	'a recording': '一份录像',
	'one operation or question, from a script': '在脚本中执行一次操作或查询',
	'a verdict for a monitoring system, in the form Nagios expects': '给监控系统的结论，符合 Nagios 约定',
	'until a task is running, synced, finished or paused': '等到任务运行、追平、完成或暂停',
	'findings for Prometheus, on 127.0.0.1:9269/metrics':
		'以 Prometheus 格式导出问题，地址为 127.0.0.1:9269/metrics',
	'the settings in effect and where each comes from; edit opens the settings file, schema prints a JSON schema of it':
		'生效的设置及其来源；edit 打开设置文件，schema 输出其 JSON schema',
	"a kind of finding, a code such as 36069, an error's text (or pasted on standard input): what it means and what to do":
		'某类问题、错误码（如 36069）或错误文本（也可粘贴到标准输入）：含义和处理办法',
	"stop is dmctl's stop-task: DM forgets the task": 'stop 即 dmctl 的 stop-task：DM 不再保留该任务',
	'from the configuration that DM holds, or a file': '按 DM 持有的配置，或按文件',
	'the DDL at which it is stopped, or the one at --position': '卡住的那条 DDL，或 --position 处的 DDL',
	'SQL in place of that DDL, or before it': '用 SQL 替换那条 DDL，或在其之前执行 SQL',
	'the relay of a source; relay purge SOURCE FILE removes older relay logs':
		'数据源的 relay；relay purge SOURCE FILE 清理更旧的 relay log',
	'moves a source to another worker; evict, cancel-evict: leadership of the masters':
		'把数据源交给另一个 worker；evict、cancel-evict：master 的领导权',
	'a DDL lock, by its ID': '按 ID 解除 DDL 锁',
	'as DM holds it; config source|worker|master NAME': 'DM 持有的配置；config source|worker|master NAME',
	'the rows that differ; validation start|stop|ignore|resolve|clear TASK …':
		'不一致的行；validation start|stop|ignore|resolve|clear TASK …',
	'What is watched': '监控什么',
	'host, host:port, [::1]:8261 or http(s)://host:port, several with commas (default: $DM_MASTER_ADDR, else 127.0.0.1:8261)':
		'host、host:port、[::1]:8261 或 http(s)://host:port，多个以逗号分隔（默认：$DM_MASTER_ADDR，否则 127.0.0.1:8261）',
	'files for mutual TLS, as dmctl takes them': '双向 TLS 的文件，与 dmctl 相同',
	'a file with the output of dmctl or of an API of dm-master; - is standard input':
		'含 dmctl 或 dm-master API 输出的文件；- 表示标准输入',
	'a JavaScript module that provides what is shown': '提供所示数据的 JavaScript 模块',
	"how long each source's answer is waited for (default: 5)": '等待每个数据源应答的时间（默认：5）',
	'the time between two refreshes, at least 1 (default: 2)': '两次刷新的间隔，至少为 1（默认：2）',
	"the cluster's name for the header": '标题中显示的集群名',
	"the simulator's seed: the same seed gives the same history": '模拟器的种子：相同的种子得到相同的历史',
	'how much faster than the clock the simulator runs (default: 1)': '模拟器比时钟快多少倍（默认：1）',
	"find what only DM's metrics tell, and fill plots and trends with the time before dm-top was started (default: $DM_TOP_PROMETHEUS), from http://USER:PASSWORD@HOST:9090/PREFIX, or with a bearer token in a file; a label narrows it to one cluster of several":
		'发现只有 DM 的监控指标才能说明的问题，并以 dm-top 启动之前的数据补全图表和趋势（默认：$DM_TOP_PROMETHEUS）；取自 http://USER:PASSWORD@HOST:9090/PREFIX，或使用文件中的 bearer token；label 用于从多个集群中限定一个',
	'read the metrics of the workers themselves where there is no Prometheus: “advertised” for the addresses that they advertise, or a list such as 10.0.1.21:8262,worker-2=127.0.0.1:9002':
		'没有 Prometheus 时直接读取各 worker 的监控指标：“advertised”表示其公布的地址，或给出列表，如 10.0.1.21:8262,worker-2=127.0.0.1:9002',
	'What is shown': '显示什么',
	'print one table and exit: exit code 0 nothing worse than a notice, 1 a warning or worse, 2 no answer':
		'输出一张表后退出：退出码 0 没有比提示更严重的问题，1 有警告或更严重的问题，2 没有应答',
	'with --once or a command: print JSON': '与 --once 或命令同用：输出 JSON',
	'print changes line by line, for a screen reader or a log; the default when standard output is not a terminal':
		'逐行输出变化，供读屏软件或日志使用；标准输出不是终端时默认如此',
	'draw with ASCII only': '只用 ASCII 绘制',
	'click selects, double click opens, the wheel scrolls; hold Shift to select text':
		'单击选择，双击打开，滚轮滚动；按住 Shift 选择文本',
	'dark, light, high-contrast, colour-blind or none (default: $DM_TOP_THEME, else light where COLORFGBG says so, and none with NO_COLOR)':
		'dark、light、high-contrast、colour-blind 或 none（默认：$DM_TOP_THEME，否则 COLORFGBG 表明浅色时为 light，有 NO_COLOR 时为 none）',
	'en or zh (default: $DM_TOP_LANG, else LC_ALL, LC_MESSAGES or LANG; JSON and metrics are English unless --lang or $DM_TOP_LANG says otherwise)':
		'en 或 zh（默认：$DM_TOP_LANG，否则 LC_ALL、LC_MESSAGES 或 LANG；JSON 和监控指标为英文，除非 --lang 或 $DM_TOP_LANG 另行指定）',
	'What is reported': '通知什么',
	'thresholds from which something is reported, such as lag-high=10m, relay-space=20GiB, files-behind=off; may be given again; dm-top explain thresholds lists them':
		'从何数值起报告问题，如 lag-high=10m、relay-space=20GiB、files-behind=off；可多次给出；dm-top explain thresholds 列出全部',
	'ring, or show a desktop notification, at each new finding': '每出现新问题时响铃，或显示桌面通知',
	'run a command at each new finding; it gets $DM_TOP_KIND, _SEVERITY, _TASK, _SOURCE, _WORKER, _WHAT, _FIX and more, never as a part of the command':
		'每出现新问题时运行一条命令；它得到 $DM_TOP_KIND、_SEVERITY、_TASK、_SOURCE、_WORKER、_WHAT、_FIX 等，但绝不作为命令的一部分',
	'What is done': '做什么',
	'no key and no command changes anything': '任何按键和命令都不做改动',
	'append a line to FILE for each operation and its outcome': '把每次操作及其结果追加一行到 FILE',
	'with a command on a task: one source of it; may be given again':
		'与任务命令同用：其中一个数据源；可多次给出',
	'with skip, replace, inject, revert, list: a place in the binlog':
		'与 skip、replace、inject、revert、list 同用：binlog 中的位置',
	'with replace and inject: the statements': '与 replace 和 inject 同用：SQL 语句',
	'with restart and start TASK.yaml: forget the checkpoint; read the binlog from "2026-11-27 01:02:03" on; write rows in safe mode for that long':
		'与 restart 和 start TASK.yaml 同用：清除检查点；从 "2026-11-27 01:02:03" 起读取 binlog；在这段时间内以安全模式写入',
	'with a command: do not ask': '与命令同用：不询问',
	'with a command: it is only sent when the cluster has this name; with --yes a cluster with type-name demands it':
		'与命令同用：只有集群为此名称时才发送；设有 type-name 的集群与 --yes 同用时必须给出',
	'with a command: until the status shows it; exit code 0 done, 1 refused, not sent or failed again, 2 not reached, 3 not known':
		'与命令同用：等到状态显示结果；退出码 0 完成，1 被拒绝、未发送或再次失败，2 未达到，3 未知',
	'with check: only findings of these kinds, or of these tasks; exit code 0 OK, 1 warning, 2 critical, 3 not known':
		'与 check 同用：只看这些类别的问题，或这些任务；退出码 0 OK，1 警告，2 严重，3 未知',
	'with wait: running, synced, finished or paused; no longer than 30s, 10m, 1h30m; exit code 0 reached, 1 finished or stopped by an error, 2 not in time, 3 not known':
		'与 wait 同用：running、synced、finished 或 paused；最长 30s、10m、1h30m；退出码 0 达到，1 已结束或因错误停止，2 超时，3 未知',
	'with --simulate: serve it as a dm-master at this address, without a screen; with export: where the metrics are served':
		'与 --simulate 同用：在此地址作为 dm-master 提供服务，不显示屏幕；与 export 同用：提供监控指标的地址',
	'What is kept': '保留什么',
	'record what is seen; .gz and .zst compress': '录制所见内容；.gz 和 .zst 会压缩',
	'the largest size of a recording, such as 500M; the oldest part is dropped':
		'录像的最大体积，如 500M；最旧的部分会被丢弃',
	'keep what is set on the screen for the next start (default); --no-state: start with the defaults, keep nothing':
		'保留屏幕上的设定供下次启动使用（默认）；--no-state：全新启动，不保留',
	'clusters of the settings file, or @tiup:NAME; with several, the table of clusters comes first':
		'设置文件中的集群，或 @tiup:NAME；给出多个时先显示集群列表',
	'keep the last hours of a cluster on disk, for plots and events after a restart (default); --no-memory: neither read nor write them':
		'在磁盘上保留集群最近几小时的数据，供重启后的图表和事件使用（默认）；--no-memory：既不读也不写',
	'the most that these hours take on disk for one cluster (default: 64M)':
		'这些数据在磁盘上每个集群最多占用多少（默认：64M）',
	'leave hosts, users, databases, tables and SQL out of the recording': '录像中不含主机、用户、库、表和 SQL',
	'append what dm-top does to FILE: requests, answers, frames, and what they cost':
		'把 dm-top 的活动追加到 FILE：请求、应答、画面及其开销',
	'About dm-top': '关于 dm-top',
	'the settings file (default: $DM_TOP_CONFIG, else dm-top/config.toml in $XDG_CONFIG_HOME or ~/.config); a flag that it turns on is turned off by --no- and its name':
		'设置文件（默认：$DM_TOP_CONFIG，否则为 $XDG_CONFIG_HOME 或 ~/.config 中的 dm-top/config.toml）；由它打开的标志可用 --no- 加名称关闭',
	'the version': '版本',
	'htop for TiDB Data Migration: every task of a DM cluster, live.':
		'TiDB Data Migration 的 htop：在终端实时查看 DM 集群的每个任务。',
	Usage: '用法',
	Commands: '命令',
	Keys: '按键',
	'? shows them all: arrows and Enter navigate, / filters, s sorts, q quits.':
		'按 ? 查看全部：方向键和 Enter 浏览，/ 过滤，s 排序，q 退出。',
	'the completions for a shell, to be sourced by it': '某种 shell 的补全脚本，由其加载',
} as const;
