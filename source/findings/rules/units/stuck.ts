import {formatRoughly} from '../../../components/quantity.js';
import type {SubtaskView} from '../../../monitor/view.js';
import type {Found, Rule} from '../../rule.js';
import {filled} from '../../words.js';
import {distanceText} from '../../../monitor/lag/distance-text.js';
import {say} from '../../../language/say.js';

/** How long it has stood still without a reason, ms; undefined where it has not, or that is unknown. */
const stoodWithoutReason = (view: SubtaskView): number | undefined => {
	const {subtask, stood, stale, progress, sinces} = view;
	if (stood === undefined || stale !== '') {
		return undefined;
	}

	if (subtask.unit === 'Sync') {
		// Another rule reports it.
		return sinces.beyond === undefined ? Math.min(stood.time, stood.upstreamMoves ?? 0) : undefined;
	}

	return (progress ?? 0) < 1 ? stood.time : undefined;
};

const syncWords = ({subtask, distance}: SubtaskView): Pick<Found, 'what' | 'why' | 'fix'> => ({
	what: say('Nothing is replicated although the upstream keeps writing'),
	why: filled(
		say(
			'The checkpoint stays at {position} and the row count does not increase, while the upstream has reached {end}',
			{position: subtask.sync?.syncerBinlog ?? '', end: subtask.sync?.masterBinlog ?? ''},
		),
		distance && say('{distance} behind', {distance: distanceText(distance)}),
		say('DM reports no error, no waiting DDL and no stopped relay'),
	),
	fix: [
		say(
			'Check whether the downstream TiDB answers, and what it is doing: SHOW FULL PROCESSLIST, ADMIN SHOW DDL JOBS.',
		),
		say('Check the log of the dm-worker{worker}: one very large transaction has the same symptoms.', {
			worker: subtask.worker === '' ? '' : ` ${subtask.worker}`,
		}),
		say('If there is no progress for minutes, pause and resume the subtask.'),
	],
});

const unitWords = ({subtask: {unit, worker}}: SubtaskView): Pick<Found, 'what' | 'why' | 'fix'> => ({
	what: unit === 'Load' ? say('The load has stopped writing') : say('The dump has stopped reading'),
	why: [say('No bytes or rows have been added since, and DM reports no error')],
	fix: [
		unit === 'Load'
			? say('Check whether the downstream TiDB answers, and what it is doing: SHOW FULL PROCESSLIST.')
			: say(
					'Check what the dump is waiting for in the upstream: SHOW FULL PROCESSLIST shows locks and long queries.',
				),
		say('Check the log of the dm-worker{worker}.', {worker: worker === '' ? '' : ` ${worker}`}),
	],
});

export const rule: Rule = {
	kind: 'stuck',
	order: 140,
	title: 'A running subtask makes no progress',
	reportedWhen:
		'In Sync the upstream moves on, but the checkpoint and the row count have not changed for more than two checkpoint flushes (70 s). A dump or load has not added a byte for that time.',
	silentWhen:
		'The checkpoint moves in steps of 30 s. The upstream is idle, or the subtask has not been observed for long enough. A waiting DDL, a stopped relay, an upstream that is not visible or a silent source is the reason. A load or dump at 100 % is reported as `finishing`.',
	needs: ['details', 'movement'],
	health: 'impaired',
	ofSubtask(view, thresholds) {
		const time = stoodWithoutReason(view);
		if (time === undefined || time < thresholds.stuck * 1000) {
			return undefined;
		}

		const {stood, subtask, at} = view;
		const {isAtLeast} = stood!;
		return {
			severity: 'warning',
			since: at - stood!.time,
			isSinceAtLeast: isAtLeast,
			brief: say('no progress {time}', {
				time: `${isAtLeast ? '≥' : ''}${formatRoughly(stood!.time / 1000)}`,
			}),
			...(subtask.unit === 'Sync' ? syncWords(view) : unitWords(view)),
			operations: ['pause', 'resume'],
			retries: 'unknown',
		};
	},
};
