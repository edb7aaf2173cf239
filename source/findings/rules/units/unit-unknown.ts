import {shellQuote} from '../../../dm/values/shell-quote.js';
import {isKnownUnit} from '../../../dm/derived/stage.js';
import {giveWholeAnswer, reportFormat} from '../../evidence/incomplete-text.js';
import {say} from '../../../language/say.js';
import type {Rule} from '../../rule.js';

export const rule: Rule = {
	kind: 'unit-unknown',
	order: 227,
	title: 'What a running subtask does is not known',
	reportedWhen:
		'The subtask is Running, but DM reports no unit, or one that no known version of DM has. Lag and progress are not known.',
	silentWhen:
		'The subtask does not run. Or its unit is known but without numbers: DM versions differ, and its lag and progress are shown as unknown.',
	needs: ['details'],
	health: 'unknown',
	ofSubtask({subtask}) {
		const {stage, unit, elided} = subtask;
		const isLeftOut = unit === '' && elided?.includes('') === true;
		return stage !== 'Running' || isKnownUnit(unit)
			? undefined
			: {
					severity: 'warning',
					isSinceAtLeast: true,
					brief: say('unit unknown'),
					what: say('Lag and progress of the subtask are not known'),
					why: [
						unit === ''
							? isLeftOut
								? say('The text has no unit')
								: say('DM reports no unit')
							: say('DM reports the unit {unit}, which dm-top does not know', {unit}),
					],
					fix: [
						say('Show its full status: dmctl query-status {name}', {name: shellQuote(subtask.task)}),
						isLeftOut ? giveWholeAnswer() : reportFormat(),
					],
					operations: [],
					retries: 'unknown',
				};
	},
};
