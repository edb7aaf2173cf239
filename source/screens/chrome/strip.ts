/**
 * An event in one line, for the strip at the foot of a large screen.
 */
import {type Line, span} from '../../components/line.js';
import {formatMoment} from '../../components/quantity.js';
import type {ClusterEvent} from '../../monitor/view.js';
import {healthSign, healthStyle} from '../health.js';

export const eventLine = ({at, health, subject, text}: ClusterEvent, now: number, ascii: boolean): Line => [
	span(` ${formatMoment(at, now)} `, 'dim'),
	...healthSign(health, ascii),
	span(` ${subject}  `, 'strong'),
	span(text, healthStyle(health)),
];
