import {shellQuote} from '../../../dm/values/shell-quote.js';
import {trueErrors} from '../../../dm/derived/leftovers.js';
import {concernsReader, isHalted, relaysDown} from '../../evidence/relays.js';
import type {Found, Rule} from '../../rule.js';
import {relayName} from '../../words.js';
import {say} from '../../../language/say.js';

export const rule: Rule = {
	kind: 'relay-stage-unknown',
	order: 226,
	title: 'Whether a relay runs is not known',
	reportedWhen:
		'DM reports a relay for the source, but no stage, or one in which no known version of DM leaves a relay: `New`, `Finished`, or a name that DM does not have. Whether subtasks that read from it receive anything is not known.',
	silentWhen: 'The relay is off. Or its result has errors: this is reported as `relay-error`.',
	needs: ['relays'],
	hides: 'relays',
	health: 'unknown',
	over: 'the relay has recovered',
	ofSource: source =>
		relaysDown(source).flatMap(({down, result}): Found[] => {
			const {relay, worker, since} = down;
			if (isHalted(down) || trueErrors(result).length > 0) {
				return [];
			}

			const name = relayName(down, source.worker);
			return [
				{
					severity: 'warning',
					...(worker !== '' && {worker}),
					since: since?.at,
					isSinceAtLeast: since?.isSeen !== true,
					brief: say('{name}: stage unknown', {name: name.replace('the ', '')}),
					what: say('Whether {name} runs is not known', {name}),
					why: [
						relay.stage === ''
							? say('DM reports no stage')
							: say('DM reports the stage {stage}', {stage: relay.stage}),
					],
					fix: [
						say('Ask the worker: dmctl query-status -s {source}', {source: shellQuote(source.source)}),
						say('If it stays, start the relay again: stop-relay, then start-relay.'),
					],
					operations: [],
					retries: 'unknown',
				},
			];
		}),
	concerns: concernsReader,
};
