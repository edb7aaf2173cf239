/** The worst finding of a row in a few words. */
import {span} from '../../../components/line.js';
import {type Finding, isWarning} from '../../../findings/finding.js';
import {say} from '../../../language/say.js';
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
	/** Whether what the row shows is old, or only known in part: it may not be healthy. */
	readonly isUnknown: (row: Row) => boolean;
	/** Whether that is so of any row. */
	readonly isAnyUnknown: boolean;
};

/** Whether "only problems" keeps a row: it has a finding of warning or worse, or it is not known whether it has. */
export const isTroubled = (findings: readonly Finding[], isUnknown: boolean): boolean =>
	isUnknown || findings.some(finding => isWarning(finding));

/**
 * The worst finding of a row; "no answer" where the row is out of date without such a finding: the silence is reported
 * elsewhere.
 */
const whyOf = <Row>(row: Row, {findingsOf, isUnknown}: FindingsOfRows<Row>): Finding | string | undefined => {
	const [worst] = findingsOf(row);
	return isUnknown(row) && (worst === undefined || !isWarning(worst)) ? say('no answer') : worst;
};

/** The findings that rows of tasks and sources show: not those of the cluster as a whole, or of a master. */
export const ofTasksOrSources = (findings: readonly Finding[]): readonly Finding[] =>
	findings.filter(({task, source, worker}) => (task ?? source ?? worker) !== undefined);

/** The worst finding of a row in words, or that nothing is known of it; no column while there is neither. */
export const whyColumn = <Row>(help: Phrase): ColumnEntry<Row, FindingsOfRows<Row>> => ({
	id: 'why',
	title: 'WHY',
	help,
	look(from) {
		const {findings, isOneOfSeveral, isAnyUnknown} = from;
		const unknown = isAnyUnknown ? textWidth(span(say('no answer')).text) : 0;
		const widest = Math.max(unknown, widestBrief(findings, isOneOfSeveral !== undefined));
		const briefOf = (row: Row): string => {
			const why = whyOf(row, from);
			return typeof why === 'object' ? why.brief : (why ?? '');
		};

		return findings.length === 0 && !isAnyUnknown
			? undefined
			: {
					min: Math.min(16, Math.max(unknown, widestBrief(findings))),
					max: Math.min(40, widest),
					preferredWidth: widest,
					share: 0.32,
					priority: 96,
					draw(row, width) {
						const why = whyOf(row, from);
						return typeof why === 'string' ? [span(why, 'warn')] : whyCell(why, width, isOneOfSeveral?.(row));
					},
					compare: (left, right) => byText(briefOf(left), briefOf(right)),
					descending: true,
				};
	},
});
