/** What an error belongs to. */

/** The unit that an error stopped: entries may be about one only. */
export type FailingUnit = 'Dump' | 'Load' | 'Sync';

/** The context of an error besides its text; used in commands and queries. */
export type ErrorOwner = {
	readonly task?: string;
	readonly source?: string;
	readonly worker?: string;
	readonly unit?: FailingUnit;
	/** True for an error of the relay: DM has its own retry rules for those. */
	readonly isOfRelay?: boolean;
	/** True for an error of the source itself, which is about its upstream. */
	readonly isOfUpstream?: boolean;
	/** True for a subtask in stage Stopped: DM does not retry it, and resume-task does not start it. */
	readonly isStopped?: boolean;
};
