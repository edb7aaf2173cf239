import type {Operation, SourceOperation, TaskOperation} from '../../operation.js';
import type {Request} from '../connection/connection.js';

/** The one request that carries out an operation. */
export type OperationRequest = Request & {
	readonly method: 'POST' | 'PUT';
	readonly body: string;
	readonly api: 'v1alpha1' | 'openapi';
};

/** The operation cannot be asked for like this, and why. */
export type Impossible = {readonly impossible: string};

/** The operations that go to a master over HTTP, whichever it is. */
export type HttpOperation = Exclude<Operation, {kind: 'unlock-ddl'}>;

export type Circumstances = {
	/** Whether the master serves v1alpha1; if not, OpenAPI is all there is. */
	readonly hasV1alpha1: boolean;
	/** Such as "v7.5.5"; '' when it is not known. */
	readonly version: string;
};

/** Pb.TaskOp; what dmctl calls stop-task is Delete since 6.0, and was Stop before. */
const taskOps = {stopBefore6: 1, pause: 2, resume: 3, start: 3, stop: 7} as const;

/** Pb.ErrorOp */
const errorOps = {
	'binlog-skip': 1,
	'binlog-replace': 2,
	'binlog-revert': 3,
	'binlog-inject': 4,
	'binlog-list': 5,
} as const;

/** Pb.LeaderOp */
const leaderOps = {'evict-leader': 1, 'cancel-evict-leader': 2} as const;

const v1alpha1 = (path: string, body: Record<string, unknown>): OperationRequest => ({
	api: 'v1alpha1',
	method: 'PUT',
	path: `/apis/v1alpha1/${path}`,
	body: JSON.stringify(body),
});

/** POST with a body, also if there is nothing to say: DM reads one. */
const openApi = (path: string, body: Record<string, unknown>): OperationRequest => ({
	api: 'openapi',
	method: 'POST',
	path: `/api/v1/${path}`,
	body: JSON.stringify(body),
});

/** A list for OpenAPI; absent, not empty, where all are meant. */
const listed = (name: string, values: readonly string[]): Record<string, unknown> =>
	values.length > 0 ? {[name]: values} : {};

/** A name as a part of a path; undefined when DM does not find it there again. */
const inPath = (name: string): string | undefined =>
	name === '' || name.includes('/') || !name.isWellFormed() || /^\.+$/v.test(name)
		? undefined
		: encodeURIComponent(name);

const impossible = (why: string): Impossible => ({impossible: why});

const unaddressable = (what: string, name: string): Impossible =>
	impossible(
		name === ''
			? `the ${what} has no name`
			: `a ${what} with the name "${name}" cannot be addressed over HTTP; use dmctl`,
	);

/** Before 6.0 a task was taken away with Stop. */
const isBefore6 = (version: string): boolean =>
	Number(/^v?(?<major>\d+)\./v.exec(version)?.groups?.['major'] ?? 6) < 6;

const planTask = (
	{kind, task, sources}: TaskOperation,
	{hasV1alpha1, version}: Circumstances,
): OperationRequest | Impossible => {
	const name = inPath(task);
	if (name === undefined) {
		return unaddressable('task', task);
	}

	const overOpenApi = openApi(
		`tasks/${name}/${kind === 'pause' ? 'stop' : 'start'}`,
		listed('source_name_list', sources),
	);
	if (hasV1alpha1 && !task.includes(':')) {
		const op = kind === 'stop' && isBefore6(version) ? taskOps.stopBefore6 : taskOps[kind];
		return v1alpha1(`tasks/${name}`, {op, sources});
	}

	if (kind === 'stop') {
		return impossible(
			hasV1alpha1
				? `v1alpha1 cannot address a task with ":" in its name, and OpenAPI would delete the checkpoints of ${task} as well; use dmctl`
				: `the master serves OpenAPI only, which would delete the checkpoints of ${task} as well; use dmctl`,
		);
	}

	return overOpenApi;
};

type BinlogOperation = Extract<Operation, {kind: keyof typeof errorOps}>;

const planBinlog = (
	{kind, task, sources, position, sqls}: BinlogOperation,
	{hasV1alpha1}: Circumstances,
): OperationRequest | Impossible => {
	if (!hasV1alpha1) {
		return impossible('the master serves OpenAPI only, which knows nothing of binlog errors; use dmctl');
	}

	const needsSqls = kind === 'binlog-replace' || kind === 'binlog-inject';
	if (needsSqls && sqls.every(sql => sql.trim() === '')) {
		return impossible(`${kind} needs the SQL statements to apply`);
	}

	return v1alpha1('errors', {
		op: errorOps[kind],
		task,
		sources,
		binlogPos: position,
		sqls: needsSqls ? sqls : [],
	});
};

const planSource = (operation: SourceOperation): OperationRequest | Impossible => {
	const {kind, source} = operation;
	const name = inPath(source);
	if (name === undefined) {
		return unaddressable('source', source);
	}

	const path = (action: string): string => `sources/${name}/${action}`;
	switch (kind) {
		case 'enable-source':
		case 'disable-source': {
			return openApi(path(kind === 'enable-source' ? 'enable' : 'disable'), {});
		}

		case 'pause-relay':
		case 'resume-relay': {
			return impossible(`${kind} goes over gRPC only; use dmctl`);
		}

		case 'enable-relay':
		case 'disable-relay': {
			const action = kind === 'enable-relay' ? 'enable' : 'disable';
			return openApi(path(`relay/${action}`), listed('worker_name_list', operation.workers));
		}

		case 'purge-relay': {
			return operation.before === ''
				? impossible('purge-relay needs the name of the binlog file to keep from')
				: openApi(path('relay/purge'), {relay_binlog_name: operation.before});
		}

		case 'transfer-source': {
			return operation.worker === ''
				? impossible('transfer-source needs the name of a free worker')
				: openApi(path('transfer'), {worker_name: operation.worker});
		}
	}
};

/**
 * The request for an operation: v1alpha1 wherever it has one, since it is always there; OpenAPI for what only OpenAPI
 * has, for task names that v1alpha1 cannot address, and where v1alpha1 is not served.
 */
export const planRequest = (
	operation: HttpOperation,
	circumstances: Circumstances,
): OperationRequest | Impossible => {
	switch (operation.kind) {
		case 'pause':
		case 'resume':
		case 'start':
		case 'stop': {
			return planTask(operation, circumstances);
		}

		case 'binlog-skip':
		case 'binlog-replace':
		case 'binlog-inject':
		case 'binlog-revert':
		case 'binlog-list': {
			return planBinlog(operation, circumstances);
		}

		case 'schema-set':
		case 'schema-remove':
		case 'validation-start':
		case 'validation-stop':
		case 'validation-ignore':
		case 'validation-resolve':
		case 'validation-clear': {
			return impossible(`${operation.kind} cannot be asked for yet; use dmctl`);
		}

		case 'enable-relay':
		case 'disable-relay':
		case 'pause-relay':
		case 'resume-relay':
		case 'purge-relay':
		case 'transfer-source':
		case 'enable-source':
		case 'disable-source': {
			return planSource(operation);
		}

		case 'evict-leader':
		case 'cancel-evict-leader': {
			return circumstances.hasV1alpha1
				? v1alpha1(`leader/${leaderOps[operation.kind]}`, {})
				: impossible('the master serves OpenAPI only, which has no such operation; use dmctl');
		}
	}
};
