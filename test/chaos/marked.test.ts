/** What is done with very many marked rows takes a time that is linear in their number. */
import {describe, expect, test} from 'vitest';
import type {DiagnosedView} from '../../source/findings/diagnosis.js';
import {begin, nothingFollowed} from '../../source/operations/following/follow.js';
import {possiblePlaces} from '../../source/operations/following/places.js';
import {makePlan, refreshPlan} from '../../source/operations/planning/plan.js';
import {refusal} from '../../source/operations/refusing/refusal.js';
import type {TaskTarget} from '../../source/providers/operation.js';
import {able, access} from '../operations/recorded-clusters.js';
import {entry, syncing, Watched} from '../monitor/watched.js';
import {growth, growthOf, mostGrowth} from './growth.js';

type Marked = {readonly cluster: DiagnosedView; readonly targets: readonly TaskTarget[]};

/** One task on so many sources, all of which are marked. */
const sources = (count: number): Marked => {
	const names = Array.from({length: count}, (_, index) => `mysql-${index}`);
	return {
		cluster: new Watched().whole(...names.map(source => entry(source, [syncing('orders')]))).view(),
		targets: [{task: 'orders', sources: names}],
	};
};

/** So many tasks on one source, all of which are marked. */
const tasks = (count: number): Marked => {
	const names = Array.from({length: count}, (_, index) => `task-${index}`);
	return {
		cluster: new Watched()
			.whole(
				entry(
					'mysql',
					names.map(name => syncing(name)),
				),
			)
			.view(),
		targets: names.map(task => ({task, sources: []})),
	};
};

const uses: ReadonlyArray<readonly [name: string, use: (marked: Marked) => unknown]> = [
	['whether it is refused', ({cluster, targets}) => refusal({kind: 'pause', targets}, cluster, able)],
	['the plan', ({cluster, targets}) => makePlan({kind: 'stop', targets}, cluster, access)],
	[
		'the plan as the cluster continues',
		({cluster, targets}) => refreshPlan(makePlan({kind: 'resume', targets}, cluster, access), cluster),
	],
	[
		'what is sent, and where it may be',
		({cluster, targets}) => {
			let follow = nothingFollowed;
			for (const [index, {task, sources: of}] of targets.slice(0, 200).entries()) {
				const operation = {kind: 'pause' as const, task, sources: of};
				possiblePlaces(operation, cluster);
				({follow} = begin(follow, {id: `1.${index}`, operation, cluster, at: 0}));
			}

			return follow;
		},
	],
];

describe.each([
	['sources of a task', sources],
	['tasks', tasks],
])('%s', (_, make) => {
	const small = make(250);
	const large = make(250 * growth);
	test.each(uses)('%s', (_name, use) => {
		expect(growthOf(use, small, large)).toBeLessThan(mostGrowth);
	});
});
