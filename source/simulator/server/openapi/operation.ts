/** What an operation of OpenAPI is. */
import type {Call} from '../http/call.js';
import type {Reply} from '../http/reply.js';
import type {SimulatedMaster} from '../../master/simulated-master.js';

/** `name` is the variable part of the path, '' when there is none. */
export type OpenApiCall = Call & {readonly master: SimulatedMaster; readonly name: string};

/** One operation: its path, and what answers it. */
export type OpenApiOperation = {
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Below `/api/v1/`: "tasks/{task-name}/start". */
	readonly path: string;
	/**
	 * Returns the whole answer.
	 *
	 * @throws {InvalidRequestError} When the request does not match the specification.
	 * @throws {RefusedError} When DM refuses it.
	 * @throws {LeaderlessError} While there is no leader.
	 */
	readonly answer: (call: OpenApiCall) => Promise<Reply>;
};
