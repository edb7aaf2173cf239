/** Relay log: the binlog of a source pulled to its worker's disk. */
import {checkEvery} from '../subtask/auto-resume.js';
import type {ProcessError, Relay, Source} from './model.js';
import {between} from './random.js';
import {ordinaryRate, type Upstream} from './upstream.js';

/** The longest wait of DM's checker between two tries, seconds. */
const longestBackoff = 300;

/** A relay that begins at a transaction. */
export const createRelay = (upstream: Upstream, transaction: number): Relay => ({
	stage: 'Running',
	result: undefined,
	transaction,
	capacity: Math.max(60, ordinaryRate(upstream) * 8),
	fault: undefined,
	resumedAt: -Infinity,
	backoff: 1,
});

/** Whether it stands where the upstream stands. */
export const hasCaughtUp = ({relay, upstream}: Source): boolean =>
	relay !== undefined &&
	upstream.isReachable &&
	Math.floor(relay.transaction) >= Math.floor(upstream.transaction);

/** Gives the relay something to fail by, until a time. */
export const disturbRelay = (relay: Relay, error: ProcessError, until: number): void => {
	relay.fault = {error, until};
};

/** Resumes a paused relay, by hand or by itself. */
export const resumeRelay = (relay: Relay, now: number): void => {
	relay.stage = 'Running';
	relay.result = undefined;
	relay.resumedAt = now;
};

/** Pauses the relay by hand. */
export const pauseRelay = (relay: Relay): void => {
	relay.stage = 'Paused';
	relay.result = {isCanceled: true, errors: []};
};

const tryAgain = (relay: Relay, checkPhase: number, now: number): void => {
	const isChecked = (now + checkPhase) % checkEvery === 0;
	if (!(isChecked && relay.result?.isCanceled === false && now - relay.resumedAt >= relay.backoff)) {
		return;
	}

	relay.backoff = Math.min(longestBackoff, relay.backoff * 2);
	resumeRelay(relay, now);
};

/** One second of pulling. */
export const stepRelay = ({relay, upstream, checkPhase}: Source, now: number): void => {
	if (relay === undefined) {
		return;
	}

	if (relay.fault !== undefined && relay.fault.until <= now) {
		relay.fault = undefined;
	}

	if (relay.stage === 'Paused') {
		tryAgain(relay, checkPhase, now);
	} else if (relay.fault !== undefined) {
		relay.stage = 'Paused';
		relay.result = {isCanceled: false, errors: [relay.fault.error]};
	} else if (upstream.isReachable) {
		const pulled = relay.capacity * between(upstream.random, 0.9, 1.1);
		relay.transaction = Math.min(upstream.transaction, relay.transaction + pulled);
		relay.backoff = now - relay.resumedAt > longestBackoff ? 1 : relay.backoff;
	}
};
