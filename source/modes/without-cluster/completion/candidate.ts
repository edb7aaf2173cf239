/** What may come next on a command line, and what of that only the outside knows. */

export type ShellCandidate = {
	readonly value: string;
	/** What it is, in a few words; '' for nothing. */
	readonly told: string;
	/** More is to be typed behind it: no blank follows. */
	readonly goesOn?: boolean;
};

export type ShellCompletion = {
	readonly candidates: readonly ShellCandidate[];
	/** Names of files are completed as the shell does it; behind this, such as "--file=". */
	readonly files?: string;
};

/** What is there to be named in a cluster. */
export type ClusterNames = {
	/** The sources of each task. */
	readonly tasks: ReadonlyMap<string, readonly string[]>;
	readonly sources: readonly string[];
	readonly workers: readonly string[];
	readonly masters: readonly string[];
};

/** What has to be asked for: only what is needed is. */
export type Outside = {
	/** Names of the cluster that the line names; all empty when it does not answer in time. */
	readonly cluster: () => Promise<ClusterNames>;
	/** "@prod" and the like. */
	readonly profiles: () => Promise<readonly string[]>;
	/** Names of simulated clusters with their summaries. */
	readonly scenarios: () => Promise<ReadonlyArray<{readonly name: string; readonly summary: string}>>;
};

/** Values without a word on what they are. */
export const plain = (values: Iterable<string>): ShellCandidate[] =>
	[...values].map(value => ({value, told: ''}));
