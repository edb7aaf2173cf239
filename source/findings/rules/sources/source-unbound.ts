import {readErrors} from '../../../dm/errors.js';
import {errorsFound} from '../../evidence/process-errors.js';
import type {Rule} from '../../rule.js';
import {filled} from '../words.js';
import {say} from '../../../language/say.js';

/** DM's message without its advice, which names an outdated command. */
const saidText = (why: string): readonly string[] => {
	const [first] = readErrors(why);
	if (first?.code === undefined) {
		return filled(why.replace(/^source not bound: /v, '').replace(/, please use dmctl.*$/sv, ''));
	}

	const found = errorsFound([first]);
	return [found.what, ...found.why];
};

export const rule: Rule = {
	kind: 'source-unbound',
	order: 20,
	title: 'A source has no worker',
	reportedWhen: 'No dm-worker serves the source, so nothing of it is replicated.',
	silentWhen:
		'A worker has taken the source and only has not answered yet: that is reported as `source-silent`. A source that is missing from the answers is reported as `source-vanished`.',
	health: 'lost',
	over: 'has a worker again',
	ofSource: ({condition, at}) =>
		condition.kind === 'unbound'
			? [
					{
						severity: 'critical',
						since: condition.since,
						isSinceAtLeast: at === 0,
						brief: say('no worker'),
						what: say('No worker serves the source: nothing of it is replicated'),
						why: saidText(condition.why),
						fix: [
							say(
								'Start a dm-worker: a free one takes the source by itself. Or transfer the source to one that pulls only relay.',
							),
						],
						operations: ['transfer-source'],
						retries: 'yes',
					},
				]
			: [],
	concerns: 'all',
};
