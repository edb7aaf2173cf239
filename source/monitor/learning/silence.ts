/** Folds "nothing usable came", and that something does again, into what is known. */
import type {SilenceObservation} from '../../providers/provider.js';
import {type Known, sourceRecord} from '../records.js';
import {setAway} from './condition.js';
import {clusterName, durationText, happened} from './events.js';

const beginTrouble = (known: Known, {at, trouble}: SilenceObservation): void => {
	const {cluster} = known;
	if (!cluster.trouble) {
		cluster.troubleSince = at;
		// Before the first answer there is no change to tell of.
		if (known.at > 0) {
			happened(known, {at, health: 'silent', subject: clusterName(known), text: trouble.what});
		}
	}

	cluster.trouble = trouble;
};

/** A usable status came. */
export const endTrouble = (known: Known, at: number): void => {
	const {cluster} = known;
	if (cluster.trouble && known.at > 0) {
		happened(known, {
			at,
			health: 'running',
			subject: clusterName(known),
			text: `answers again after ${durationText(at - cluster.troubleSince)}`,
		});
	}

	cluster.trouble = undefined;
};

/** "Nothing usable came": of the sources asked, or of anything. What is known stays known. */
export const learnSilence = (known: Known, observation: SilenceObservation): void => {
	const {asked, at, trouble} = observation;
	if (asked === undefined) {
		beginTrouble(known, observation);
		return;
	}

	for (const name of asked) {
		const source = sourceRecord(known, name);
		// Without a worker, or gone from the cluster, says more than silence.
		if (source.condition.kind === 'fresh' || source.condition.kind === 'silent') {
			setAway(known, source, {kind: 'silent', why: trouble.what, at});
		}
	}
};
