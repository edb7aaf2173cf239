import {validationErrors} from '../../../dm/derived/validation.js';
import type {Rule} from '../../rule.js';
import {countText, filled} from '../../words.js';

export const rule: Rule = {
	kind: 'validation-differs',
	order: 70,
	title: 'Validation found rows that differ',
	told: 'The validator counts error rows as new: rows differ between upstream and downstream, and nobody has looked at them yet.',
	silent: 'All of them were ignored or resolved. Rows that are only pending are not compared yet.',
	health: 'error',
	ofSubtask({subtask: {validation, task}, sinces: {differs}}) {
		const errors = validationErrors(validation);
		if (!errors || errors.fresh === 0n) {
			return undefined;
		}

		const {fresh, ignored, resolved} = errors;
		return {
			severity: 'critical',
			since: differs?.at,
			isSinceAtLeast: differs?.isSeen !== true,
			brief: `${countText(fresh, 'row')} differ${fresh === 1n ? 's' : ''}`,
			what: `${countText(fresh, 'row')} differ${fresh === 1n ? 's' : ''} between upstream and downstream`,
			why: filled(
				`Validation in mode ${validation?.mode ?? ''}: ${fresh} new, ${ignored} ignored, ${resolved} resolved`,
				validation?.validatorBinlog && `It has come to ${validation.validatorBinlog}`,
			),
			fix: [
				`See which rows: dmctl validation show-error --error all ${task}`,
				'Find out who wrote to the downstream, repair the rows there, then mark the errors as resolved; or as ignored.',
			],
			operations: ['validation-resolve', 'validation-ignore'],
			retries: 'no',
		};
	},
};
