/** Numbers over the whole cluster, for the header. */
export type Totals = {
	readonly tasks: number;
	/** Tasks by dmctl's status word, most first. */
	readonly byStatus: ReadonlyArray<readonly [status: string, tasks: number]>;
	readonly subtasks: number;
	/** Seconds over all Sync subtasks whose lag is known; undefined when none is. */
	readonly lagMedian?: number;
	readonly lag95?: number;
	readonly lagMax?: number;
	/** Seconds that the greatest lag grows each second; undefined where that is a bound, or unknown. */
	readonly lagMaxSlope?: number;
	/** Sync subtasks whose lag is known, if only as a lower bound. */
	readonly lagKnown: number;
	/** Sync subtasks whose lag is not known: it may be the greatest. */
	readonly lagUnknown: number;
	/** True when the greatest lag is only a lower bound. */
	readonly lagAtLeast: boolean;
	readonly rowsPerSecond?: number;
	/** Tasks with sources that did not answer: they are not completely known. */
	readonly incomplete: number;
	/** Sources that belong to the cluster and have a worker, as far as is known. */
	readonly sourcesBound: number;
	/** Those of them that have never answered: their tasks, and what is wrong with them, are not known. */
	readonly sourcesUnheard: number;
	/** Relays that are on; a source may have several. */
	readonly relays: number;
	readonly workersBound: number;
};
