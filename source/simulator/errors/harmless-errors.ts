/** Harmless errors: those that a pause leaves, and a validator that gives up. */
import type {ProcessErrorJson} from '../model/process-result.js';
import {processError} from './terror.js';

/** A pause closes the syncer's connections, which it reports. */
export const connectionClosed = (): ProcessErrorJson =>
	processError({
		code: 10_006,
		class: 'database',
		scope: 'not-set',
		level: 'high',
		message: 'execute statement failed: begin',
		rawCause: 'sql: connection is already closed',
	});

/** A validator that cannot keep up stops. */
export const tooMuchPending = (): ProcessErrorJson =>
	processError({
		code: 43_008,
		class: 'validator',
		scope: 'internal',
		level: 'medium',
		message:
			'too much pending data, stop validator. row size(curr/max): 524288012/524288000, row count(curr/max): 412233/2147483647',
	});
