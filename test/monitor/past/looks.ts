/** Answers about one task, one after the other. */
import {behind, entry, type Watched} from '../watched.js';

/** Fields of the status of a Sync. */
type Sync = Readonly<Record<string, unknown>>;

/** The task of these tests, on the source s1. */
export const orders = {task: 'orders'};

/** Looks at `orders` on `s1` every `every` seconds from `from` to `to`, seconds since noon. */
export const look = (
	watched: Watched,
	{from, to, every = 5}: {readonly from: number; readonly to: number; readonly every?: number},
	sync: (seconds: number) => Sync,
	rest: Sync = {},
) => {
	for (let seconds = from; seconds <= to; seconds += every) {
		watched.seconds = seconds;
		watched.part(entry('s1', [behind('orders', sync(seconds), rest)]));
	}
};
