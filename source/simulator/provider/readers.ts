/** What a simulation can be asked beside its status: the answers of its master, read as a real one's are. */
import {calledOff} from '../../providers/http/operate/answers.js';
import {saidNo} from '../../providers/http/readers/answer.js';
import {readCheckResult} from '../../providers/http/readers/check-result.js';
import type {ConfigSource} from '../../providers/http/readers/config-source.js';
import type {Restore} from '../../providers/http/readers/configs.js';
import {createSchemaReader} from '../../providers/http/readers/schemas.js';
import {errorStates, readDifferences, readValidationStatus} from '../../providers/http/readers/validation.js';
import type {Descriptor, Fields, Input} from '../../providers/http/grpc/protocol/descriptor.js';
import type {AnswerMessage, MasterMethod} from '../../providers/http/grpc/protocol/methods.js';
import {nameIn} from '../../providers/http/operate/obstacle.js';
import type {Trouble} from '../../providers/provider.js';
import type {ConfigReader, Readers} from '../../providers/readers.js';
import {endpointOf, leaderlessTrouble} from '../endpoint.js';
import {LeaderlessError} from '../live.js';
import {methods} from '../master/methods.js';
import type {Requests} from '../master/requests.js';
import type {SimulatedMaster} from '../master/simulated-master.js';
import type {Json} from '../model/json.js';

type Name = keyof Requests & MasterMethod;

type Asked<Value> =
	{readonly value: Value; readonly address: {readonly label: string}} | {readonly trouble: Trouble};

type Call<Method extends Name> = (
	master: SimulatedMaster,
	request: Requests[Method],
	signal: AbortSignal,
) => Promise<Json>;

/** The message that a client would read of an answer: also what the answer leaves out is in it. */
const asRead = async <Method extends Name>(name: Method, answer: Json): Promise<AnswerMessage<Method>> => {
	const [{masterMethods}, {decode, encode}] = await Promise.all([
		import('../../providers/http/grpc/protocol/methods.js'),
		import('../../providers/http/grpc/protocol/wire.js'),
	]);
	const {response}: {readonly response: Descriptor<Fields>} = masterMethods[name];
	return decode(response, encode(response, answer as Input<Fields>)) as AnswerMessage<Method>;
};

/** Asks a master by one of its methods. Never throws. */
const ask = async <Method extends Name>(
	master: SimulatedMaster,
	name: Method,
	request: Requests[Method],
	signal: AbortSignal,
): Promise<Asked<AnswerMessage<Method>>> => {
	try {
		const answer = await (methods[name] as Call<Method>)(master, request, signal);
		return answer === null || signal.aborted
			? {trouble: calledOff}
			: {value: await asRead(name, answer), address: {label: endpointOf(master.simulation)}};
	} catch (error) {
		if (error instanceof LeaderlessError) {
			const trouble = leaderlessTrouble(master.simulation, `/pb.Master/${name}`);
			// It has one by now.
			return {trouble: trouble ?? {what: error.message, fix: '', detail: ''}};
		}

		throw error;
	}
};

/** The configurations that a simulation holds. */
export const createSimulatedConfigs = (master: SimulatedMaster): ConfigSource => ({
	async held(question, signal) {
		const asked = await ask(master, 'GetCfg', question, signal);
		if ('trouble' in asked) {
			return asked;
		}

		const {result, msg, cfg} = asked.value;
		return result ? {text: cfg} : {trouble: saidNo(msg, asked.address.label)};
	},
	async subtasks(name, signal) {
		const asked = await ask(master, 'GetSubTaskCfg', {name}, signal);
		if ('trouble' in asked) {
			return asked;
		}

		const {result, msg, cfgs} = asked.value;
		return result ? {texts: cfgs} : {trouble: saidNo(msg, asked.address.label)};
	},
});

/** All that a simulation can be asked beside the status. `restore` puts back what is masked in a configuration. */
export const createSimulatedReaders = (
	master: SimulatedMaster,
	{configuration, restore}: {readonly configuration: ConfigReader; readonly restore: Restore},
): Readers => ({
	configuration,
	schema: createSchemaReader(async (request, signal) => ask(master, 'OperateSchema', request, signal)),
	validation: {
		async status(taskName, signal) {
			const asked = await ask(master, 'GetValidationStatus', {taskName}, signal);
			return 'trouble' in asked ? asked.trouble : readValidationStatus(asked.value, asked.address.label);
		},
		async differences({task: taskName, state}, signal) {
			const request = {taskName, errState: errorStates[state]};
			const asked = await ask(master, 'GetValidationError', request, signal);
			return 'trouble' in asked ? asked.trouble : readDifferences(asked.value, asked.address.label);
		},
	},
	check: {
		async check({config, startTime = ''}, signal) {
			const task = await restore(nameIn(config) ?? '', config, signal);
			if (typeof task !== 'string') {
				return task;
			}

			const asked = await ask(master, 'CheckTask', {task, startTime, errCnt: 100, warnCnt: 100}, signal);
			return 'trouble' in asked ? asked.trouble : readCheckResult(asked.value.result, asked.value.msg);
		},
	},
});
