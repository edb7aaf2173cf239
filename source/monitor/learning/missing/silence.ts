/** Folds "nothing usable came", and the end of that, into the state. */
import type {Steps} from '../../../dm/steps.js';
import type {SilenceObservation} from '../../../providers/provider.js';
import {type ClusterState} from '../../records/records.js';
import {forgetViews, sourceRecord} from '../../records/record-keeping.js';
import {forgetFlaws, setAway} from './condition.js';

const beginProblem = (known: ClusterState, {at, problem}: SilenceObservation): void => {
	const {cluster} = known;
	if (!cluster.problem) {
		cluster.problemSince = at;
		cluster.problemAfter = known.at;
	}

	// Each row shows why it is old.
	if (cluster.problem?.what !== problem.what) {
		forgetViews(known);
	}

	cluster.problem = problem;
};

/** A usable status came at `at`, ms since the epoch. */
export const endProblem = (known: ClusterState, at: number): void => {
	const {cluster} = known;
	if (!cluster.problem) {
		return;
	}

	forgetViews(known);

	cluster.problem = undefined;
	cluster.problemUntil = at;
};

/** "Nothing usable came": from the requested sources, or at all. What is known stays. */
export function* learnSilence(known: ClusterState, observation: SilenceObservation): Steps<void> {
	const {asked, at, problem} = observation;
	if (asked === undefined) {
		beginProblem(known, observation);
		return;
	}

	for (const name of asked) {
		const source = sourceRecord(known, name, at);
		// Having no worker, or being gone from the cluster, says more than silence.
		if (source.condition.kind === 'fresh' || source.condition.kind === 'silent') {
			setAway(known, source, {kind: 'silent', why: problem.what, at});
		} else {
			forgetFlaws(source);
		}

		yield;
	}
}
