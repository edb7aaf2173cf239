import type {Rule} from '../rule.js';

const always = () => true;

export const sourceUnbound: Rule = {
	kind: 'source-unbound',
	title: 'A source has no worker',
	told: 'No worker serves the source, or an answer for the whole cluster no longer has it.',
	silent: 'A worker has taken the source and only has not answered yet: that is told as `source-silent`.',
	health: 'lost',
	over: 'has a worker again',
	ofSource({condition}) {
		if (condition.kind !== 'unbound' && condition.kind !== 'vanished') {
			return [];
		}

		const isUnbound = condition.kind === 'unbound';
		return [
			{
				severity: 'critical',
				since: condition.since,
				isSinceAtLeast: false,
				brief: isUnbound ? 'no worker' : 'vanished',
				what: isUnbound ? 'No worker serves the source' : 'The source vanished from the answer',
				why: [condition.why],
				fix: ['Start a dm-worker, or transfer the source to one that is free.'],
				operations: ['transfer-source'],
				retries: 'unknown',
			},
		];
	},
	concerns: always,
};
