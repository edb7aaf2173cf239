/** Which of two findings is worse. */
import {byNumbers} from '../../monitor/order.js';
import type {SubtaskView} from '../../monitor/view.js';
import {type Finding, severityRank} from '../finding.js';
import {rules} from '../rules.js';

const rankOfKind: ReadonlyMap<string, number> = new Map(rules.map(({kind}, rank) => [kind, rank]));

/** Worst first: by severity, by the order of the rules, the longest first, then by name. */
export const byWorstFinding = (left: Finding, right: Finding): number =>
	severityRank(left) - severityRank(right) ||
	rankOfKind.get(left.kind)! - rankOfKind.get(right.kind)! ||
	(left.since ?? Infinity) - (right.since ?? Infinity) ||
	byNumbers(left.task ?? '', right.task ?? '') ||
	byNumbers(left.source ?? '', right.source ?? '') ||
	byNumbers(left.worker ?? '', right.worker ?? '') ||
	byNumbers(left.master ?? '', right.master ?? '');

const concernsByKind = new Map(rules.map(({kind, concerns}) => [kind, concerns]));

/** Whether a finding of a source concerns all its tasks, including those not known to run on it. */
export const concernsAll = ({kind}: Finding): boolean => concernsByKind.get(kind) === 'all';

/** Whether a finding of a source also concerns this subtask. */
export const concernsSubtask = (finding: Finding, subtask: SubtaskView): boolean => {
	const concerns = concernsByKind.get(finding.kind);
	return concerns === 'all' || (concerns?.(subtask, finding) ?? false);
};
