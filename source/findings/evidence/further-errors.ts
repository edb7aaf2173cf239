import type {ProcessResult} from '../../dm/status.js';
import {say} from '../../language/say.js';

/** Says that a result has more errors than were read; [] where all were. */
export const furtherErrorsOf = ({errors, furtherErrors}: ProcessResult): readonly string[] =>
	furtherErrors === undefined
		? []
		: [
				say('the first {total} of {outOf} errors', {
					total: errors.length,
					outOf: errors.length + furtherErrors,
				}),
			];
