/** Adapts the journal to a clock that was set back: nothing in it may lie in the future. */
import type {ClusterEvent} from '../../monitor/view.js';
import type {Journal, ReportedFinding} from './reported.js';

const isAhead = (time: number | undefined, at: number): boolean => time !== undefined && time > at;

const isEntryAhead = ({began, gone, event}: ReportedFinding, at: number): boolean =>
	began > at || isAhead(gone, at) || event.at > at || isAhead(event.retried?.lastAt, at);

/** The same journal where nothing in it is later than `at`, ms since the epoch. What began later began at an unknown time. */
export const notAfter = (journal: Journal, at: number): Journal => {
	const {events, reported, allSilentSince} = journal;
	const isLate =
		isAhead(allSilentSince, at) ||
		isAhead(events[0]?.at, at) ||
		reported.values().some(entry => isEntryAhead(entry, at));
	if (!isLate) {
		return journal;
	}

	// Several findings can share one event.
	const clamped = new Map<ClusterEvent, ClusterEvent>();
	const clampedEvent = (event: ClusterEvent): ClusterEvent => {
		const {retried} = event;
		if (event.at <= at && !isAhead(retried?.lastAt, at)) {
			return event;
		}

		const next = clamped.get(event) ?? {
			...event,
			at: Math.min(event.at, at),
			...(retried && {retried: {...retried, lastAt: Math.min(retried.lastAt, at)}}),
		};
		clamped.set(event, next);
		return next;
	};

	return {
		...journal,
		events: events.map(event => clampedEvent(event)),
		reported: new Map(
			reported.entries().map(([name, entry]) => [
				name,
				isEntryAhead(entry, at)
					? {
							...entry,
							event: clampedEvent(entry.event),
							began: Math.min(entry.began, at),
							isFromStart: entry.isFromStart || entry.began > at,
							...(entry.gone !== undefined && {gone: Math.min(entry.gone, at)}),
						}
					: entry,
			]),
		),
		...(allSilentSince !== undefined && {allSilentSince: Math.min(allSilentSince, at)}),
	};
};
