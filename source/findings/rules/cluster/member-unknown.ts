import {healthOfWorkerStage} from '../../../monitor/measuring/health.js';
import {say} from '../../../language/say.js';
import type {Found, Rule} from '../../rule.js';

const askAgain = 'Ask for the members: dmctl list-member';

const findInList = (notes: readonly string[]): readonly Found[] =>
	notes.length === 0
		? []
		: [
				{
					severity: 'warning',
					isSinceAtLeast: true,
					brief: say('members partly unreadable'),
					what: say(
						'The list of members could not all be read: who leads, or which members are there, is not known',
					),
					why: notes,
					fix: [say(askAgain)],
					operations: [],
					retries: 'unknown',
				},
			];

export const rule: Rule = {
	kind: 'member-unknown',
	order: 231,
	title: 'The state of a member is not known',
	reportedWhen:
		'A part of the list of members could not be read: the last part that could is shown. Or a dm-worker is in a stage that no known version of DM has: whether it serves a source is not known.',
	silentWhen: 'No list of members has come yet.',
	needs: ['workers', 'masters'],
	health: 'unknown',
	ofCluster: ({memberNotes, workers, memberSinces}) => [
		...findInList(memberNotes),
		...workers
			.filter(({stage}) => healthOfWorkerStage(stage) === 'unknown')
			.map(({name, stage}): Found => {
				const since = memberSinces.get(`worker ${name}`);
				return {
					severity: 'warning',
					worker: name,
					since: since?.at,
					isSinceAtLeast: since?.isSeen !== true,
					brief: say('stage unknown'),
					what: say('The stage of the dm-worker is not known'),
					why: [say('DM reports the stage {stage}, which dm-top does not know', {stage})],
					fix: [say(askAgain)],
					operations: [],
					retries: 'unknown',
				};
			}),
	],
};
