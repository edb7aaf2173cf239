/**
 * The title of a plan.
 */
import {isOf, type Operation} from '../../providers/operation.js';
import {differenceVerbs, kindWords} from '../kinds.js';
import {operationTarget} from '../target.js';
import {say} from '../../language/say.js';

/**
 * "Pause 2 tasks", "Pause users on mysql-01", "Transfer mysql-01 to worker-5". `isElsewhere`: for a binlog position at
 * which the subtask is not stopped.
 */
export const titleOf = (operations: readonly Operation[], isElsewhere: boolean): string => {
	const [first] = operations;
	if (!first) {
		return say('Nothing to do');
	}

	const action = say(kindWords[first.kind].action);
	const count = operations.length;
	if (count > 1) {
		return isOf(first.kind, 'task')
			? say('{action} {count} tasks', {action, count})
			: say('{action}: {count} subtasks', {action, count});
	}

	switch (first.kind) {
		case 'cancel-evict-leader': {
			return say('{action} on {target}', {action, target: operationTarget(first)});
		}

		case 'evict-leader': {
			return action;
		}

		case 'transfer-source': {
			return say('Transfer {source} to {worker}', {source: first.source, worker: first.worker});
		}

		case 'enable-relay':
		case 'disable-relay':
		case 'pause-relay':
		case 'resume-relay':
		case 'validation-start':
		case 'validation-stop': {
			return say('{name} of {target}', {name: action, target: operationTarget(first)});
		}

		case 'purge-relay': {
			return say('Purge relay logs of {source} before {file}', {source: first.source, file: first.before});
		}

		case 'unlock-ddl': {
			return first.action === 'exec'
				? say('Unlock {lock}: the owner executes the DDL', {lock: first.lock})
				: say('Unlock {lock}: the owner skips the DDL', {lock: first.lock});
		}

		case 'binlog-skip':
		case 'binlog-replace': {
			const target = operationTarget(first);
			return isElsewhere
				? say('{action} the DDL at {position} of {target}', {action, position: first.position, target})
				: say('{action} the DDL of {target}', {action, target});
		}

		case 'validation-ignore':
		case 'validation-resolve':
		case 'validation-clear': {
			const verb = say(differenceVerbs[first.kind]);
			const {error: id, task} = first;
			return id === 'all'
				? say('{verb} all differences of {task}', {verb, task})
				: say('{verb} difference {id} of {task}', {verb, id, task});
		}

		case 'schema-set':
		case 'schema-remove': {
			const of = {action, table: `${first.database}.${first.table}`, target: operationTarget(first)};
			return first.kind === 'schema-set' && 'from' in first.schema
				? say('{action} of {table} as {side} for {target}', {...of, side: say(first.schema.from)})
				: say('{action} of {table} for {target}', of);
		}

		case 'binlog-inject':
		case 'binlog-revert':
		case 'binlog-list': {
			return say('{action}: {target}', {action, target: operationTarget(first)});
		}

		default: {
			return say('{action} {target}', {action, target: operationTarget(first)});
		}
	}
};
