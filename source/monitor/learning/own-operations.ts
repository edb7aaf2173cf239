/** What this dm-top itself has done: a change that it brought about is not told as somebody else's. */
import type {OperationKind} from '../../providers/operation.js';
import type {OperationObservation} from '../../providers/provider.js';

/** An operation of this dm-top that is under way, or ended lately. */
export type OwnOperation = {
	readonly kind: OperationKind;
	/** Absent: all tasks on its sources. */
	readonly task?: string;
	/** [] means all sources of the task. */
	readonly sources: readonly string[];
	/** Ms since the epoch; Infinity while it is under way. */
	readonly until: number;
};

/** So long after its end what an answer shows may still be its doing, ms: a worker is asked every few seconds. */
const aftermath = 30_000;

/** The operations with this one as it is now, without those that are long over. */
export const ownOperationsAfter = (
	before: ReadonlyMap<string, OwnOperation>,
	{at, task, outcome, cause}: OperationObservation,
): ReadonlyMap<string, OwnOperation> => {
	if (!cause) {
		return before;
	}

	const {sending, operation: kind, sources, isOver} = cause;
	// One that was refused has done nothing; one of which DM did nothing everywhere may have paused a part.
	const until = isOver ? at + (outcome === 'failed' ? 0 : aftermath) : Infinity;
	return new Map([
		...before.entries().filter(([id, own]) => id !== sending && own.until > at),
		[sending, {kind, sources, until, ...(task !== undefined && {task})}],
	]);
};

/** The last of these kinds of operations that acts on a place at that time; undefined when none does. */
export const causeOf = (
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
