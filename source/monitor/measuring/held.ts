/** Whether a shard DDL holds a subtask. */
import type {Subtask} from '../../dm/status.js';

/** DM's own text where another source has yet to receive the DDL: this subtask does not wait for anyone. */
const notReceived = "this DM-worker doesn't receive any shard DDL of this group";

/** True when a shard DDL holds the subtask: it waits for other sources, or for a person. */
export const isHeld = ({unit, stage, sync, unresolvedDDLLockID}: Subtask): boolean =>
	unit === 'Sync' &&
	stage === 'Running' &&
	(unresolvedDDLLockID !== '' ||
		(sync !== undefined &&
			(sync.blockingDDLs.length > 0 ||
				sync.blockDDLOwner !== '' ||
				sync.conflictMsg !== '' ||
				sync.unresolvedGroups.some(
					({synced, unsynced}) => synced.length > 0 || unsynced.length !== 1 || unsynced[0] !== notReceived,
				))));
