/** A dm-master's errors about a dm-worker that it cannot ask. */
import type {WorkerModel} from '../model/model.js';
import {terrorText} from './terror.js';

const grpcError = (cause: string): string =>
	terrorText({
		code: 38_008,
		class: 'dm-master',
		scope: 'internal',
		level: 'high',
		message: 'grpc request error',
		rawCause: `rpc error: code = ${cause}`,
	});

/** The worker is dead, but the masters have not noticed. */
export const connectionRefused = ({address}: WorkerModel): string =>
	grpcError(
		`Unavailable desc = connection error: desc = "transport: Error while dialing: dial tcp ${address}: connect: connection refused"`,
	);

/** The worker, or the upstream that it waits for, has not answered in 30 s. */
export const deadlineExceeded = (): string => grpcError('DeadlineExceeded desc = context deadline exceeded');

/** The worker answers the call itself with an error. */
export const unknownError = (message: string): string => grpcError(`Unknown desc = ${message}`);
