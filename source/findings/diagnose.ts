/**
 * What is wrong in a cluster, found once for all who report it: rows, filters, totals, events, exit codes.
 */
import {finish, sortSteps, type Steps} from '../dm/steps.js';
import type {ClusterView, SourceView, TaskView} from '../monitor/view.js';
import {askAboutCluster, askAboutSource, type SourceFindings} from './gathering/ask.js';
import {isToldByCluster, silentWithCluster} from './evidence/silence.js';
import type {Finding} from './finding.js';
import {createDiagnosis, type DiagnosedView, type Diagnosis, type FoundInCluster} from './diagnosis.js';
import {byWorstFinding, concernsSubtask} from './ordering/order.js';
import {mayBeWell} from './ordering/worst-first.js';
import {defaultThresholds, type Thresholds} from './thresholds.js';
import {add, type Lists, mergeSteps} from './gathering/lists.js';
import {
	type TaskOrder,
	countHealths,
	findInTasks,
	listsOf,
	orderTasks,
	toPlaceAgain,
} from './gathering/task-findings.js';

/** Steps are long enough that checking the clock between them costs little. */
const sourcesInStep = 100;

/**
 * Findings of sources by task, worst first.
 *
 * @yields Between two steps.
 */
function* findConcerned(sources: ReadonlyMap<string, SourceFindings>): Steps<Lists> {
	const lists = new Map<string, Finding[]>();
	const own = sources
		.values()
		.flatMap(found => found.own)
		.toArray();
	const findings = yield* sortSteps(own, byWorstFinding);
	for (const [index, finding] of findings.entries()) {
		if (index % sourcesInStep === sourcesInStep - 1) {
			yield;
		}

		for (const subtask of sources.get(finding.source!)!.view.subtasks) {
			if (concernsSubtask(finding, subtask)) {
				add(lists, subtask.subtask.task, finding);
			}
		}
	}

	return lists;
}

/** The findings of earlier diagnoses. */
const foundBefore = new WeakMap<Diagnosis, FoundInCluster>();

/** The order of the tasks in each. */
const orders = new WeakMap<Diagnosis, TaskOrder>();

/** The lists from which each of them was merged. */
const madeOf = new WeakMap<DiagnosedView, ClusterView>();

function* findInSources(
	sources: readonly SourceView[],
	thresholds: Thresholds,
	before: FoundInCluster | undefined,
): Steps<ReadonlyMap<string, SourceFindings>> {
	const found = new Map<string, SourceFindings>();
	for (const view of sources) {
		const known = before?.sources.get(view.source);
		found.set(view.source, known?.view === view ? known : askAboutSource(view, thresholds));
		if (found.size % sourcesInStep === 0) {
			yield;
		}
	}

	return found;
}

function* makeDiagnosis(
	view: ClusterView,
	thresholds: Thresholds,
	before: Diagnosis | undefined,
): Steps<{readonly diagnosis: Diagnosis; readonly tasks: readonly TaskView[]}> {
	const earlier = before && foundBefore.get(before);
	const tasks = yield* findInTasks(view.tasks, thresholds, earlier?.tasks);
	const sources = yield* findInSources(view.sources, thresholds, earlier);
	const concerning = yield* findConcerned(sources);
	yield;
	const cluster = askAboutCluster(view, thresholds);
	yield;
	const found: FoundInCluster = {
		tasks,
		sources,
		concerning,
		cluster,
		serving: new Map(
			view.workers.filter(({stage}) => stage === 'bound').map(({name, source}) => [name, source]),
		),
		isOld: view.isOld,
	};
	yield;
	const findings = yield* mergeSteps([
		found.cluster,
		...sources.values().map(({own}) => own),
		...listsOf(tasks),
	]);
	yield;
	const {ofEntry, healthOfEntry, ...answers} = createDiagnosis(found, findings);
	yield;
	const order = orderTasks(
		tasks,
		index => {
			const entry = tasks.entries[index]!;
			const {name, lag} = entry.view;
			const itsFindings = ofEntry(entry);
			return {
				findings: itsFindings,
				health: healthOfEntry(entry, itsFindings),
				lag,
				name,
				mayBeWell: mayBeWell(entry.view, itsFindings),
			};
		},
		before && tasks.changed && earlier?.isOld === found.isOld ? orders.get(before) : undefined,
		toPlaceAgain(tasks, [...found.concerning.keys(), ...(earlier?.concerning.keys() ?? [])]),
	);
	yield;
	const names = silentWithCluster(view);
	const listed = names.size === 0 ? findings : findings.filter(finding => !isToldByCluster(names, finding));
	const diagnosis: Diagnosis = {...answers, findings: listed, thresholds, tasksByHealth: countHealths(order)};
	foundBefore.set(diagnosis, found);
	orders.set(diagnosis, order);
	return {diagnosis, tasks: Array.from(order.order, index => view.tasks[index]!)};
}

/**
 * `withDiagnosis` in steps. The findings of `before` were made with the same thresholds.
 *
 * @yields Between two steps.
 */
export function* diagnoseSteps(
	view: ClusterView,
	before?: DiagnosedView,
	thresholds: Thresholds = defaultThresholds,
): Steps<DiagnosedView> {
	if (before && madeOf.get(before) === view) {
		return before;
	}

	const {diagnosis, tasks} = yield* makeDiagnosis(view, thresholds, before?.diagnosis);
	const isSame =
		before?.tasks.length === tasks.length && tasks.every((task, index) => task === before.tasks[index]);
	const diagnosed = {...view, tasks: isSame ? before.tasks : tasks, diagnosis};
	madeOf.set(diagnosed, view);
	return diagnosed;
}

/**
 * The cluster with its findings. Given the view `before`, only what has changed since is examined; the result is the
 * same.
 */
export const withDiagnosis = (
	view: ClusterView,
	before?: DiagnosedView,
	thresholds: Thresholds = defaultThresholds,
): DiagnosedView => finish(diagnoseSteps(view, before, thresholds));

/** What is wrong in a cluster. */
export const diagnose = (view: ClusterView): Diagnosis => withDiagnosis(view).diagnosis;
