import {formatDuration} from '../../../components/quantity.js';
import {lagSince} from '../../../monitor/since/lag-since.js';
import type {Rule} from '../../rule.js';
import {capital, filled} from '../../words.js';
import {say} from '../../../language/say.js';
import {etaText, runningLag, slopeText} from './lag-high.js';

export const rule: Rule = {
	kind: 'catching-up',
	order: 250,
	title: 'A subtask is catching up',
	reportedWhen:
		'The lag of a running subtask is between one and five minutes and has been falling; the time until it is level is estimated.',
	silentWhen:
		'It is 5 minutes or more: this is reported as `lag-high`, with the same estimate. Or it is not falling, or has not been observed for long enough.',
	ofSubtask(view, thresholds) {
		const seconds = runningLag(view);
		if (
			seconds === undefined ||
			seconds < thresholds['lag-least'] ||
			seconds >= thresholds['lag-high'] ||
			view.eta === undefined
		) {
			return undefined;
		}

		// Since when it has been behind: a falling lag takes some time to measure.
		const since = lagSince(view.lagSinces, thresholds['lag-least']);
		return {
			severity: 'notice',
			since: since?.at,
			isSinceAtLeast: since?.isSeen !== true,
			brief: say('catching up, {eta}', {eta: etaText(view)}),
			what: say('Catching up: {age} behind, {eta}', {age: formatDuration(seconds), eta: etaText(view)}),
			why: filled(capital(slopeText(view))),
			fix: [],
			operations: [],
			retries: 'yes',
		};
	},
};
