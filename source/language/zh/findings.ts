/** Findings, events, and why a lag is not known. */
export const findings = {
	'{count} more': '另 {count} 个',
	'{names} and {last}': '{names} 和 {last}',
	'the relay': 'relay',
	'the relay of {worker}': '{worker} 的 relay',
	'A checkpoint lies past the end of the upstream’s binlog': '检查点越过了上游 binlog 的末尾',
	'The checkpoint of a subtask in Sync is past the end of the upstream’s binlog, so it is of another binlog: after RESET MASTER, another server behind the address, or a crash that lost binlog.':
		'Sync 阶段的子任务的检查点越过了上游 binlog 的末尾，说明它属于另一份 binlog：上游执行过 RESET MASTER、该地址换成了另一台服务器，或宕机丢失了 binlog。',
	'The upstream began a new file, or wrote, a moment ago: the two positions are not read at once. Or the GTID set of the upstream holds all that is in the checkpoint: then only the names of the files differ.':
		'上游刚刚切换到新文件或刚写入：两个位置不是同时读取的。或者上游的 GTID 集合已包含检查点中的全部内容：只是文件名不同。',
	'past the upstream’s binlog': '越过上游 binlog',
	'The checkpoint lies past the end of the upstream’s binlog': '检查点越过了上游 binlog 的末尾',
	'The checkpoint is at {checkpoint}, the upstream ends at {end}': '检查点在 {checkpoint}，上游末尾在 {end}',
	'The binlog is another one than before: RESET MASTER, another server behind the address, or binlog lost in a crash':
		'binlog 已不是原来那份：RESET MASTER、该地址换了服务器，或宕机丢失了 binlog',
	'See whether the upstream is the server that it should be, and whether its binlog was reset.':
		'查看上游是否仍是应有的那台服务器，其 binlog 是否被重置。',
	'What it has written since may be missing downstream, and a restart of the subtask or its worker fails: compare the data, then start the task again from a position that exists.':
		'此后上游写入的数据下游可能缺失，子任务或其 worker 一旦重启就会失败：请比对数据，再从存在的位置重新启动任务。',
	'level in about {eta}': '约 {eta} 后追平',
	'it grows by {count} s a minute': '每分钟增加 {count} 秒',
	'it falls by {count} s a minute': '每分钟减少 {count} 秒',
	'A subtask is far behind its upstream': '子任务远落后于上游',
	'The lag of a subtask that runs is 5 minutes or more.': '运行中的子任务延迟达到 5 分钟或以上。',
	'The lag is not known, a DDL holds the subtask, its source is silent, or it does not run: the reason for that is told instead.':
		'延迟未知、被 DDL 阻塞、数据源无应答或子任务未运行：此时报告的是相应的原因。',
	'lag {time}': '延迟 {time}',
	growing: '正在增大',
	'{time} behind its upstream': '落后上游 {time}',
	'In the last two minutes {slope}': '最近两分钟内{slope}',
	': {eta}': '：{eta}',
	'{distance} from the checkpoint to the end of the binlog': '检查点到 binlog 末尾相距 {distance}',
	'{rate} rows/s are replicated': '每秒同步 {rate} 行',
	'See whether the downstream TiDB is the bottleneck: its CPU and disks, slow queries, hot regions.':
		'查看下游 TiDB 是否为瓶颈：CPU 和磁盘、慢查询、热点 Region。',
	'Otherwise raise worker-count and batch of the syncer; tables without a primary key are slow by nature.':
		'否则调大 syncer 的 worker-count 和 batch；没有主键的表本来就慢。',
	'A subtask is catching up': '子任务正在追赶',
	'The lag of a subtask that runs is from one minute to five and has been falling: with when it will be level.':
		'运行中的子任务延迟在一到五分钟之间且一直在下降：并给出何时追平。',
	'It is 5 minutes or more: that is told as `lag-high`, with when it will be level. It does not fall, or was not watched for long enough to tell.':
		'延迟达到 5 分钟或以上：作为 `lag-high` 报告，并给出何时追平。或者没有下降，或观察时间不够。',
	'catching up, {eta}': '正在追赶，{eta}',
	'Catching up: {age} behind, {eta}': '正在追赶：落后 {age}，{eta}',
	'The masters have no leader': 'master 没有 leader',
	'The masters say that they have no leader, or the one that is asked cannot reach it. The workers go on replicating; nobody can ask or operate them.':
		'各 master 表示没有 leader，或所询问的 master 无法访问 leader。worker 仍在同步，但无法查询或操作。',
	'No master answers at all: that is told as `cluster-silent`.':
		'没有任何 master 应答：作为 `cluster-silent` 报告。',
	'has a leader again': '重新有了 leader',
	'The masters have no leader: nothing can be asked or operated, replication goes on':
		'master 没有 leader：无法查询或操作，同步仍在进行',
	'Down: {down}': '宕机：{down}',
	'Wait about a minute: after a leader is lost the others elect a new one.':
		'等待约一分钟：失去 leader 后其他 master 会选出新的。',
	'If none comes, see whether most of the dm-masters run: without a majority nobody can lead. Cancel an eviction.':
		'若仍没有，查看多数 dm-master 是否在运行：没有多数就无法产生 leader。若有驱逐请取消。',
	'Nothing answers': '没有任何应答',
	'Nothing at all can be learnt at the moment: no master answers, the file cannot be read. Everything shown is what was last known.':
		'目前什么都无法得知：没有 master 应答，或文件无法读取。所显示的都是最后已知的情况。',
	'Some of the sources answer: each silent one is told as `source-silent`. Or a master answers and has no leader: that is told as `no-leader`.':
		'部分数据源有应答：每个无应答的数据源作为 `source-silent` 报告。或者 master 有应答但没有 leader：作为 `no-leader` 报告。',
	'answers again': '恢复应答',
	'{count} errors of this kind: {examples}': '同类错误 {count} 个：{examples}',
	'it follows: {what}': '由此引起：{what}',
	'also: {what}': '另有：{what}',
	'DM error {code}': 'DM 错误 {code}',
	'A sharded DDL conflicts with that of another table': '分库分表 DDL 与另一张表的 DDL 冲突',
	'In optimistic mode DM found that the DDL of one table does not go together with the columns of the others, and holds the table. It waits for a person.':
		'乐观模式下，DM 发现某张表的 DDL 与其他表的列不相容，因而阻塞该表，等待人工处理。',
	'A DDL waits for others and nothing conflicts: that is told as `ddl-waiting`.':
		'某条 DDL 在等待其他分表而没有冲突：作为 `ddl-waiting` 报告。',
	'a DDL conflicts': 'DDL 冲突',
	'DDL: {ddl}': 'DDL：{ddl}',
	'Its table: {table}': '所在的表：{table}',
	'Lock: {id}': '锁：{id}',
	'Correct the columns upstream, or unlock: skip the DDL, or have it executed.':
		'在上游修正列，或解锁：跳过该 DDL，或让其执行。',
	'{source} has not run it on any table yet': '{source} 尚未在任何表上执行',
	'{source} has not run it on {tables}': '{source} 尚未在 {tables} 上执行',
	'Not all tables of {source} have run it ({own} not yet), so DM names no blocking DDL':
		'{source} 的表并未全部执行（{own} 尚未），因此 DM 没有给出阻塞的 DDL',
	'waits for {names}': '等待 {names}',
	'A sharded DDL waits for {names}': '分库分表 DDL 在等待 {names}',
	'A sharded DDL holds it: all sources of the task have come to it':
		'被分库分表 DDL 阻塞：任务的所有数据源都已到达',
	'Table: {table}': '表：{table}',
	'Run the DDL on {names}': '在 {names} 上执行该 DDL',
	'If it will never run there, unlock the lock.': '如果那里永远不会执行，就解除该锁。',
	'DM resolves the lock in a moment. If it stays, unlock it.':
		'DM 稍后会自动解除该锁。若一直存在，请手动解锁。',
	'A sharded DDL waits for other sources': '分库分表 DDL 在等待其他数据源',
	'A subtask runs, but a sharded DDL holds it until other sources, or other tables of its own source, have run the same DDL. A lock that DM only names by its ID counts too. From `ddl-waiting-long` on it is critical.':
		'子任务在运行，但被一条分库分表 DDL 阻塞，直到其他数据源或本数据源的其他表执行同一条 DDL。DM 只给出 ID 的锁也算在内。达到 `ddl-waiting-long` 则为严重。',
	'The subtask is one that the others wait for: it goes on replicating. A conflict is told as `ddl-conflict`.':
		'该子任务正是其他分表所等待的：它仍在同步。冲突作为 `ddl-conflict` 报告。',
	'no longer waits for a DDL': '不再等待 DDL',
	'DM says something beside its answer': 'DM 在应答之外另有消息',
	'The answer for the whole cluster went well and has a message all the same.':
		'对整个集群的应答成功，但仍带有一条消息。',
	'There is none. What a single source says is told as `upstream-blind`.':
		'没有这样的消息。单个数据源的消息作为 `upstream-blind` 报告。',
	'DM says something': 'DM 有消息',
	'DM says: {message}': 'DM 的消息：{message}',
	'A dump or load is at 100 % and not done': 'dump 或 load 已到 100 % 但尚未结束',
	'A dump or a load runs at 100 % and has not added a byte for more than 70 s.':
		'dump 或 load 处于 100 %，且超过 70 秒没有新增任何字节。',
	'It is below 100 %: if it does not move then, that is told as `stuck`.':
		'尚未到 100 %：若此时停滞，作为 `stuck` 报告。',
	'The {unit} is at 100 % and not done yet': '{unit} 已到 100 % 但尚未结束',
	'{count} {count|transaction|transactions} of {server}: {ranges}': '{server} 的 {count} 个事务：{ranges}',
	' and {more} more ranges': '，另有 {more} 段',
	'Transactions of the upstream are missing in the checkpoint': '检查点缺少上游的事务',
	'The GTID set of the upstream holds transactions of a server that the checkpoint’s set lacks, though the checkpoint has later ones of the same server: DM passed over them.':
		'上游的 GTID 集合中有某服务器的事务不在检查点的集合中，而检查点已有该服务器更晚的事务：DM 漏过了它们。',
	'The sets differ at their heads alone: that is lag. A gap close to the head of a subtask that is not level may be transactions that the upstream wrote out of order.':
		'两个集合只在末尾不同：那是延迟。尚未追平的子任务靠近末尾的空缺，可能是上游乱序写入的事务。',
	'{missing} {missing|transaction|transactions} missing': '缺少 {missing} 个事务',
	'{missing} {missing|transaction|transactions} of the upstream {missing|is|are} not in the checkpoint':
		'上游有 {missing} 个事务不在检查点中',
	'The checkpoint has later transactions of the same server, so DM will not come back to these':
		'检查点已有同一服务器更晚的事务，所以 DM 不会再回头处理它们',
	'See in the upstream what they hold: mysqlbinlog --include-gtids. They may be empty, or filtered.':
		'在上游查看其内容：mysqlbinlog --include-gtids。它们可能是空事务，或已被过滤。',
	'Otherwise compare the data, with validation or sync-diff-inspector, and repair what differs.':
		'否则用数据校验或 sync-diff-inspector 比对数据，并修复差异。',
	'A subtask falls behind': '子任务越来越落后',
	'The lag of a subtask that runs is from one minute to five, and has grown by more than 15 s a minute over the last two minutes.':
		'运行中的子任务延迟在一到五分钟之间，且最近两分钟内每分钟增加超过 15 秒。',
	'It is 5 minutes or more: that is told as `lag-high`, with how it grows. Below one minute DM’s number says too little.':
		'延迟达到 5 分钟或以上：作为 `lag-high` 报告，并给出增长情况。一分钟以下时 DM 的数值意义不大。',
	'lag {age}, growing': '延迟 {age}，正在增大',
	'{age} behind its upstream, and falling further behind': '落后上游 {age}，且差距在扩大',
	'{slope}, measured over two minutes': '{slope}（按最近两分钟计）',
	'See whether the upstream writes more than usual, or the downstream TiDB takes less: its CPU and disks, slow queries.':
		'查看上游写入是否比平时多，或下游 TiDB 是否变慢：CPU 和磁盘、慢查询。',
	'A dm-master is down': 'dm-master 宕机',
	'The list of members says that a dm-master is not alive.': '成员列表显示某个 dm-master 不在线。',
	'The masters were not listed: a master that dm-top did not connect to is not called down.':
		'没有取得 master 列表：dm-top 未连接的 master 不会被视为宕机。',
	'is alive again': '重新在线',
	'The dm-master is down': '该 dm-master 宕机',
	'Its address: {addresses}': '地址：{addresses}',
	'{alive} of {count} masters are alive: too few to elect a leader':
		'{count} 个 master 中 {alive} 个在线：不足以选出 leader',
	'{alive} of {count} masters are alive; not one more may fail':
		'{count} 个 master 中 {alive} 个在线；不能再有任何一个失效',
	'{alive} of {count} masters are alive; {spare} more may fail':
		'{count} 个 master 中 {alive} 个在线；还可再失效 {spare} 个',
	'Start it again, or remove it from the cluster: dmctl offline-member --master.':
		'重新启动它，或将其从集群移除：dmctl offline-member --master。',
	'A subtask was paused manually': '子任务被人为暂停',
	'The subtask is Paused, its result says that it was cancelled, and has no error but those that a pause itself leaves behind.':
		'子任务处于 Paused，其结果显示已被取消，且只有暂停本身留下的错误。',
	'An error stopped the subtask: that is told as `subtask-error`. Or DM does not say why it is paused: that is told as `paused-unexplained`.':
		'子任务因错误停止：作为 `subtask-error` 报告。或者 DM 没有说明暂停原因：作为 `paused-unexplained` 报告。',
	'no longer paused': '不再暂停',
	'Paused manually': '人为暂停',
	'The error in its result comes from the pause itself: {error}': '其结果中的错误由暂停本身造成：{error}',
	'Wait: DM resumes it on the other worker. Resume it if it stays paused.':
		'等待：DM 会在另一个 worker 上恢复它。若一直暂停，请手动恢复。',
	'Resume it when the reason for the pause is gone.': '暂停的原因消除后恢复它。',
	'paused; DM does not say why': '已暂停；DM 未说明原因',
	'Ask who paused it; resume it when the reason is gone.': '询问是谁暂停的；原因消除后恢复。',
	'Paused, and DM does not say why': '已暂停，DM 未说明原因',
	'The subtask is Paused without an error, and without a word that somebody paused it: so it comes up after its worker restarted. Or a list says Paused, which has no details.':
		'子任务处于 Paused，没有错误，也没有迹象表明有人暂停：worker 重启后就会这样。或者列表显示 Paused，而列表没有细节。',
	'DM says that it was cancelled: that is told as `paused-by-person`. Or it has an error: that is told as `subtask-error`.':
		'DM 显示它已被取消：作为 `paused-by-person` 报告。或者它有错误：作为 `subtask-error` 报告。',
	'It has no error. A pause is remembered without its reason when the worker restarts or the source moves':
		'它没有错误。worker 重启或数据源换绑后，暂停仍被记住而原因不再保留',
	'Paused; a list does not say why': '已暂停；列表不说明原因',
	'The list says: {status}': '列表显示：{status}',
	'The subtasks of the source read from it and get nothing new': '该数据源的子任务读取此 relay，得不到新数据',
	'No subtask that runs reads this relay: replication goes on without it':
		'没有运行中的子任务读取此 relay：同步不受影响',
	'({times} times)': '（{times} 次）',
	'It has stopped {times} times in {age}: it comes back each time': '{age} 内已停止 {times} 次：每次都会重现',
	'{name} stopped: {what}': '{name} 停止：{what}',
	'A relay stopped with an error': 'relay 因错误停止',
	'The relay of a worker of the source is Paused or Stopped and its result has errors, or DM only just tries again. A source can have several relays; each is told. It is critical where subtasks read that relay.':
		'数据源某个 worker 的 relay 处于 Paused 或 Stopped 且结果中有错误，或 DM 刚刚在重试。一个数据源可有多个 relay，分别报告。若有子任务读取该 relay 则为严重。',
	'The relay is off, or runs: an error of a running relay is a past one.':
		'relay 已关闭，或在运行：运行中的 relay 的错误是过去的。',
	'the relay is well again': 'relay 恢复正常',
	'A relay is paused or stopped': 'relay 被暂停或停止',
	'The relay of a worker of the source is Paused or Stopped without an error: somebody paused it. It is critical where subtasks read that relay: they get nothing new.':
		'数据源某个 worker 的 relay 处于 Paused 或 Stopped 但没有错误：有人暂停了它。若有子任务读取该 relay 则为严重：它们得不到新数据。',
	'The relay is off. Or an error stopped it: that is told as `relay-error`.':
		'relay 已关闭。或因错误停止：作为 `relay-error` 报告。',
	'{name} is {stage}': '{name} 处于 {stage}',
	'Resume the relay.': '恢复该 relay。',
	'Either its dm-worker hangs, or its upstream is frozen and the worker waits for it: the two look alike from here':
		'要么其 dm-worker 挂起，要么其上游卡住而 worker 在等待：从这里看两者一样',
	'First see whether the upstream of {source} answers: connect to it and run SHOW MASTER STATUS.':
		'先看 {source} 的上游是否应答：连接它并执行 SHOW MASTER STATUS。',
	'If it does, look at the dm-worker{worker}: its log, its disk, whether it uses CPU.':
		'如果应答，查看 dm-worker{worker}：日志、磁盘、是否占用 CPU。',
	'Look at the dm-worker {worker}.': '查看 dm-worker {worker}。',
	'A source does not answer': '数据源没有应答',
	'The source was asked and did not answer, or what came could not be read. What is shown of it is what was last known. It is told of a single subtask where only that one could not be asked.':
		'询问了该数据源而没有应答，或应答无法读取。所显示的是最后已知的情况。若只有某个子任务无法询问，则针对该子任务报告。',
	'The source has not been asked yet, or a first answer is still on its way. Or it is known to have no worker: that is told as `source-unbound`.':
		'尚未询问该数据源，或首次应答还在途中。或者已知它没有 worker：作为 `source-unbound` 报告。',
	'The source did not answer: {what}; its tasks are not known': '数据源没有应答：{what}；其任务未知',
	'The source did not answer: {what}': '数据源没有应答：{what}',
	'The subtask could not be asked': '无法询问该子任务',
	'A source has no worker': '数据源没有 worker',
	'No dm-worker serves the source, so nothing of it is replicated.':
		'没有 dm-worker 服务该数据源，因此它没有同步任何数据。',
	'A worker has taken the source and only has not answered yet: that is told as `source-silent`. A source that is in no answer any more is told as `source-vanished`.':
		'已有 worker 接管该数据源，只是尚未应答：作为 `source-silent` 报告。已不在任何应答中的数据源作为 `source-vanished` 报告。',
	'has a worker again': '重新有了 worker',
	'No worker serves the source: nothing of it is replicated': '没有 worker 服务该数据源：没有同步任何数据',
	'Start a dm-worker: a free one takes the source by itself. Or transfer the source to one that pulls only relay.':
		'启动一个 dm-worker：空闲的 worker 会自动接管该数据源。或把它换绑到只拉取 relay 的 worker。',
	'A source is in no answer any more': '数据源已不在任何应答中',
	'An answer for the whole cluster does not have a source that an earlier one had.':
		'对整个集群的应答中没有了先前出现过的数据源。',
	'The answer was for some sources alone. Or DM says that the source has no worker: that is told as `source-unbound`.':
		'应答只针对部分数据源。或者 DM 显示该数据源没有 worker：作为 `source-unbound` 报告。',
	'is in the answer again': '重新出现在应答中',
	'in no answer any more': '已不在应答中',
	'The source is in no answer any more': '数据源已不在任何应答中',
	'Somebody removed the source from DM, or its worker went away just now':
		'有人从 DM 中移除了该数据源，或其 worker 刚刚离开',
	'See whether the masters still know it: dmctl operate-source show.':
		'查看 master 是否仍知道它：dmctl operate-source show。',
	'Nothing is replicated, although the upstream goes on writing': '上游仍在写入，但没有同步任何数据',
	'The checkpoint stands at {position} and the row count does not grow, while the upstream has come to {end}':
		'检查点停在 {position}，行数不增长，而上游已到 {end}',
	'{distance} behind': '落后 {distance}',
	'DM tells no error, no waiting DDL and no stopped relay': 'DM 没有报告错误、等待的 DDL 或停止的 relay',
	'See whether the downstream TiDB answers, and what it is busy with: SHOW FULL PROCESSLIST, ADMIN SHOW DDL JOBS.':
		'查看下游 TiDB 是否应答以及在忙什么：SHOW FULL PROCESSLIST、ADMIN SHOW DDL JOBS。',
	'If nothing moves for minutes, pause and resume the subtask.': '如果几分钟内毫无进展，暂停再恢复该子任务。',
	'The load writes nothing any more': 'load 不再写入任何数据',
	'The dump reads nothing any more': 'dump 不再读取任何数据',
	'Not a byte and not a row was added since, and DM tells no error':
		'此后没有新增一个字节或一行，DM 也没有报告错误',
	'See whether the downstream TiDB answers, and what it is busy with: SHOW FULL PROCESSLIST.':
		'查看下游 TiDB 是否应答以及在忙什么：SHOW FULL PROCESSLIST。',
	'See what the dump waits for in the upstream: SHOW FULL PROCESSLIST shows a lock or a long query.':
		'查看 dump 在上游等待什么：SHOW FULL PROCESSLIST 会显示锁或长查询。',
	'A subtask runs and does not move': '子任务在运行但没有进展',
	'In Sync the upstream moves, and the checkpoint and the row count stand still for more than two flushes of the checkpoint (70 s). A dump or a load adds not a byte for as long.':
		'Sync 阶段：上游在前进，而检查点和行数停滞超过两次检查点刷新（70 秒）。dump 或 load：同样长的时间没有新增一个字节。',
	'The checkpoint moves in steps of 30 s. The upstream is idle, or the subtask was not watched for long enough. A waiting DDL, a relay that does not run, an upstream that cannot be seen or a silent source explain it. A load or dump is at 100 %: that is told as `finishing`.':
		'检查点每 30 秒前进一步。上游空闲，或观察时间不够。等待的 DDL、未运行的 relay、看不到的上游或无应答的数据源可以解释。load 或 dump 已到 100 %：作为 `finishing` 报告。',
	'error; the list has no details': '出错；列表没有细节',
	'The task is in error; a list has no details': '任务出错；列表没有细节',
	'Look at its status in full: dmctl query-status {name}': '查看其完整状态：dmctl query-status {name}',
	'A subtask stopped with an error': '子任务因错误停止',
	'The subtask is Paused and its result has errors. It is also told while DM tries again and the subtask has not moved since, with how often it has come back; and of a task of which a list says Error.':
		'子任务处于 Paused 且结果中有错误。DM 重试期间若子任务毫无进展也会报告，并给出重现次数；列表显示 Error 的任务亦然。',
	'The subtask runs: an error in its result is a past one. Or a person paused it, and the only errors are those that a pause leaves behind (connection is already closed, context canceled).':
		'子任务在运行：其结果中的错误是过去的。或者有人暂停了它，错误只是暂停留下的（connection is already closed、context canceled）。',
	'A task is no longer in the list': '任务已不在列表中',
	'A list of tasks no longer names a task that an earlier one named. A list does not tell whether the task is gone.':
		'任务列表不再包含先前出现过的任务。列表不能说明任务是否已不存在。',
	'The document names the sources of its tasks with their state: what is not in it is gone.':
		'文档按数据源给出任务及其状态：不在其中的就是已不存在。',
	'no longer in the list': '已不在列表中',
	'No longer in the list: stopped, or, before DM 5.4, its worker is offline':
		'已不在列表中：已停止，或（DM 5.4 之前）其 worker 离线',
	'The list last said: {status}': '列表最后显示：{status}',
	'It was on {sources}': '它曾在 {sources} 上',
	'Ask for it by its name: dmctl query-status {task}': '按名称查询：dmctl query-status {task}',
	'A part of an answer could not be read': '应答的一部分无法读取',
	'The last answer has parts that are not as any known version of DM writes them, or says itself that it failed. The rest is shown.':
		'最后一次应答中有部分内容不符合任何已知 DM 版本的写法，或应答本身表示失败。其余部分照常显示。',
	'Fields that are absent, or unknown to dm-top, are not a mistake: versions of DM differ.':
		'缺少的或 dm-top 不认识的字段不算错误：各 DM 版本有所不同。',
	'answer not read in full': '应答未能完整读取',
	'{count} {count|part|parts} of the answer could not be read': '应答有 {count} 处无法读取',
	'If the document is as DM wrote it, please report this.': '如果文档确为 DM 所写，请报告此问题。',
	'DM answers, and says that something is wrong': 'DM 有应答，但表示有问题',
	'The upstream does not tell where its binlog ends': '上游没有给出其 binlog 的末尾位置',
	'{tasks} still {count|counts|count} as Running, and nobody can say how far behind':
		'{tasks} 仍显示为 Running，但无法得知落后多少',
	'The worker asked SHOW MASTER STATUS and got nothing: the upstream is down, cannot be reached, or the user may not ask':
		'worker 执行 SHOW MASTER STATUS 没有得到结果：上游宕机、无法访问，或用户没有权限',
	'See whether the upstream answers, best from the host of {name} ({address}): connect to it and run SHOW MASTER STATUS.':
		'查看上游是否应答，最好从 {name}（{address}）所在主机：连接它并执行 SHOW MASTER STATUS。',
	'See whether the upstream answers: connect to it and run SHOW MASTER STATUS.':
		'查看上游是否应答：连接它并执行 SHOW MASTER STATUS。',
	'If it answers and is empty, switch binary logging on, or grant REPLICATION CLIENT.':
		'如果应答为空，请开启 binlog，或授予 REPLICATION CLIENT 权限。',
	'An upstream cannot be seen': '看不到上游',
	'Subtasks count as Running although DM does not know the end of the upstream’s binlog (masterBinlog is empty), or DM tells an error of the upstream, or a message beside an answer that went well.':
		'子任务显示为 Running，但 DM 不知道上游 binlog 的末尾（masterBinlog 为空），或 DM 报告了上游错误，或成功的应答带有消息。',
	'The subtasks are Paused by an error of the upstream: that is told as `subtask-error`. Or the form of the document has no positions.':
		'子任务因上游错误而 Paused：作为 `subtask-error` 报告。或者该文档格式没有位置信息。',
	'upstream not seen': '看不到上游',
	'Validation found rows that differ': '数据校验发现不一致的行',
	'The validator counts error rows as new: rows differ between upstream and downstream, and nobody has looked at them yet.':
		'校验器中有新的错误行：上下游数据不一致，且尚无人处理。',
	'All of them were ignored or resolved. Rows that are only pending are not compared yet.':
		'全部已忽略或已解决。仅处于待定的行尚未比对。',
	'{fresh} {fresh|row differs|rows differ}': '{fresh} 行不一致',
	'{fresh} {fresh|row differs|rows differ} between upstream and downstream': '上下游有 {fresh} 行不一致',
	'Validation in mode {mode}: {fresh} new, {ignored} ignored, {resolved} resolved':
		'{mode} 模式校验：新 {fresh}，已忽略 {ignored}，已解决 {resolved}',
	'It has come to {position}': '已校验到 {position}',
	'See which rows: dmctl validation show-error --error all {task}':
		'查看是哪些行：dmctl validation show-error --error all {task}',
	'Find out who wrote to the downstream, repair the rows there, then mark the errors as resolved; or as ignored.':
		'查明谁写了下游，修复那里的行，再把错误标为已解决或已忽略。',
	'A validator stopped with an error': '校验器因错误停止',
	'The validator of a subtask is Stopped and its result has errors: rows are no longer compared.':
		'子任务的校验器处于 Stopped 且结果中有错误：不再比对数据行。',
	'Somebody stopped the validator, or it was never started.': '有人停止了校验器，或从未启动。',
	'validator stopped': '校验器已停止',
	'The validator stopped: {what}': '校验器已停止：{what}',
	'Then start the validator again: it goes on where it stopped.': '然后重新启动校验器：它会从停止处继续。',
	'A dm-worker is offline': 'dm-worker 离线',
	'The list of members says that a dm-worker is offline. From `worker-offline-long` on it is critical. The sources that it served are told as `source-unbound` where no free worker took them.':
		'成员列表显示某个 dm-worker 离线。离线达到 `worker-offline-long` 则为严重。它服务过的数据源若没有空闲 worker 接管，作为 `source-unbound` 报告。',
	'The worker is free, or pulls only relay.': '该 worker 空闲，或只拉取 relay。',
	'is online again': '重新上线',
	'The dm-worker is offline': '该 dm-worker 离线',
	'Its address: {address}': '地址：{address}',
	'Start it again, or remove it from the cluster: dmctl offline-member --worker.':
		'重新启动它，或将其从集群移除：dmctl offline-member --worker。',
	'distance unknown': '距离未知',
	'stopped by an error': '因错误停止',
	'Told when:': '报告条件：',
	'Stays silent when:': '不报告：',
	'… {count} more lines': '… 另有 {count} 行',
	'{count} tasks: {text}': '{count} 个任务：{text}',
	'{minutes} min {seconds} s': '{minutes} 分 {seconds} 秒',
	'an error': '有错误',
	'errors {codes}': '错误 {codes}',
	'Paused by {error}': '因{error} 而 Paused',
	'Paused by this dm-top': '被此 dm-top 暂停',
	'leads (was {before})': '成为 leader（原为 {before}）',
	'worker joined ({stage})': 'worker 加入（{stage}）',
	'worker left the cluster': 'worker 离开集群',
	'no worker has this source': '没有 worker 绑定此数据源',
	'bound to {worker}, no answer yet': '已绑定到 {worker}，尚无应答',
	'bound to {worker}': '已绑定到 {worker}',
	'a source that vanished is no longer shown': '一个已消失的数据源不再显示',
	'{fresh} sources that vanished are no longer shown': '{fresh} 个已消失的数据源不再显示',
	'appeared on this source': '出现在此数据源上',
	'the list no longer names this source': '列表不再包含此数据源',
	'is no longer on this source': '已不在此数据源上',
	'is gone: no source has it any more': '已不存在：没有数据源再有它',
	'an entry of the answer could not be read': '应答中有一项无法读取',
	'vanished from the answer': '从应答中消失',
	'result is false, without a message': 'result 为 false，没有消息',
	'the answer says result: false, without a message': '应答为 result: false，没有消息',
	'Do: {step}': '处理：{step}',
	'when first seen:': '首次所见：',
	'{count} tasks:': '{count} 个任务：',
	'after {age} or more': '持续 {age} 或更久后',
	'after {age}': '持续 {age} 后',
	'over {lasted}: {what}': '{lasted}结束：{what}',
	'all {count} sources: {what}': '全部 {count} 个数据源：{what}',
	'all {count} sources answer again after {age}': '全部 {count} 个数据源在 {age} 后恢复应答',
	'{files} binlog {files|file|files}': '{files} 个 binlog 文件',
	finishing: '即将结束',
	'DM still does what follows the last byte: it may write indexes, compare checksums and collect statistics (physical import), then it removes the dump files and begins Sync':
		'最后一个字节之后 DM 仍有工作：可能在写索引、比对校验和、收集统计信息（物理导入），然后删除 dump 文件并进入 Sync',
	'The 100 % are an estimate of DM’s from the statistics of the tables: the last chunks are still dumped':
		'100 % 是 DM 根据表的统计信息估算的：最后的分片仍在导出',
	'paused by this dm-top': '被此 dm-top 暂停',
	'paused for the transfer': '因换绑而暂停',
	'paused: source disabled': '已暂停：数据源被停用',
	'Paused while this dm-top transfers its source': '此 dm-top 换绑其数据源期间暂停',
	'Paused since this dm-top disabled its source': '自此 dm-top 停用其数据源起暂停',
	'Look at the log of the dm-worker{worker}: one very large transaction looks like this too.':
		'查看 dm-worker{worker} 的日志：一个非常大的事务也会是这样。',
	'Look at the log of the dm-worker{worker}.': '查看 dm-worker{worker} 的日志。',
	'not moving {time}': '{time} 没有进展',
	'not told by this version of DM': '此版本的 DM 不提供',
	'a list of tasks has no details': '任务列表没有细节',
	'not in this document': '不在此文档中',
	'its relay has stopped': '其 relay 已停止',
	'no job in flight': '没有在途数据',
	'nobody saw since when': '无人看到从何时开始',
	'upstream not reachable': '上游无法访问',
	'nothing replicated since it was resumed': '恢复后尚未同步任何数据',
	'waits for shard DDL': '等待分库分表 DDL',
	'the checkpoint lies beyond the end of the upstream’s binlog': '检查点越过了上游 binlog 的末尾',
	'no answer; {seconds} s at the last one': '无应答；最后一次为 {seconds} 秒',
	'{hours} h {minutes} min': '{hours} 小时 {minutes} 分',
	'error {code}': '错误 {code}',
	'taken over by {worker} (was {before})': '由 {worker} 接管（原为 {before}）',
	leads: '成为 leader',
	'the answer says result: false': '应答为 result: false',
	'Checksums of {compared} of {all} {all|table|tables} are compared, {done} are done, by DM’s metric lightning_tables':
		'按 DM 的指标 lightning_tables，{all} 张表中已比对 {compared} 张的校验和，已完成 {done} 张',
} as const;
