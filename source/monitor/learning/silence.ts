/** Folds "nothing usable came", and that something does again, into what is known. */
import type {SilenceObservation} from '../../providers/provider.js';
import {type Known} from '../records.js';
import {sourceRecord} from '../record-keeping.js';
import {setAway} from './condition.js';

const beginTrouble = (known: Known, {at, trouble}: SilenceObservation): void => {
	const {cluster} = known;
	if (!cluster.trouble) {
		cluster.troubleSince = at;
	}

	cluster.trouble = trouble;
};

/** A usable status came. */
export const endTrouble = (known: Known): void => {
	known.cluster.trouble = undefined;
};

/** "Nothing usable came": of the sources asked, or of anything. What is known stays known. */
export const learnSilence = (known: Known, observation: SilenceObservation): void => {
	const {asked, at, trouble} = observation;
	if (asked === undefined) {
		beginTrouble(known, observation);
		return;
	}

	for (const name of asked) {
		const source = sourceRecord(known, name, at);
		// Without a worker, or gone from the cluster, says more than silence.
		if (source.condition.kind === 'fresh' || source.condition.kind === 'silent') {
			setAway(known, source, {kind: 'silent', why: trouble.what, at});
		}
	}
};
