/**
 * What `dm-top check` cannot know: a finding may be present where nothing answers, or where an answer lacks what it
 * depends on.
 */
import {say} from '../../language/say.js';
import type {DiagnosedView} from '../../findings/diagnosis.js';
import {silentWithCluster} from '../../findings/evidence/silence.js';
import type {Finding} from '../../findings/finding.js';
import {healthOfFindings} from '../../findings/health.js';
import type {Rule} from '../../findings/rule.js';
import {ruleOf, rules} from '../../findings/rules.js';
import type {Health} from '../../monitor/health.js';
import type {TaskView} from '../../monitor/view.js';
import {mayHide} from './unread.js';
import {unmetNeed} from './unmet-needs.js';

/** Kinds that say that nothing answers for the whole cluster, or that a part of an answer cannot be read. */
const ofCluster: ReadonlySet<string> = new Set([
	'cluster-silent',
	'no-leader',
	'unreadable',
	'answer-failed',
]);

/** Kinds that say that a source or a member does not answer. */
const silences: ReadonlySet<string> = new Set(['cluster-silent', 'source-silent']);

/** Kinds about tasks and sources that come from the answers of sources; not those that say that nothing answers. */
const needsAnswers = ({health, ofSubtask, ofTask, ofSource}: Rule): boolean =>
	health !== 'silent' && health !== 'lost' && (ofSubtask ?? ofTask ?? ofSource) !== undefined;

/** A row with such a finding is old or empty. */
const blindHealths: ReadonlySet<Health | undefined> = new Set(['silent', 'lost', 'unknown']);

/** Whether rules need what a finding says is not known: the state of a task or source, or one thing of it. */
const blinds = (finding: Finding, asked: readonly Rule[]): boolean => {
	const hidden = ruleOf(finding.kind)?.hides;
	return (
		ofCluster.has(finding.kind) ||
		((finding.task ?? finding.source) !== undefined &&
			blindHealths.has(healthOfFindings([finding])) &&
			(hidden === undefined || asked.length === 0 || asked.some(({needs}) => needs?.includes(hidden))))
	);
};

/**
 * Why it is not known whether the kinds `only` hold (all where it is []), in one line; undefined where it is. `all` are
 * the findings of every kind about `tasks`, `told` those that are reported: a silence among them says it itself.
 */
export const blindSpot = (
	cluster: DiagnosedView,
	{
		only,
		tasks,
		all,
		told,
		isOfTasks,
		answers,
	}: {
		readonly only: readonly string[];
		/** Whether `tasks` are those that are asked for, and not all. */
		readonly isOfTasks: boolean;
		/** How many answers there were. */
		readonly answers: number;
		readonly tasks: readonly TaskView[];
		readonly all: readonly Finding[];
		readonly told: readonly Finding[];
	},
): string | undefined => {
	const {sourcesBound, sourcesUnheard} = cluster.totals;
	if (only.length === 0 && sourcesBound > 0 && sourcesUnheard === sourcesBound) {
		return say('no source has answered');
	}

	const [unheard] = silentWithCluster(cluster);
	const areSilencesAsked = only.length === 0 || only.includes('source-silent');
	const isSilenceTold = told.some(({kind}) => silences.has(kind));
	if (unheard !== undefined && !isSilenceTold && areSilencesAsked) {
		return say('{name}: {text}', {
			name: unheard,
			text: say('it has not answered since the whole cluster was silent'),
		});
	}

	const asked = rules.filter(({kind}) => only.includes(kind));
	const reported = new Set(told);
	if (only.length === 0 || asked.some(rule => needsAnswers(rule))) {
		// Those of the whole cluster are not among the findings about named tasks.
		const wide = cluster.diagnosis.findings.filter(
			finding =>
				ofCluster.has(finding.kind) &&
				(!isOfTasks || finding.kind !== 'unreadable' || mayHide(cluster, tasks, finding)),
		);
		// An unreadable part of a task that is asked for may be anything: reporting it is not an answer.
		const isTold = (finding: Finding) =>
			reported.has(finding) && !(isOfTasks && finding.kind === 'unreadable');
		const silence = [...wide, ...all].find(finding => blinds(finding, asked) && !isTold(finding));
		if (silence) {
			const place = silence.source ?? silence.task;
			return place === undefined ? silence.what : say('{name}: {text}', {name: place, text: silence.what});
		}

		if (sourcesUnheard > 0 && all.every(finding => !blinds(finding, asked))) {
			return say('{answered}/{count} sources answered', {
				answered: sourcesBound - sourcesUnheard,
				count: sourcesBound,
			});
		}
	}

	const names = new Set(tasks.flatMap(({subtasks}) => subtasks.map(({subtask: {source}}) => source)));
	const sources = isOfTasks ? cluster.sources.filter(({source}) => names.has(source)) : cluster.sources;
	return unmetNeed(asked, {cluster, tasks, sources, answers});
};
