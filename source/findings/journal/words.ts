/** The texts of events about findings. */
import {fitted} from '../../dm/values/fitted.js';
import {keptEvent} from '../../monitor/learning/events.js';
import {healthOfStage} from '../../monitor/measuring/health.js';
import type {ClusterEvent, ClusterView} from '../../monitor/view.js';
import type {Health} from '../../monitor/health.js';
import type {Finding, Severity} from '../finding.js';
import {healthOfFindings} from '../health.js';
import {rules} from '../rules.js';
import {timeText} from '../words.js';
import {say} from '../../language/say.js';
import type {Phrase} from '../../language/text.js';
import {labelText, namesText} from '../../language/sentences.js';
import {nameWithError} from './finding-name.js';

const overByKind: ReadonlyMap<string, Phrase | undefined> = new Map(
	rules.map(({kind, over}) => [kind, over]),
);

const healthOfSeverity: Readonly<Record<Severity, Health>> = {
	critical: 'error',
	warning: 'lagging',
	notice: 'changing',
};

const healthOf = (finding: Finding): Health =>
	healthOfFindings([finding]) ?? healthOfSeverity[finding.severity];

/** The place of an event about the whole cluster: its address, as far as it is known. */
export const clusterName = ({endpoint}: ClusterView): string => (endpoint === '' ? 'cluster' : endpoint);

const subjectOf = ({task, source, worker, master}: Finding, view: ClusterView): string => {
	if (task !== undefined) {
		return source === undefined ? task : `${task}/${source}`;
	}

	return source ?? worker ?? master ?? clusterName(view);
};

const detailOf = ({why, fix}: Finding): readonly string[] => [
	...fix.map((step, index) => (index === 0 ? say('Do: {step}', {step}) : step)),
	...why,
];

/** The page that an event leads to. */
type Leads = Pick<ClusterEvent, 'task' | 'source'>;

const leadsOf = ({task, source}: Finding): Leads => ({
	...(task !== undefined && {task}),
	...(source !== undefined && {source}),
});

/** Findings on several tasks of one place as one. */
const subjectOfSeveral = ([first]: readonly Finding[], view: ClusterView): string =>
	first?.source ?? clusterName(view);

/** How the text of a finding begins that was present when its place was first seen. */
const firstSeenLabel = (): string => labelText(say('when first seen:'));

/** The text of an event without that. */
export const withoutFirstSeen = (text: string): string =>
	text.startsWith(firstSeenLabel()) ? text.slice(firstSeenLabel().length) : text;

/** A finding began, or the same one on several tasks at once. `isFromStart`: it held when its place was first seen. */
export const beginEvent = (
	findings: readonly [Finding, ...Finding[]],
	view: ClusterView,
	{at, isFromStart}: {readonly at: number; readonly isFromStart: boolean},
): ClusterEvent => {
	const [finding, ...others] = findings;
	const isSeveral = others.length > 0;
	const {source} = finding;
	return keptEvent({
		at,
		health: healthOf(finding),
		subject: isSeveral ? subjectOfSeveral(findings, view) : subjectOf(finding, view),
		text: `${isFromStart ? firstSeenLabel() : ''}${isSeveral ? labelText(say('{count} tasks:', {count: findings.length})) : ''}${finding.what}`,
		finding: {kind: finding.kind, isOver: false},
		...(isFromStart && {firstSeen: findings.map(one => nameWithError(one))}),
		detail: fitted([
			...(isSeveral ? [namesText(findings.map(({task}) => task ?? ''))] : []),
			...detailOf(finding),
		]),
		...(isSeveral ? source !== undefined && {source} : leadsOf(finding)),
	});
};

/** How long a finding held, as far as that was seen. */
type Lasted = {readonly began: number; readonly ended: number; readonly isAtLeast: boolean};

/** The end of a finding. */
export type Ended = Lasted & {
	/** The present stage of its subtask, '' where it is not about one. */
	readonly stage: string;
	/** The worker for which DM had paused it, '' where that was no transfer. */
	readonly transferredTo: string;
};

/** The beginning of a pause that turned out to be a transfer of the source. */
export const transferEvent = (event: ClusterEvent, {what}: Finding, worker: string): ClusterEvent => ({
	...event,
	text: event.text.replace(what, () => say('Paused while its source was transferred to {worker}', {worker})),
	// The names of several tasks.
	detail: event.task === undefined ? (event.detail ?? []).slice(0, 1) : [],
});

/** A subtask without a finding that does not run has not recovered: somebody stopped it, or its stage is changing. */
const isAtRest = (stage: string): boolean => stage !== '' && stage !== 'Running' && stage !== 'Finished';

const lastedText = ({began, ended, isAtLeast}: Lasted): string =>
	isAtLeast
		? say('after {age} or more', {age: timeText(ended - began)})
		: say('after {age}', {age: timeText(ended - began)});

/** A finding is over, or the same one on several tasks at once. */
export const overEvent = (
	findings: readonly [Finding, ...Finding[]],
	view: ClusterView,
	ended: Ended,
): ClusterEvent => {
	const [finding, ...others] = findings;
	const isSeveral = others.length > 0;
	const {kind, what, source} = finding;
	const {stage} = ended;
	const over = overByKind.get(kind);
	const lasted = lastedText(ended);
	const whole = isAtRest(stage)
		? say('now {stage}, {lasted}: {what}', {stage, lasted, what})
		: say('over {lasted}: {what}', {lasted, what});
	const text =
		over === undefined
			? whole
			: ended.transferredTo === ''
				? `${say(over)} ${lasted}`
				: say('no longer paused {lasted}: its source was transferred to {worker}', {
						lasted,
						worker: ended.transferredTo,
					});
	return keptEvent({
		at: ended.ended,
		health: isAtRest(stage) ? healthOfStage(stage) : 'running',
		subject: isSeveral ? subjectOfSeveral(findings, view) : subjectOf(finding, view),
		text: `${isSeveral ? labelText(say('{count} tasks:', {count: findings.length})) : ''}${text}`,
		finding: {kind, isOver: true},
		...(isSeveral ? source !== undefined && {source} : leadsOf(finding)),
	});
};

/** No source answers: one event instead of one for each. */
export const allSilentEvent = (
	view: ClusterView,
	finding: Finding,
	{at, isFromStart}: {readonly at: number; readonly isFromStart: boolean},
): ClusterEvent => {
	const text = say('all {count} sources: {what}', {count: view.sources.length, what: finding.what});
	return keptEvent({
		at,
		health: healthOf(finding),
		subject: clusterName(view),
		text: `${isFromStart ? firstSeenLabel() : ''}${text}`,
		// The names of the others would take memory, and stand for the same.
		...(isFromStart && {firstSeen: [nameWithError(finding)]}),
		finding: {kind: finding.kind, isOver: false},
		detail: detailOf(finding),
	});
};

/** All of them answer again. */
export const allBackEvent = (view: ClusterView, since: number, at: number): ClusterEvent => ({
	at,
	health: 'running',
	subject: clusterName(view),
	text: say('all {count} sources answer again after {age}', {
		count: view.sources.length,
		age: timeText(at - since),
	}),
});
