/**
 * The state of a cluster, from observations one by one. The state depends only on the observations: the same list
 * always gives the same state, and no clock is read.
 */
import {finish, type Steps} from '../dm/steps.js';
import type {Observation} from '../providers/provider.js';
import {noteClock} from './learning/clock.js';
import {learnCluster} from './learning/cluster.js';
import {forgetVanished} from './learning/missing/forgetting.js';
import {trimEvents} from './learning/events.js';
import {learnLocks} from './learning/locks.js';
import {learnMetrics} from './learning/metrics.js';
import {learnOperation} from './learning/operation.js';
import {learnSilence} from './learning/missing/silence.js';
import {learnStatus} from './learning/status.js';
import {type ClusterState} from './records/records.js';
import {emptyKnown} from './records/record-keeping.js';

/** How much of the past the state of a cluster holds. */
export type KnownOptions = {
	/**
	 * Events kept, the newest.
	 *
	 * @default 1000
	 */
	readonly eventsKept?: number;
	/**
	 * The refresh interval of a cluster that is watched, ms: one failed poll does not make everything old. A single look
	 * has none.
	 */
	readonly interval?: number | undefined;
};

/** A monitor that knows nothing yet, changed by `observe` and read by `view` and `trend`. */
export const createClusterState = ({eventsKept = 1000, interval}: KnownOptions = {}): ClusterState =>
	emptyKnown({eventsKept, interval});

/** Observations that dm-top adds to those of the provider. */
const addedKinds: ReadonlySet<Observation['kind']> = new Set(['locks', 'metrics', 'operation']);

function* apply(known: ClusterState, observation: Observation): Steps<void> {
	switch (observation.kind) {
		case 'status': {
			yield* learnStatus(known, observation);
			break;
		}

		case 'silence': {
			yield* learnSilence(known, observation);
			break;
		}

		case 'cluster': {
			yield* learnCluster(known, observation);
			break;
		}

		case 'locks': {
			learnLocks(known, observation);
			break;
		}

		case 'metrics': {
			learnMetrics(known, observation);
			break;
		}

		case 'operation': {
			learnOperation(known, observation);
			break;
		}

		case 'restart': {
			Object.assign(known, {...emptyKnown(known), shown: undefined});
			break;
		}
	}
}

/**
 * Folds one observation into the state, step by step. Until it is done nothing else may be observed, and no view made.
 * Views that were made before stay as they are.
 *
 * @yields Between two steps.
 */
export function* observeSteps(known: ClusterState, observation: Observation): Steps<void> {
	// Those added by dm-top have the time of the question.
	const isTimed = !addedKinds.has(observation.kind) && observation.kind !== 'restart';
	if (isTimed) {
		noteClock(known, observation);
	}

	yield* apply(known, observation);
	if (observation.kind === 'restart') {
		known.newest = observation.at;
	}

	known.changed = true;
	trimEvents(known);
	yield;
	forgetVanished(known);
}

/** Folds one observation into the state. Views that were made before stay as they are. */
export const observe = (known: ClusterState, observation: Observation): void => {
	finish(observeSteps(known, observation));
};
