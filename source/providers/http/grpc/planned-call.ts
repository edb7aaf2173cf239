import type {MasterMethod, RequestInput} from './protocol/methods.js';

/** The one gRPC call that carries out an operation. */
export type PlannedCall = {
	readonly [Method in MasterMethod]: {readonly method: Method; readonly request: RequestInput<Method>};
}[MasterMethod];

/** A call whose request fits its method. */
export const callOf = <Method extends MasterMethod>(
	method: Method,
	request: RequestInput<Method>,
): {readonly method: Method; readonly request: RequestInput<Method>} => ({method, request});
