import {formatDuration} from '../../../components/quantity.js';
import {lagSince} from '../../../monitor/since/lag-since.js';
import type {Rule} from '../../rule.js';
import {capital, filled} from '../../words.js';
import {say} from '../../../language/say.js';
import {runningLag, slopeText} from './lag-high.js';

export const rule: Rule = {
	kind: 'lag-growing',
	order: 170,
	title: 'A subtask falls behind',
	reportedWhen:
		'The lag of a running subtask is between one and five minutes, and has grown by more than 15 s per minute over the last two minutes.',
	silentWhen:
		'It is 5 minutes or more: this is reported as `lag-high`, with its growth. Below one minute DM’s value is not precise enough.',
	needs: ['lag', 'growth'],
	health: 'lagging',
	ofSubtask(view, thresholds) {
		const seconds = runningLag(view);
		const isBetween =
			seconds !== undefined && seconds >= thresholds['lag-least'] && seconds < thresholds['lag-high'];
		if (!isBetween || (view.lagSlope ?? 0) <= thresholds['lag-growth']) {
			return undefined;
		}

		// Since when it has been behind: a growing lag takes some time to measure.
		const since = lagSince(view.lagSinces, thresholds['lag-least']);
		return {
			severity: 'warning',
			since: since?.at,
			isSinceAtLeast: since?.isSeen !== true,
			brief: say('lag {age}, growing', {age: formatDuration(seconds)}),
			what: say('{age} behind its upstream and falling further behind', {age: formatDuration(seconds)}),
			why: filled(capital(say('{slope}, measured over two minutes', {slope: slopeText(view)}))),
			fix: [
				say(
					'Check whether the upstream writes more than usual, or the downstream TiDB is slower: CPU, disks, slow queries.',
				),
			],
			operations: [],
			retries: 'yes',
		};
	},
};
