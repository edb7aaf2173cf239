/** Errors as DM writes them, each with the advice that helped. */
import {type ErrorOwner, readErrors} from '../../../../source/dm/errors.js';
import type {ProcessError} from '../../../../source/dm/status.js';

export const at =
	'startLocation: [position: (mysql-bin.000141, 17491), gtid-set: ], endLocation: [position: (mysql-bin.000141, 17535), gtid-set: ]';

export const failure = (
	code: number,
	errorClass: string,
	message: string,
	rawCause = '',
	workaround = '',
): ProcessError => ({
	code,
	class: errorClass,
	scope: 'not-set',
	level: 'high',
	message,
	rawCause,
	workaround,
});

export const text = (message: string): ProcessError => readErrors(message)[0]!;

/** `checkpoint`: "kept" where no step gives it up, "lost" where starting over is among the steps, as the last resort. */
export type Advice = {
	readonly id: string;
	readonly retries: 'yes' | 'no' | 'unknown' | undefined;
	readonly does: RegExp;
	readonly checkpoint: 'kept' | 'lost';
	readonly context?: ErrorOwner;
};

export type Case = readonly [name: string, error: ProcessError, advice: Advice];
