import {say} from '../../../../language/say.js';
import {errorOps, leaderOps, schemaOps, taskOps} from '../../../../dm/enums.js';
import {actsOn, type BinlogOperation, type Operation, type TaskOperation} from '../../../operation.js';
import {opNames, stopBefore6} from '../dm-ops.js';
import {isBefore} from '../dm-version.js';
import {
	impossible,
	inV1alpha1Path,
	unaddressable,
	type Impossible,
	type OperationRequest,
} from './request.js';

const request = (
	method: 'POST' | 'PUT',
	path: string,
	body: Readonly<Record<string, unknown>>,
): OperationRequest => ({
	way: 'v1alpha1',
	method,
	path: `/apis/v1alpha1/${path}`,
	body: JSON.stringify(body),
});

const planTask = (operation: TaskOperation, version: string): OperationRequest | Impossible => {
	const {kind, task, sources} = operation;
	if (kind === 'start' && operation.config !== undefined) {
		const {config, startTime = ''} = operation;
		const body = {task: config, sources, removeMeta: operation.removeMeta === true, startTime};
		return {...request('POST', 'tasks', body), isChecked: true};
	}

	const name = inV1alpha1Path(task);
	return name === undefined
		? unaddressable('task', task)
		: request('PUT', `tasks/${name}`, {
				op: taskOps[kind === 'stop' && isBefore(version, '6.0') ? stopBefore6 : opNames[kind]],
				sources,
			});
};

const planBinlog = (operation: BinlogOperation): OperationRequest => {
	const {kind, task, sources, position, sqls} = operation;
	const takesSqls = kind === 'binlog-replace' || kind === 'binlog-inject';
	return request('PUT', 'errors', {
		op: errorOps[opNames[kind]],
		task,
		sources,
		binlogPos: position,
		sqls: takesSqls ? sqls : [],
	});
};

/** The v1alpha1 request for an operation; `version` is DM's, '' when it does not matter or is unknown. */
export const planV1alpha1 = (operation: Operation, version: string): OperationRequest | Impossible => {
	if (actsOn(operation, 'task')) {
		return planTask(operation, version);
	}

	if (actsOn(operation, 'binlog')) {
		return planBinlog(operation);
	}

	if (actsOn(operation, 'schema')) {
		const {kind, task, sources, database, table} = operation;
		const set = kind === 'schema-set' ? operation.schema : undefined;
		return request('PUT', 'schema', {
			op: schemaOps[opNames[kind]],
			task,
			sources,
			database,
			table,
			// As dmctl does by default: the checkpoint and the locks are updated at once.
			...(set && {flush: true, sync: true}),
			...(set && 'sql' in set && {schema: set.sql}),
			...(set && 'from' in set && {[set.from === 'upstream' ? 'fromSource' : 'fromTarget']: true}),
		});
	}

	return actsOn(operation, 'cluster')
		? request('PUT', `leader/${leaderOps[opNames[operation.kind]]}`, {})
		: impossible(say('{kind} does not go over {way}', {kind: operation.kind, way: 'v1alpha1'}));
};
