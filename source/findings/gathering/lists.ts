/** Lists of findings: merged, worst first, and grouped by what they concern. */
import {finish, sortSteps, type Steps} from '../../dm/steps.js';
import {type Finding, severityRank} from '../finding.js';
import {byWorstFinding} from '../ordering/order.js';

/** No finding. */
export const noFindings: readonly Finding[] = [];

/** Findings by the name of a task, a source or another thing. */
export type Lists = ReadonlyMap<string, readonly Finding[]>;

/** Appends a finding to the list of a name. */
export const add = (lists: Map<string, Finding[]>, name: string, finding: Finding): void => {
	const list = lists.get(name);
	if (list) {
		list.push(finding);
	} else {
		lists.set(name, [finding]);
	}
};

/**
 * All findings of several lists, worst first.
 *
 * @yields Between two steps.
 */
export function* mergeSteps(lists: Iterable<readonly Finding[]>): Steps<readonly Finding[]> {
	const filled: Array<readonly Finding[]> = [];
	for (const list of lists) {
		if (list.length > 0) {
			filled.push(list);
		}
	}

	return filled.length < 2 ? (filled[0] ?? noFindings) : yield* sortSteps(filled.flat(), byWorstFinding);
}

/** The same in one go. */
export const mergeAll = (lists: Iterable<readonly Finding[]>): readonly Finding[] =>
	finish(mergeSteps(lists));

/** The same for a few lists. */
export const merge = (...lists: ReadonlyArray<readonly Finding[]>): readonly Finding[] => mergeAll(lists);

/** Both lists; of findings equally severe, those of the first one come first, whatever their kind. */
export const mergeBehind = (findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] =>
	others.length === 0
		? findings
		: [...findings, ...others].toSorted((left, right) => severityRank(left) - severityRank(right));

/** One list for each name that `nameOf` gives, in the order of the findings. */
export const groupBy = (
	findings: readonly Finding[],
	nameOf: (finding: Finding) => string | undefined,
): Lists => {
	const lists = new Map<string, Finding[]>();
	for (const finding of findings) {
		const name = nameOf(finding);
		if (name !== undefined) {
			add(lists, name, finding);
		}
	}

	return lists;
};
