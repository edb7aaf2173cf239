/** Everything that can be asked about the findings in a cluster. */
import {healthOfWorkerStage} from '../monitor/measuring/health.js';
import {countMissing, isMissing, missingSources} from '../monitor/missing.js';
import type {ClusterView, SourceView, TaskView} from '../monitor/view.js';
import type {Health} from '../monitor/health.js';
import type {SourceFindings, TaskFindings} from './gathering/ask.js';
import type {Finding} from './finding.js';
import {healthOfFindings, type RowView, stageOfSubtask, stageOfTask} from './health.js';
import {byWorstFinding, concernsAll, concernsSubtask} from './ordering/order.js';
import type {Thresholds} from './thresholds.js';
import {groupBy, type Lists, merge, mergeAll, mergeBehind, noFindings} from './gathering/lists.js';
import {type FoundInTasks, foundOf} from './gathering/task-findings.js';
import {lazily, lazilyByName} from './gathering/lazily.js';

/** All findings of a cluster at one moment. Every list is worst first. */
export type Diagnosis = {
	/** Without the silences of sources that follow from the silence of the whole cluster: that is one finding. */
	readonly findings: readonly Finding[];
	/** The task of this name; undefined where there is none. */
	readonly taskNamed: (name: string) => TaskView | undefined;
	/**
	 * The task's own, its subtasks', and those of its sources that concern it. Among equally severe ones, those of
	 * sources on which it may or may not run come last.
	 */
	readonly ofTask: (name: string) => readonly Finding[];
	/** The subtask's own, and those of its source that concern it. */
	readonly ofSubtask: (task: string, source: string) => readonly Finding[];
	/** The source's own and its subtasks'. */
	readonly ofSource: (source: string) => readonly Finding[];
	/** The worker's own, those of its source, and those of the subtasks that it runs. */
	readonly ofWorker: (name: string) => readonly Finding[];
	readonly ofMaster: (name: string) => readonly Finding[];
	/** The health of a row, which decides its glyph, colour and order. */
	readonly health: (row: RowView) => Health;
	/** The thresholds that were used. */
	readonly thresholds: Thresholds;
	/** The number of tasks of each health. */
	readonly tasksByHealth: ReadonlyMap<Health, number>;
};

/** A cluster with its findings; tasks are worst first: see worst-first.ts. */
export type DiagnosedView = ClusterView & {readonly diagnosis: Diagnosis};

/** All findings, by what they are about. */
export type FoundInCluster = {
	readonly tasks: FoundInTasks;
	readonly sources: ReadonlyMap<string, SourceFindings>;
	/** Those of sources, by each task that they concern. */
	readonly concerning: Lists;
	readonly cluster: readonly Finding[];
	/** The source that a worker serves, by the worker. */
	readonly serving: ReadonlyMap<string, string>;
	/** True while nothing answers: what is shown is old. */
	readonly isOld: boolean;
};

/** What was under way at the last answer may be over by now. */
const goesOn: ReadonlySet<Health> = new Set(['running', 'changing']);

/** Findings of sources on which the task may run. */
const mostOfMissing = 20;

/** What the order of the tasks depends on. */
export type Ordering = {
	readonly ofEntry: (entry: TaskFindings) => readonly Finding[];
	readonly healthOfEntry: (entry: TaskFindings, findings: readonly Finding[]) => Health;
};

