/** The methods of pb.Master that v1alpha1 has a path for, as far as a simulation can answer them. */
import type {Json} from '../../answers/json.js';
import {renderMembers} from '../../answers/members.js';
import {errorOps} from '../../operations/handle-error.js';
import {leaderOps} from '../../operations/operate-leader.js';
import {taskOps} from '../../operations/operate-task.js';
import type {Call} from '../http/call.js';
import type {ServedMaster} from '../served-master.js';
import {configTypes, renderConfig} from './config.js';
import {invalidArgument} from './gateway-error.js';
import {readMessage} from './message.js';
import {operateSource, sourceOps} from './operate-source.js';
import {readParameters} from './parameters.js';
import {startTask} from './start-task.js';

/** A call to a method; `name` is the part of the path that the pattern leaves open, '' when there is none. */
export type MethodCall = Call & {readonly master: ServedMaster; readonly name: string};

export type Method = {
	readonly method: 'GET' | 'POST' | 'PUT';
	/** Below `/apis/`. */
	readonly path: string;
	/**
	 * Gives the message of the answer.
	 *
	 * @throws {GatewayError} When the request is wrong.
	 * @throws {LeaderlessError} While nobody leads.
	 */
	readonly answer: (call: MethodCall) => Promise<Json>;
};

const queryStatus = async ({master, name: task, search, signal}: MethodCall): Promise<Json> => {
	const {sources} = readParameters(search, {sources: 'texts'});
	return master.status({task, sources}, signal);
};

const listMembers = async ({master, search, signal}: MethodCall): Promise<Json> => {
	const {names, ...asked} = readParameters(search, {
		leader: 'boolean',
		master: 'boolean',
		worker: 'boolean',
		names: 'texts',
	});
	const kinds = (['leader', 'master', 'worker'] as const).filter(kind => asked[kind]);
	return renderMembers(await master.led(signal), {kinds, names});
};

const operateTask = async ({master, name: task, body, signal}: MethodCall): Promise<Json> => {
	const {op = 0, sources} = readMessage(body, {op: {enum: 'pb.TaskOp', values: taskOps}, sources: 'texts'});
	return master.operate({kind: 'task', op, task, sources, dialect: 'v7.5'}, signal);
};

const getConfig = async ({master, name, search, signal}: MethodCall): Promise<Json> => {
	const {type = configTypes.InvalidType} = readParameters(search, {type: 'enum'});
	return renderConfig(await master.led(signal), {type, name});
};

const handleError = async ({master, body, signal}: MethodCall): Promise<Json> => {
	const {
		op = 0,
		task = '',
		...rest
	} = readMessage(body, {
		op: {enum: 'pb.ErrorOp', values: errorOps},
		task: 'text',
		sources: 'texts',
		binlogPos: 'text',
		sqls: 'texts',
	});
	return master.operate({kind: 'errors', op, task, ...rest}, signal);
};

const readLeaderOp = (text: string): number => {
	const named = Object.entries(leaderOps).find(([name, value]) => name === text || String(value) === text);
	if (named === undefined) {
		throw invalidArgument(`type mismatch, parameter: op, error: ${text} is not valid`);
	}

	return named[1];
};

const operateLeader = async ({master, name: text, body, signal}: MethodCall): Promise<Json> => {
	readMessage(body, {op: {enum: 'pb.LeaderOp', values: leaderOps}});
	const op = readLeaderOp(text);
	await master.present(signal);
	return master.operate({kind: 'leader', op, master: master.name}, signal);
};

const beginTask = async ({master, body, signal}: MethodCall): Promise<Json> => {
	const message = readMessage(body, {
		task: 'text',
		sources: 'texts',
		removeMeta: 'boolean',
		startTime: 'text',
	});
	const {task: yaml, sources, removeMeta: startsAnew} = message;
	return startTask(master, {yaml, sources, startsAnew}, signal);
};

const changeSource = async ({master, body, signal}: MethodCall): Promise<Json> => {
	const message = readMessage(body, {
		op: {enum: 'pb.SourceOp', values: sourceOps},
		config: 'texts',
		sourceID: 'texts',
		workerName: 'text',
	});
	return operateSource(await master.led(signal), message);
};

/** In the order of dmmaster.proto. */
export const methods: readonly Method[] = [
	{method: 'POST', path: 'v1alpha1/tasks', answer: beginTask},
	{method: 'PUT', path: 'v1alpha1/tasks/{name}', answer: operateTask},
	{method: 'GET', path: 'v1alpha1/status/{name}', answer: queryStatus},
	{method: 'PUT', path: 'v1alpha1/sources', answer: changeSource},
	{method: 'PUT', path: 'v1alpha1/leader/{op}', answer: operateLeader},
	{method: 'GET', path: 'v1alpha1/members', answer: listMembers},
	{method: 'GET', path: 'v1alpha1/tasks/{name}', answer: getConfig},
	{method: 'PUT', path: 'v1alpha1/errors', answer: handleError},
];
