import {formatRoughly} from '../../../components/quantity.js';
import type {SubtaskView} from '../../../monitor/view.js';
import type {Found, Rule} from '../../rule.js';
import {filled} from '../words.js';
import {distanceText} from '../../../monitor/distance-text.js';
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
	what: say('Nothing is replicated, although the upstream keeps writing'),
	why: filled(
		say(
			'The checkpoint stands at {position} and the row count does not grow, while the upstream has reached {end}',
			{position: subtask.sync?.syncerBinlog ?? '', end: subtask.sync?.masterBinlog ?? ''},
		),
		distance && say('{distance} behind', {distance: distanceText(distance)}),
		say('DM reports no error, no waiting DDL and no stopped relay'),
	),
	fix: [
		say(
			'See whether the downstream TiDB answers, and what it is busy with: SHOW FULL PROCESSLIST, ADMIN SHOW DDL JOBS.',
		),
		say('Look at the log of the dm-worker{worker}: one very large transaction looks like this too.', {
			worker: subtask.worker === '' ? '' : ` ${subtask.worker}`,
		}),
		say('If nothing moves for minutes, pause and resume the subtask.'),
	],
});

const unitWords = ({subtask: {unit, worker}}: SubtaskView): Pick<Found, 'what' | 'why' | 'fix'> => ({
	what: unit === 'Load' ? say('The load writes nothing any more') : say('The dump reads nothing any more'),
	why: [say('No byte and no row was added since, and DM reports no error')],
	fix: [
		unit === 'Load'
			? say('See whether the downstream TiDB answers, and what it is busy with: SHOW FULL PROCESSLIST.')
			: say(
					'See what the dump waits for in the upstream: SHOW FULL PROCESSLIST shows a lock or a long query.',
				),
		say('Look at the log of the dm-worker{worker}.', {worker: worker === '' ? '' : ` ${worker}`}),
	],
});

export const rule: Rule = {
	kind: 'stuck',
	order: 140,
	title: 'A subtask runs and does not move',
	reportedWhen:
		'In Sync the upstream moves, and the checkpoint and the row count stand still for more than two flushes of the checkpoint (70 s). A dump or a load adds not a byte for as long.',
	silentWhen:
		'The checkpoint moves in steps of 30 s. The upstream is idle, or the subtask was not watched for long enough. A waiting DDL, a relay that does not run, an upstream that cannot be seen or a silent source explain it. A load or dump is at 100 %: that is reported as `finishing`.',
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
			brief: say('not moving {time}', {
				time: `${isAtLeast ? '≥' : ''}${formatRoughly(stood!.time / 1000)}`,
			}),
			...(subtask.unit === 'Sync' ? syncWords(view) : unitWords(view)),
			operations: ['pause', 'resume'],
			retries: 'unknown',
		};
	},
};
