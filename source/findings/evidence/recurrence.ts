/** Since when an error has stopped something, counted from its first occurrence, and how often it came back. */
import type {Setbacks} from '../../monitor/since/setbacks.js';
import type {Found} from '../rule.js';
import {timeText} from '../words.js';
import {say} from '../../language/say.js';

type Recurrence = Pick<Found, 'since' | 'isSinceAtLeast'> & {
	/** Follows a brief: " (3 times)"; '' for the first time. */
	readonly times: string;
	readonly why: readonly string[];
};

/** `since` is when its stage began, `at` the last answer, both ms since the epoch. */
export const recurrence = (
	setbacks: Setbacks | undefined,
	{since, isSeen, at}: {readonly since?: number; readonly isSeen: boolean; readonly at: number},
): Recurrence =>
	setbacks === undefined || setbacks.times < 2
		? {
				since: setbacks?.firstAt ?? since,
				isSinceAtLeast: !(setbacks?.isFirstSeen ?? isSeen),
				times: '',
				why: [],
			}
		: {
				since: setbacks.firstAt,
				isSinceAtLeast: !setbacks.isFirstSeen,
				times: ` ${say('({times} times)', {times: setbacks.times})}`,
				why: [
					say('It has stopped {times} times in {age}; the error keeps coming back', {
						times: setbacks.times,
						age: timeText(at - setbacks.firstAt),
					}),
				],
			};
