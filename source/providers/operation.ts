/**
 * The operations on a cluster, and its answers: the other half of the contract in provider.ts. The kinds are grouped by
 * what they act on.
 */

/** A task; `sources` names some of its sources, [] means all of them. */
export type TaskTarget = {readonly task: string; readonly sources: readonly string[]};

/** An operation on a task, on all of its sources or on some. */
export type TaskOperation =
	/**
	 * `stop` is dmctl's stop-task: DM forgets the task, and its checkpoints stay downstream. `start` is start-task;
	 * with only a name it is the same as `resume`.
	 */
	| ({readonly kind: 'pause' | 'resume' | 'stop'} & TaskTarget)
	| ({
			readonly kind: 'start';
			/**
			 * The task's configuration as YAML: the task is created from it, as dmctl's start-task does. Absent: the
			 * existing task continues. A password `******` in it is replaced by the one that a reader of configurations
			 * has seen for that task.
			 */
			readonly config?: string;
			/** Forgets the checkpoints first: everything is dumped again, or read from the place that the task names. */
			readonly removeMeta?: boolean;
			/** Where reading begins, as dmctl's --start-time: "2026-11-27 01:02:03"; DM 6.0 and later. */
			readonly startTime?: string;
			/** How long rows are written in safe mode, such as "10m"; only without `config`, which contains it. */
			readonly safeModeFor?: string;
	  } & TaskTarget);

/** Passing a bad DDL: `position` is "mysql-bin.000001:4", '' for the one that stopped it; `sqls` replace it. */
export type BinlogOperation = {
	readonly kind: 'binlog-skip' | 'binlog-replace' | 'binlog-inject' | 'binlog-revert' | 'binlog-list';
	readonly position: string;
	readonly sqls: readonly string[];
} & TaskTarget;

/**
 * DM's columns of an upstream table, as dmctl's `binlog-schema`. The subtasks must be paused, and `sources` names at
 * least one: DM has no "all" here.
 */
export type SchemaOperation = {readonly database: string; readonly table: string} & TaskTarget &
	(
		| {
				readonly kind: 'schema-set';
				/** A CREATE TABLE statement, or the side to take the columns from (6.0 and later). */
				readonly schema: {readonly sql: string} | {readonly from: 'upstream' | 'downstream'};
		  }
		| {readonly kind: 'schema-remove'}
	);

/** Comparing the rows on both sides, as dmctl's `validation`; DM 6.1 and later. */
export type ValidationOperation = TaskTarget &
	(
		| {
				readonly kind: 'validation-start';
				/** Given for a new validator; absent for one that was stopped. */
				readonly mode?: 'full' | 'fast';
				/** Where it begins, "2026-11-27 01:02:03". */
				readonly startTime?: string;
		  }
		| {readonly kind: 'validation-stop'}
		| {
				/** For the whole task: DM cannot select sources here, and `sources` is []. */
				readonly kind: 'validation-ignore' | 'validation-resolve' | 'validation-clear';
				/** The error's ID, a decimal number; 'all' for every one. */
				readonly error: string;
		  }
	);

type OnSource = {readonly source: string};

/** An operation on a source or on its relay. */
export type SourceOperation = OnSource &
	(
		| {readonly kind: 'enable-relay' | 'disable-relay'; readonly workers: readonly string[]}
		/** The relay of every worker that pulls it for this source. */
		| {readonly kind: 'pause-relay' | 'resume-relay'}
		/** Removes relay logs older than `before`, a binlog file's name; in `subDir`, absent for the newest. */
		| {readonly kind: 'purge-relay'; readonly before: string; readonly subDir?: string}
		| {readonly kind: 'transfer-source'; readonly worker: string}
		/** Over OpenAPI only. A disabled source's tasks are paused, and its relay too. */
		| {readonly kind: 'enable-source' | 'disable-source'}
	);

/**
 * Evicting concerns the leader only; cancelling concerns every evicted master: dm-top finds the leader, or asks all
 * masters.
 */
export type ClusterOperation = {readonly kind: 'evict-leader' | 'cancel-evict-leader'};

/**
 * `lock` is its ID; `action` says what the owner does with the DDL. `owner` is that of the listed lock, or for a
 * pessimistic lock another source instead; '' for the one that DM knows. `force` removes the lock even if the owner
 * fails.
 */
