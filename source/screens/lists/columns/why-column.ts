/** The worst finding of a row in a few words. */
import {span} from '../../../components/line.js';
import type {Finding} from '../../../findings/finding.js';
import type {Phrase} from '../../../language/text.js';
import {byText} from '../../../monitor/order.js';
import {textWidth} from '../../../terminal/width.js';
import {whyCell} from '../../cells/finding-lines.js';
import type {ColumnEntry} from './entry.js';

/** The greatest width of a brief. */
const longestBrief = 120;

/** The width of the longest brief; `isNamed`: with its source. */
export const widestBrief = (findings: readonly Finding[], isNamed = false): number => {
	let width = 1;
	for (const {brief, source} of findings) {
		const whose = isNamed && source !== undefined ? ` (${source})` : '';
		width = Math.max(width, textWidth(span(brief + whose).text));
	}

	return Math.min(width, longestBrief);
};

/** The findings that a column describes. */
export type FindingsOfRows<Row> = {
	/** The worst of each row, or more. */
	readonly findings: readonly Finding[];
	/** Worst first. */
	readonly findingsOf: (row: Row) => readonly Finding[];
	/** Whether the finding has to name its source. */
	readonly isOneOfSeveral?: (row: Row) => boolean;
};

/** The findings that rows of tasks and sources show: not those of the cluster as a whole, or of a master. */
export const ofTasksOrSources = (findings: readonly Finding[]): readonly Finding[] =>
	findings.filter(({task, source, worker}) => (task ?? source ?? worker) !== undefined);

/** The worst finding of a row in words; no column while there is none. */
export const whyColumn = <Row>(help: Phrase): ColumnEntry<Row, FindingsOfRows<Row>> => ({
	id: 'why',
	title: 'WHY',
	help,
	look({findings, findingsOf, isOneOfSeveral}) {
		const widest = widestBrief(findings, isOneOfSeveral !== undefined);
		return findings.length === 0
			? undefined
			: {
					min: Math.min(16, widestBrief(findings)),
					max: Math.min(40, widest),
					preferredWidth: widest,
					share: 0.32,
					priority: 96,
					draw: (row, width) => whyCell(findingsOf(row), width, isOneOfSeveral?.(row)),
					compare: (left, right) =>
						byText(findingsOf(left)[0]?.brief ?? '', findingsOf(right)[0]?.brief ?? ''),
					descending: true,
				};
	},
});
