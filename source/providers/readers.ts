/**
 * What a provider can be asked besides the status: configurations, columns, validation, checks. Another part of the
 * contract in provider.ts. Questions are asked on demand, and never change anything. No reader throws: errors become a
 * problem, with DM's own message in `what` where DM refused. Texts are as DM sent them: sanitize them before they are
 * shown.
 */
import type {Problem} from './problem.js';

/**
 * A configuration as DM holds it. Every password and key in it is `******`, even in parts that dm-top does not know.
 */
export type Config = {
	readonly format: 'yaml' | 'toml';
	readonly text: string;
};

/** Reads the configurations that DM holds. */
export type ConfigReader = {
	/** As dmctl's `config task`: YAML for start-task, except for the passwords. Unknown while DM has no such task. */
	task(task: string, signal: AbortSignal): Promise<Config | Problem>;
	/** One for each source of the task, as its worker runs it: TOML. */
	subtasks(task: string, signal: AbortSignal): Promise<readonly Config[] | Problem>;
	/** YAML: host, port, user, server-id, GTID, relay of an upstream. */
	source(source: string, signal: AbortSignal): Promise<Config | Problem>;
	/** TOML. It asks the worker, and so can take 30 s. */
	worker(worker: string, signal: AbortSignal): Promise<Config | Problem>;
	/** TOML. */
	master(master: string, signal: AbortSignal): Promise<Config | Problem>;
};

/** What one source answered to a question to several; `problem` where it gave no value. */
export type OfSource<Value> = {readonly source: string; readonly worker: string} & (
	{readonly value: Value} | {readonly problem: Problem}
);

/** Where the rows of an upstream table go: route rules applied. */
export type MigrateTarget = {
	readonly sourceSchema: string;
	readonly sourceTable: string;
	readonly targetSchema: string;
	readonly targetTable: string;
};

/** A table of a task's sources; `sources` names at least one. */
export type TableQuestion = {
	readonly task: string;
	readonly sources: readonly string[];
	readonly database: string;
	readonly table: string;
};

/** DM's schemas of the tables of an upstream, as dmctl's `binlog-schema list`. The subtasks must be paused. */
export type SchemaReader = {
	databases(
		question: Pick<TableQuestion, 'task' | 'sources'>,
		signal: AbortSignal,
	): Promise<ReadonlyArray<OfSource<readonly string[]>> | Problem>;
	tables(
		question: Omit<TableQuestion, 'table'>,
		signal: AbortSignal,
	): Promise<ReadonlyArray<OfSource<readonly string[]>> | Problem>;
	/** A CREATE TABLE statement on one line. */
	columns(question: TableQuestion, signal: AbortSignal): Promise<ReadonlyArray<OfSource<string>> | Problem>;
	/** Also of running subtasks; DM 6.0 and later. */
	targets(
		question: Pick<TableQuestion, 'task' | 'sources'>,
		signal: AbortSignal,
	): Promise<ReadonlyArray<OfSource<readonly MigrateTarget[]>> | Problem>;
};

/** The validator of one subtask (pb.ValidationStatus); the counts are DM's texts, such as "insert/update/delete: 1/2/0". */
export type Validator = {
	readonly task: string;
	readonly source: string;
	/** `full` or `fast`. */
	readonly mode: string;
	/** DM's stage by name: Running, Stopped. */
	readonly stage: string;
	readonly position: string;
	readonly gtid: string;
	readonly processed: string;
	readonly pending: string;
	/** "new/ignored/resolved: 2/0/0" */
	readonly errors: string;
	/** Why it stopped, in DM's own words; [] when it did not. */
	readonly problems: readonly string[];
};

/** One table of a validator (pb.ValidationTableStatus). */
export type ValidatedTable = {
	readonly source: string;
	/** "`shop`.`orders`", upstream and downstream. */
	readonly from: string;
	readonly to: string;
	readonly stage: string;
	/** Why it is not checked; '' when it is. */
	readonly message: string;
};

/** `missing` is what a source said instead of an answer; the rest is still there. '' for nothing. */
export type ValidationStatus = {
	readonly validators: readonly Validator[];
	readonly tables: readonly ValidatedTable[];
	readonly missing: string;
};

/** A row that differs (pb.ValidationError); the data are DM's texts of the columns' values. */
export type RowDifference = {
	/** For validation-ignore, -resolve and -clear: a decimal number. */
	readonly id: string;
	readonly source: string;
	readonly from: string;
	readonly fromRow: string;
	readonly to: string;
	readonly toRow: string;
	/** "Expected rows not exist", "Column data not matched", … */
	readonly type: string;
	readonly state: 'new' | 'ignored' | 'resolved' | 'unknown';
	/** As DM writes it: "2026-11-27 01:02:03". */
	readonly time: string;
	readonly message: string;
};

/** Rows that differ, and DM's words about what it could not list; '' for nothing. */
export type RowDifferences = {readonly rows: readonly RowDifference[]; readonly missing: string};

/** DM 6.1 and later. */
export type ValidationReader = {
	status(task: string, signal: AbortSignal): Promise<ValidationStatus | Problem>;
	/** `all`: new and ignored ones. DM does not keep resolved ones. */
	differences(
		question: {readonly task: string; readonly state: 'new' | 'ignored' | 'all'},
		signal: AbortSignal,
	): Promise<RowDifferences | Problem>;
};

/** One objection of DM's check. */
export type CheckItem = {
	/** "mysql table schema (tables that do not exist upstream)" */
	readonly name: string;
	readonly description: string;
	readonly state: 'fail' | 'warn';
	/** What is wrong, one item each. */
	readonly problems: readonly string[];
	/** What to do about it; '' when DM does not say. */
	readonly instruction: string;
	/** Such as the upstream's address. */
	readonly extra: string;
};

/** What check-task found. */
export type CheckResult = {
	/** Whether start-task would continue: warnings do not prevent it. */
	readonly passed: boolean;
	/** DM's whole text. */
	readonly msg: string;
	/** The parsed text; [] where it cannot be parsed, or everything is fine. */
	readonly items: readonly CheckItem[];
};

/** Has DM check a task before it is started. */
export type TaskChecker = {
	/**
	 * Lets DM check a configuration as start-task would, like dmctl's check-task: it involves upstreams and downstream,
	 * and can take a minute. A masked password is treated as in the operation `start`.
	 */
	check(
		question: {readonly config: string; readonly startTime?: string},
		signal: AbortSignal,
	): Promise<CheckResult | Problem>;
};

/** The readers of a provider; unavailable ones are absent. */
export type Readers = {
	readonly configuration?: ConfigReader;
	readonly schema?: SchemaReader;
	readonly validation?: ValidationReader;
	readonly check?: TaskChecker;
};
