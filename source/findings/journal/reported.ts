/** Which findings hold at present, and their events. */
import type {ClusterEvent} from '../../monitor/view.js';
import type {Finding} from '../finding.js';

/** A finding that is present, or briefly absent. */
export type ReportedFinding = {
	/** As it began. */
	readonly finding: Finding;
	/** Its event. */
	readonly event: ClusterEvent;
	/** Since when it is present, ms since the epoch. */
	readonly began: number;
	/** It was present when its place was first seen. */
	readonly isFromStart: boolean;
	/** Since when it is absent: DM retries, and it may come back. Absent while it is present. */
	readonly gone?: number;
};

/** What the next view is compared with, and the events so far. */
export type Journal = {
	/** Newest first. */
	readonly events: readonly ClusterEvent[];
	/** By name: see `namesOf`. */
	readonly reported: ReadonlyMap<string, ReportedFinding>;
	/** Sources that have answered. */
	readonly seen: ReadonlySet<string>;
	/** Whether there was a view before. */
	readonly hasBegun: boolean;
	/** Whether masters and workers were reported before. */
	readonly hasMembers: boolean;
	/**
	 * Since when no source answers, ms since the epoch; absent while one does, or where that was not reported as one
	 * event.
	 */
	readonly allSilentSince?: number;
};

/** Nothing seen yet. */
export const emptyJournal: Journal = {
	events: [],
	reported: new Map(),
	seen: new Set(),
	hasBegun: false,
	hasMembers: false,
};

/** A finding by the name that it keeps from view to view. */
export type NamedFinding = readonly [name: string, finding: Finding];
