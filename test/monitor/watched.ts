/** A monitor with its own clock, fed with DM's own JSON. */
import {parseStatusDocument} from '../../source/dm/parse-status.js';
import {withDiagnosis} from '../../source/findings/diagnose.js';
import type {DiagnosedView} from '../../source/findings/diagnosis.js';
import {view} from '../../source/monitor/showing/cluster.js';
import {createClusterState, type KnownOptions, observe} from '../../source/monitor/known.js';
import type {Measure} from '../../source/monitor/past/measures.js';
import {type PastOptions, type PastSubject, past} from '../../source/monitor/showing/series.js';
import {slotWidth} from '../../source/monitor/past/track.js';
import type {ClusterView, SourceView, SubtaskView, TaskView} from '../../source/monitor/view.js';
import type {Health} from '../../source/monitor/health.js';
import type {
	ClusterObservation,
	DdlLock,
	MetricsObservation,
	Observation,
	Worker,
} from '../../source/providers/provider.js';
import {queryStatus, sourceAnswer, subtaskAnswer} from '../dm/recorded.js';

/** Noon: every test begins here. */
export const noon = Date.UTC(2025, 10, 23, 12);

export type Json = Readonly<Record<string, unknown>>;

/** One entry of a source as v1alpha1 prints it. */
export const entry = (source: string, subtasks: readonly Json[], rest: Json = {}): Json =>
	sourceAnswer(source, subtasks, rest);

/** The same from a worker of this name. */
export const entryOf = (source: string, worker: string, subtasks: readonly Json[], relay?: Json): Json =>
	sourceAnswer(source, subtasks, {sourceStatus: {source, worker, result: null, relayStatus: relay ?? null}});

/** A worker that could not be asked: no subtask, and a message. */
export const refusal = (source: string, message: string): Json =>
	sourceAnswer(source, [], {
		result: false,
		msg: message,
		sourceStatus: {source, worker: '', result: null, relayStatus: null},
	});

/** What dm-master says of a source that no worker has. */
export const unbound = (source: string, tasks: readonly string[]): Json =>
	sourceAnswer(
		source,
		tasks.map(name => subtaskAnswer(name, {stage: 'InvalidStage', unit: 'InvalidUnit'})),
		{
			result: false,
			msg: `can't find task=${tasks[0] ?? ''} from dm-worker for source=${source}, please use dmctl list-member to check if worker is offline.`,
			sourceStatus: {source, worker: 'source not bound', result: null, relayStatus: null},
		},
	);

/** A Sync subtask, level with its upstream unless told otherwise. */
export const syncing = (task: string, sync: Json = {}, rest: Json = {}): Json =>
	subtaskAnswer(task, {
		sync: {
			totalEvents: '0',
			masterBinlog: '(mysql-bin.000001, 1000)',
			masterBinlogGtid: '',
			syncerBinlog: '(mysql-bin.000001, 1000)',
			syncerBinlogGtid: '',
			blockingDDLs: [],
			unresolvedGroups: [],
			synced: true,
			binlogType: 'remote',
			secondsBehindMaster: '0',
			blockDDLOwner: '',
			conflictMsg: '',
			totalRows: '0',
			...sync,
		},
		...rest,
	});

/** The same, 8 MB behind its upstream. */
export const behind = (task: string, sync: Json = {}, rest: Json = {}): Json =>
	syncing(task, {masterBinlog: '(mysql-bin.000001, 9000000)', synced: false, ...sync}, rest);

/** `result` of a subtask that stopped with these error codes. */
export const errors = (...codes: readonly number[]): Json => ({
	isCanceled: false,
	errors: codes.map(ErrCode => ({
		ErrCode,
		ErrClass: 'sync-unit',
		ErrScope: 'internal',
		ErrLevel: 'high',
		Message: `message of ${ErrCode}`,
		RawCause: '',
		Workaround: '',
	})),
	detail: null,
});

/** `result` of a subtask that a person paused. */
export const canceled: Json = {isCanceled: true, errors: [], detail: null};

/** A worker bound to a source. */
export const bound = (name: string, source: string): Worker => ({
	name,
	address: `${name}:8262`,
	stage: 'bound',
	source,
});

/** A dm-worker without a source: free or offline. */
export const idle = (name: string, stage: string): Worker => ({
	name,
	address: `${name}:8262`,
	stage,
	source: '',
});

export class Watched {
	#shown: DiagnosedView | undefined;

	/** Seconds since noon. */
	seconds = 0;
	readonly known;

	constructor(options: KnownOptions = {}) {
		this.known = createClusterState(options);
	}

	get now(): number {
		return noon + this.seconds * 1000;
	}

	/** Lets time pass, in seconds. */
	wait(seconds: number): this {
		this.seconds += seconds;
		return this;
	}

