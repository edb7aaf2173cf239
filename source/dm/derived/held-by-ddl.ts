/** Whether a shard DDL holds a subtask. */
import type {Subtask} from '../status.js';

/**
 * Dm-master's text in place of tables for a source that has not reached any DDL of the group (server.go): it does not
 * wait.
 */
export const nothingReceived = "this DM-worker doesn't receive any shard DDL of this group";

/** True when a shard DDL holds the subtask: it waits for other sources, or for somebody to act. */
export const isHeld = ({unit, stage, sync, unresolvedDDLLockID}: Subtask): boolean =>
	unit === 'Sync' &&
	stage === 'Running' &&
	(unresolvedDDLLockID !== '' ||
		(sync !== undefined &&
			(sync.blockingDDLs.length > 0 ||
				sync.blockDDLOwner !== '' ||
				sync.conflictMsg !== '' ||
				sync.unresolvedGroups.some(
					({synced, unsynced}) =>
						synced.length > 0 || unsynced.length !== 1 || unsynced[0] !== nothingReceived,
				))));
