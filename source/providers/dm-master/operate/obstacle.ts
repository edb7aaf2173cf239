import {say} from '../../../language/say.js';
import {hiddenPassword} from '../../../dm/secrets/hidden-password.js';
import type {Operation} from '../../operation.js';

/** The name in a task's configuration, at the beginning of a line; undefined when it has none. */
export const nameIn = (config: string): string | undefined => {
	const name = /^name:[\t ]*(?<name>"[^"]*"|'[^']*'|[^\s#][^\n\r#]*)/mv
		.exec(config)
		?.groups?.['name']?.trim();
	return name?.replace(/^(?<quote>["'])(?<inner>.*)\k<quote>$/v, '$<inner>');
};

const taskObstacle = (operation: Extract<Operation, {kind: 'start'}>): string | undefined => {
	const {task, config, safeModeFor = ''} = operation;
	if (config === undefined) {
		return undefined;
	}

	const name = nameIn(config);
	if (name !== task) {
		return name === undefined
			? say('the configuration is of the task without a name, not of "{task}"', {task})
			: say('the configuration is of the task "{name}", not of "{task}"', {name, task});
	}

	return safeModeFor === ''
		? undefined
		: say('DM takes the time in safe mode from the configuration: set safe-mode-duration in its syncers');
};

/** The statements that an operation sends. */
const statementsOf = (operation: Operation): readonly string[] =>
	'sqls' in operation
		? operation.sqls
		: operation.kind === 'schema-set' && 'sql' in operation.schema
			? [operation.schema.sql]
			: [];

/** Why the statements of an operation cannot be sent as they are: something in them is hidden; undefined otherwise. */
export const hiddenIn = (operation: Operation): string | undefined =>
	statementsOf(operation).some(sql => sql.includes(hiddenPassword))
		? say('the SQL hides something as {stars}: write it in full', {stars: hiddenPassword})
		: undefined;

/** Why an operation cannot be requested in any way; undefined when it can. */
export const obstacleTo = (operation: Operation): string | undefined => {
	const hidden = hiddenIn(operation);
	if (hidden !== undefined) {
		return hidden;
	}

	switch (operation.kind) {
		case 'start': {
			return taskObstacle(operation);
		}

		case 'binlog-replace':
		case 'binlog-inject': {
			return operation.sqls.every(sql => sql.trim() === '')
				? say('{kind} needs the SQL statements to apply', {kind: operation.kind})
				: undefined;
		}

		case 'schema-set':
		case 'schema-remove': {
			return operation.sources.length === 0
				? say('{kind} needs the name of a source', {kind: operation.kind})
				: undefined;
		}

		case 'validation-ignore':
		case 'validation-resolve':
		case 'validation-clear': {
			return operation.error === 'all' || /^\d{1,19}$/v.test(operation.error)
				? undefined
				: say('{kind} needs the ID of an error, or "all"', {kind: operation.kind});
		}

		case 'purge-relay': {
			return operation.before === ''
				? say('purge-relay needs the name of the binlog file to keep from')
				: undefined;
		}

		case 'transfer-source': {
			return operation.worker === '' ? say('transfer-source needs the name of a worker') : undefined;
		}

		default: {
			return undefined;
		}
	}
};
