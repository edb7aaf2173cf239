/** The master that is asked in a simulation: the first one that is alive. */
import {answerProblem} from '../../providers/dm-master/connection/answer-problem.js';
import {parseMasterAddresses} from '../../providers/dm-master/master-address.js';
import type {Problem} from '../../providers/provider.js';
import {leaderless} from '../answers/members.js';
import type {MasterModel, Simulation} from '../model/model.js';
import {plainProblem} from '../../providers/problem.js';

/** The first master that is alive; the first one when none is. */
export const masterAsked = ({masters}: Simulation): MasterModel | undefined =>
	masters.find(master => master.isAlive) ?? masters[0];

/** Its address, such as "10.0.1.11:8261". */
export const endpointOf = (simulation: Simulation): string => masterAsked(simulation)?.address ?? '';

/**
 * Why nothing can be asked while there is no leader, as reported by the HTTP provider; undefined while there is one.
 */
export const leaderlessProblem = (simulation: Simulation, path: string): Problem | undefined => {
	const lost = leaderless(simulation);
	if (lost === undefined) {
		return undefined;
	}

	const [address] = parseMasterAddresses(endpointOf(simulation));
	const answer = {status: 503, location: '', text: JSON.stringify(lost), took: 0};
	const failure = address && answerProblem(address, path, answer);
	return failure?.problem ?? plainProblem('There is no leader to ask');
};
