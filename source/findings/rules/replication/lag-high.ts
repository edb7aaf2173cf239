import {formatDuration} from '../../../components/quantity.js';
import {lagSince} from '../../../monitor/since/lag-since.js';
import type {SubtaskView} from '../../../monitor/view.js';
import type {Rule} from '../../rule.js';
import {filled} from '../../words.js';
import {distanceText} from '../../../monitor/lag/distance-text.js';
import {say} from '../../../language/say.js';

/** The lag of a subtask that runs, s; undefined where it is not known, or not a replication lag. */
export const runningLag = ({lag, subtask, stale, sinces}: SubtaskView): number | undefined =>
	subtask.stage === 'Running' &&
	stale === '' &&
	sinces.held === undefined &&
	(lag.kind === 'seconds' || lag.kind === 'at-least')
		? lag.seconds
		: undefined;

/** "level in about 12m"; '' where it is not falling, or has not been for long enough. */
export const etaText = ({eta}: SubtaskView): string =>
	eta === undefined ? '' : say('level in about {eta}', {eta: formatDuration(eta)});

/** "growing by 12s per minute", "falling by 5s per minute"; '' where that has not been observed for long enough. */
export const slopeText = ({lagSlope}: SubtaskView): string => {
	const aMinute = Math.round((lagSlope ?? 0) * 60);
	if (lagSlope === undefined || aMinute === 0) {
		return '';
	}

	return aMinute > 0
		? say('growing by {lag} per minute', {lag: formatDuration(aMinute)})
		: say('falling by {lag} per minute', {lag: formatDuration(-aMinute)});
};

const sign = ({lag}: SubtaskView): string => (lag.kind === 'at-least' ? '≥' : '');

export const rule: Rule = {
	kind: 'lag-high',
	order: 160,
	title: 'A subtask is far behind its upstream',
	reportedWhen: 'The lag of a running subtask is 5 minutes or more.',
	silentWhen:
		'The lag is not known, a DDL blocks the subtask, its source is silent, or it is not running: the reason is reported instead.',
	needs: ['lag'],
	health: 'lagging',
	ofSubtask(view, thresholds) {
		const seconds = runningLag(view);
		if (seconds === undefined || seconds < thresholds['lag-high']) {
			return undefined;
		}

		const {distance, rowsPerSecond, lagSinces} = view;
		const since = lagSince(lagSinces, thresholds['lag-high']);
		const time = `${sign(view)}${formatDuration(seconds)}`;
		const isGrowing = (view.lagSlope ?? 0) > thresholds['lag-growth'];
		return {
			severity: 'warning',
			since: since?.at,
			isSinceAtLeast: since?.isSeen !== true,
			brief: filled(say('lag {time}', {time}), isGrowing ? say('growing') : etaText(view)).join(say(', ')),
			what: say('{time} behind its upstream', {time}),
			why: filled(
				slopeText(view) === ''
					? ''
					: filled(say('In the last two minutes: {slope}', {slope: slopeText(view)}), etaText(view)).join(
							say(', '),
						),
				distance &&
					say('{distance} from the checkpoint to the end of the binlog', {distance: distanceText(distance)}),
				rowsPerSecond === undefined ? '' : say('{rate} rows/s replicated', {rate: Math.round(rowsPerSecond)}),
			),
			fix:
				view.eta === undefined
					? [
							say(
								'Check whether the downstream TiDB is the bottleneck: CPU, disks, slow queries, hot regions.',
							),
							say(
								'Otherwise raise worker-count and batch of the syncer; tables without a primary key are always slow.',
							),
						]
					: [],
			operations: [],
			retries: 'yes',
		};
	},
};
