import {formatMoment} from '../../components/quantity.js';
import type {ClusterEvent} from '../../monitor/view.js';
import {say} from '../../language/say.js';

/** What an event says at `now`, ms since the epoch; of what DM retries also how often it has. */
export const eventText = ({text, retried}: ClusterEvent, now: number): string =>
	retried === undefined
		? text
		: say('{text}; retried {times}×, last {moment}', {
				text,
				times: retried.times,
				moment: formatMoment(retried.lastAt, now),
			});
