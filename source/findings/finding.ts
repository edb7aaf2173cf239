/**
 * One thing that is wrong, or that a person would want to know of: the only notion of a problem in dm-top. Rows, filters,
 * totals, events, exit codes and JSON all follow the findings and decide nothing for themselves.
 */
import type {Retries} from '../dm/errors/entry.js';
import type {ProcessError} from '../dm/status.js';
import type {OperationKind} from '../providers/operation.js';

/**
 * How bad it is, worst first in `severities`.
 *
 * critical: replication has stopped, or data differ. warning: something needs a person, or soon will. notice: worth
 * knowing; it does not change the exit code.
 */
export type Severity = 'critical' | 'warning' | 'notice';

export const severities: readonly Severity[] = ['critical', 'warning', 'notice'];

export type Finding = {
	/** Stable, such as "ddl-waiting": the name in JSON, in docs/findings.md and for `dm-top explain`. */
	readonly kind: string;
	readonly severity: Severity;
	/** Where it is; what it does not concern is absent. */
	readonly task?: string;
	readonly source?: string;
	readonly worker?: string;
	readonly master?: string;
	/** Since when, ms since the epoch; undefined when that is not known. */
	readonly since?: number;
	/** True when it was already so at the first look: it may have begun long before `since`. */
	readonly isSinceAtLeast: boolean;
	/** A few words for a row: "waits for mysql-02", "relay: disk full", "not moving 4m". */
	readonly brief: string;
	/** What is wrong, in one line. */
	readonly what: string;
	/** The evidence, a line each: numbers, who, which DDL, which table. */
	readonly why: readonly string[];
	/** What to do, a line a step, the first step first; [] when there is nothing to do. */
	readonly fix: readonly string[];
	/** The operations of dm-top that fix it, the best first. */
	readonly operations: readonly OperationKind[];
	/** Absent where the question does not arise. */
	readonly retries?: Retries;
	/** DM's own error behind it, the cause of it where there are several. */
	readonly error?: ProcessError;
};

/** Whether a person should look: rows with such a finding are kept by "only problems", and the exit code is 1. */
export const isWarning = ({severity}: Finding): boolean => severity !== 'notice';
