/** Subtasks as DM's status has them, for tests of what follows from one. */
import type {ProcessError, ShardingGroup, Subtask, Sync} from '../../source/dm/status.js';

/** An error of which only these fields are given. */
export const processError = (fields: Partial<ProcessError>): ProcessError => ({
	class: '',
	scope: '',
	level: '',
	message: '',
	rawCause: '',
	workaround: '',
	...fields,
});

export const shardingGroup = (fields: Partial<ShardingGroup> = {}): ShardingGroup => ({
	target: '`shop`.`orders`',
	DDLs: [],
	firstLocation: '',
	synced: [],
	unsynced: [],
	...fields,
});

export const syncStatus = (fields: Partial<Sync> = {}): Sync => ({
	masterBinlog: '(mysql-bin.000001, 1000)',
	masterBinlogGtid: '',
	syncerBinlog: '(mysql-bin.000001, 500)',
	syncerBinlogGtid: '',
	blockingDDLs: [],
	unresolvedGroups: [],
	binlogType: 'remote',
	blockDDLOwner: '',
	conflictMsg: '',
	synced: false,
	totalRows: 100,
	...fields,
});

/** A subtask that runs in Sync. */
export const subtask = (fields: Partial<Subtask> = {}): Subtask => ({
	task: 'orders',
	source: 'mysql-01',
	worker: 'worker-1',
	stage: 'Running',
	unit: 'Sync',
	unresolvedDDLLockID: '',
	msg: '',
	sync: syncStatus(),
	...fields,
});
