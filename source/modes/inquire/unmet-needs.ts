/** Finds out what a rule needed to know and was not told, so that its absence means nothing. */
import {say} from '../../language/say.js';
import type {Phrase} from '../../language/text.js';
import type {DiagnosedView} from '../../findings/diagnosis.js';
import type {Need} from '../../findings/needs.js';
import type {Rule} from '../../findings/rule.js';
import type {Thresholds} from '../../findings/thresholds.js';
import {healthOfWorkerStage} from '../../monitor/measuring/health.js';
import type {SourceView, SubtaskView, TaskView} from '../../monitor/view.js';

/** What the rules were applied to, and the number of answers. */
export type Asked = {
	readonly cluster: DiagnosedView;
	readonly tasks: readonly TaskView[];
	readonly sources: readonly SourceView[];
	readonly answers: number;
};

/** What is missing, and where; '' for the whole cluster. */
type Unmet = {readonly where: string; readonly why: string};

type Test = (asked: Asked, rule: Rule) => Unmet | undefined;

const whenTrue =
	(why: Phrase, isUnmet: (asked: Asked) => boolean): Test =>
	asked =>
		isUnmet(asked) ? {where: '', why: say(why)} : undefined;

/** The first subtask of which it is not known; one with old data is reported as a silence. */
const inSubtasks = (
	{tasks, cluster}: Asked,
	why: Phrase,
	isUnmet: (view: SubtaskView, thresholds: Thresholds) => boolean,
): Unmet | undefined => {
	for (const {name, subtasks} of tasks) {
		const found = subtasks.find(view => view.stale === '' && isUnmet(view, cluster.diagnosis.thresholds));
		if (found) {
			return {where: `${name} ${found.subtask.source}`, why: say(why)};
		}
	}

	return undefined;
};

const ofSubtasks =
	(why: Phrase, isUnmet: (view: SubtaskView, thresholds: Thresholds) => boolean): Test =>
	asked =>
		inSubtasks(asked, why, isUnmet);

const inSources = (
	{sources, cluster}: Asked,
	why: Phrase,
	isUnmet: (view: SourceView, thresholds: Thresholds) => boolean,
): Unmet | undefined => {
	const found = sources.find(
		view => view.condition.kind === 'fresh' && isUnmet(view, cluster.diagnosis.thresholds),
	);
	return found && {where: found.source, why: say(why)};
};

const isRunning = ({subtask: {stage}}: SubtaskView): boolean => stage === 'Running';

const notFor = 'it has not been observed for long enough';

const isNotInForm: Test = whenTrue(
	'this form of answer does not have it',
	({cluster: {form}}) => form !== 'query-status',
);

/** It was some files behind at the first answer already: perhaps for long, perhaps not. */
const isFilesBehind = (
	files: number | undefined,
	since: SubtaskView['sinces']['files'],
	{at, thresholds}: {readonly at: number; readonly thresholds: Thresholds},
): boolean =>
	since?.isSeen === false &&
	(files ?? 0) > thresholds['files-behind'] &&
	at - since.at < thresholds['files-behind-for'] * 1000;

const unknownLag: Test = ({tasks}) => {
	for (const {name, lag, subtasks} of tasks) {
		const unknown = [lag, ...subtasks.map(view => view.lag)].find(({kind}) => kind === 'unknown');
		if (unknown?.kind === 'unknown') {
			return {where: name, why: say('lag unknown: {why}', {why: unknown.why})};
		}
	}

	return undefined;
};

