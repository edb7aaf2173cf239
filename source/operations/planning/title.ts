/**
 * What a plan is called.
 */
import type {Operation} from '../../providers/operation.js';
import {isTaskKind, kindWords} from '../kinds.js';
import {operationTarget} from '../target.js';

/**
 * "Pause 2 tasks", "Pause users on mysql-01", "Transfer mysql-01 to worker-5". `isElsewhere`: for a place in the binlog at which the
 * subtask does not stand.
 */
export const titleOf = (operations: readonly Operation[], isElsewhere: boolean): string => {
	const [first] = operations;
	if (!first) {
		return 'Nothing to do';
	}

	const {action} = kindWords[first.kind];
	if (operations.length > 1) {
		return isTaskKind(first.kind)
			? `${action} ${operations.length} tasks`
			: `${action}: ${operations.length} subtasks`;
	}

	switch (first.kind) {
		case 'cancel-evict-leader': {
			return `${action} on ${operationTarget(first)}`;
		}

		case 'evict-leader': {
			return action;
		}

		case 'transfer-source': {
			return `${action} ${first.source} to ${first.worker}`;
		}

		case 'enable-relay':
		case 'disable-relay': {
			return `${action} of ${first.source}`;
		}

		case 'purge-relay': {
			return `${action} logs of ${first.source} before ${first.before}`;
		}

		case 'unlock-ddl': {
			return `${action} ${first.lock}: the owner ${first.action === 'exec' ? 'executes' : 'skips'} the DDL`;
		}

		case 'binlog-skip':
		case 'binlog-replace': {
			return isElsewhere
				? `${action} the DDL at ${first.position} of ${operationTarget(first)}`
				: `${action} the DDL of ${operationTarget(first)}`;
		}

		case 'validation-ignore':
		case 'validation-resolve':
		case 'validation-clear': {
			const verb = action.split(' ', 1)[0]!;
			return `${verb} ${first.error === 'all' ? 'all differences' : `difference ${first.error}`} of ${first.task}`;
		}

		case 'schema-set':
		case 'schema-remove': {
			const from = first.kind === 'schema-set' && 'from' in first.schema ? ` as ${first.schema.from}` : '';
			return `${action} of ${first.database}.${first.table}${from} for ${operationTarget(first)}`;
		}

		case 'binlog-inject':
		case 'binlog-revert':
		case 'binlog-list': {
			return `${action}: ${operationTarget(first)}`;
		}

		default: {
			return `${action} ${operationTarget(first)}`;
		}
	}
};