	/** An answer for the whole cluster. */
	whole(...sources: readonly Json[]): this {
		return this.document(queryStatus(sources));
	}

	/** An answer for the sources in it. */
	part(...sources: readonly Json[]): this {
		const document = queryStatus(sources);
		return this.document(document, {asked: parseStatusDocument(document).sources.map(({source}) => source)});
	}

	document(text: string, rest: {readonly asked?: readonly string[]; readonly took?: number} = {}): this {
		observe(this.known, {kind: 'status', at: this.now, status: parseStatusDocument(text), ...rest});
		return this;
	}

	silence(what: string, ...asked: readonly string[]): this {
		observe(this.known, {
			kind: 'silence',
			at: this.now,
			problem: {what, fix: '', detail: ''},
			...(asked.length > 0 && {asked}),
		});
		return this;
	}

	cluster(rest: Omit<ClusterObservation, 'kind' | 'at'>): this {
		observe(this.known, {kind: 'cluster', at: this.now, ...rest});
		return this;
	}

	/** Dm-master's list of locks, or why it cannot be had. */
	locks(locks: readonly DdlLock[], problem = ''): this {
		return this.observe({
			kind: 'locks',
			at: this.now,
			locks,
			...(problem !== '' && {problem: {what: problem, fix: '', detail: ''}}),
		});
	}

	/** What DM's metrics tell, from a Prometheus. */
	metrics(told: Partial<MetricsObservation>): this {
		return this.observe({
			kind: 'metrics',
			at: this.now,
			origin: 'Prometheus prom:9090',
			subtasks: [],
			workers: [],
			cluster: {},
			...told,
		});
	}

	observe(observation: Observation): this {
		observe(this.known, observation);
		return this;
	}

	/** Forgets everything. */
	restart(): this {
		observe(this.known, {kind: 'restart', at: this.now});
		return this;
	}

	/** What is known, without what is found in it. */
	facts(): ClusterView {
		return view(this.known, this.now);
	}

	/** The same objects as long as nothing changed that they show. */
	view(): DiagnosedView {
		this.#shown = withDiagnosis(this.facts(), this.#shown);
		return this.#shown;
	}

	/** Throws when there is no such task. */
	task(name: string): TaskView & {readonly health: Health} {
		const {tasks, diagnosis} = this.view();
		const task = tasks.find(candidate => candidate.name === name);
		if (!task) {
			throw new Error(`no task ${name}`);
		}

		return {...task, health: diagnosis.health(task)};
	}

	/** Throws when there is no such source. */
	source(name: string): SourceView & {readonly health: Health} {
		const {sources, diagnosis} = this.view();
		const source = sources.find(candidate => candidate.source === name);
		if (!source) {
			throw new Error(`no source ${name}`);
		}

		return {...source, health: diagnosis.health(source)};
	}

	/** Throws when the task is not on that source. */
	subtask(task: string, source: string): SubtaskView & {readonly health: Health} {
		const subtask = this.task(task).subtasks.find(candidate => candidate.subtask.source === source);
		if (!subtask) {
			throw new Error(`no task ${task} on ${source}`);
		}

		return {...subtask, health: this.view().diagnosis.health(subtask)};
	}

	/** The names of all tasks, worst first. */
	tasks(): readonly string[] {
		return this.view().tasks.map(({name}) => name);
	}

	/** "s1 running" of all sources, by name. */
	sources(): readonly string[] {
		const {sources, diagnosis} = this.view();
		return sources.map(source => `${source.source} ${diagnosis.health(source)}`);
	}

	/** "subject: text" of all events, oldest first. */
	events(): readonly string[] {
		return this.view()
			.events.map(({subject, text}) => `${subject}: ${text}`)
			.toReversed();
	}

	/** The past as the sparkline of a row shows it, in slots of 5 s unless a span is given; undefined for what is not known. */
	sparkline(
		subject: PastSubject,
		measure: Measure,
		{slots, span = slots * slotWidth, now = this.now}: {slots: number; span?: number; now?: number},
	): ReadonlyArray<number | undefined> {
		const {values} = past(this.known, subject, measure, {span, count: slots, now, isOfRow: true});
		return Array.from(values, value => (Number.isNaN(value) ? undefined : value));
	}

	/** The past up to now, "-" for what is not known and "≥5" for what is at least so much. */
	past(subject: PastSubject, measure: Measure, options: Omit<PastOptions, 'now'>): string {
		const {values, bounds} = past(this.known, subject, measure, {now: this.now, ...options});
		return Array.from(values, (value, index) =>
			Number.isNaN(value) ? '-' : `${bounds[index] === 1 ? '≥' : ''}${Math.round(value * 100) / 100}`,
		).join(' ');
	}
}
