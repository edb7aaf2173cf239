/** OpenAPI's errors: two shapes, both with HTTP status 400. */
import {terrorText} from '../../errors/terror.js';
import type {Json} from '../../model/json.js';

/** A refusal by DM itself: `{"error_code", "error_msg"}`. */
export class RefusedError extends Error {
	override readonly name = 'RefusedError';

	/** DM's number for it; 0 for none. */
	get code(): number {
		return Number(/^\[code=(?<code>\d+):/v.exec(this.message)?.groups?.['code'] ?? 0);
	}

	get body(): Json {
		return {error_code: this.code, error_msg: this.message};
	}
}

/** A request that does not match the specification: `{"error"}`, with the message of DM's validator. */
export class InvalidRequestError extends Error {
	override readonly name = 'InvalidRequestError';

	get body(): Json {
		return {error: this.message};
	}
}

/** Of a parameter or a body. */
export const invalid = (message: string): InvalidRequestError =>
	new InvalidRequestError(`error in openapi3filter.RequestError: ${message}`);

const refusal = (code: number, kind: string, message: string, workaround = ''): RefusedError =>
	new RefusedError(
		terrorText({
			code,
			class: kind,
			scope: 'internal',
			level: code === 46_008 || code === 46_018 ? 'medium' : 'high',
			message,
			workaround,
		}),
	);

/** There is no task of this name. */
export const noTask = (task: string): RefusedError =>
	refusal(
		46_018,
		'scheduler',
		`task with name ${task} not exist`,
		'Please use `query-status` command to see tasks.',
	);

/** There is no source of this name. */
export const noSource = (source: string): RefusedError =>
	refusal(46_008, 'scheduler', `source config with ID ${source} not exists`);

/** The worker has no source. */
export const noWorkerStarted = (): RefusedError =>
	refusal(40_070, 'dm-worker', 'no mysql source is being handled in the worker');

/** An error of OpenAPI itself, with any message. */
export const commonError = (message: string): RefusedError => refusal(49_001, 'openapi', message);

/** A refusal with a message that DM also uses elsewhere; without a code it gets OpenAPI's. */
export const refusedWith = (message: string): RefusedError =>
	message.startsWith('[code=') ? new RefusedError(message) : commonError(message);
