import {trueErrors} from '../../../dm/derived/leftovers.js';
import {concernsReader, isHalted, relaysDown, whoReads} from '../../evidence/relays.js';
import type {Found, Rule} from '../../rule.js';
import {relayName, relayNameFirst} from '../../words.js';
import {say} from '../../../language/say.js';

export const rule: Rule = {
	kind: 'relay-paused',
	order: 40,
	title: 'A relay is paused or stopped',
	reportedWhen:
		'The relay of a worker of the source is Paused or Stopped without an error: someone paused it. It is critical if subtasks read from that relay: they receive nothing new.',
	silentWhen: 'The relay is off. Or an error stopped it: this is reported as `relay-error`.',
	needs: ['relays'],
	health: 'error',
	over: 'the relay has recovered',
	ofSource: source =>
		relaysDown(source).flatMap(({down, result, isRead, areRemote}): Found[] => {
			const {relay, worker, since} = down;
			if (!isHalted(down) || trueErrors(result).length > 0) {
				return [];
			}

			const name = relayName(down, source.worker);
			const isPaused = relay.stage === 'Paused';
			const short = name.replace('the ', '');
			const first = relayNameFirst(down, source.worker);
			return [
				{
					severity: isRead ? 'critical' : 'warning',
					...(worker !== '' && {worker}),
					since: since?.at,
					isSinceAtLeast: since?.isSeen !== true,
					brief: isPaused ? say('{name} paused', {name: short}) : say('{name} stopped', {name: short}),
					what: isPaused ? say('{name} is paused', {name: first}) : say('{name} is stopped', {name: first}),
					why: [whoReads({isRead, areRemote})],
					fix: [say('Resume the relay.')],
					operations: ['resume-relay'],
					retries: 'no',
				},
			];
		}),
	concerns: concernsReader,
};
