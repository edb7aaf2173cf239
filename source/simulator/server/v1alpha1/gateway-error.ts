/** The errors of a grpc-gateway: a gRPC code, and the corresponding HTTP status (runtime/errors.go, 1.16). */

/** By gRPC's number. */
const httpStatus = {2: 500, 3: 400, 12: 501, 14: 503} as const;

/** The name of a gRPC code. */
export type GatewayCode = keyof typeof httpStatus;

/** Answered as `{"code", "message", "details"}`. */
export class GatewayError extends Error {
	override readonly name = 'GatewayError';

	constructor(
		readonly code: GatewayCode,
		message: string,
	) {
		super(message);
	}

	/** Of HTTP. */
	get status(): number {
		return httpStatus[this.code];
	}
}

/** The request itself is wrong. */
export const invalidArgument = (message: string): GatewayError => new GatewayError(3, message);
