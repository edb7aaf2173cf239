/**
 * When no source answers, that is one event instead of one for each; the same when all answer again. Where the whole
 * cluster does not answer, that is its event.
 */
import type {ClusterEvent} from '../../monitor/view.js';
import type {DiagnosedView} from '../diagnosis.js';
import {isToldByCluster, silentWithCluster} from '../evidence/silence.js';
import type {Journal, ReportedFinding} from './reported.js';
import {allBackEvent, allSilentEvent} from './words.js';

/** Sources are asked one after the other: what happens to them within this time counts as simultaneous, ms. */
const together = 60_000;

const silent = 'source-silent';

const silentOnes = ({reported}: Journal): ReadonlyArray<readonly [string, ReportedFinding]> =>
	[...reported].filter(([, {finding}]) => finding.kind === silent);

const without = (
	events: readonly ClusterEvent[],
	old: ReadonlySet<ClusterEvent>,
	next: ClusterEvent,
): readonly ClusterEvent[] => [next, ...events.filter(event => !old.has(event))];

/** Without the silences that turned out to be those of the whole cluster. */
export const withoutThoseOfCluster = (journal: Journal, view: DiagnosedView): Journal => {
	const ones = view.isOld ? silentOnes(journal) : [];
	const names = ones.length === 0 ? undefined : silentWithCluster(view);
	const told = ones.filter(([, {finding}]) => names && isToldByCluster(names, finding));
	if (told.length === 0) {
		return journal;
	}

	const gone = new Set(told.map(([name]) => name));
	const events = new Set(told.map(([, {event}]) => event));
	return {
		...journal,
		reported: new Map([...journal.reported].filter(([name]) => !gone.has(name))),
		events: journal.events.filter(event => !events.has(event)),
		allSilentSince: undefined,
	};
};

/** After findings began: does no source answer any more? */
export const gather = (journal: Journal, view: DiagnosedView, at: number): Journal => {
	const ones = silentOnes(journal);
	const recent = new Set(
		ones.flatMap(([, {event}]) => (event.at >= at - together && event.source !== undefined ? event : [])),
	);
	if (ones.length < view.sources.length || recent.size < 2) {
		return journal;
	}

	const event = allSilentEvent(view, ones[0]![1].finding, {
		at,
		isFromStart: ones.every(([, {isFromStart}]) => isFromStart),
	});
	const reported = new Map(journal.reported);
	for (const [name, entry] of ones) {
		reported.set(name, {...entry, event});
	}

	return {
		...journal,
		reported,
		events: without(journal.events, recent, event),
		allSilentSince: at,
	};
};

/** After findings were over: do all silent sources answer again? */
export const gatherBack = (journal: Journal, view: DiagnosedView, at: number): Journal => {
	const {allSilentSince: since} = journal;
	if (since === undefined || silentOnes(journal).length > 0) {
		return journal;
	}

	const recent = new Set(
		journal.events.filter(
			event =>
				event.finding?.kind === silent && event.finding.isOver && event.at >= Math.max(since, at - together),
		),
	);
	return {
		...journal,
		allSilentSince: undefined,
		events: recent.size < 2 ? journal.events : without(journal.events, recent, allBackEvent(view, since, at)),
	};
};
