/** What an operation of OpenAPI is. */
import type {Call} from '../http/call.js';
import type {Reply} from '../http/reply.js';
import type {SimulatedMaster} from '../../master/simulated-master.js';

/** `name` is the part of the path that the template leaves open, '' when there is none. */
export type OpenApiCall = Call & {readonly master: SimulatedMaster; readonly name: string};

export type OpenApiOperation = {
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Below `/api/v1/`: "tasks/{task-name}/start". */
	readonly path: string;
	/**
	 * Gives the whole answer.
	 *
	 * @throws {InvalidRequestError} When the request is not as the specification says.
	 * @throws {RefusedError} When DM does not do it.
	 * @throws {LeaderlessError} While nobody leads.
	 */
	readonly answer: (call: OpenApiCall) => Promise<Reply>;
};
