import {shellQuote} from '../../../dm/values/shell-quote.js';
import {errorRowCounts} from '../../../dm/derived/validation.js';
import type {Rule} from '../../rule.js';
import {filled} from '../../words.js';
import {say} from '../../../language/say.js';

export const rule: Rule = {
	kind: 'validation-differs',
	order: 70,
	title: 'Validation found differing rows',
	reportedWhen:
		'The validator counts new error rows: rows differ between upstream and downstream, and have not been reviewed yet.',
	silentWhen: 'All of them were ignored or resolved. Pending rows have not been compared yet.',
	needs: ['validators'],
	health: 'error',
	ofSubtask({subtask: {validation, task}, sinces: {differs}}) {
		const errors = errorRowCounts(validation);
		if (!errors || errors.fresh === 0n) {
			return undefined;
		}

		const {fresh, ignored, resolved} = errors;
		return {
			severity: 'critical',
			since: differs?.at,
			isSinceAtLeast: differs?.isSeen !== true,
			brief: say('{fresh} {fresh|row differs|rows differ}', {fresh}),
			what: say('{fresh} {fresh|row differs|rows differ} between upstream and downstream', {fresh}),
			why: filled(
				say('Validation in mode {mode}: {fresh} new, {ignored} ignored, {resolved} resolved', {
					mode: validation?.mode ?? '',
					fresh,
					ignored,
					resolved,
				}),
				validation?.validatorBinlog &&
					say('Validated up to {position}', {position: validation.validatorBinlog}),
			),
			fix: [
				say('List the rows: dmctl validation show-error --error all {task}', {task: shellQuote(task)}),
				say(
					'Find out what wrote to the downstream, and repair the rows there. Then mark the errors as resolved, or as ignored.',
				),
			],
			operations: ['validation-resolve', 'validation-ignore'],
			retries: 'no',
		};
	},
};