/** Everything that can be asked about the findings; each answer is made on first use. */
export const createDiagnosis = (
	found: FoundInCluster,
	findings: readonly Finding[],
): Omit<Diagnosis, 'findings' | 'tasksByHealth' | 'thresholds'> & Ordering => {
	const {tasks, sources, concerning, serving} = found;
	const ownOfTask = (name: string): readonly Finding[] => foundOf(tasks, name)?.all ?? noFindings;
	const bySourceOf = lazilyByName(task => groupBy(ownOfTask(task), ({source}) => source));
	const ownOfSubtask = (task: string, source: string): readonly Finding[] =>
		ownOfTask(task).length === 0 ? noFindings : (bySourceOf(task).get(source) ?? noFindings);
	const byWorker = lazily(() =>
		groupBy(findings, ({worker, task}) => (task === undefined ? worker : undefined)),
	);
	const byMaster = lazily(() => groupBy(findings, ({master}) => master));

	/** The findings of all sources that concern all of their tasks, worst first. */
	const concerningAll = lazily(() =>
		sources
			.values()
			.flatMap(({own}) => own.filter(finding => concernsAll(finding)))
			.toArray()
			.toSorted(byWorstFinding),
	);

	/** The worst finding of the sources on which the task may run, since there may be very many. */
	const ofMissing = (task: TaskView): readonly Finding[] => {
		const {subtasks} = task;
		if (countMissing(task) <= mostOfMissing) {
			return missingSources(task)
				.filter(source => subtasks.every(({subtask}) => subtask.source !== source))
				.flatMap(source => (sources.get(source)?.own ?? noFindings).filter(finding => concernsAll(finding)));
		}

		const told = new Set(subtasks.map(({subtask}) => subtask.source));
		return concerningAll()
			.values()
			.filter(({source = ''}) => isMissing(task, source) && !told.has(source))
			.take(mostOfMissing)
			.toArray();
	};

	const withOthers = lazilyByName(name => {
		const view = foundOf(tasks, name)?.view;
		const known = merge(ownOfTask(name), concerning.get(name) ?? noFindings);
		// The task may not run on these at all, so what is known about it comes first.
		return view?.incomplete === true ? mergeBehind(known, ofMissing(view)) : known;
	});

	/** Of many tasks nearly all have only findings of their own. */
	const ofEntry = ({view, all}: TaskFindings): readonly Finding[] =>
		view.incomplete || concerning.has(view.name) ? withOthers(view.name) : all;

	const ofTask = (name: string): readonly Finding[] => {
		const entry = foundOf(tasks, name);
		return entry ? ofEntry(entry) : noFindings;
	};

	const ofSubtask = (task: string, source: string): readonly Finding[] => {
		const itsSource = sources.get(source);
		const own = ownOfSubtask(task, source);
		if (!itsSource || itsSource.own.length === 0) {
			return own;
		}

		const view = itsSource.view.subtasks.find(({subtask}) => subtask.task === task);
		return merge(
			own,
			itsSource.own.filter(finding => view !== undefined && concernsSubtask(finding, view)),
		);
	};

	const ofSource = lazilyByName(name => {
		const source = sources.get(name);
		const ofSubtasks = (source?.view.subtasks ?? []).map(({subtask}) => ownOfSubtask(subtask.task, name));
		return mergeAll([source?.own ?? noFindings, ...ofSubtasks]);
	});

	const ofWorker = lazilyByName(name => {
		const own = byWorker().get(name) ?? noFindings;
		const served = ofSource(serving.get(name) ?? '');
		return merge(
			own,
			served.filter(finding => !own.includes(finding)),
		);
	});

	const ofMaster = (name: string): readonly Finding[] => byMaster().get(name) ?? noFindings;

	/** A manual action on a task is not a problem of its source or worker. */
	const healthOfPlace = (itsFindings: readonly Finding[]): Health | undefined =>
		healthOfFindings(itsFindings.filter(({task, severity}) => task === undefined || severity !== 'notice'));

	const healthOfSource = ({source, isTold}: SourceView): Health =>
		healthOfPlace(ofSource(source)) ?? (isTold ? 'running' : 'unknown');

	/** The health of a row by its stage, without findings. */
	const asStage = (health: Health, isStale = false): Health =>
		(found.isOld || isStale) && goesOn.has(health) ? 'silent' : health;

	/** A worker without a source may have one by now, or be gone. */
	const healthOfWorker = (stage: string): Health => {
		const health = healthOfWorkerStage(stage);
		return found.isOld && health === 'new' ? 'silent' : asStage(health);
	};

	const healthOfEntry = ({stage, view}: TaskFindings, itsFindings: readonly Finding[]): Health =>
		healthOfFindings(itsFindings) ?? asStage(stage, view.missing.length > 0);

	return {
		ofEntry,
		healthOfEntry,
		taskNamed: name => foundOf(tasks, name)?.view,
		ofTask,
		ofSubtask,
		ofSource,
		ofWorker,
		ofMaster,
		health(row) {
			if ('subtask' in row) {
				const {task, source} = row.subtask;
				return healthOfFindings(ofSubtask(task, source)) ?? asStage(stageOfSubtask(row), row.stale !== '');
			}

			if ('subtasks' in row) {
				if (!('name' in row)) {
					return asStage(healthOfSource(row), row.stale !== '');
				}

				const entry = foundOf(tasks, row.name);
				return entry?.view === row
					? healthOfEntry(entry, ofEntry(entry))
					: (healthOfFindings(ofTask(row.name)) ?? asStage(stageOfTask(row), row.missing.length > 0));
			}

			return 'alive' in row
				? (healthOfFindings(ofMaster(row.name)) ?? asStage('running'))
				: (healthOfPlace(ofWorker(row.name)) ?? healthOfWorker(row.stage));
		},
	};
};
