import type {MetricValues} from '../../../dm/metrics/catalogue.js';
import type {Rule} from '../../rule.js';
import {say} from '../../../language/say.js';

const still = {
	Load: 'DM continues to work after the last byte: it may write indexes, compare checksums and collect statistics (physical import), then it removes the dump files and starts Sync',
	Dump: 'DM estimates the 100 % from the statistics of the tables: the last chunks are still being dumped',
} as const;

/** How many tables have been compared, if DM's metrics say so. */
const checksums = (metrics: MetricValues | undefined): readonly string[] => {
	const {'tables-all': all = 0, 'tables-checksummed': compared, 'tables-completed': done = 0} = metrics ?? {};
	return all > 0 && compared !== undefined && done < all
		? [
				say(
					'Checksums of {compared} of {all} {all|table|tables} have been compared, {done} are finished, by DM’s metric lightning_tables',
					{compared, all, done},
				),
			]
		: [];
};

export const rule: Rule = {
	kind: 'finishing',
	order: 260,
	title: 'A dump or load is at 100 % but not finished',
	reportedWhen: 'A running dump or load is at 100 % and has not added a byte for more than 70 s.',
	silentWhen: 'It is below 100 %: if it makes no progress then, this is reported as `stuck`.',
	ofSubtask({subtask: {unit}, stood, stale, progress, at, metrics}, thresholds) {
		const isOver =
			stood !== undefined && stood.time >= thresholds.stuck * 1000 && stale === '' && progress === 1;
		if (!isOver || (unit !== 'Load' && unit !== 'Dump')) {
			return undefined;
		}

		return {
			severity: 'notice',
			since: at - stood.time,
			isSinceAtLeast: stood.isAtLeast,
			brief: say('finishing'),
			what: say('The {unit} is at 100 % but not finished yet', {unit: unit.toLowerCase()}),
			why: [say(still[unit]), ...checksums(metrics)],
			fix: [],
			operations: [],
			retries: 'yes',
		};
	},
};
