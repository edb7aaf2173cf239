import type {Operation} from '../../operation.js';

/** The name that a task's configuration gives it, at the beginning of a line; undefined when it has none. */
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
		return `the configuration is of the task ${name === undefined ? 'without a name' : `"${name}"`}, not of "${task}"`;
	}

	return safeModeFor === ''
		? undefined
		: 'DM takes the time in safe mode from the configuration: set safe-mode-duration in its syncers';
};

/** Why an operation cannot be asked for at all, whichever way it would go; undefined when it can. */
export const obstacleTo = (operation: Operation): string | undefined => {
	switch (operation.kind) {
		case 'start': {
			return taskObstacle(operation);
		}

		case 'binlog-replace':
		case 'binlog-inject': {
			return operation.sqls.every(sql => sql.trim() === '')
				? `${operation.kind} needs the SQL statements to apply`
				: undefined;
		}

		case 'schema-set':
		case 'schema-remove': {
			return operation.sources.length === 0 ? `${operation.kind} needs the name of a source` : undefined;
		}

		case 'validation-ignore':
		case 'validation-resolve':
		case 'validation-clear': {
			return operation.error === 'all' || /^\d{1,19}$/v.test(operation.error)
				? undefined
				: `${operation.kind} needs the ID of an error, or "all"`;
		}

		case 'purge-relay': {
			return operation.before === ''
				? 'purge-relay needs the name of the binlog file to keep from'
				: undefined;
		}

		case 'transfer-source': {
			return operation.worker === '' ? 'transfer-source needs the name of a worker' : undefined;
		}

		default: {
			return undefined;
		}
	}
};
