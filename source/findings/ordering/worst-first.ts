/**
 * The order of rows in all tables: by the severity of the worst finding, by whether it is known to be theirs, by health, by
 * lag, then by name.
 */
import {byNumbers, isAmong, lagRank} from '../../monitor/order.js';
import type {Lag, TaskView} from '../../monitor/view.js';
import {type Health, healthOrder} from '../../monitor/health.js';
import {type Finding, severities, severityRank} from '../finding.js';

/** What the order of a row depends on. */
export type RowStanding = {
	/** Its findings, worst first. */
	readonly findings: readonly Finding[];
	readonly health: Health;
	readonly lag: Lag;
	readonly name: string;
	/** Nothing is known to be wrong with it: its worst finding is about a source on which it may or may not run. */
	readonly mayBeWell?: boolean;
};

/** The task itself may be well: its worst finding is about a source on which it is not known to run. */
export const mayBeWell = (
	{missing, possiblyOn}: Pick<TaskView, 'missing' | 'possiblyOn'>,
	[worst]: readonly Finding[],
): boolean =>
	possiblyOn.length > 0 &&
	worst?.source !== undefined &&
	worst.task === undefined &&
	isAmong(possiblyOn, worst.source) &&
	!isAmong(missing, worst.source);

/** The same as numbers, smaller is worse; and the name. */
export type Rank = {readonly problem: number; readonly lag: number; readonly name: string};

/** Lags that differ by less than this do not change the order of two rows, seconds. */
const lagStep = 60;

/** The rank of a row. */
export const rankOf = ({findings, health, lag, name, mayBeWell: isUncertain = false}: RowStanding): Rank => {
	const severity = findings[0] ? severityRank(findings[0]) : severities.length;
	return {
		problem: (severity * 2 + (isUncertain ? 1 : 0)) * healthOrder.length + healthOrder.indexOf(health),
		lag: -Math.floor(lagRank(lag) / lagStep),
		name,
	};
};

/** Worst first. */
export const byRank = (left: Rank, right: Rank): number =>
	left.problem - right.problem || left.lag - right.lag || byNumbers(left.name, right.name);

/** The same for rows; `standingOf` is called once per row. */
export const worstFirst = <Row>(
	standingOf: (row: Row) => RowStanding,
): ((left: Row, right: Row) => number) => {
	const ranks = new Map<Row, Rank>();
	const rankOfRow = (row: Row): Rank => {
		const known = ranks.get(row) ?? rankOf(standingOf(row));
		ranks.set(row, known);
		return known;
	};

	return (left, right) => byRank(rankOfRow(left), rankOfRow(right));
};
