/** Operating a simulated cluster like a real one: DM's answers, after the time that DM takes for them. */
import {answerOfDm, calledOff, notDone, notSent, unknown} from '../../providers/dm-master/operate/answers.js';
import {obstacleTo} from '../../providers/dm-master/operate/obstacle.js';
import {sourceAnswer} from '../../providers/dm-master/operate/http/read-answer.js';
import type {Impossible} from '../../providers/dm-master/operate/http/request.js';
import {defaultPace} from '../../providers/dm-master/polling/pace.js';
import type {Restore} from '../../providers/dm-master/readers/configs.js';
import {
	operationKinds,
	type Operation,
	type OperationAnswer,
	type Operator,
} from '../../providers/operation.js';
import {records, textOf} from '../../providers/json-fields.js';
import type {Problem} from '../../providers/provider.js';
import type {Json} from '../model/json.js';
import {endpointOf, leaderlessProblem} from '../master/endpoint.js';
import {LeaderlessError} from '../running/live.js';
import {startTask} from '../master/methods.js';
import type {SimulatedMaster} from '../master/simulated-master.js';
import {isObject} from '../../dm/values/json-object.js';
import {plainProblem} from '../../providers/problem.js';
import {requestOf} from './requests.js';

/** Sends the request; undefined when there is no answer before the deadline. */
const send = async (
	master: SimulatedMaster,
	operation: Operation,
	signal: AbortSignal,
): Promise<Json | Impossible | undefined> => {
	if (operation.kind === 'start' && operation.config !== undefined) {
		const {config, kind, ...rest} = operation;
		return startTask(master, {...rest, task: config}, signal);
	}

	const request = requestOf(master.simulation, operation);
	if (typeof request === 'string') {
		return {result: false, msg: request};
	}

	return 'impossible' in request
		? request
		: master.live.operate(request, {signal, deadline: defaultPace.operationDeadline});
};

const readAnswer = (answer: Readonly<Record<string, unknown>>, label: string): OperationAnswer => {
	const {result, msg, sources, checkResult} = answer;
	return answerOfDm(
		result === true ? 'accepted' : 'refused',
		{
			msg: textOf(msg),
			check: textOf(checkResult),
			sources: records(sources).map(entry => sourceAnswer(entry)),
		},
		{label},
	);
};

/** The operation with the secrets of its configuration restored; or why it cannot be sent. */
const whole = async (
	operation: Operation,
	restore: Restore,
	signal: AbortSignal,
): Promise<Operation | Problem> => {
	const obstacle = obstacleTo(operation);
	if (obstacle !== undefined) {
		return plainProblem(obstacle);
	}

	if (operation.kind !== 'start' || operation.config === undefined) {
		return operation;
	}

	const config = await restore(operation.task, operation.config, signal);
	return typeof config === 'string' ? {...operation, config} : config;
};

/**
 * Carries out operations on a simulation. They take effect at once, and are answered when DM would answer. `restore`
 * puts masked secrets back into the configuration of a task to start.
 */
export const createSimulatorOperator = (master: SimulatedMaster, restore: Restore): Operator => ({
	kinds: operationKinds,
	async operate(asked, signal) {
		const {live} = master;
		await live.catchUp(signal);
		const operation = await whole(asked, restore, signal);
		if (signal.aborted) {
			return notSent(calledOff());
		}

		if ('what' in operation) {
			return notSent(operation);
		}

		const {simulation} = live;
		const problem = leaderlessProblem(simulation, `/apis/v1alpha1 (${operation.kind})`);
		if (problem !== undefined) {
			return notDone(problem);
		}

		const endpoint = endpointOf(simulation);
		try {
			const answer = await send(master, operation, signal);
			if (isObject(answer)) {
				return 'impossible' in answer
					? notSent(plainProblem(textOf(answer.impossible)))
					: readAnswer(answer, endpoint);
			}
		} catch (error) {
			if (error instanceof LeaderlessError) {
				return unknown({
					what: `${endpoint} lost its leader before it answered`,
					fix: '',
					detail: error.message,
				});
			}

			throw error;
		}

		return unknown(
			signal.aborted
				? {...calledOff(), what: `dm-top no longer waits for the answer of ${endpoint}`}
				: plainProblem(`${endpoint} did not answer within ${defaultPace.operationDeadline / 1000} s`),
		);
	},
});
