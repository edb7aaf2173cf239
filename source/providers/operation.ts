/**
 * What a person can have done to a cluster, and what the cluster says to it. The other half of the contract in
 * provider.ts.
 */

/** Operations on a task; `sources` names some of its sources, [] means all of them. */
type OnTask = {readonly task: string; readonly sources: readonly string[]};

export type Operation =
	| ({readonly kind: 'pause' | 'resume' | 'start' | 'stop' | 'delete'} & OnTask)
	/** Passing a bad DDL: `position` is "mysql-bin.000001:4", '' for the one it stands at; `sqls` replace it. */
	| ({
			readonly kind: 'binlog-skip' | 'binlog-replace' | 'binlog-inject' | 'binlog-revert' | 'binlog-list';
			readonly position: string;
			readonly sqls: readonly string[];
	  } & OnTask)
	| {
			readonly kind: 'enable-relay' | 'disable-relay';
			readonly source: string;
			readonly workers: readonly string[];
	  }
	/** Removes relay logs older than `before`, a binlog file's name. */
	| {readonly kind: 'purge-relay'; readonly source: string; readonly before: string}
	| {readonly kind: 'transfer-source'; readonly source: string; readonly worker: string}
	| {readonly kind: 'evict-leader' | 'cancel-evict-leader'}
	/**
	 * `lock` is its ID; `action` says what the owner does with the DDL. `owner` is that of the lock as it is listed, or
	 * for a pessimistic lock another source in its place; '' for the one DM knows. `force` removes the lock even if
	 * the owner fails.
	 */
	| {
			readonly kind: 'unlock-ddl';
			readonly lock: string;
			readonly task: string;
			readonly action: 'exec' | 'skip';
			readonly owner: string;
			readonly force: boolean;
	  };

export type OperationKind = Operation['kind'];

/** Every kind there is, for an operator that can carry out all of them. */
export const operationKinds: ReadonlySet<OperationKind> = new Set<OperationKind>([
	'pause',
	'resume',
	'start',
	'stop',
	'delete',
	'binlog-skip',
	'binlog-replace',
	'binlog-inject',
	'binlog-revert',
	'binlog-list',
	'enable-relay',
	'disable-relay',
	'purge-relay',
	'transfer-source',
	'evict-leader',
	'cancel-evict-leader',
	'unlock-ddl',
]);

/** What one source answered to an operation. */
export type SourceAnswer = {
	readonly source: string;
	readonly worker: string;
	readonly result: boolean;
	readonly msg: string;
};

/**
 * What the cluster answered. `result` true means no more than that the request was understood: whether the thing
 * is done, the status tells afterwards.
 *
 * `not-sent`: nothing went out, since nobody could be asked; `msg` says why.
 *
 * `unknown`: the request went out and no answer came (deadline, connection lost, master gone). It may have been done;
 * it is never sent again by itself.
 */
export type OperationAnswer = {
	readonly result: 'accepted' | 'refused' | 'not-sent' | 'unknown';
	/** DM's own words, or why there is no answer. */
	readonly msg: string;
	readonly sources: readonly SourceAnswer[];
};

/** The part of a provider that operates. */
export type Operator = {
	/** The kinds it can carry out. */
	readonly kinds: ReadonlySet<OperationKind>;
	/** Sends one operation, once. It does not throw: what goes wrong is an answer. It may take 40 s. */
	operate(operation: Operation, signal: AbortSignal): Promise<OperationAnswer>;
};
