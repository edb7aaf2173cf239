/** The numbers from which on something is told: all of them in one place. */
export const thresholds = {
	/** A lag from which on it is told as high, s. */
	lagHigh: 300,
	/** A lag below this is neither told as growing nor as being caught up on, s. */
	lagLeast: 60,
	/** A lag that grows faster than this is told, seconds a second: noise in DM's number is slower. */
	lagGrowth: 0.25,
	/** The checkpoint and the rows stand for so long while the upstream moves, ms: more than two flushes of DM's 30 s. */
	stuck: 70_000,
	/** After an error that came back before, the subtask runs for so long before the error counts as over, ms. */
	recovered: 60_000,
	/** The same after the first error, where DM tries again by itself. */
	retried: 10_000,
	/** Transactions nearer to the head of a GTID set than this may still be on their way. */
	gtidHead: 1000n,
	/** No answer at all for so long makes what is shown doubtful, ms. */
	silence: 10_000,
} as const;
