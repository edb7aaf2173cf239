/**
 * DM's names for each operation: the names of pb.TaskOp, ErrorOp, SchemaOp, RelayOp, RelayOpV2, ValidationErrOp,
 * LeaderOp.
 */
export const opNames = {
	pause: 'Pause',
	resume: 'Resume',
	// Starting a task that DM already has is the same as resuming it.
	start: 'Resume',
	stop: 'Delete',
	'binlog-skip': 'Skip',
	'binlog-replace': 'Replace',
	'binlog-inject': 'Inject',
	'binlog-revert': 'Revert',
	'binlog-list': 'List',
	'schema-set': 'SetSchema',
	'schema-remove': 'RemoveSchema',
	'validation-ignore': 'IgnoreErrOp',
	'validation-resolve': 'ResolveErrOp',
	'validation-clear': 'ClearErrOp',
	'enable-relay': 'StartRelayV2',
	'disable-relay': 'StopRelayV2',
	'pause-relay': 'PauseRelay',
	'resume-relay': 'ResumeRelay',
	'evict-leader': 'EvictLeaderOp',
	'cancel-evict-leader': 'CancelEvictLeaderOp',
} as const;

/** The name of `stop` before DM 6.0. */
export const stopBefore6 = 'Stop';
