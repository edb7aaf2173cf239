/**
 * The state of the cluster, its findings, and the events of both.
 */
import type {Steps} from '../../dm/steps.js';
import {diagnoseSteps} from '../../findings/diagnose.js';
import type {DiagnosedView} from '../../findings/diagnosis.js';
import {journalSteps} from '../../findings/journal/journal.js';
import {defaultThresholds, type Thresholds} from '../../findings/thresholds.js';
import {emptyJournal} from '../../findings/journal/reported.js';
import {viewSteps} from '../../monitor/showing/cluster.js';
import {createClusterState, observeSteps} from '../../monitor/known.js';
import type {ClusterState} from '../../monitor/records/records.js';
import type {ClusterEvent} from '../../monitor/view.js';
import type {Observation} from '../../providers/provider.js';
import {forgetViews} from '../../monitor/records/record-keeping.js';

/** Two lists of events as one, newest first. */
const joinEvents = (
	some: readonly ClusterEvent[],
	others: readonly ClusterEvent[],
): readonly ClusterEvent[] =>
	others.length === 0 ? some : [...some, ...others].toSorted((left, right) => right.at - left.at);

/** A cluster that is viewed periodically. */
export type Looking = {
	readonly known: ClusterState;
	/** Takes an observation. */
	readonly learnSteps: (observation: Observation) => Steps<void>;
	/** Makes the next view from scratch. */
	readonly forgetViews: () => void;
	/** Sets the refresh interval, ms. */
	readonly setInterval: (interval: number) => void;
	/** Sets the thresholds from the next view on. */
	readonly setThresholds: (thresholds: Thresholds) => void;
	/** The cluster at `now`, ms since the epoch. Findings that came or went since the previous view become events. */
	readonly lookSteps: (now: number) => Steps<DiagnosedView>;
};

/**
 * An empty start. `first`: thresholds from which something is reported; `interval`: the refresh interval of a cluster that
 * is watched, ms.
 */
export const createLooking = (first: Thresholds = defaultThresholds, interval?: number): Looking => {
	let thresholds = first;
	const known = createClusterState({interval});
	let journal = emptyJournal;
	let last: DiagnosedView | undefined;
	let joined:
		{readonly of: readonly [unknown, unknown]; readonly events: readonly ClusterEvent[]} | undefined;

	/** The same list if nothing was added to either. */
	const eventsOf = ({events}: DiagnosedView): readonly ClusterEvent[] => {
		if (joined?.of[0] !== events || joined.of[1] !== journal.events) {
			joined = {of: [events, journal.events], events: joinEvents(events, journal.events)};
		}

		return joined.events;
	};

	return {
		known,
		learnSteps: observation => observeSteps(known, observation),
		forgetViews() {
			forgetViews(known);
			last = undefined;
		},
		setInterval(next) {
			known.interval = next;
			known.changed = true;
		},
		setThresholds(next) {
			thresholds = next;
			// The earlier findings were made with other thresholds.
			last = undefined;
		},
		*lookSteps(now) {
			last = yield* diagnoseSteps(yield* viewSteps(known, now), last, thresholds);
			journal = yield* journalSteps(journal, last, known.newest);
			return {...last, events: eventsOf(last)};
		},
	};
};
