/**
 * The order of a table of its own: the worst row first.
 */
import {type Finding, severities} from '../../findings/finding.js';
import {byText} from '../../monitor/order.js';
import {type Health, type Lag, healthOrder} from '../../monitor/view.js';
import {lagRank} from '../cells.js';

/** What the place of a row among others follows from. */
export type Standing = {
	/** Its findings, worst first. */
	readonly findings: readonly Finding[];
	readonly health: Health;
	readonly lag: Lag;
	readonly name: string;
};

/** Lags closer together than this do not change the places of two rows, seconds. */
const lagStep = 60;

/**
 * Worst first: by the severity of the worst finding, by health, by lag, then by name. What a row stands for is asked once.
 */
export const worstFirst = <Row>(standingOf: (row: Row) => Standing): ((left: Row, right: Row) => number) => {
	const ranks = new Map<Row, {readonly rank: number; readonly lag: number; readonly name: string}>();
	const rankOf = (row: Row) => {
		let known = ranks.get(row);
		if (!known) {
			const {findings, health, lag, name} = standingOf(row);
			const severity = findings[0] ? severities.indexOf(findings[0].severity) : severities.length;
			known = {
				rank: severity * healthOrder.length + healthOrder.indexOf(health),
				lag: Math.floor(lagRank(lag) / lagStep),
				name,
			};
			ranks.set(row, known);
		}

		return known;
	};

	return (left, right) => {
		const a = rankOf(left);
		const b = rankOf(right);
		return a.rank - b.rank || b.lag - a.lag || byText(a.name, b.name);
	};
};
