/** What has to be known before the absence of a finding means that all is well. */
import type {Phrase} from '../language/text.js';

/**
 * - `details`: what each subtask does; a list of tasks does not say it.
 * - `conflicts`, `validators`: parts of query-status that no list and no answer of OpenAPI has.
 * - `relays`: whether there are relays, and what they do.
 * - `lag`, `distance`: how far subtasks, or the relay logs of sources, are behind.
 * - `workers`, `masters`, `leader`: the list of members.
 * - `metrics`: DM's metrics of what the rule is about.
 * - `movement`, `growth`, `pause`, `before`: what only several answers show.
 */
export type Need =
	| 'details'
	| 'conflicts'
	| 'validators'
	| 'relays'
	| 'lag'
	| 'distance'
	| 'workers'
	| 'masters'
	| 'leader'
	| 'metrics'
	| 'movement'
	| 'growth'
	| 'pause'
	| 'before';

const severalAnswers = 'several answers, over some time';
const inQueryStatus = 'the answer to query-status: lists and OpenAPI do not have it';

/** Each in a few words. */
export const needTexts: Readonly<Record<Need, Phrase>> = {
	details: 'details of each subtask: a list of tasks has none',
	conflicts: inQueryStatus,
	validators: inQueryStatus,
	relays: inQueryStatus,
	lag: 'the lag of each subtask',
	distance: 'the binlog positions of both sides',
	workers: 'the list of dm-workers',
	masters: 'the list of dm-masters',
	leader: 'the name of the leader',
	metrics: 'DM’s metrics',
	movement: severalAnswers,
	growth: severalAnswers,
	pause: severalAnswers,
	before: severalAnswers,
};
