import {timeText} from '../../words.js';
import type {Rule} from '../../rule.js';
import {say} from '../../../language/say.js';

export const rule: Rule = {
	kind: 'all-skipped',
	order: 251,
	title: 'All upstream events are skipped',
	reportedWhen:
		'Sync is running, but for `all-skipped` DM’s metrics have shown that events are read and skipped and no row is written.',
	silentWhen: 'The upstream is idle: then nothing is skipped. Or DM’s metrics are not available.',
	needs: ['metrics', 'growth'],
	ofSubtask({metrics, subtask, stale, skippedSince, at}, thresholds) {
		if (!metrics || stale !== '' || subtask.stage !== 'Running' || subtask.unit !== 'Sync') {
			return undefined;
		}

		if (skippedSince === undefined || at - skippedSince < thresholds['all-skipped'] * 1000) {
			return undefined;
		}

		return {
			severity: 'notice',
			since: skippedSince,
			isSinceAtLeast: true,
			brief: say('all events skipped'),
			what: say('All events have been skipped for {time}: no row was written', {
				time: timeText(at - skippedSince),
			}),
			why: [
				say('{count} events/s are skipped, by DM’s metric {metric}', {
					count: Math.round(metrics.skipped ?? 0),
					metric: 'dm_syncer_skip_binlog_duration',
				}),
			],
			fix: [say('If you expect rows, check the block-allow list, the filters and the routes of the task.')],
			operations: [],
			retries: 'unknown',
		};
	},
};
