import {shellQuote} from '../../../dm/values/shell-quote.js';
import {trueErrors} from '../../../dm/derived/leftovers.js';
import {goesOn} from '../../../dm/derived/stage.js';
import type {Validation} from '../../../dm/status.js';
import {say} from '../../../language/say.js';
import type {Rule} from '../../rule.js';

/** Whether DM says what a validator does: it compares rows, or somebody or an error has stopped it. */
const isKnown = ({stage}: Validation): boolean =>
	goesOn.has(stage) || stage === 'Stopped' || stage === 'Paused';

/** Whether there is a validator: an entry without any value is not one. */
const isValidated = ({mode, stage, validatorBinlog, errorRowsStatus}: Validation): boolean =>
	mode !== 'none' && [mode, stage, validatorBinlog, errorRowsStatus].some(text => text !== '');

export const rule: Rule = {
	kind: 'validation-stage-unknown',
	order: 228,
	title: 'Whether a validator runs is not known',
	reportedWhen:
		'DM reports a validator for the subtask, but no stage, or one in which no known version of DM leaves a validator. Whether rows are compared is not known.',
	silentWhen:
		'The subtask is not validated. Or the result of the validator has errors: this is reported as `validation-stopped`.',
	needs: ['validators'],
	hides: 'validators',
	health: 'unknown',
	ofSubtask({subtask: {validation, task}, sinces: {unvalidated}}) {
		return validation === undefined ||
			!isValidated(validation) ||
			isKnown(validation) ||
			trueErrors(validation.result).length > 0
			? undefined
			: {
					severity: 'warning',
					since: unvalidated?.at,
					isSinceAtLeast: unvalidated?.isSeen !== true,
					brief: say('validator: stage unknown'),
					what: say('Whether the validator runs is not known'),
					why: [
						validation.stage === ''
							? say('DM reports no stage')
							: say('DM reports the stage {stage}', {stage: validation.stage}),
					],
					fix: [
						say('Ask for its status: dmctl validation status {name}', {name: shellQuote(task)}),
						say('If it stays, start the validator again: validation stop, then validation start.'),
					],
					operations: [],
					retries: 'unknown',
				};
	},
};
