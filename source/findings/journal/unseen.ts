/** Whether the present answers can show that a finding is over: what cannot be seen is not over. */
import type {SubtaskView} from '../../monitor/view.js';
import type {DiagnosedView} from '../diagnosis.js';
import {isToldByCluster, silentWithCluster} from '../evidence/silence.js';
import type {Finding} from '../finding.js';
import {lazily, lazilyByName} from '../gathering/lazily.js';
import {healthOfFindings} from '../health.js';
import {doesNeed, ruleOf} from '../rules.js';
import {placeOf} from './places.js';
import {areFiguresUntold} from './untold-figures.js';

/** True where the finding says that its place does not answer. */
const isOfSilence = (finding: Finding): boolean => {
	const health = healthOfFindings([finding]);
	return health === 'silent' || health === 'lost';
};

/** True where an answer lacks what a finding about a subtask depends on: it cannot be read, or the lag is not known. */
const isUntold = (kind: string, {subtask: {stage, problem}, lag}: SubtaskView): boolean =>
	problem !== undefined || (doesNeed(kind, 'lag') && stage === 'Running' && lag.kind === 'unknown');

/** Kinds about the answer of any source: a source that is silent now may still answer like that. */
const ofAnswer: ReadonlySet<string> = new Set(['answer-failed', 'unreadable']);

/** Whether present findings say that it is not known if an absent one still holds. */
const createHidden = (findings: readonly Finding[]): ((finding: Finding) => boolean) => {
	const hiding = Map.groupBy(
		findings.filter(finding => healthOfFindings([finding]) === 'unknown'),
		placeOf,
	);
	return finding =>
		hiding.get(placeOf(finding))?.some(({kind}) => {
			const hides = ruleOf(kind)?.hides;
			return hides === undefined || doesNeed(finding.kind, hides);
		}) === true;
};

/** What decides whether findings can be seen. */
type Sight = Parameters<typeof silentWithCluster>[0] &
	Pick<DiagnosedView, 'problem' | 'metrics' | 'tasks' | 'areLocksListed' | 'lockProblem' | 'diagnosis'>;

/**
 * For findings that are absent from a view: true where they may still hold. Their place does not answer, or has not
 * answered since the whole cluster last stopped; its answer or DM's metrics lack what they depend on; or another
 * finding says that this is not known.
 * What no longer exists is not waited for.
 */
export const createUnseen = (view: Sight): ((finding: Finding) => boolean) => {
	const {problem, problemSince, metrics, sources, tasks, areLocksListed, lockProblem} = view;
	// A large cluster is gone through only where something has gone from a view.
	const seen = lazily(
		() =>
			new Map(
				sources.map(({source, condition, at}) => [source, condition.kind === 'fresh' && at > problemSince]),
			),
	);
	const named = lazily(() => new Map(tasks.map(task => [task.name, task])));
	const silent = lazily(() => silentWithCluster(view));
	const inTask = lazilyByName(
		name =>
			new Map(
				named()
					.get(name)
					?.subtasks.map(subtask => [subtask.subtask.source, subtask]),
			),
	);
	const sourcesByName = lazily(() => new Map(sources.map(source => [source.source, source])));
	const isHidden = lazily(() => createHidden(view.diagnosis.findings));
	const figures = {
		metrics,
		subtaskOf: (task: string, source: string) => inTask(task).get(source),
		sourceOf: (name: string) => sourcesByName().get(name),
	};
	return finding => {
		if (isOfSilence(finding)) {
			return isToldByCluster(silent(), finding);
		}

		const {kind, task, source, worker, master} = finding;
		if (ofAnswer.has(kind)) {
			return problem !== undefined || sources.some(({condition}) => condition.kind === 'silent');
		}

		const mayBeListed = kind === 'ddl-waiting' && !areLocksListed && lockProblem !== undefined;
		const isAnywhere = (task ?? source ?? worker ?? master) !== undefined;
		const subtask = task === undefined ? undefined : inTask(task).get(source ?? '');
		const isSilent = (): boolean =>
			mayBeListed ||
			problem !== undefined ||
			(source !== undefined && !seen().get(source)) ||
			(subtask !== undefined && isUntold(kind, subtask)) ||
			isHidden()(finding);
		const isThere = (): boolean =>
			(task === undefined || named().has(task)) && (source === undefined || seen().has(source));
		return ((isAnywhere && isSilent()) || areFiguresUntold(finding, figures)) && isThere();
	};
};
