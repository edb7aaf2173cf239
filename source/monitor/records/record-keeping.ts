/** Makes, changes and forgets the monitor's records. */
import {countBefore} from '../../dm/values/count-before.js';
import type {Subtask} from '../../dm/status.js';
import {notListed} from '../lag/lag-words.js';
import {createFiles} from '../measuring/binlog-files.js';
import {nothingLasts} from '../since/lasting.js';
import {createRowMeter} from '../measuring/rows.js';
import {nowhere} from '../measuring/upstream.js';
import {createAddition} from '../counting/totals.js';
import {measureKinds, subtaskMeasures} from '../past/measures.js';
import {createHistory, returnTrack, takeTrack} from '../past/track.js';
import {emptyMetrics} from './metrics-record.js';
import type {ClusterState, SourceRecord, SubtaskRecord, TaskRecord} from './records.js';

/** Nothing known yet. */
export const emptyKnown = ({
	eventsKept,
	interval,
}: Pick<ClusterState, 'eventsKept' | 'interval'>): ClusterState => ({
	eventsKept,
	interval,
	usuallyTook: 0,
	old: {why: '', before: 0},
	at: 0,
	newest: 0,
	cluster: {
		endpoint: '',
		version: '',
		leaderAddress: '',
		masters: [],
		workers: [],
		notes: [],
		workersKnown: false,
		outage: {since: 0, after: 0, until: 0},
		sinces: new Map(),
	},
	sources: new Map(),
	tasks: new Map(),
	order: [],
	hasOtherTasks: false,
	addUp: createAddition(),
	notes: [],
	refusal: undefined,
	form: undefined,
	message: '',
	unlisted: new Map(),
	events: [],
	locks: {},
	history: createHistory(subtaskMeasures.map(measure => measureKinds[measure])),
	relayHistory: createHistory([measureKinds.relay]),
	metrics: emptyMetrics(),
	own: new Map(),
	unheard: [],
	forgotten: {sources: 0, told: 0, toldAt: -Infinity, at: 0, left: 0, vanished: 0},
	changed: true,
	eventsChanged: true,
});

/** The record of a source, created if it is new; `at` is when it was named, undefined if it was not. */
export const sourceRecord = (known: ClusterState, source: string, at?: number): SourceRecord => {
	let record = known.sources.get(source);
	if (!record) {
		record = {
			source,
			worker: '',
			at: 0,
			listedAt: 0,
			namedAt: known.newest,
			condition: {kind: 'fresh'},
			awayAt: 0,
			problem: '',
			upstreamErrors: [],
			message: '',
			isOnlyListed: false,
			isRelayTold: false,
			relayPasts: new Map(),
			furtherRelays: [],
			files: createFiles(),
			subtasks: new Map(),
			notes: [],
			refusal: undefined,
		};
		known.sources.set(source, record);
	}

	record.namedAt = at ?? record.namedAt;
	return record;
};

/** Forgets a source if it has no subtask. */
export const forgetSource = (known: ClusterState, {source, relayTrack}: SourceRecord): void => {
	known.sources.delete(source);
	if (relayTrack) {
		returnTrack(known.relayHistory, relayTrack);
	}
};

/** Marks this subtask, its task and its source to be rendered again. */
export const touchSubtask = (known: ClusterState, record: SubtaskRecord): void => {
	record.view = undefined;
	record.source.view = undefined;
	const task = known.tasks.get(record.task);
	if (task) {
		task.view = undefined;
	}
};

/** The same for all subtasks of a source. */
export const touchSource = (known: ClusterState, source: SourceRecord): void => {
	source.view = undefined;
	for (const record of source.subtasks.values()) {
		touchSubtask(known, record);
	}
};

/** Marks everything to be rendered again. */
export const forgetViews = (known: ClusterState): void => {
	for (const source of known.sources.values()) {
		touchSource(known, source);
	}

	for (const task of known.tasks.values()) {
		task.view = undefined;
	}

	known.shown = undefined;
	known.changed = true;
};

/** The record of a task, created if it is new. */
export const taskRecord = (known: ClusterState, name: string, at: number): TaskRecord => {
	let task = known.tasks.get(name);
	if (!task) {
		task = {name, firstAt: at, subtasks: [], grows: false};
		known.tasks.set(name, task);
		known.hasOtherTasks = true;
	}

	return task;
};

const placeOf = ({subtasks}: TaskRecord, source: string): number =>
	countBefore(subtasks, subtask => subtask.source.source < source);

/** Adds a new subtask. */
export const addSubtask = (
	known: ClusterState,
	source: SourceRecord,
	subtask: Subtask,
	at: number,
): SubtaskRecord => {
	const task = taskRecord(known, subtask.task, at);
	const record: SubtaskRecord = {
		task: subtask.task,
		source,
		subtask,
		at,
		since: at,
		isSinceSeen: false,
		stale: '',
		rows: createRowMeter(),
		firstAt: at,
		place: nowhere,
		lag: {lag: notListed(), grows: false},
		sinces: nothingLasts,
		track: takeTrack(known.history),
	};
	if (task.subtasks.length === 0) {
		// Most tasks run on one source, and a list that is added to keeps room for 16 more.
		task.subtasks = [record];
	} else {
		task.subtasks.splice(placeOf(task, source.source), 0, record);
	}

	source.subtasks.set(subtask.task, record);
	source.order = undefined;
	touchSubtask(known, record);
	return record;
};

/** Forgets a task if it has no subtask. */
export const removeTask = (known: ClusterState, name: string): void => {
	known.tasks.delete(name);
	known.hasOtherTasks = true;
};

/** Forgets a subtask, and its task after the last one. */
export const removeSubtask = (known: ClusterState, record: SubtaskRecord): void => {
	const {source} = record;
	touchSubtask(known, record);
	source.subtasks.delete(record.task);
	source.order = undefined;
	returnTrack(known.history, record.track);
	if (record.metricTrack) {
		returnTrack(known.metrics.subtaskHistory, record.metricTrack);
	}

	const task = known.tasks.get(record.task);
	if (!task) {
		return;
	}

	task.subtasks.splice(task.subtasks.indexOf(record, placeOf(task, source.source)), 1);
	if (task.subtasks.length === 0) {
		removeTask(known, record.task);
	}
};
