/** What is remembered of relays: since when each is in its stage, and how often an error stopped it lately. */
import type {Relay} from '../../dm/status.js';
import type {AnswerTime, Since} from '../since/lasting.js';
import {type Setbacks, setbacksAfter} from '../since/setbacks.js';

export type RelayPast = {
	/** Since when it is in its stage. */
	readonly since: Since;
	/** Undefined where no error stopped it lately. */
	readonly setbacks?: Setbacks;
	/** The last answer. */
	readonly relay: Relay;
	/** When that came, ms since the epoch. */
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
 * What is remembered after one more answer that tells all relays of a source, at `at` ms since the epoch. `isFirst`:
 * nothing was told of relays before.
 */
export const relayPastsAfter = (
	before: ReadonlyMap<string, RelayPast>,
	relays: readonly Pulled[],
	time: AnswerTime,
): ReadonlyMap<string, RelayPast> =>
	new Map(relays.map(({worker, relay}) => [worker, pastAfter(before.get(worker), relay, time)]));