export type LockOperation = {
	readonly kind: 'unlock-ddl';
	readonly lock: string;
	readonly task: string;
	readonly action: 'exec' | 'skip';
	readonly owner: string;
	readonly force: boolean;
};

/** The operations by what they act on. */
export type OperationGroups = {
	readonly task: TaskOperation;
	readonly binlog: BinlogOperation;
	readonly schema: SchemaOperation;
	readonly validation: ValidationOperation;
	readonly source: SourceOperation;
	readonly cluster: ClusterOperation;
	readonly lock: LockOperation;
};

/** What an operation acts on: a task, a source, a lock and so on. */
export type OperationGroup = keyof OperationGroups;

/** Everything that DM can be asked to do, with all that it needs to know for that. */
export type Operation = OperationGroups[OperationGroup];

/** The name of an operation, as in the audit log and in scripts. */
export type OperationKind = Operation['kind'];

/** What each kind acts on. */
export const operationGroups: Readonly<Record<OperationKind, OperationGroup>> = {
	pause: 'task',
	resume: 'task',
	start: 'task',
	stop: 'task',
	'binlog-skip': 'binlog',
	'binlog-replace': 'binlog',
	'binlog-inject': 'binlog',
	'binlog-revert': 'binlog',
	'binlog-list': 'binlog',
	'schema-set': 'schema',
	'schema-remove': 'schema',
	'validation-start': 'validation',
	'validation-stop': 'validation',
	'validation-ignore': 'validation',
	'validation-resolve': 'validation',
	'validation-clear': 'validation',
	'enable-relay': 'source',
	'disable-relay': 'source',
	'pause-relay': 'source',
	'resume-relay': 'source',
	'purge-relay': 'source',
	'transfer-source': 'source',
	'enable-source': 'source',
	'disable-source': 'source',
	'evict-leader': 'cluster',
	'cancel-evict-leader': 'cluster',
	'unlock-ddl': 'lock',
};

/** The kinds that act on this. */
export type KindOf<Group extends OperationGroup> = OperationGroups[Group]['kind'];

/** Whether this kind acts on this. */
export const isOf = <Group extends OperationGroup>(
	kind: OperationKind,
	group: Group,
): kind is KindOf<Group> => operationGroups[kind] === group;

/** Whether an operation acts on this. */
export const actsOn = <Group extends OperationGroup>(
	operation: Operation,
	group: Group,
): operation is OperationGroups[Group] => isOf(operation.kind, group);

/** An operation for logs: without a configuration, which may contain passwords. */
export const forTheRecord = (operation: Operation): Operation =>
	operation.kind === 'start' && operation.config !== undefined
		? {...operation, config: `(${operation.config.trimEnd().split('\n').length} lines)`}
		: operation;

/** All kinds, for an operator that supports all of them. */
export const operationKinds: ReadonlySet<OperationKind> = new Set(
	Object.keys(operationGroups) as OperationKind[],
);

/** What one source answered to an operation; `msg` is DM's whole text. */
export type SourceAnswer = {
	readonly source: string;
	readonly worker: string;
	readonly result: boolean;
	readonly msg: string;
};

/** The APIs of a dm-master for operations. All three are on the same port. */
export type Way = 'v1alpha1' | 'gRPC' | 'OpenAPI';

/**
 * The cluster's answer. `accepted` only means that the request was understood: the status shows later whether it was
 * done.
 *
 * `not-sent`: nothing was sent, since nobody could be asked; `msg` says why.
 *
 * `unknown`: the request was sent but no answer came (deadline, connection lost, master gone). It may have been done;
 * it is never resent automatically.
 */
export type OperationAnswer = {
	readonly result: 'accepted' | 'refused' | 'not-sent' | 'unknown';
	/** DM's full message, or why there is no answer. */
	readonly msg: string;
	readonly sources: readonly SourceAnswer[];
	/** The API that was used; absent where nothing was sent, or there is only one. */
	readonly way?: Way;
	/** The result of DM's checks before a start, in its own words; absent where it checked nothing. */
	readonly check?: string;
};

/** The part of a provider that operates. */
export type Operator = {
	/** The supported kinds. */
	readonly kinds: ReadonlySet<OperationKind>;
	/**
	 * Sends one operation, once. It does not throw: errors are answers. It may take 45 s, a start from a configuration
	 * three minutes.
	 */
	operate(operation: Operation, signal: AbortSignal): Promise<OperationAnswer>;
};
