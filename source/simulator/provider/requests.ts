/** The request to a dm-master for each operation. */
import {planUnlock} from '../../providers/dm-master/grpc/plan-unlock.js';
import {opNames} from '../../providers/dm-master/operate/dm-ops.js';
import type {Impossible} from '../../providers/dm-master/operate/http/request.js';
import type {Operation} from '../../providers/operation.js';
import {parseGoDuration} from '../documents/go-duration.js';
import {startSecond} from '../documents/start-second.js';
import {unlockRequest} from '../master/methods.js';
import type {Simulation} from '../model/model.js';
import type {OperateRequest} from '../operations/operate.js';
import {ddlLocks} from './lock-reader.js';

/** An existing task continues, as with OpenAPI's start; a deleted one is started as it was. */
const startRequest = (
	simulation: Simulation,
	operation: Extract<Operation, {kind: 'start'}>,
): OperateRequest | string => {
	const {task, sources, startTime, safeModeFor = '', ...rest} = operation;
	const startAt = startSecond(simulation, startTime);
	if (typeof startAt === 'string') {
		return startAt;
	}

	const safeMode = safeModeFor === '' ? 0 : parseGoDuration(safeModeFor);

	if (safeMode === undefined) {
		return "error while parse safe-mode-duration, expected in the format like '1s' or '1h'";
	}

	const options = {...rest, startAt, safeMode};
	return simulation.tasks.has(task)
		? {kind: 'task', op: 'Start', task, sources, dialect: 'document', options}
		: {...options, kind: 'start-task', task, sources};
};

/** The request to the masters; a string is their reason for refusing it. */
export const requestOf = (
	simulation: Simulation,
	operation: Operation,
): OperateRequest | string | Impossible => {
	switch (operation.kind) {
		case 'pause':
		case 'resume':
		case 'stop': {
			const {kind, task, sources} = operation;
			return {kind: 'task', op: opNames[kind], task, sources, dialect: 'document'};
		}

		case 'start': {
			return startRequest(simulation, operation);
		}

		case 'binlog-skip':
		case 'binlog-replace':
		case 'binlog-inject':
		case 'binlog-revert':
		case 'binlog-list': {
			const {kind, task, sources, position, sqls} = operation;
			return {kind: 'errors', op: opNames[kind], task, sources, binlogPos: position, sqls};
		}

		case 'schema-set': {
			const {task, sources, database, table, schema} = operation;
			const columns =
				'sql' in schema
					? {schema: schema.sql}
					: {fromSource: schema.from === 'upstream', fromTarget: schema.from === 'downstream'};
			return {kind: 'schema', op: 'SetSchema', task, sources, database, table, ...columns};
		}

		case 'schema-remove': {
			const {task, sources, database, table} = operation;
			return {kind: 'schema', op: 'RemoveSchema', task, sources, database, table};
		}

		case 'validation-start': {
			const {task, sources, mode, startTime} = operation;
			const startAt = startSecond(simulation, startTime);
			return typeof startAt === 'string' ? startAt : {kind: 'start-validation', task, sources, mode, startAt};
		}

		case 'validation-stop': {
			return {kind: 'stop-validation', task: operation.task, sources: operation.sources};
		}

		case 'validation-ignore':
		case 'validation-resolve':
		case 'validation-clear': {
			const {kind, task, error} = operation;
			const id = error === 'all' ? undefined : Number(error);
			return {kind: 'validation-error', op: opNames[kind], task, id};
		}

		case 'enable-relay':
		case 'disable-relay': {
			const {kind, source, workers} = operation;
			return {kind: kind === 'enable-relay' ? 'start-relay' : 'stop-relay', source, workers};
		}

		case 'pause-relay':
		case 'resume-relay': {
			return {kind: 'relay-stage', op: opNames[operation.kind], sources: [operation.source]};
		}

		case 'purge-relay': {
			return {kind: 'purge-relay', sources: [operation.source]};
		}

		case 'transfer-source': {
			return {kind: 'transfer', source: operation.source, worker: operation.worker};
		}

		case 'enable-source':
		case 'disable-source': {
			return {kind: operation.kind, source: operation.source};
		}

		case 'evict-leader': {
			return {kind: 'leader', op: 'EvictLeaderOp'};
		}

		case 'cancel-evict-leader': {
			return {kind: 'leader', op: 'CancelEvictLeaderOp'};
		}

		case 'unlock-ddl': {
			const planned = planUnlock(operation, ddlLocks(simulation));
			return 'impossible' in planned ? planned : unlockRequest(planned.request);
		}
	}
};
