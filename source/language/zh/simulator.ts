/** The simulator: its scenarios, and what is wrong with one. */
export const simulator = {
	'Scenarios: dm-top --simulate NAME': '场景：dm-top --simulate NAME',
	'Your own: dm-top --simulate ./MINE.json, JSON that may have // comments:':
		'自己编写：dm-top --simulate ./MINE.json，JSON 中可有 // 注释：',
	'"relay-dirs" names workers that have a relay-dir of their own: a relay that is switched on there leaves the running subtasks without data (28005).':
		'"relay-dirs" 列出有自己的 relay-dir 的 worker：在其上开启 relay 后，运行中的子任务会没有数据（28005）。',
	'A source': '数据源',
	'name, flavor (mysql, mariadb), rows (a second), relay (true, or the names of the workers that pull it), file (number of its binlog file), file-size, worker, repeat (with a number in the name to count from: {example})':
		'name、flavor（mysql、mariadb）、rows（每秒）、relay（true，或拉取它的 worker 的名称）、file（其 binlog 文件的编号）、file-size、worker、repeat（名称中有起始编号：{example}）',
	'A task': '任务',
	'name, mode (full, all, incremental), shard-mode (pessimistic, optimistic), target, repeat, sources (names, or {range}), unit (Dump, Load, Sync), progress (0 to 1), size, tables, speed, state (new, running, paused, stopped, finished), behind, headroom (how many times faster than its upstream it can be), share (of the rows of the upstream), validation (full, fast), check (what check-task finds: warnings, failures)':
		'name、mode（full、all、incremental）、shard-mode（pessimistic、optimistic）、target、repeat、sources（名称，或 {range}）、unit（Dump、Load、Sync）、progress（0 到 1）、size、tables、speed、state（new、running、paused、stopped、finished）、behind、headroom（最多可比上游快多少倍）、share（占上游行数的比例）、validation（full、fast）、check（check-task 的结果：warnings、failures）',
	'An event': '事件',
	'at (a duration; before time 0 it begins with "-" and happens in the warm-up), every, do, and':
		'at（时长；时间 0 之前的以 "-" 开头，发生在预热期间）、every、do，以及',
	'Errors of tasks': '任务的错误',
	'Errors of relays': 'relay 的错误',
	'a colleague pauses it; "leaves": "closed" leaves an error':
		'同事暂停它；"leaves": "closed" 会留下一个错误',
	'and resumes it': '并恢复它',
	'and stops it, as the document knows it: Stopped': '并停止它，即状态中的 Stopped',
	'and starts what is new or stopped': '并启动新建或已停止的',
	'stop-task: it is gone, its checkpoint is kept': 'stop-task：任务消失，检查点保留',
	'it is gone, and begins with its first unit': '任务消失，并从第一个单元重新开始',
	'what goes wrong; "then" is the error behind a skipped DDL': '出错；"then" 是跳过 DDL 之后的错误',
	'it makes no progress, but says Running': '没有进展，却显示 Running',
	'it skips that many transactions': '漏过这么多事务',
	'that many rows differ, and its validator finds them': '这么多行不一致，并被其校验器发现',
	'a colleague has rows compared': '同事启动了数据校验',
	'its validator gives up (43008)': '其校验器放弃（43008）',
	'the network to it is down: nothing shows it at first': '到它的网络中断：起初没有任何提示',
	'it is stopped: readers are refused at once': '它已停止：读取方立即被拒绝',
	'it does not answer: its status call takes 30 s': '它没有应答：状态调用耗时 30 秒',
	'its binlog ends this long ("back") before now': '其 binlog 在这么久（"back"）之前就结束了',
	'its application writes that many rows a second': '其应用每秒写入这么多行',
	'what goes wrong with its relays': '其 relay 出错',
	'start-relay, for a worker by its name or for the source': 'start-relay，用于指定名称的 worker 或该数据源',
	'stop-relay': 'stop-relay',
	'pause-relay': 'pause-relay',
	'resume-relay': 'resume-relay',
	'transfer-source': 'transfer-source',
	'that worker, or the one that serves the source': '该 worker，或服务于该数据源的 worker',
	'it keeps its source but does not answer': '它保留其数据源，但不应答',
	'an election takes a minute': '选举耗时一分钟',
	'"arrives": when on each source, or "never"': '"arrives"：在每个数据源上何时到达，或 "never"',
	'it is executed where it has not been yet': '在尚未执行之处，现在执行',
	"an optimistic DDL that conflicts with another table's": '与另一张表冲突的乐观 DDL',
	'an upstream that refuses the connection (10001)': '上游拒绝连接（10001）',
	'an upstream that has purged what the relay needs (30015, Error 1236)':
		'上游已清理 relay 需要的内容（30015，Error 1236）',
	'a full disk under the relay log (30029); a purge frees it':
		'relay log 所在磁盘已满（30029）；purge 可释放空间',
	'an upstream that has changed behind its address (30044)': '同一地址背后的上游已更换（30044）',
	'a DDL that TiDB cannot parse (36067)': 'TiDB 无法解析的 DDL（36067）',
	'a DDL that TiDB parses and refuses (10006, Error 8200)': 'TiDB 能解析但拒绝的 DDL（10006，Error 8200）',
	'a row that already exists (10006, Error 1062); a start in safe mode passes it':
		'已存在的行（10006，Error 1062）；以安全模式启动可越过',
	'a table that the downstream does not have (44007, Error 1146)': '下游没有的表（44007，Error 1146）',
	'rows of 8 columns for a table of 7 (36027); a table structure with 8 columns fixes it':
		'7 列的表收到 8 列的行（36027）；设置 8 列的表结构可解决',
	'a downstream account that lost its rights (10001, Error 1045)': '下游账号失去权限（10001，Error 1045）',
	'a downstream that cannot be reached (10001); DM tries again by itself':
		'连不到下游（10001）；DM 会自动重试',
	'an upstream that has purged the binlog it needs (36069, Error 1236); a new start passes it':
		'上游已清理所需的 binlog（36069，Error 1236）；重新启动可越过',
	'an upstream account that may not lock tables (32001, Error 1227)': '上游账号无权锁表（32001，Error 1227）',
	'a loaded table whose checksum differs (34021)': '导入的表校验和不一致（34021）',
	'a table that the downstream refuses to create (34019, Error 1273)':
		'下游拒绝创建的表（34019，Error 1273）',
	'a migration in ten minutes: dump, load, an error, catching up, a last shard DDL, all well':
		'十分钟的迁移：dump、load、一个错误、追赶、最后一个分库分表 DDL，一切正常',
	'five healthy tasks on four sources; nothing happens': '四个数据源上的五个正常任务；什么也不发生',
	'the leader dies after 15 s, an election takes a minute; later two of three masters are gone':
		'15 秒后 leader 宕机，选举耗时一分钟；之后三个 master 中失去两个',
	'a dozen tasks of a shop: every state, every unit, every class of error (the default)':
		'一家商店的十几个任务：各种状态、各个单元、各类错误（默认）',
	'DDL that TiDB does not take: one since ten minutes, another after 20 s':
		'TiDB 不接受的 DDL：一条已有十分钟，另一条在 20 秒后',
	'1,000 tasks on 100 sources, each on one to three of them':
		'100 个数据源上的 1,000 个任务，每个任务用一到三个数据源',
	'validators that find rows that differ, more of them after 30 s; one has given up':
		'校验器发现不一致的行，30 秒后更多；其中一个已放弃',
	'a relay paused by hand, one stopped by an error, and a worker that only pulls a relay log':
		'一个被人暂停的 relay、一个因错误停止的 relay，以及一个只拉取 relay log 的 worker',
	'repairs that fail again: a bad DDL behind a bad DDL, rows that no longer fit':
		'再次失败的修复：坏 DDL 之后又是坏 DDL，行与表不再匹配',
	'tasks to start again: a purged binlog, a check with warnings, a check that fails':
		'需要重新启动的任务：binlog 已清理、检查有警告、检查失败',
	'a task with two shard DDLs that wait for the same source, and an optimistic DDL under way':
		'一个任务的两条分库分表 DDL 在等待同一个数据源，另有一条乐观 DDL 正在进行',
	'an upstream that freezes, which looks like a hung worker; another that refuses connections':
		'一个上游冻结，看起来像 worker 卡住；另一个上游拒绝连接',
	'a load that stands still, one that ends soon, and one whose checksum differs':
		'一个停滞的 load、一个即将结束的，以及一个校验和不一致的',
	'a syncer and a dump that have not moved for minutes, though their stage says Running':
		'一个 syncer 和一个 dump 已数分钟没有进展，状态却是 Running',
	'an upstream restored from a backup: the checkpoint lies past the end of its binlog':
		'上游从备份恢复：检查点在其 binlog 末尾之后',
	'transactions that a syncer has passed over: nothing tells but a gap in its GTID set':
		'syncer 漏过的事务：只有 GTID 集合中的空缺能说明',
	'a downstream that is too slow for its upstream: the lag grows for eight minutes, then falls':
		'下游跟不上上游：延迟增长八分钟，然后下降',
	'pauses by hand: one leaves the error of a closed connection behind, which is none':
		'人为暂停：其中一次留下连接关闭的错误，但那不算错误',
	'two upstreams go away for six minutes; only the relay says so, and only after a minute':
		'两个上游断开六分钟；只有 relay 报告，而且是在一分钟之后',
	'a shard DDL that waits four minutes for its last source, and an optimistic conflict after 40 s':
		'一条分库分表 DDL 等待最后一个数据源四分钟，40 秒后出现乐观冲突',
	'a worker dies and a free one takes over in 20 s; then another dies and its source has none':
		'一个 worker 宕机，空闲的 worker 在 20 秒内接管；随后另一个宕机，其数据源没有 worker',
	'relay logs that fail: a full disk, a purged binlog, an upstream that changed':
		'出错的 relay log：磁盘已满、binlog 已清理、上游已更换',
	'a worker that stops answering after 15 s, for three minutes; the other sources stay live':
		'一个 worker 在 15 秒后停止应答三分钟；其他数据源照常',
	'"repeat" needs a number in the name to count from, such as "{example}"':
		'"repeat" 需要名称中有起始编号，如 "{example}"',
	'the task "{task}" does not run on "{source}"': '任务 "{task}" 不在 "{source}" 上运行',
	'a {kind} needs a task with "shard-mode": {modes}, and "{task}" has none':
		'{kind} 需要有 "shard-mode"（{modes}）的任务，而 "{task}" 没有',
	' or ': ' 或 ',
	'an event': '事件',
	'the event "{kind}"': '事件 "{kind}"',
	'{what} needs "{key}"': '{what}需要 "{key}"',
	'the event "error" needs a "task", or a "source" whose every Sync subtask it stops':
		'事件 "error" 需要 "task"，或一个 "source"（其所有 Sync 子任务都会停止）',
	'the event "{kind}" needs a "worker", or a "source" whose worker is meant':
		'事件 "{kind}" 需要 "worker"，或一个 "source"（指其 worker）',
	': did you mean "{meant}"?': '：您是指 "{meant}" 吗？',
	'; there is {names} and {count} more': '；现有 {names} 及另外 {count} 个',
	'; there is {names}': '；现有 {names}',
	'{what} is an object {braces}, not {kind}': '{what}应为对象 {braces}，不能是{kind}',
	'{what} has no "{key}"{hint}': '{what}没有 "{key}"{hint}',
	'"{key}" of {what} is {expected}, not {kind}': '{what}的 "{key}" 应为{expected}，不能是{kind}',
	'{what} needs "{key}": one of {list}': '{what}需要 "{key}"：{list} 之一',
	'"{key}" of {what} is one of {list}, in double quotes': '{what}的 "{key}" 应为 {list} 之一，用双引号',
	'"{key}" of {what} cannot be "{value}"{hint}': '{what}的 "{key}" 不能是 "{value}"{hint}',
	'"{key}" of {what} is from {least} to {most}, not {value}':
		'{what}的 "{key}" 为 {least} 到 {most}，不能是 {value}',
	'"{key}" of {what} cannot be negative': '{what}的 "{key}" 不能为负',
	'a string in double quotes': '双引号中的字符串',
	'a duration such as "90s", "5m" or "1h30m"': '时长，如 "90s"、"5m" 或 "1h30m"',
	'a size such as "300MB" or "48GB"': '大小，如 "300MB" 或 "48GB"',
	'a list […]': '列表 […]',
	'a list of texts': '文本列表',
	'true, false or null': 'true、false 或 null',
	'this comment has no end: write */': '此注释没有结尾：请写 */',
	'the end of the text': '文本的结尾',
	"a string is written in double quotes, not in '…'": "字符串用双引号书写，不能用 '…'",
	'expected a value, found {word}: a string is written in double quotes':
		'应为值，却是 {word}：字符串用双引号书写',
	'this text has no closing quote on its line': '此文本在同一行内没有结束引号',
	'this text has an escape that JSON does not know': '此文本中有 JSON 没有的转义',
	'"{key}" is here twice: keep one of them': '"{key}" 出现了两次：请保留一个',
	'expected : after "{key}", found {found}': '"{key}" 之后应为 :，却是 {found}',
	'expected , or {end} in the list, found {found}': '列表中应为 , 或 {end}，却是 {found}',
	'expected , or {end} in the object, found {found}': '对象中应为 , 或 {end}，却是 {found}',
	'the {mark} of line {line} is never closed': '第 {line} 行的 {mark} 没有闭合',
	"nothing may follow the scenario's closing }, but {found} does":
		'场景的结束 } 之后不能再有内容，却有 {found}',
	'(cannot be read) {why}': '（无法读取）{why}',
	'there is no scenario "{name}"{hint}': '没有场景 "{name}"{hint}',
	'there is no such file': '没有这个文件',
	'the scenario {file} cannot be read: {why}': '无法读取场景 {file}：{why}',
	'there is no source "{name}"{hint}': '没有数据源 "{name}"{hint}',
	'there is no task "{name}"{hint}': '没有任务 "{name}"{hint}',
	'there is no worker "{name}"{hint}': '没有 worker "{name}"{hint}',
	'a source': '数据源',
	'the source\'s name "{name}" is longer than the {most} letters DM allows':
		'数据源名称 "{name}" 超过 DM 允许的 {most} 个字符',
	'the choice of sources': '数据源的选择',
	'a task needs "sources": a list with one name at least': '任务需要 "sources"：至少含一个名称的列表',
	'the source "{name}" is here twice': '数据源 "{name}" 出现了两次',
	'a task': '任务',
	'a task of mode {mode} has no {unit} unit': '模式为 {mode} 的任务没有 {unit} 单元',
	'only a task of mode full finishes': '只有模式为 full 的任务会完成',
	'"{key}" has "{name}" twice': '"{key}" 中有两个 "{name}"',
	'a scenario': '场景',
	'a scenario needs one master at least': '场景至少需要一个 master',
} as const;
