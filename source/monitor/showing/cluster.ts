/** The view of the whole cluster. */
import {finish, type Steps} from '../../dm/steps.js';
import {isSameValue} from '../../dm/values/same-value.js';
import {isAllOld, outageAt} from '../learning/missing/outage.js';
import {noteUnheard} from '../learning/missing/unheard.js';
import {byText} from '../order.js';
import type {ClusterState, TaskRecord} from '../records/records.js';
import type {LockView} from '../lock-view.js';
import type {ClusterEvent, ClusterMetrics, ClusterView, Note, SourceView, TaskView} from '../view.js';
import {byAge, locksOf} from './locks.js';
import {noteOld} from './stale.js';
import {viewSource} from './source-view.js';
import {keptView, viewTask} from './task-view.js';
import {isSameWorker, viewUnlisted, viewWorkers} from './members-view.js';

/** The previous list if its members are the same, so that what only depends on it is not computed again. */
const kept = <Item>(
	before: readonly Item[] | undefined,
	next: readonly Item[],
	isSame: (left: Item, right: Item) => boolean = Object.is,
): readonly Item[] =>
	before?.length === next.length && next.every((item, index) => isSame(item, before[index]!)) ? before : next;

/** How many changed or unchanged tasks make a step: enough that checking the clock costs little. */
const tasksInStep = 20;
const keptInStep = 2000;
const sourcesInStep = 50;

/** The tasks by name. New ones are inserted into the sorted list. */
const tasksInOrder = (known: ClusterState): readonly TaskRecord[] => {
	const {order, tasks} = known;
	if (!known.hasOtherTasks) {
		return order;
	}

	const stayed = order.filter(task => tasks.get(task.name) === task);
	known.order = [...new Set([...stayed, ...tasks.values()])].toSorted((left, right) =>
		byText(left.name, right.name),
	);
	known.hasOtherTasks = false;
	return known.order;
};

function* viewTasks(known: ClusterState, now: number): Steps<readonly TaskView[]> {
	const tasks: TaskView[] = [];
	let made = 0;
	for (const task of tasksInOrder(known)) {
		const before = task.view;
		const next = keptView(known, task) ?? (yield* viewTask(known, task, now));
		tasks.push(next);
		made += next === before ? 0 : 1;
		if ((next !== before && made % tasksInStep === 0) || tasks.length % keptInStep === 0) {
			yield;
		}
	}

	return kept(known.shown?.tasks, tasks);
}

function* viewSources(known: ClusterState): Steps<readonly SourceView[]> {
	const sources: SourceView[] = [];
	let made = 0;
	for (const source of known.sources.values()) {
		const before = source.view;
		const next = viewSource(known, source);
		sources.push(next);
		made += next === before ? 0 : 1;
		if ((next !== before && made % sourcesInStep === 0) || sources.length % keptInStep === 0) {
			yield;
		}
	}

	const sorted = sources.toSorted((left, right) => byText(left.source, right.source));
	yield;
	return kept(known.shown?.sources, sorted);
}

const viewEvents = (known: ClusterState): readonly ClusterEvent[] => {
	if (known.shown && !known.eventsChanged) {
		return known.shown.events;
	}

	known.eventsChanged = false;
	return known.events.slice(-known.eventsKept).toReversed();
};

/**
 * The locks of the tasks that are shown, and those that dm-master lists for others, all of whose sources may be silent.
 */
const viewLocks = (known: ClusterState, tasks: readonly TaskView[]): readonly LockView[] => {
	const ofOthers = [...(known.locks.byTask ?? [])]
		.filter(([task]) => !known.tasks.has(task))
		.flatMap(([task, listed]) => locksOf(task, [], listed));
	// Nearly all of a possibly large number have none.
	const ofShown = tasks.filter(({locks}) => locks.length > 0).flatMap(({locks}) => locks);
	return [...ofShown, ...ofOthers].toSorted(byAge);
};

/** The same object as long as nothing new was reported. */
const viewMetrics = ({metrics: {origin, at, workers, cluster}, shown}: ClusterState): ClusterMetrics =>
	shown?.metrics?.at === at && shown.metrics.workers === workers
		? shown.metrics
		: {origin, at, workers, cluster};

const viewNotes = (known: ClusterState): readonly Note[] => {
	// Nearly all of a possibly large number have none.
	const ofSources = known.sources
		.values()
		.filter(({notes}) => notes.length > 0)
		.toArray();
	const notes = [...known.notes, ...ofSources.flatMap(source => source.notes)];
	return kept(known.shown?.notes, notes, (left, right) => isSameValue(left, right));
};

const viewRefusals = (known: ClusterState): readonly string[] => {
	const refusals = new Set<string>();
	for (const {refusal} of [known, ...known.sources.values()]) {
		if (refusal !== undefined) {
			refusals.add(refusal);
		}
	}

	return kept(known.shown?.refusals, [...refusals]);
};

/**
 * `view` in steps. Nothing may be observed before the last one.
 *
 * @yields Between two steps.
 */
export function* viewSteps(known: ClusterState, now: number): Steps<ClusterView> {
	if (known.shown?.now === now && !known.changed) {
		return known.shown;
	}

	noteOld(known, now);
	const {shown, cluster} = known;
	yield* noteUnheard(known);
	yield;
	// Tasks first: making them makes the subtasks that the sources show.
	const tasks = yield* viewTasks(known, now);
	yield;
	const sources = yield* viewSources(known);
	yield;
	const workers = kept(shown?.workers, viewWorkers(cluster.workers, sources), isSameWorker);
	yield;
	const {endpoint, version, leader, leaderAddress, masters, sinces, failing} = cluster;
	const {since, after, until} = outageAt(known, now);
	const isSame = shown?.tasks === tasks && shown.sources === sources && shown.workers === workers;
	const notes = viewNotes(known);
	yield;
	const locks = kept(shown?.locks, viewLocks(known, tasks));
	yield;
	const totals = isSame ? shown.totals : known.addUp(tasks, sources, workers);
	yield;
	known.shown = {
		now,
		at: known.at,
		endpoint,
		version,
		leader,
		leaderAddress,
		masters,
		workers,
		problem: failing?.problem,
		isOld: isAllOld(known, now),
		problemSince: since,
		problemAfter: after,
		problemUntil: until,
		memberSinces: sinces,
		...(known.metrics.origin !== '' && {metrics: viewMetrics(known)}),
		notes,
		memberNotes: cluster.notes,
		refusals: viewRefusals(known),
		form: known.form,
		message: known.message,
		forgottenSources: known.forgotten.sources,
		locks,
		areLocksListed: known.locks.byTask !== undefined,
		lockProblem: known.locks.problem,
		unlisted: kept(shown?.unlisted, viewUnlisted(known.unlisted)),
		tasks,
		sources,
		events: viewEvents(known),
		totals,
	};
	known.changed = false;
	return known.shown;
}

/**
 * The view of the cluster at a moment. Unchanged parts are the same objects as in the previous view, so a screen can
 * compare them by identity. Ages are counted from `now` (ms since the epoch), and a stopped subtask's lag grows until
 * then.
 */
export const view = (known: ClusterState, now: number): ClusterView => finish(viewSteps(known, now));
