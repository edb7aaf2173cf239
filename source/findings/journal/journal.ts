/**
 * The events about findings: one when a finding begins, one when it is over. Errors that DM retries come and go every
 * few seconds: they are one event with a count. Pure: each view gives the next journal.
 */
import {isSameError} from '../../dm/errors.js';
import {greatest, least} from '../../dm/values/extremes.js';
import type {ClusterEvent} from '../../monitor/view.js';
import {finish, type Steps} from '../../dm/steps.js';
import type {Health} from '../../monitor/health.js';
import type {DiagnosedView} from '../diagnosis.js';
import type {Finding} from '../finding.js';
import {healthOfFindings} from '../health.js';
import {gather, gatherBack} from './all-sources.js';
import {nameOf} from './finding-name.js';
import type {Journal, ReportedFinding} from './reported.js';
import {createUnseen} from './unseen.js';
import {beginEvent, overEvent} from './words.js';

/** Events kept, the newest. */
const kept = 1000;

/**
 * An error that DM retries is over when it has not come back for this long, ms: it comes back within seconds of a
 * retry.
 */
const patience = 60_000;

/** More findings of a kind on the tasks of one source that begin or end at once are one event. */
const several = 3;

/** Steps are long enough that checking the clock between them costs little. */
const findingsInStep = 100;

function* namesOf(findings: readonly Finding[]): Steps<ReadonlyMap<string, Finding>> {
	const named = new Map<string, Finding>();
	for (const [index, finding] of findings.entries()) {
		if (index % findingsInStep === findingsInStep - 1) {
			yield;
		}

		const name = nameOf(finding);
		// Of two of one kind at one place the first is the worse one.
		if (!named.has(name)) {
			named.set(name, finding);
		}
	}

	return named;
}

/** Whether a finding there was present in the first view. */
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

/** The things that can have findings. */
type Places = {
	/** The stages of each task, by source. */
	readonly tasks: ReadonlyMap<string, ReadonlyMap<string, string>>;
	readonly others: ReadonlySet<string>;
};

const placesOf = ({tasks, sources, workers, masters}: DiagnosedView): Places => ({
	tasks: new Map(
		tasks.map(({name, subtasks}) => [
			name,
			new Map(subtasks.map(({subtask: {source, stage}}) => [source, stage])),
		]),
	),
	others: new Set([
		...sources.map(({source}) => `source ${source}`),
		...workers.map(({name}) => `worker ${name}`),
		...masters.map(({name}) => `master ${name}`),
	]),
});

/** True when the place of a finding no longer exists: that was reported, and nothing has recovered. */
const isPlaceGone = ({tasks, others}: Places, {task, source, worker, master}: Finding): boolean => {
	if (task === undefined) {
		return source === undefined
			? (worker !== undefined && !others.has(`worker ${worker}`)) ||
					(master !== undefined && !others.has(`master ${master}`))
			: !others.has(`source ${source}`);
	}

	return source === undefined ? !tasks.has(task) : !(tasks.get(task)?.has(source) ?? false);
};

/** Whether it has another error than before: that is news. */
const isOther = ({error: before}: Finding, {error: now}: Finding): boolean =>
	before === undefined || now === undefined ? before !== now : !isSameError(before, now);

type NamedFinding = readonly [name: string, finding: Finding];

/** A row with such a finding does not run: an earlier finding is not over but replaced by this one. */
const standing: ReadonlySet<Health | undefined> = new Set(['error', 'lost', 'silent', 'paused']);

/** Equal for findings of the same place. */
const placeOf = ({task, source, master, worker}: Finding): string =>
	JSON.stringify([task, source, master, task === undefined && source === undefined ? worker : undefined]);

/** The places of new findings that stop a row. */
const standingPlaces = (begun: readonly NamedFinding[]): ReadonlySet<string> =>
	new Set(
		begun.flatMap(([, finding]) => (standing.has(healthOfFindings([finding])) ? placeOf(finding) : [])),
	);

/** Groups that are one event: of one kind, with the same error, on the tasks of one source. */
const grouped = <Item>(items: readonly Item[], findingOf: (item: Item) => Finding): Item[][] => {
	const groups = Map.groupBy(items, item => {
		const {kind, task, source, error, what} = findingOf(item);
		return task === undefined ? item : JSON.stringify([kind, source, error?.code, what]);
	});
	return groups
		.values()
		.flatMap(group => (group.length > several ? [group] : group.map(item => [item])))
		.toArray();
};

const newestFirst = (events: readonly ClusterEvent[]): readonly ClusterEvent[] =>
	events.toSorted((left, right) => right.at - left.at).slice(0, kept);

