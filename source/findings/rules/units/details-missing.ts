import {unitTypes} from '../../../dm/enums.js';
import type {Subtask} from '../../../dm/status.js';
import {say} from '../../../language/say.js';
import type {Rule} from '../../rule.js';

/** A relay is no unit of a subtask. */
const units: ReadonlySet<string> = new Set(
	Object.entries(unitTypes).flatMap(([name, number]) =>
		number === unitTypes.InvalidUnit || number === unitTypes.Relay ? [] : name,
	),
);

/** What is not told of a subtask that runs; undefined where all is. */
const missingOf = ({stage, unit, sync}: Subtask): string | undefined => {
	if (stage !== 'Running') {
		return undefined;
	}

	if (!units.has(unit)) {
		return unit === ''
			? say('DM reports no unit')
			: say('DM reports the unit {unit}, which dm-top does not know', {unit});
	}

	return unit === 'Sync' && sync === undefined ? say('DM reports nothing about its Sync') : undefined;
};

export const rule: Rule = {
	kind: 'details-missing',
	order: 227,
	title: 'Nobody can say what a running subtask does',
	reportedWhen:
		'The subtask is Running, but DM reports no unit, one that no known version of DM has, or Sync without anything about it. Lag and progress are not known.',
	silentWhen:
		'The subtask does not run. Or it dumps or loads without numbers: older versions of DM report none.',
	health: 'unknown',
	ofSubtask({subtask}) {
		const missing = missingOf(subtask);
		return missing === undefined
			? undefined
			: {
					severity: 'warning',
					isSinceAtLeast: true,
					brief: say('no details'),
					what: say('Lag and progress of the subtask are not known'),
					why: [missing],
					fix: [
						say('Show its full status: dmctl query-status {name}', {name: subtask.task}),
						say('If the document was written by DM, please report this.'),
					],
					operations: [],
					retries: 'unknown',
				};
	},
};