const unknownDistance: Test = (asked, {ofSource}) => {
	const [unknown, brief] = ['how far it is behind is not known', notFor] as const;
	return ofSource
		? (inSources(
				asked,
				unknown,
				({relays = [], relayDistance}) => relays.length > 0 && relayDistance === undefined,
			) ??
				inSources(asked, brief, ({relayDistance, subtasks, at}, thresholds) =>
					subtasks.some(({sinces}) =>
						isFilesBehind(relayDistance?.files, sinces.relayAway, {at, thresholds}),
					),
				))
		: (inSubtasks(
				asked,
				unknown,
				view =>
					isRunning(view) &&
					view.subtask.unit === 'Sync' &&
					view.distance === undefined &&
					!view.isBeyondUpstream,
			) ??
				inSubtasks(asked, brief, ({distance, sinces, at}, thresholds) =>
					isFilesBehind(distance?.files, sinces.files, {at, thresholds}),
				));
};

const noMetrics: Test = (asked, {ofSubtask, ofSource}) => {
	const why = 'DM’s metrics are not available';
	if (ofSubtask) {
		return inSubtasks(asked, why, view => isRunning(view) && view.metrics === undefined);
	}

	if (ofSource) {
		return inSources(asked, why, ({relays = []}) => relays.some(({metrics}) => metrics === undefined));
	}

	return asked.cluster.metrics === undefined ? {where: '', why: say(why)} : undefined;
};

/** A task without any known subtask is not known in detail either. */
const noDetails: Test = asked => {
	const empty = asked.tasks.find(({subtasks}) => subtasks.length === 0);
	return empty
		? {where: empty.name, why: say('nothing is told of its subtasks')}
		: inSubtasks(
				asked,
				'a list of tasks has no details',
				({subtask: {stage, unit, problem}}) => stage === '' && unit === '' && problem === undefined,
			);
};

const tests: Readonly<Record<Need, Test>> = {
	details: noDetails,
	conflicts: isNotInForm,
	validators: isNotInForm,
	relays: asked =>
		inSources(asked, 'this form of answer does not have it', ({relays}) => relays === undefined),
	lag: unknownLag,
	distance: unknownDistance,
	workers: whenTrue(
		'the dm-workers were not all listed',
		({cluster: {workers, memberNotes}}) =>
			workers.length === 0 ||
			memberNotes.length > 0 ||
			workers.some(({stage}) => healthOfWorkerStage(stage) === 'unknown'),
	),
	masters: whenTrue(
		'the dm-masters were not all listed',
		({cluster: {masters, memberNotes}}) => masters.length === 0 || memberNotes.length > 0,
	),
	leader: whenTrue(
		'the leader is not known',
		({cluster: {leader, memberNotes}}) => leader === undefined || memberNotes.length > 0,
	),
	metrics: noMetrics,
	movement: ofSubtasks(
		notFor,
		({subtask: {stage}, stood}, {stuck}) =>
			stage === 'Running' && (stood === undefined || (stood.isAtLeast && stood.time < stuck * 1000)),
	),
	growth: ofSubtasks(
		notFor,
		({lag, lagSlope}, thresholds) =>
			lagSlope === undefined &&
			(lag.kind === 'seconds' || lag.kind === 'at-least') &&
			lag.seconds >= thresholds['lag-least'] &&
			lag.seconds < thresholds['lag-high'],
	),
	pause: ofSubtasks(
		notFor,
		({subtask: {stage, result}, isSinceSeen, since, at}, thresholds) =>
			stage === 'Paused' &&
			(result?.isCanceled === true || (result?.errors.length ?? 0) === 0) &&
			!isSinceSeen &&
			at - since < thresholds['paused-long'] * 1000,
	),
	before: whenTrue('there is no earlier answer', ({answers}) => answers < 2),
};

/** What one of these rules was not told, in one line; undefined where all of them had what they need. */
export const unmetNeed = (rules: readonly Rule[], asked: Asked): string | undefined => {
	for (const rule of rules) {
		for (const need of rule.needs ?? []) {
			const unmet = tests[need](asked, rule);
			if (unmet) {
				const place = need === 'lag' ? unmet.where : `${rule.kind} ${unmet.where}`.trimEnd();
				return say('{name}: {text}', {name: place, text: unmet.why});
			}
		}
	}

	return undefined;
};
