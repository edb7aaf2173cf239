/** One entry of knowledge about an error: what a colleague who has seen it before would say. */
import type {Text} from '../../language/text.js';
import type {OperationKind} from '../../providers/operation.js';
import type {DocumentationPage} from './pages.js';

/** Whether DM continues by itself: it retries, it never does (or a retry cannot help), or that is unknown. */
export type Retries = 'yes' | 'no' | 'unknown';

/** Where a command or a query is run. */
export type CommandPlace =
	/** A MySQL client on the upstream database. */
	| 'upstream'
	/** A MySQL client on the downstream TiDB. */
	| 'downstream'
	/** A MySQL client on the database of the error: the upstream or the downstream, where the error tells which. */
	| 'database'
	| 'dmctl'
	/** A shell on the host of the source's dm-worker. */
	| 'dm-worker'
	/** A shell on the host of the dm-master. */
	| 'dm-master'
	/** A shell on the upstream's host. */
	| 'upstream host'
	/** A shell on a host of the downstream. */
	| 'downstream host'
	/** A shell on the host of the database of the error. */
	| 'database host'
	/** The task's configuration file. */
	| 'task file'
	/** The source's configuration file. */
	| 'source file'
	/** The screens of dm-top. */
	| 'dm-top';

/** How to verify the cause: what to run and where, and what the answer means. A command is not translated. */
export type CheckCommand<T extends string = Text> = {
	readonly on: CommandPlace;
	readonly run: string;
	readonly tells: T;
};

/**
 * What an error must have to match an entry; all given parts must match. The most specific match wins: a text before an
 * error number of MySQL or TiDB, and that before a code of DM.
 */
export type Match = {
	/** DM's own codes, any of them. */
	readonly codes?: readonly number[];
	/** MySQL's or TiDB's error numbers, any of them. */
	readonly numbers?: readonly number[];
	/** Found in the message without its statements, or in the raw cause. */
	readonly text?: RegExp;
	/** The unit in which it happened. */
	readonly unit?: 'Dump' | 'Load' | 'Sync';
	/** The database that it concerns, where the error tells. */
	readonly side?: 'upstream' | 'downstream';
	/** Only where a DDL failed, not rows. */
	readonly isOfDdl?: true;
	/** Only for a text without a code of DM, such as an answer of HTTP or gRPC. */
	readonly isBare?: true;
};

/**
 * Texts may contain the names `{task}`, `{source}`, `{worker}`, `{table}`, `{schema}`, `{name}`, `{file}`,
 * `{position}`, `{offset}` and `{address}`: known values are filled in.
 */
export type ErrorEntry = {
	/** Stable, such as "binlog-purged": the anchor in docs/errors.md, and a word for `dm-top explain`. */
	readonly id: string;
	/** Any of these. */
	readonly match: readonly Match[];
	/** More codes of DM, and numbers of MySQL or TiDB, under which it is listed. */
	readonly under?: readonly number[];
	/** What happened, in a few words. */
	readonly what: Text;
	/** The usual causes, the most frequent first. */
	readonly cause: Text;
	readonly check: readonly CheckCommand[];
	/** What to do, one step per line, the first step first. */
	readonly steps: readonly Text[];
	/** What not to do, and what that would cost. */
	readonly dont: readonly Text[];
	/**
	 * `yes` where DM's own retries can help (whether it makes them depends on the error as well), `no` where it makes
	 * none or they cannot help; absent where that does not apply, as for a refused operation.
	 */
	readonly retries?: 'yes' | 'no';
	/** The operations of dm-top that carry out the steps, the best first. */
	readonly operations: readonly OperationKind[];
	/**
	 * Operations that `dont` warns of: they are right only after what the steps say, or for some causes. They are never
	 * what is copied first.
	 */
	readonly warnsOf?: readonly OperationKind[];
	/** The page of the DM or TiDB documentation that it follows. */
	readonly page: DocumentationPage;
	/**
	 * It is only a consequence of something else: `always`, such as a cancelled context, or `beside-others`, such as a
	 * lost connection next to another error.
	 */
	readonly consequence?: 'always' | 'beside-others';
};

/** What an entry says otherwise where the error is one of the upstream, or of the downstream. */
export type EntryOfSide = Partial<
	Pick<ErrorEntry, 'what' | 'cause' | 'check' | 'steps' | 'dont' | 'operations'>
>;
