import {exitsFound, exitsOf} from '../../evidence/exits.js';
import type {Rule} from '../../rule.js';
import {say} from '../../../language/say.js';

const units = [
	['Sync', {recent: 'sync-exits-retried', hourly: 'sync-exits-hour'}, 'dm_syncer_exit_with_error_count'],
	['Load', {recent: 'load-exits-retried'}, 'dm_loader_exit_with_error_count'],
	['Dump', {recent: 'dump-exits-retried'}, 'dm_dumpling_exit_with_error_count'],
] as const;

export const rule: Rule = {
	kind: 'flapping',
	order: 153,
	title: 'A subtask keeps stopping with an error',
	reportedWhen:
		'The subtask is running, but DM’s metrics show more than `exits` stops within two minutes by errors that DM retries, or for Sync more than `flapping` within an hour.',
	silentWhen:
		'The subtask has an error now: this is reported as `subtask-error`. Or DM’s metrics are not available.',
	needs: ['details', 'metrics'],
	health: 'impaired',
	ofSubtask({metrics, subtask, stale}, thresholds) {
		if (!metrics || stale !== '' || subtask.stage !== 'Running') {
			return undefined;
		}

		for (const [unit, names, metric] of units) {
			const counted = unit === subtask.unit ? exitsOf(metrics, names, thresholds) : undefined;
			if (counted) {
				return exitsFound(say('The {unit} was', {unit: unit.toLowerCase()}), counted, metric);
			}
		}

		return undefined;
	},
};
