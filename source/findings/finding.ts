/**
 * One thing that is wrong or worth knowing: the only notion of a problem in dm-top. Rows, filters, totals, events, exit
 * codes and JSON all follow the findings.
 */
import type {Retries} from '../dm/errors/entry.js';
import type {ProcessError} from '../dm/status.js';
import type {OperationKind} from '../providers/operation.js';

/**
 * How bad it is, worst first in `severities`.
 *
 * critical: replication has stopped, or data differ. warning: somebody has to act, now or soon. notice: worth knowing;
 * it does not change the exit code.
 */
export type Severity = 'critical' | 'warning' | 'notice';

/** Worst first. */
export const severities: readonly Severity[] = ['critical', 'warning', 'notice'];

/** The rank of a finding by its severity: the smaller, the worse. */
export const severityRank = ({severity}: Pick<Finding, 'severity'>): number => severities.indexOf(severity);

/** One thing that is wrong or worth knowing: where, since when, why, and what to do. */
export type Finding = {
	/** Stable, such as "ddl-waiting": the name in JSON, in docs/findings.md and for `dm-top explain`. */
	readonly kind: string;
	readonly severity: Severity;
	/** Where it is; what does not apply is absent. */
	readonly task?: string;
	readonly source?: string;
	readonly worker?: string;
	readonly master?: string;
	/** Since when, ms since the epoch; undefined when that is not known. */
	readonly since?: number;
	/** True when it was present at the first answer: it may have begun long before `since`. */
	readonly isSinceAtLeast: boolean;
	/** A few words for a row: "waits for mysql-02", "relay: disk full", "no progress 4m". */
	readonly brief: string;
	/** What is wrong, in one line. */
	readonly what: string;
	/** The evidence, one item per line: numbers, who, which DDL, which table. */
	readonly why: readonly string[];
	/** What to do, one step per line, the first step first; [] when there is nothing to do. */
	readonly fix: readonly string[];
	/** The operations of dm-top that fix it, the best first. */
	readonly operations: readonly OperationKind[];
	/**
	 * Operations that the error's advice warns of: they are right only after the steps in `fix`, or for some causes.
	 * Absent: none.
	 */
	readonly warnsOf?: readonly OperationKind[];
	/** Absent where that does not apply. */
	readonly retries?: Retries;
	/** DM's own error behind it, the root cause where there are several. */
	readonly error?: ProcessError;
};

/** Whether somebody should look at it: such a finding keeps its row with "only problems", and makes the exit code 1. */
export const isWarning = ({severity}: Finding): boolean => severity !== 'notice';
