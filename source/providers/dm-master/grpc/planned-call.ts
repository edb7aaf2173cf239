import type {MasterMethod, RequestInput} from './protocol/methods.js';

/** The gRPC call that carries out an operation, by one of several methods. */
export type PlannedCall<Methods extends MasterMethod = MasterMethod> = {
	readonly [Method in Methods]: {readonly method: Method; readonly request: RequestInput<Method>};
}[Methods];

/** A call whose request fits its method. */
export const callOf = <Method extends MasterMethod>(
	method: Method,
	request: RequestInput<Method>,
): {readonly method: Method; readonly request: RequestInput<Method>} => ({method, request});
