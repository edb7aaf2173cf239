import {errorRowCounts} from '../../../dm/derived/validation.js';
import type {Rule} from '../../rule.js';
import {filled} from '../words.js';
import {say} from '../../../language/say.js';

export const rule: Rule = {
	kind: 'validation-differs',
	order: 70,
	title: 'Validation found rows that differ',
	reportedWhen:
		'The validator counts error rows as new: rows differ between upstream and downstream, and none of them has been reviewed yet.',
	silentWhen: 'All of them were ignored or resolved. Rows that are only pending are not compared yet.',
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
					say('It has reached {position}', {position: validation.validatorBinlog}),
			),
			fix: [
				say('See which rows: dmctl validation show-error --error all {task}', {task}),
				say(
					'Find out who wrote to the downstream, repair the rows there, then mark the errors as resolved; or as ignored.',
				),
			],
			operations: ['validation-resolve', 'validation-ignore'],
			retries: 'no',
		};
	},
};
