/** Operating a simulated cluster as one operates a real one: DM's answers, after the time that DM takes for them. */
import {
	accepted,
	calledOff,
	notDone,
	notSent,
	refused,
	unknown,
} from '../../providers/http/operate/answers.js';
import {defaultPace} from '../../providers/http/pace.js';
import {
	operationKinds,
	type Operation,
	type OperationAnswer,
	type Operator,
	type SourceAnswer,
} from '../../providers/operation.js';
import {isRecord, records, text} from '../../providers/json-fields.js';
import type {Json} from '../model/json.js';
import {endpointOf, leaderlessTrouble} from '../endpoint.js';
import {LeaderlessError} from '../live.js';
import {startTask} from '../master/methods.js';
import type {SimulatedMaster} from '../master/simulated-master.js';
import {requestOf} from './requests.js';

/** Sends what is asked; undefined when there is no answer within the time that a person waits for one. */
const send = async (
	master: SimulatedMaster,
	operation: Operation,
	signal: AbortSignal,
): Promise<Json | undefined> => {
	if (operation.kind === 'start' && operation.config !== undefined) {
		const {config, kind, ...rest} = operation;
		return startTask(master, {...rest, task: config}, signal);
	}

	const request = requestOf(master.simulation, operation);
	return typeof request === 'string'
		? {result: false, msg: request}
		: master.live.operate(request, {signal, deadline: defaultPace.operationDeadline});
};

const sourceAnswers = (value: unknown): SourceAnswer[] =>
	records(value).map(entry => ({
		source: text(entry['source']),
		worker: text(entry['worker']),
		result: entry['result'] === true,
		msg: text(entry['msg']),
	}));

const readAnswer = (answer: Json): OperationAnswer => {
	const {result, msg, sources, checkResult} = isRecord(answer) ? answer : {};
	const told = result === true ? accepted : refused;
	return {
		...told(text(msg), sourceAnswers(sources)),
		...(typeof checkResult === 'string' && checkResult !== '' && {check: checkResult}),
	};
};

/** Carries out operations on a simulation. They take effect at once, and are answered when DM would answer. */
export const createSimulatorOperator = (master: SimulatedMaster): Operator => ({
	kinds: operationKinds,
	async operate(operation, signal) {
		const {live} = master;
		await live.catchUp(signal);
		if (signal.aborted) {
			return notSent(calledOff);
		}

		const {simulation} = live;
		const trouble = leaderlessTrouble(simulation, `/apis/v1alpha1 (${operation.kind})`);
		if (trouble !== undefined) {
			return notDone(trouble);
		}

		const endpoint = endpointOf(simulation);
		try {
			const answer = await send(master, operation, signal);
			if (answer !== undefined && answer !== null) {
				return readAnswer(answer);
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
				? {...calledOff, what: `dm-top no longer waits for the answer of ${endpoint}`}
				: {
						what: `${endpoint} did not answer within ${defaultPace.operationDeadline / 1000} s`,
						fix: '',
						detail: '',
					},
		);
	},
});
