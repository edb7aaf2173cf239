/** The texts of source/dm/errors/knowledge/cluster/etcd.ts. */
export const etcd = {
	'The etcd inside the dm-masters has reached its size limit': 'dm-master 内置 etcd 的数据量已达上限',
	'Old versions of its values were not compacted fast enough (many tasks, locks or changes of state): quota-backend-bytes is reached, and nothing can be written any more. Running tasks continue.':
		'旧版本数据压缩不及时（任务、锁或状态变化很多）：达到 quota-backend-bytes 后无法再写入。运行中的任务会继续。',
	'the size of the database on each dm-master, and the alarm NOSPACE':
		'每个 dm-master 上的数据量，以及 NOSPACE 告警',
	'Compact and defragment it, with etcdctl on the client port of every dm-master: etcdctl compact REVISION, etcdctl defrag, then etcdctl alarm disarm.':
		'在每个 dm-master 的客户端端口上用 etcdctl 压缩并整理：etcdctl compact REVISION、etcdctl defrag，然后 etcdctl alarm disarm。',
	'Raise quota-backend-bytes in the configuration of the dm-masters, and restart them one after the other; auto-compaction-retention there says how much is kept.':
		'在 dm-master 配置中调高 quota-backend-bytes，并逐个重启；保留多少由其中的 auto-compaction-retention 决定。',
	'The etcd inside the dm-masters does not work': 'dm-master 内嵌的 etcd 不可用',
	'More than half of the dm-masters are down or unreachable, their disks are slow or full, or their clocks jump.':
		'半数以上的 dm-master 宕机或隔离、磁盘慢或已满，或时钟跳变。',
	'a slow disk, lost peers, no free space': '磁盘慢、失去对端、没有空间',
	'Start dm-masters again until there is a majority.': '恢复足够的 dm-master，使其达到多数。',
	'Move their data directories to a fast disk with free space.': '把它们的数据目录放到有空间的快速磁盘上。',
	'Workers rejoin automatically.': 'worker 会自动重新加入。',
	'Do not delete the data directory of a dm-master: sources, tasks and locks are stored there.':
		'不要删除 dm-master 的数据目录：数据源、任务和锁都保存在那里。',
};
