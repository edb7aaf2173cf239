/** `/apis/v1alpha1` as the grpc-gateway inside a dm-master serves it (dm/master/http_handler.go). */
import {encodeJson} from '../../answers/encode.js';
import type {Json} from '../../model/json.js';
import type {Call} from '../http/call.js';
import type {Reply} from '../http/reply.js';
import {LeaderlessError} from '../../running/live.js';
import type {SimulatedMaster} from '../../master/simulated-master.js';
import {GatewayError} from './gateway-error.js';
import {routes, type Route} from './routes.js';

/** The variable parts of a method's path; undefined when it does not match. */
const namesIn = (parts: readonly string[], {path}: Route): readonly string[] | undefined => {
	const pattern = path.split('/');
	if (parts.length !== pattern.length) {
		return undefined;
	}

	const isName = (index: number): boolean => pattern[index]?.startsWith('{') ?? false;
	return parts.every((part, index) => isName(index) || part === pattern[index])
		? parts.filter((_, index) => isName(index))
		: undefined;
};

/**
 * The parts of the path below `/apis/`. Text after a colon in the last one counts as a verb, which none of DM's methods
 * has: so a task with a colon in its name cannot be found.
 */
const partsOf = (path: string): readonly string[] | undefined => {
	const parts = path.slice('/apis/'.length).split('/');
	const last = parts.at(-1) ?? '';
	const colon = last.lastIndexOf(':');
	if (colon === -1) {
		return parts;
	}

	const isVerbless = colon > 0 && colon === last.length - 1;
	return isVerbless ? [...parts.slice(0, -1), last.slice(0, -1)] : undefined;
};

const findRoute = ({method, path}: Call): {readonly found: Route; readonly names: readonly string[]} => {
	const parts = partsOf(path);
	const matching = routes.flatMap(found => {
		const names = parts === undefined ? undefined : namesIn(parts, found);
		return names === undefined ? [] : [{found, names}];
	});
	const match = matching.find(({found}) => found.method === method);
	if (match === undefined) {
		throw new GatewayError(12, matching.length > 0 ? 'Method Not Allowed' : 'Not Implemented');
	}

	return match;
};

const json = (status: number, body: Json, headers: Readonly<Record<string, string>> = {}): Reply => ({
	status,
	headers: {'Content-Type': 'application/json', ...headers},
	body: encodeJson(body),
});

/** The answer to a path below `/apis/`. */
export const answerV1alpha1 = async (master: SimulatedMaster, call: Call): Promise<Reply> => {
	try {
		const {found, names} = findRoute(call);
		const answer = await found.answer({master, names, ...call});
		return json(200, answer, {'Grpc-Metadata-Content-Type': 'application/grpc'});
	} catch (error) {
		if (error instanceof GatewayError) {
			return json(error.status, {code: error.code, message: error.message, details: []});
		}

		if (error instanceof LeaderlessError) {
			return json(503, error.body);
		}

		throw error;
	}
};
