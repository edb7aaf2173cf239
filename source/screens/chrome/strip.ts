/**
 * An event in one line, for the strip at the bottom of a large screen.
 */
import {type Line, span} from '../../components/line.js';
import {formatMoment} from '../../components/quantity.js';
import type {Symbols} from '../../components/symbols.js';
import type {ClusterEvent} from '../../monitor/view.js';
import {eventTextBeside} from '../cells/event-text.js';
import {healthSign, healthStyle} from '../cells/health.js';

/** An event: when, how bad, about what, and its text. */
export const drawEvent = (event: ClusterEvent, now: number, symbols: Symbols): Line => {
	const {at, health, subject, firstSeen} = event;
	return [
		span(
			`${(firstSeen ? symbols.atLeast : '').padStart(symbols.atLeast.length)}${formatMoment(at, now)} `,
			'dim',
		),
		...healthSign(health, symbols),
		span(` ${subject}  `, 'strong'),
		span(eventTextBeside(event, now), healthStyle(health)),
	];
};
