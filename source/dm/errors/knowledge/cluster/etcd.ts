/** The etcd inside the dm-masters, where sources, tasks and locks are stored. */
import type {CheckCommand, ErrorEntry} from '../../entry.js';

const members: CheckCommand = {
	on: 'dmctl',
	run: 'list-member',
	tells: 'which masters and workers are up, who is the leader, which worker is bound to which source',
};

const etcdCodes = [42_501, 42_502, 42_503, 42_504, 42_505, 11_107, 11_108, 11_110, 11_114];

/** Etcd that does not answer, or is full. */
export const etcdErrors = (): readonly ErrorEntry[] => [
	{
		id: 'etcd-space-exceeded',
		match: [{codes: etcdCodes, text: /database space exceeded/iv}, {text: /database space exceeded/iv}],
		what: 'The etcd inside the dm-masters has reached its size limit',
		cause:
			'Old versions of its values were not compacted fast enough (many tasks, locks or changes of state): quota-backend-bytes is reached, and nothing can be written any more. Running tasks continue.',
		check: [
			{
				on: 'dm-master',
				run: 'ETCDCTL_API=3 etcdctl --endpoints MASTER:8261 endpoint status -w table; etcdctl alarm list',
				tells: 'the size of the database on each dm-master, and the alarm NOSPACE',
			},
		],
		steps: [
			'Compact and defragment it, with etcdctl on the client port of every dm-master: etcdctl compact REVISION, etcdctl defrag, then etcdctl alarm disarm.',
			'Raise quota-backend-bytes in the configuration of the dm-masters, and restart them one after the other; auto-compaction-retention there says how much is kept.',
		],
		dont: ['Do not delete the data directory of a dm-master: sources, tasks and locks are stored there.'],
		operations: [],
		page: 'masterConfig',
	},
	{
		id: 'etcd-failed',
		match: [
			{codes: etcdCodes},
			{
				codes: etcdCodes,
				text: /deadline exceeded|code = (?:unavailable|canceled)|connection refused|i\/o timeout|timed out|context canceled|eof/iv,
			},
			{text: /etcdserver: |lease not found/iv},
			{isBare: true, text: /\bno leader\b/iv},
		],
		what: 'The etcd inside the dm-masters does not work',
		cause:
			'More than half of the dm-masters are down or unreachable, their disks are slow or full, or their clocks jump.',
		check: [
			members,
			{
				on: 'dm-master',
				run: String.raw`grep -n 'etcd\|slow' dm-master.log | tail -50; df -h`,
				tells: 'a slow disk, lost peers, no free space',
			},
		],
		steps: [
			'Start dm-masters again until there is a majority.',
			'Move their data directories to a fast disk with free space.',
			'Workers rejoin automatically.',
		],
		dont: ['Do not delete the data directory of a dm-master: sources, tasks and locks are stored there.'],
		retries: 'yes',
		operations: [],
		page: 'maintain',
	},
];
