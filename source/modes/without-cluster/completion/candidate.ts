/** What may come next on a command line, and the names that have to be asked for. */

/** A word that Tab offers. */
export type ShellCandidate = {
	readonly value: string;
	/** A short description; '' for none. */
	readonly description: string;
	/** More has to be typed after it: no blank follows. */
	readonly goesOn?: boolean;
};

/** All that Tab offers for the last word. */
export type ShellCompletion = {
	readonly candidates: readonly ShellCandidate[];
	/** File names are completed by the shell, after this prefix, such as "--file=". */
	readonly files?: string;
};

/** The names in a cluster. */
export type ClusterNames = {
	/** The sources of each task. */
	readonly tasks: ReadonlyMap<string, readonly string[]>;
	readonly sources: readonly string[];
	readonly workers: readonly string[];
	readonly masters: readonly string[];
};

/** Names that have to be asked for, on demand. */
export type Outside = {
	/** Names of the cluster that the line names; all empty when it does not answer in time. */
	readonly cluster: () => Promise<ClusterNames>;
	/** "@prod" and the like. */
	readonly profiles: () => Promise<readonly string[]>;
	/** Names of simulated clusters with their summaries. */
	readonly scenarios: () => Promise<ReadonlyArray<{readonly name: string; readonly summary: string}>>;
};

/** Values without a description. */
export const plainCandidates = (values: Iterable<string>): ShellCandidate[] =>
	[...values].map(value => ({value, description: ''}));
