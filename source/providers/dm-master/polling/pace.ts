/** How often and how long; all times in ms. */
export type PollingPace = {
	/** For one answer, from the connection to its last byte. */
	readonly deadline: number;
	/** Status calls a second, over all sources: half of what a dm-master allows by default. */
	readonly budget: number;
	/** Status calls that may be made at once after a quiet time. */
	readonly burst: number;
	/** No source is asked more often than this, whatever the interval. */
	readonly minimumInterval: number;
	/** Between two requests for the members. */
	readonly membersEvery: number;
	/** Between two calls for all sources at once, which also find those without a worker. */
	readonly fullEvery: number;
	/** The same while some source has no worker. */
	readonly fullEveryUnbound: number;
	/** For the call for all sources: one hung worker makes dm-master wait 30 s. */
	readonly fullDeadline: number;
	/**
	 * For the connection that an operation goes over, with its TLS handshake: it is to a master that has just answered.
	 */
	readonly connectDeadline: number;
	/**
	 * For an operation: dm-master checks ten times, once a second, whether it is done, and a worker may hang for 30 s.
	 */
	readonly operationDeadline: number;
	/** For an operation with a check by DM, and for such a check: it involves every upstream. */
	readonly checkDeadline: number;
	/** How long the call for all sources may take before the sources are asked one by one instead. */
	readonly patience: number;
	/** After this long without an answer from any master it is reported, although others are still to be tried. */
	readonly tellAfter: number;
	/** Waits after all masters failed: the first, the second, …; the last one from then on. */
	readonly backoff: readonly number[];
	/** 0 to 1, uniformly distributed: shortens each wait by up to a tenth. */
	readonly jitter: () => number;
};

/** The pace of a run of dm-top. */
export const defaultPace: PollingPace = {
	deadline: 5000,
	budget: 5,
	burst: 20,
	minimumInterval: 1000,
	membersEvery: 5000,
	fullEvery: 60_000,
	fullEveryUnbound: 10_000,
	fullDeadline: 35_000,
	connectDeadline: 5000,
	operationDeadline: 45_000,
	checkDeadline: 180_000,
	patience: 500,
	tellAfter: 1000,
	backoff: [1000, 2000, 4000, 8000, 10_000],
	jitter: Math.random,
};

/** At most a fifth of the budget is used for calls for all sources. */
const fullShare = 0.2;

/**
 * Between two calls for all sources, ms: the longer the more sources there are, since such a call spends the
 * master's rate limit once for each of them.
 */
export const fullInterval = (
	pace: PollingPace,
	{sources, unbound}: {sources: number; unbound: boolean},
): number =>
	Math.max(unbound ? pace.fullEveryUnbound : pace.fullEvery, (sources / (pace.budget * fullShare)) * 1000);
