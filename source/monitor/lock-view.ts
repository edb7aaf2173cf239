/** One downstream table whose sharded DDL is not done everywhere yet. */
export type LockView = {
	/** DM's own ID of the lock: the task and the table, "orders-`shop`.`users`". */
	readonly id: string;
	readonly task: string;
	/** The downstream table; '' where DM does not name it. */
	readonly table: string;
	/** `pessimistic`: all wait for the last shard. `optimistic`: one shard's DDL may conflict with the others'. */
	readonly mode: string;
	readonly ddls: readonly string[];
	/** Pessimistic: the source that executes the DDL. Optimistic: the table with the conflicting DDL. '' for none. */
	readonly owner: string;
	/** DM's message about the conflict; '' for none. */
	readonly conflict: string;
	/** The sources that have reached the DDL and wait; optimistic: tables, as "mysql-01-`shop_1`.`users`". */
	readonly synced: readonly string[];
	/** Those that have not reached it, written as in `synced`. */
	readonly waiting: readonly string[];
	/** Upstream tables that have not reached it, as DM names them. */
	readonly unsyncedTables: readonly string[];
	/** Since when it exists, ms since the epoch, as far as dm-top has observed it. */
	readonly since: number;
	/** False when it was in the first answer: it may have begun earlier. */
	readonly isSinceSeen: boolean;
	/** Whether dm-master lists it: only then can it be unlocked. Undefined while dm-master was not asked. */
	readonly isListed?: boolean;
};
