import {formatMoment} from '../../components/quantity.js';
import type {ClusterEvent} from '../../monitor/view.js';

/** What an event says at `now`, ms since the epoch; of what DM retries also how often it has. */
export const eventText = ({text, retried}: ClusterEvent, now: number): string =>
	retried === undefined
		? text
		: `${text}; retried ${retried.times}×, last ${formatMoment(retried.lastAt, now)}`;
