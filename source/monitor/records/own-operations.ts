/** What this dm-top has done itself: changes made by it are not attributed to somebody else. */
import type {OperationKind} from '../../providers/operation.js';
import type {OperationObservation} from '../../providers/provider.js';

/** An operation of this dm-top that is under way, or ended recently. */
export type OwnOperation = {
	readonly kind: OperationKind;
	/** Absent: all tasks on its sources. */
	readonly task?: string;
	/** [] means all sources of the task. */
	readonly sources: readonly string[];
	/** Ms since the epoch; Infinity while it is under way. */
	readonly until: number;
};

/** How long after its end a change may still be due to it, ms: a worker is asked every few seconds. */
const aftermath = 30_000;

/** The most that are remembered, the last ones: the end of one may never be told. */
const most = 1000;

/** The operations with the current state of this one, without those that ended long ago. */
export const ownOperationsAfter = (
	before: ReadonlyMap<string, OwnOperation>,
	{at, task, outcome, cause}: OperationObservation,
): ReadonlyMap<string, OwnOperation> => {
	if (!cause) {
		return before;
	}

	const {sending, operation: kind, sources, isOver} = cause;
	// A refused one has done nothing; a partly successful one may have paused a part.
	const until = isOver ? at + (outcome === 'failed' ? 0 : aftermath) : Infinity;
	const others = [...before].filter(([id, own]) => id !== sending && own.until > at);
	return new Map([
		...others.slice(1 - most),
		[sending, {kind, sources, until, ...(task !== undefined && {task})}],
	]);
};

/** The last of these kinds of operations that acts on a place at that time; undefined when none does. */
export const ownOperationAt = (
	own: ReadonlyMap<string, OwnOperation>,
	{task, source}: {readonly task?: string; readonly source: string},
	{kinds, at}: {readonly kinds: ReadonlySet<OperationKind>; readonly at: number},
): OperationKind | undefined =>
	own
		.values()
		.toArray()
		.findLast(
			({kind, task: of, sources, until}) =>
				kinds.has(kind) &&
				at <= until &&
				(of === undefined || of === task) &&
				(sources.length === 0 || sources.includes(source)),
		)?.kind;
