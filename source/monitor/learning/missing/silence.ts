/** Folds "nothing usable came" into the state. */
import type {Steps} from '../../../dm/steps.js';
import type {SilenceObservation} from '../../../providers/provider.js';
import {type ClusterState} from '../../records/records.js';
import {sourceRecord} from '../../records/record-keeping.js';
import {forgetFlaws, setAway} from './condition.js';
import {notePollInVain} from './outage.js';

/** "Nothing usable came": from the requested sources, or at all. What is known stays. */
export function* learnSilence(known: ClusterState, observation: SilenceObservation): Steps<void> {
	const {asked, at, problem} = observation;
	if (asked === undefined) {
		notePollInVain(known, observation);
		return;
	}

	if (asked.length === 0) {
		known.notes = [...known.notes, {path: '', text: problem.what, isElided: false}];
		return;
	}

	for (const name of asked) {
		const source = sourceRecord(known, name, at);
		// That it has no worker, or is gone from the cluster, is a better explanation than silence.
		if (source.condition.kind === 'fresh' || source.condition.kind === 'silent') {
			setAway(known, source, {kind: 'silent', why: problem.what, at});
		} else {
			forgetFlaws(source);
		}

		yield;
	}
}
