import {formatMoment} from '../../components/quantity.js';
import type {ClusterEvent} from '../../monitor/view.js';
import {say} from '../../language/say.js';

/** A text beside the name of its place: without that name at its beginning. */
export const besideName = (text: string, name: string): string => {
	const begin = [`${name} `, `${name}: `, `${name}：`].find(start => text.startsWith(start)) ?? '';
	return text.slice(begin.length);
};

/** The text of an event at `now`, ms since the epoch, with the number of DM's retries. */
export const eventText = ({text, retried}: ClusterEvent, now: number): string =>
	retried === undefined
		? text
		: say('{text}; retried {times}×, last {moment}', {
				text,
				times: retried.times,
				moment: formatMoment(retried.lastAt, now),
			});
