import {formatDuration} from '../../../components/quantity.js';
import type {Rule} from '../../rule.js';
import {capital, filled} from '../words.js';
import {say} from '../../../language/say.js';
import {etaText, runningLag, slopeText} from './lag-high.js';

export const rule: Rule = {
	kind: 'catching-up',
	order: 250,
	title: 'A subtask is catching up',
	reportedWhen:
		'The lag of a subtask that runs is from one minute to five and has been falling: with the time when it will be level.',
	silentWhen:
		'It is 5 minutes or more: that is reported as `lag-high`, with the time when it will be level. It does not fall, or was not watched for long enough to tell.',
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

		return {
			severity: 'notice',
			isSinceAtLeast: true,
			brief: say('catching up, {eta}', {eta: etaText(view)}),
			what: say('Catching up: {age} behind, {eta}', {age: formatDuration(seconds), eta: etaText(view)}),
			why: filled(capital(slopeText(view))),
			fix: [],
			operations: [],
			retries: 'yes',
		};
	},
};
