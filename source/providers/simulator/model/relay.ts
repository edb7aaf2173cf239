/** Relay log: the binlog of a source pulled to its worker's disk. */
import type {ProcessError, Relay, Source} from './model.js';
import {between} from './random.js';

/** A relay that begins at a transaction. */
export const createRelay = (transaction: number, capacity: number): Relay => ({
	stage: 'Running',
	result: undefined,
	transaction,
	capacity,
	fault: undefined,
	nextRetry: Infinity,
	backoff: 1,
});

/** Whether it stands where the upstream stands. */
export const hasCaughtUp = ({relay, upstream}: Source): boolean =>
	relay !== undefined &&
	upstream.reachable &&
	Math.floor(relay.transaction) >= Math.floor(upstream.transaction);

/** Stops the relay by an error; it tries again by itself until the cause is gone. */
export const failRelay = (relay: Relay, error: ProcessError, until: number, now: number): void => {
	relay.fault = {error, until};
	relay.stage = 'Paused';
	relay.result = {isCanceled: false, errors: [error]};
	relay.nextRetry = now + relay.backoff;
};

/** One second of pulling. */
export const stepRelay = (source: Source, now: number): void => {
	const {relay, upstream} = source;
	if (relay === undefined) {
		return;
	}

	if (relay.fault !== undefined && relay.fault.until <= now) {
		relay.fault = undefined;
	}

	if (relay.stage === 'Paused' && relay.result?.isCanceled === false && relay.nextRetry <= now) {
		if (relay.fault === undefined) {
			relay.stage = 'Running';
			relay.result = undefined;
			relay.backoff = 1;
			relay.nextRetry = Infinity;
		} else {
			relay.backoff = Math.min(300, relay.backoff * 2);
			relay.nextRetry = now + relay.backoff;
		}
	}

	if (relay.stage === 'Running' && upstream.reachable) {
		const pulled = relay.capacity * between(upstream.random, 0.9, 1.1);
		relay.transaction = Math.min(upstream.transaction, relay.transaction + pulled);
	}
};
