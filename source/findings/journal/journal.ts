/**
 * What the list of events tells of findings: one event when a finding begins, one when it is over. Errors that DM retries
 * come and go every few seconds: they are one event that counts. Pure: each look gives the next journal.
 */
import {greatest, least} from '../../dm/values/extremes.js';
import type {ClusterEvent, TaskView} from '../../monitor/view.js';
import type {Health} from '../../monitor/health.js';
import type {DiagnosedView} from '../diagnose.js';
import type {Finding} from '../finding.js';
import {healthOfFindings} from '../health.js';
import {gather, gatherBack} from './all-sources.js';
import type {Journal, Told} from './told.js';
import {beginEvent, overEvent} from './words.js';

/** Events kept, the newest. */
const kept = 1000;

/** What DM retries is over when it has not come back for so long, ms: it comes back within seconds of a retry. */
const patience = 60_000;

/** More of a kind on the tasks of one source, begun or ended at once, are one event. */
const several = 3;

/** The same name for the same finding at the next look; its worker may be another one then. */
const nameOf = ({kind, task, source, worker, master}: Finding): string =>
	JSON.stringify([kind, task, source, master, task === undefined ? worker : undefined]);

const namesOf = (findings: readonly Finding[]): ReadonlyMap<string, Finding> => {
	const named = new Map<string, Finding>();
	for (const finding of findings) {
		const name = nameOf(finding);
		// Of two of one kind at one place the first is the worse.
		if (!named.has(name)) {
			named.set(name, finding);
		}
	}

	return named;
};

/** Whether what is found there was there before anybody looked. */
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

/** What there is to have findings. */
type Places = {
	readonly tasks: ReadonlyMap<string, TaskView>;
	readonly others: ReadonlySet<string>;
};

const placesOf = ({tasks, sources, workers, masters}: DiagnosedView): Places => ({
	tasks: new Map(tasks.map(task => [task.name, task])),
	others: new Set([
		...sources.map(({source}) => `source ${source}`),
		...workers.map(({name}) => `worker ${name}`),
		...masters.map(({name}) => `master ${name}`),
	]),
});

/** True when the place of a finding is no longer there: that it is gone was told, and nothing there has become well. */
const isPlaceGone = ({tasks, others}: Places, {task, source, worker, master}: Finding): boolean => {
	if (task === undefined) {
		return source === undefined
			? (worker !== undefined && !others.has(`worker ${worker}`)) ||
					(master !== undefined && !others.has(`master ${master}`))
			: !others.has(`source ${source}`);
	}

	const found = tasks.get(task);
	return (
		found === undefined ||
		(source !== undefined && found.subtasks.every(({subtask}) => subtask.source !== source))
	);
};

type Named = readonly [name: string, finding: Finding];

/** A row whose worst finding has one of these does not go on: what was there before is not over, it is followed by this. */
const standing: ReadonlySet<Health | undefined> = new Set(['error', 'lost', 'silent', 'paused']);

const isSamePlace = (left: Finding, right: Finding): boolean =>
	left.task === right.task &&
	left.source === right.source &&
	left.master === right.master &&
	(left.task !== undefined || left.source !== undefined || left.worker === right.worker);

const isFollowed = (finding: Finding, begun: readonly Named[]): boolean =>
	begun.some(([, next]) => isSamePlace(finding, next) && standing.has(healthOfFindings([next])));

/** Those that are one event: of one kind, with one error, on the tasks of one source. */
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

/** What came at this look. */
const begin = (journal: Journal, view: DiagnosedView, begun: readonly Named[], at: number): Journal => {
	const told = new Map(journal.told);
	const events: ClusterEvent[] = [];
	const fromStart = Map.groupBy(begun, ([, finding]) => isFirstLook(journal, finding));
	for (const [isFromStart, named] of fromStart) {
		for (const group of grouped(named, ([, finding]) => finding)) {
			const findings = group.map(([, finding]) => finding);
			const event = beginEvent(findings as [Finding, ...Finding[]], view, {at, isFromStart});
			events.push(event);
			for (const [name, finding] of group) {
				told.set(name, {finding, event, began: finding.since ?? at, isFromStart});
			}
		}
	}

	return {...journal, told, events: newestFirst([...events, ...journal.events])};
};

