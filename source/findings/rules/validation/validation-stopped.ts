import {trueErrors} from '../../../dm/derived/leftovers.js';
import {errorsFound} from '../../evidence/process-errors.js';
import {orLog} from '../../evidence/what-to-do.js';
import type {Rule} from '../../rule.js';
import {say} from '../../../language/say.js';

export const rule: Rule = {
	kind: 'validation-stopped',
	order: 180,
	title: 'A validator stopped with an error',
	reportedWhen:
		'The validator of a subtask does not run and its result has errors: rows are no longer compared.',
	silentWhen: 'The validator was stopped manually, or never started.',
	needs: ['validators'],
	health: 'impaired',
	ofSubtask({subtask: {validation, task, source, worker}, sinces: {unvalidated}}) {
		const [first, ...others] = validation?.stage === 'Running' ? [] : trueErrors(validation?.result);
		if (!first) {
			return undefined;
		}

		const {what, why, fix, operations, error} = errorsFound([first, ...others], {task, source, worker});
		return {
			severity: 'warning',
			since: unvalidated?.at,
			isSinceAtLeast: unvalidated?.isSeen !== true,
			brief: say('validator stopped'),
			what: say('The validator stopped: {what}', {what}),
			why,
			fix: [
				...orLog(fix, {source, worker}),
				// Advice about validators already says this.
				...(operations.includes('validation-start')
					? []
					: [say('Then start the validator again: it continues where it stopped.')]),
			],
			operations: ['validation-start'],
			retries: 'no',
			error,
		};
	},
};
