/** `/api/v1` as a dm-master with `openapi = true` serves it (dm/master/openapi_view.go). */
import type {Call} from '../http/call.js';
import {emptyReply, type Reply} from '../http/reply.js';
import {LeaderlessError} from '../../running/live.js';
import type {SimulatedMaster} from '../../master/simulated-master.js';
import {compact, indented} from './encode.js';
import {InvalidRequestError, RefusedError} from './openapi-error.js';
import type {OpenApiOperation} from './operation.js';
import {operations} from './operations.js';

const prefix = '/api/v1/';

const isName = (part: string): boolean => part.startsWith('{');

/** The names in a path; undefined when the template does not match. */
const namesIn = (parts: readonly string[], template: readonly string[]): readonly string[] | undefined =>
	parts.length === template.length &&
	parts.every((part, index) => {
		const wanted = template[index] ?? '';
		return isName(wanted) ? part !== '' : part === wanted;
	})
		? parts.filter((_, index) => isName(template[index] ?? ''))
		: undefined;

/** A fixed path goes before one with names: `tasks/templates` is not a task. */
const byNames = (
	left: {readonly names: readonly string[]},
	right: {readonly names: readonly string[]},
): number => left.names.length - right.names.length;

const findOperation = ({
	method,
	path,
}: Call): {readonly operation: OpenApiOperation; readonly names: readonly string[]} => {
	const parts = path.slice(prefix.length).split('/');
	const matching = operations
		.flatMap(operation => {
			const names = namesIn(parts, operation.path.split('/'));
			return names === undefined ? [] : [{operation, names}];
		})
		.toSorted(byNames);
	const match = matching.find(({operation}) => operation.method === method);
	if (match === undefined) {
		throw new InvalidRequestError(
			matching.length > 0 ? 'method not allowed' : 'no matching operation was found',
		);
	}

	return match;
};

/** The answer to a path below `/api/v1/`. Without a leader the request cannot be forwarded: 502 without a body. */
export const answerOpenApi = async (master: SimulatedMaster, call: Call): Promise<Reply> => {
	try {
		await master.led(call.signal);
		const {operation, names} = findOperation(call);
		return await operation.answer({master, name: names[0] ?? '', ...call});
	} catch (error) {
		if (error instanceof InvalidRequestError) {
			return compact(error.body, 400);
		}

		if (error instanceof RefusedError) {
			return indented(error.body, 400);
		}

		if (error instanceof LeaderlessError) {
			return emptyReply(502);
		}

		throw error;
	}
};
