/** The methods of pb.Master with a v1alpha1 path, and how each request is parsed. */
import {errorOps, leaderOps, schemaOps, sourceOps, taskOps} from '../../../dm/enums.js';
import type {Json} from '../../model/json.js';
import {methods} from '../../master/methods.js';
import type {Requests} from '../../master/requests.js';
import type {SimulatedMaster} from '../../master/simulated-master.js';
import {memberOf} from '../../model/enum.js';
import type {Call} from '../http/call.js';
import {invalidArgument} from './gateway-error.js';
import {readMessage} from './message.js';
import {readQueryFields} from './parameters.js';

/** A call to a method; `names` are the variable parts of the path. */
export type MethodCall = Call & {readonly master: SimulatedMaster; readonly names: readonly string[]};

/** One path, and what answers it. */
export type Route = {
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Below `/apis/`. */
	readonly path: string;
	/**
	 * Returns the message of the answer.
	 *
	 * @throws {GatewayError} When the request is wrong.
	 * @throws {LeaderlessError} While there is no leader.
	 */
	readonly answer: (call: MethodCall) => Promise<Json>;
};

const readLeaderOp = (text: string): number => {
	const name = memberOf(leaderOps, text) ?? memberOf(leaderOps, Number(text));
	if (name === undefined) {
		throw invalidArgument(`type mismatch, parameter: op, error: ${text} is not valid`);
	}

	return leaderOps[name];
};

const route = <Name extends keyof Requests>(
	method: Route['method'],
	path: string,
	name: Name,
	read: (call: MethodCall) => Requests[Name],
): Route => ({
	method,
	path,
	answer: async call => methods[name](call.master, read(call), call.signal),
});

/** In the order of dmmaster.proto. */
export const routes: readonly Route[] = [
	route('POST', 'v1alpha1/tasks', 'StartTask', ({body}) =>
		readMessage(body, {task: 'text', sources: 'texts', removeMeta: 'boolean', startTime: 'text'}),
	),
	route('PUT', 'v1alpha1/tasks/{name}', 'OperateTask', ({body, names}) => ({
		...readMessage(body, {op: {enum: 'pb.TaskOp', values: taskOps}, sources: 'texts'}),
		name: names[0],
	})),
	route('GET', 'v1alpha1/status/{name}', 'QueryStatus', ({search, names}) => ({
		...readQueryFields(search, {sources: 'texts'}),
		name: names[0],
	})),
	route('PUT', 'v1alpha1/sources', 'OperateSource', ({body}) =>
		readMessage(body, {
			op: {enum: 'pb.SourceOp', values: sourceOps},
			config: 'texts',
			sourceID: 'texts',
			workerName: 'text',
		}),
	),
	route('DELETE', 'v1alpha1/members/{type}/{name}', 'OfflineMember', ({names}) => ({
		type: names[0],
		name: names[1],
	})),
	route('PUT', 'v1alpha1/leader/{op}', 'OperateLeader', ({body, names}) => {
		readMessage(body, {op: {enum: 'pb.LeaderOp', values: leaderOps}});
		return {op: readLeaderOp(names[0] ?? '')};
	}),
	route('GET', 'v1alpha1/members', 'ListMember', ({search}) =>
		readQueryFields(search, {leader: 'boolean', master: 'boolean', worker: 'boolean', names: 'texts'}),
	),
	route('PUT', 'v1alpha1/schema', 'OperateSchema', ({body}) =>
		readMessage(body, {
			op: {enum: 'pb.SchemaOp', values: schemaOps},
			task: 'text',
			sources: 'texts',
			database: 'text',
			table: 'text',
			schema: 'text',
			flush: 'boolean',
			sync: 'boolean',
			fromSource: 'boolean',
			fromTarget: 'boolean',
		}),
	),
	route('GET', 'v1alpha1/subtasks/{name}', 'GetSubTaskCfg', ({names}) => ({name: names[0]})),
	route('GET', 'v1alpha1/tasks/{name}', 'GetCfg', ({search, names}) => ({
		...readQueryFields(search, {type: 'enum'}),
		name: names[0],
	})),
	route('PUT', 'v1alpha1/errors', 'HandleError', ({body}) =>
		readMessage(body, {
			op: {enum: 'pb.ErrorOp', values: errorOps},
			task: 'text',
			sources: 'texts',
			binlogPos: 'text',
			sqls: 'texts',
		}),
	),
];