/** What came back after DM tried again: the event that told of it counts. */
const comeBack = (journal: Journal, names: readonly string[], at: number): Journal => {
	const told = new Map(journal.told);
	const counted = new Map<ClusterEvent, ClusterEvent>();
	for (const name of names) {
		const {event} = told.get(name)!;
		const times = (event.retried?.times ?? 0) + 1;
		counted.set(event, {...event, retried: {times, lastAt: at}});
	}

	for (const [name, entry] of told) {
		const event = counted.get(entry.event);
		if (event) {
			told.set(name, {...entry, event, ...(names.includes(name) && {gone: undefined})});
		}
	}

	return {...journal, told, events: journal.events.map(event => counted.get(event) ?? event)};
};

/** What is over. */
const end = (
	journal: Journal,
	view: DiagnosedView,
	{
		over,
		begun,
	}: {readonly over: ReadonlyArray<readonly [name: string, entry: Told]>; readonly begun: readonly Named[]},
	at: number,
): Journal => {
	const told = new Map(journal.told);
	for (const [name] of over) {
		told.delete(name);
	}

	const places = placesOf(view);
	const worthTelling = over.filter(
		([, {finding}]) => !isPlaceGone(places, finding) && !isFollowed(finding, begun),
	);
	const events = grouped(worthTelling, ([, {finding}]) => finding).map(group => {
		const findings = group.map(([, {finding}]) => finding);
		const entries = group.map(([, entry]) => entry);
		return overEvent(findings as [Finding, ...Finding[]], view, {
			began: least(entries.map(({began}) => began)),
			ended: greatest(entries.map(({gone = at}) => gone)),
			isAtLeast: entries.some(({isFromStart}) => isFromStart),
		});
	});
	return {...journal, told, events: newestFirst([...events, ...journal.events])};
};

const noteSeen = (journal: Journal, {at, sources, masters, workers}: DiagnosedView): Journal => {
	const fresh = sources.filter(source => source.at > 0 && !journal.seen.has(source.source));
	// Of those that are no longer known nothing has to be told.
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
 * The journal after a look; the same object where nothing began or ended. `at` is the time of the newest observation that
 * the view was made of, ms since the epoch.
 */
export const nextJournal = (before: Journal, view: DiagnosedView, at: number): Journal => {
	const named = namesOf(view.diagnosis.findings);
	const begun: Named[] = [];
	const back: string[] = [];
	for (const [name, finding] of named) {
		const entry = before.told.get(name);
		if (!entry || entry.finding.error?.code !== finding.error?.code) {
			begun.push([name, finding]);
		} else if (entry.gone !== undefined) {
			back.push(name);
		}
	}

	const missing = [...before.told].filter(([name]) => !named.has(name));
	const isOver = ({finding, gone}: Told): boolean =>
		finding.retries === 'yes' && finding.error !== undefined
			? gone !== undefined && at - gone >= patience
			: true;
	const over = missing.filter(([, entry]) => isOver(entry));
	const going = missing.filter(([, entry]) => !isOver(entry) && entry.gone === undefined);

	let journal = before;
	if (going.length > 0) {
		const told = new Map(journal.told);
		for (const [name, entry] of going) {
			told.set(name, {...entry, gone: at});
		}

		journal = {...journal, told};
	}

	if (back.length > 0) {
		journal = comeBack(journal, back, at);
	}

	if (over.length > 0) {
		journal = gatherBack(end(journal, view, {over, begun}, at), view, at);
	}

	if (begun.length > 0) {
		journal = gather(begin(journal, view, begun, at), view, at);
	}

	return noteSeen(journal, view);
};