/** The findings that are new in this view. */
function* begin(
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

			if (events.length % findingsInStep === 0) {
				yield;
			}
		}
	}

	return {...journal, reported, events: newestFirst([...events, ...journal.events])};
}

/** Findings that came back after a retry of DM: their event counts them. */
const comeBack = (journal: Journal, names: ReadonlySet<string>, at: number): Journal => {
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

/** The findings that are over. */
const end = (
	journal: Journal,
	view: DiagnosedView,
	{
		over,
		begun,
	}: {
		readonly over: ReadonlyArray<readonly [name: string, entry: ReportedFinding]>;
		readonly begun: readonly NamedFinding[];
	},
	at: number,
): Journal => {
	const reported = new Map(journal.reported);
	for (const [name] of over) {
		reported.delete(name);
	}

	const places = placesOf(view);
	const followed = standingPlaces(begun);
	const worthTelling = over.filter(
		([, {finding}]) => !isPlaceGone(places, finding) && !followed.has(placeOf(finding)),
	);
	const stageOf = ({task, source}: Finding): string => places.tasks.get(task ?? '')?.get(source ?? '') ?? '';
	const byStage = Map.groupBy(worthTelling, ([, {finding}]) => stageOf(finding)).values();
	const groups = byStage.flatMap(alike => grouped(alike, ([, {finding}]) => finding)).toArray();
	const events = groups.map(group => {
		const findings = group.map(([, {finding}]) => finding);
		const entries = group.map(([, entry]) => entry);
		return overEvent(findings as [Finding, ...Finding[]], view, {
			began: least(entries.map(({began}) => began)),
			ended: greatest(entries.map(({gone = at}) => gone)),
			isAtLeast: entries.some(({isFromStart}) => isFromStart),
			stage: stageOf(findings[0]!),
		});
	});
	return {...journal, reported, events: newestFirst([...events, ...journal.events])};
};

const noteSeen = (journal: Journal, {at, sources, masters, workers}: DiagnosedView): Journal => {
	const fresh = sources.filter(source => source.at > 0 && !journal.seen.has(source.source));
	// Findings of things that no longer exist need no event.
	const isFull = journal.seen.size > 2 * sources.length + 100;
	const hasBegun = journal.hasBegun || at > 0;
	const hasMembers = journal.hasMembers || masters.length + workers.length > 0;
	return fresh.length === 0 && !isFull && hasBegun === journal.hasBegun && hasMembers === journal.hasMembers
		? journal
		: {
				...journal,
				hasBegun,
				hasMembers,
				seen: new Set([
					...(isFull
						? sources.flatMap(({source}) => (journal.seen.has(source) ? source : []))
						: journal.seen),
					...fresh.map(({source}) => source),
				]),
			};
};

/**
 * `nextJournal` in steps.
 *
 * @yields Between two steps.
 */
export function* journalSteps(before: Journal, view: DiagnosedView, at: number): Steps<Journal> {
	const named = yield* namesOf(view.diagnosis.findings);
	const begun: NamedFinding[] = [];
	const back = new Set<string>();
	for (const [name, finding] of named) {
		const entry = before.reported.get(name);
		if (!entry || isOther(entry.finding, finding)) {
			begun.push([name, finding]);
		} else if (entry.gone !== undefined) {
			back.add(name);
		}
	}

	yield;
	const absent = [...before.reported].filter(([name]) => !named.has(name));
	const isUnseen = absent.length > 0 ? createUnseen(view) : () => false;
	const missing = absent.filter(([, {finding}]) => !isUnseen(finding));
	const isOver = ({finding, gone}: ReportedFinding): boolean =>
		finding.retries === 'yes' && finding.error !== undefined
			? gone !== undefined && at - gone >= patience
			: true;
	const over = missing.filter(([, entry]) => isOver(entry));
	const going = missing.filter(([, entry]) => !isOver(entry) && entry.gone === undefined);

	yield;
	let journal = before;
	if (going.length > 0) {
		const reported = new Map(journal.reported);
		for (const [name, entry] of going) {
			reported.set(name, {...entry, gone: at});
		}

		journal = {...journal, reported};
	}

	if (back.size > 0) {
		journal = comeBack(journal, back, at);
	}

	if (over.length > 0) {
		yield;
		journal = end(journal, view, {over, begun}, at);
		yield;
		journal = gatherBack(journal, view, at);
	}

	if (begun.length > 0) {
		yield;
		journal = yield* begin(journal, view, begun, at);
		yield;
		journal = gather(journal, view, at);
	}

	yield;
	return noteSeen(journal, view);
}

/**
 * The journal after a view; the same object where nothing began or ended. `at` is the time of the newest observation in
 * the view, ms since the epoch.
 */
export const nextJournal = (before: Journal, view: DiagnosedView, at: number): Journal =>
	finish(journalSteps(before, view, at));
