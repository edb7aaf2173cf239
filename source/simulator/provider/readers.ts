/** What a simulation can be asked besides its status: the answers of its master, read like those of a real one. */
import {calledOff} from '../../providers/dm-master/operate/answers.js';
import {saidNo} from '../../providers/dm-master/readers/answer.js';
import {readCheckResult} from '../../providers/dm-master/readers/check-result.js';
import type {ConfigSource} from '../../providers/dm-master/config-source.js';
import type {Restore} from '../../providers/dm-master/readers/configs.js';
import {createSchemaReader} from '../../providers/dm-master/readers/schemas.js';
import {
	errorStateNames,
	readDifferences,
	readValidationStatus,
} from '../../providers/dm-master/grpc/validation-answers.js';
import type {
	Descriptor,
	MessageFields,
	MessageInput,
} from '../../providers/dm-master/grpc/protocol/descriptor.js';
import type {AnswerMessage, MasterMethod} from '../../providers/dm-master/grpc/protocol/methods.js';
import {nameIn} from '../../providers/dm-master/operate/obstacle.js';
import type {Problem} from '../../providers/provider.js';
import type {ConfigReader, Readers} from '../../providers/readers.js';
import {endpointOf, leaderlessProblem} from '../master/endpoint.js';
import {LeaderlessError} from '../running/live.js';
import {methods} from '../master/methods.js';
import type {Requests} from '../master/requests.js';
import type {SimulatedMaster} from '../master/simulated-master.js';
import type {Json} from '../model/json.js';
import {plainProblem} from '../../providers/problem.js';

type Name = keyof Requests & MasterMethod;

type AnswerOfMaster<Value> =
	{readonly value: Value; readonly address: {readonly label: string}} | {readonly problem: Problem};

type MethodOfMaster<Method extends Name> = (
	master: SimulatedMaster,
	request: Requests[Method],
	signal: AbortSignal,
) => Promise<Json>;

/** The message that a client would decode from an answer, with defaults for missing fields. */
const asRead = async <Method extends Name>(name: Method, answer: Json): Promise<AnswerMessage<Method>> => {
	const [{masterMethods}, {decodeMessage, encodeMessage}] = await Promise.all([
		import('../../providers/dm-master/grpc/protocol/methods.js'),
		import('../../providers/dm-master/grpc/protocol/wire.js'),
	]);
	const {response}: {readonly response: Descriptor<MessageFields>} = masterMethods[name];
	return decodeMessage(
		response,
		encodeMessage(response, answer as MessageInput<MessageFields>),
	) as AnswerMessage<Method>;
};

/** Asks a master by one of its methods. Never throws. */
const ask = async <Method extends Name>(
	master: SimulatedMaster,
	name: Method,
	request: Requests[Method],
	signal: AbortSignal,
): Promise<AnswerOfMaster<AnswerMessage<Method>>> => {
	try {
		const answer = await (methods[name] as MethodOfMaster<Method>)(master, request, signal);
		return answer === null || signal.aborted
			? {problem: calledOff()}
			: {value: await asRead(name, answer), address: {label: endpointOf(master.simulation)}};
	} catch (error) {
		if (error instanceof LeaderlessError) {
			const problem = leaderlessProblem(master.simulation, `/pb.Master/${name}`);
			// It has one at this point.
			return {problem: problem ?? plainProblem(error.message)};
		}

		throw error;
	}
};

/** The configurations that a simulation holds. */
export const createSimulatedConfigs = (master: SimulatedMaster): ConfigSource => ({
	async held(question, signal) {
		const asked = await ask(master, 'GetCfg', question, signal);
		if ('problem' in asked) {
			return asked;
		}

		const {result, msg, cfg} = asked.value;
		return result ? {text: cfg} : {problem: saidNo(msg, asked.address.label)};
	},
	async subtasks(name, signal) {
		const asked = await ask(master, 'GetSubTaskCfg', {name}, signal);
		if ('problem' in asked) {
			return asked;
		}

		const {result, msg, cfgs} = asked.value;
		return result ? {texts: cfgs} : {problem: saidNo(msg, asked.address.label)};
	},
});

/**
 * Everything that a simulation can be asked besides the status. `restore` puts masked secrets back into a
 * configuration.
 */
export const createSimulatedReaders = (
	master: SimulatedMaster,
	{configuration, restore}: {readonly configuration: ConfigReader; readonly restore: Restore},
): Readers => ({
	configuration,
	schema: createSchemaReader(async (request, signal) => ask(master, 'OperateSchema', request, signal)),
	validation: {
		async status(taskName, signal) {
			const asked = await ask(master, 'GetValidationStatus', {taskName}, signal);
			return 'problem' in asked ? asked.problem : readValidationStatus(asked.value, asked.address.label);
		},
		async differences({task: taskName, state}, signal) {
			const request = {taskName, errState: errorStateNames[state]};
			const asked = await ask(master, 'GetValidationError', request, signal);
			return 'problem' in asked ? asked.problem : readDifferences(asked.value, asked.address.label);
		},
	},
	check: {
		async check({config, startTime = ''}, signal) {
			const task = await restore(nameIn(config) ?? '', config, signal);
			if (typeof task !== 'string') {
				return task;
			}

			const asked = await ask(master, 'CheckTask', {task, startTime, errCnt: 100, warnCnt: 100}, signal);
			return 'problem' in asked ? asked.problem : readCheckResult(asked.value.result, asked.value.msg);
		},
	},
});
