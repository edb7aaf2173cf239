import {readErrors} from '../../../dm/errors.js';
import {errorsFound} from '../../evidence/process-errors.js';
import type {Rule} from '../../rule.js';
import {filled} from '../../words.js';
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
	reportedWhen: 'No dm-worker is bound to the source, so nothing is replicated from it.',
	silentWhen:
		'A worker is bound to the source but has not answered yet: this is reported as `source-silent`. A source that is missing from the answers is reported as `source-vanished`.',
	needs: ['details'],
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
						what: say('No worker is bound to the source: nothing is replicated from it'),
						why: saidText(condition.why),
						fix: [
							say(
								'Start a dm-worker: a free worker is bound to the source automatically. Or transfer the source to a worker that only pulls its relay log.',
							),
						],
						operations: ['transfer-source'],
						retries: 'yes',
					},
				]
			: [],
	concerns: 'all',
};
