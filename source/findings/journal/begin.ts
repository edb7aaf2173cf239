/** How findings begin in the journal, and come back. */
import type {Steps} from '../../dm/steps.js';
import type {ClusterEvent} from '../../monitor/view.js';
import type {DiagnosedView} from '../diagnosis.js';
import type {Finding} from '../finding.js';
import {grouped, newestFirst} from './grouped.js';
import type {Journal, NamedFinding} from './reported.js';
import {beginEvent} from './words.js';

/** How many events are made in one step. */
const eventsInStep = 100;

/** Whether a finding at this place was present in the first view. */
const isFirstLook = (
	{seen, hasBegun, hasMembers}: Journal,
	{task, source, worker, master}: Finding,
): boolean => {
	if (source !== undefined) {
		return !seen.has(source);
	}

	if (task !== undefined) {
		return !hasBegun;
	}

	return (worker ?? master) === undefined ? !hasBegun && !hasMembers : !hasMembers;
};

/** The findings that are new in this view, in steps. */
export function* begin(
	journal: Journal,
	view: DiagnosedView,
	begun: readonly NamedFinding[],
	at: number,
): Steps<Journal> {
	const reported = new Map(journal.reported);
	const events: ClusterEvent[] = [];
	const fromStart = Map.groupBy(begun, ([, finding]) => isFirstLook(journal, finding));
	for (const [isFromStart, named] of fromStart) {
		for (const group of grouped(named, ([, finding]) => finding)) {
			const findings = group.map(([, finding]) => finding);
			const event = beginEvent(findings as [Finding, ...Finding[]], view, {at, isFromStart});
			events.push(event);
			for (const [name, finding] of group) {
				reported.set(name, {finding, event, began: finding.since ?? at, isFromStart});
			}

			if (events.length % eventsInStep === 0) {
				yield;
			}
		}
	}

	return {...journal, reported, events: newestFirst([...events, ...journal.events])};
}

/** Findings that came back after a retry of DM: their event counts them. */
export const comeBack = (journal: Journal, names: ReadonlySet<string>, at: number): Journal => {
	const reported = new Map(journal.reported);
	const counted = new Map<ClusterEvent, ClusterEvent>();
	for (const name of names) {
		const {event} = reported.get(name)!;
		const times = (event.retried?.times ?? 0) + 1;
		counted.set(event, {...event, retried: {times, lastAt: at}});
	}

	for (const [name, entry] of reported) {
		const event = counted.get(entry.event);
		if (event) {
			reported.set(name, {...entry, event, ...(names.has(name) && {gone: undefined})});
		}
	}

	return {...journal, reported, events: journal.events.map(event => counted.get(event) ?? event)};
};
