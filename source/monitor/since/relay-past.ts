/** What is remembered about relays: since when each is in its stage, and how often an error stopped it recently. */
import type {Relay} from '../../dm/status.js';
import type {AnswerTime, Since} from './lasting.js';
import {type Setbacks, setbacksAfter} from './setbacks.js';

/** What is remembered about one relay. */
export type RelayPast = {
	/** Since when it is in its stage. */
	readonly since: Since;
	/** Undefined where no error stopped it recently. */
	readonly setbacks?: Setbacks;
	/** The last answer. */
	readonly relay: Relay;
	/** The time of that answer, ms since the epoch. */
	readonly at: number;
};

/** A relay by the worker that pulls it. */
export type Pulled = {readonly worker: string; readonly relay: Relay};

const pastAfter = (known: RelayPast | undefined, relay: Relay, {at, isFirst}: AnswerTime): RelayPast => {
	const isSeen = !isFirst;
	return {
		since: known?.relay.stage === relay.stage ? known.since : {at, isSeen},
		setbacks: setbacksAfter(known?.setbacks, {
			at,
			unit: relay,
			last: {at: known?.at ?? at, unit: known?.relay ?? relay},
			isSeen,
		}),
		relay,
		at,
	};
};

/**
 * What is remembered after one more answer with all relays of a source, at `at` ms since the epoch. `isFirst`: the
 * first answer with relays.
 */
export const relayPastsAfter = (
	before: ReadonlyMap<string, RelayPast>,
	relays: readonly Pulled[],
	time: AnswerTime,
): ReadonlyMap<string, RelayPast> =>
	new Map(relays.map(({worker, relay}) => [worker, pastAfter(before.get(worker), relay, time)]));
