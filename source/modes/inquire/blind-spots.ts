/**
 * What `dm-top check` cannot know: a finding that is asked for may hold where nothing answers, or a lag is not known.
 */
import {say} from '../../language/say.js';
import type {DiagnosedView} from '../../findings/diagnosis.js';
import type {Finding} from '../../findings/finding.js';
import {healthOfFindings} from '../../findings/health.js';
import {needsLag} from '../../findings/needs-lag.js';
import {rules} from '../../findings/rules.js';
import type {Health} from '../../monitor/health.js';
import type {TaskView} from '../../monitor/view.js';

/** Kinds that say that nobody answers for the whole cluster, or that a part of what was answered is not known. */
const ofCluster: ReadonlySet<string> = new Set([
	'cluster-silent',
	'no-leader',
	'unreadable',
	'answer-failed',
]);

/** Kinds that are about tasks and sources, and found in what sources answer; not those that say that nothing answers. */
const needsAnswers = (kind: string): boolean => {
	const {health, ofSubtask, ofTask, ofSource} = rules.find(rule => rule.kind === kind) ?? {};
	return (
		health !== 'silent' &&
		health !== 'lost' &&
		!ofCluster.has(kind) &&
		(ofSubtask ?? ofTask ?? ofSource) !== undefined
	);
};

/** A row with such a finding is old or empty. */
const blindHealths: ReadonlySet<Health | undefined> = new Set(['silent', 'lost', 'unknown']);

/** Why the state of a task or source is not known, other than that its worker has moved. */
const blinds = (finding: Finding): boolean =>
	ofCluster.has(finding.kind) ||
	((finding.task ?? finding.source) !== undefined && blindHealths.has(healthOfFindings([finding])));

const unknownLag = ({name, lag, subtasks}: TaskView): string | undefined => {
	const ofSubtask = subtasks.find(({lag: {kind}}) => kind === 'unknown');
	const unknown = lag.kind === 'unknown' ? lag : ofSubtask?.lag;
	return unknown?.kind === 'unknown'
		? say('{name}: {text}', {name, text: say('lag unknown: {why}', {why: unknown.why})})
		: undefined;
};

/**
 * Why it is not known whether the kinds `only` hold (all where it is []), in one line; undefined where it is. `all` are
 * the findings of every kind about `tasks`, `told` those that are reported: a silence among them says it itself.
 */
export const blindSpot = (
	{totals, diagnosis}: DiagnosedView,
	{
		only,
		tasks,
		all,
		told,
	}: {
		readonly only: readonly string[];
		readonly tasks: readonly TaskView[];
		readonly all: readonly Finding[];
		readonly told: readonly Finding[];
	},
): string | undefined => {
	const {sourcesBound, sourcesUnheard} = totals;
	if (only.length === 0 && sourcesBound > 0 && sourcesUnheard === sourcesBound) {
		return say('no source has answered');
	}

	const reported = new Set(told);
	if (only.length === 0 || only.some(kind => needsAnswers(kind))) {
		// Those of the whole cluster are not among the findings about named tasks.
		const wide = diagnosis.findings.filter(({kind}) => ofCluster.has(kind));
		const silence = [...wide, ...all].find(finding => blinds(finding) && !reported.has(finding));
		if (silence) {
			const place = silence.source ?? silence.task;
			return place === undefined ? silence.what : say('{name}: {text}', {name: place, text: silence.what});
		}

		if (only.length > 0 && sourcesUnheard > 0 && all.every(finding => !blinds(finding))) {
			return say('{answered}/{count} sources answered', {
				answered: sourcesBound - sourcesUnheard,
				count: sourcesBound,
			});
		}
	}

	return only.some(kind => needsLag(kind)) ? tasks.map(task => unknownLag(task)).find(Boolean) : undefined;
};
