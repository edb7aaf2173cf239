import {expect, test} from 'vitest';
import {placeOf} from './diagnosed.js';
import {type Span, watchScenario} from './simulated.js';

/** All that was found in a scenario, each place once, in the order in which it first was. */
const foundIn = (name: string, span: Span): readonly string[] => {
	const places = new Set<string>();
	for (const {cluster} of watchScenario(name, span)) {
		for (const finding of cluster.diagnosis.findings) {
			places.add(placeOf(finding));
		}
	}

	return [...places];
};

test('on a calm day nothing is found, nor in an hour examined in detail', {timeout: 120_000}, () => {
	expect(foundIn('calm', {seconds: 86_400, every: 120})).toEqual([]);
	expect(foundIn('calm', {seconds: 3600, every: 10})).toEqual([]);
});

test('in a fleet of a thousand tasks only real problems are found', {timeout: 240_000}, () => {
	const tasks = new Map([
		['tenant-0017', ['subtask-error']],
		['tenant-0230', ['subtask-error']],
		['tenant-0412', ['subtask-error']],
		['tenant-0960', ['subtask-error']],
		['tenant-0996', ['paused-by-person']],
		['tenant-0997', ['paused-by-person']],
		['tenant-0998', ['paused-by-person']],
		['tenant-0999', ['lag-high']],
		['tenant-1000', ['lag-high']],
	]);
	const sources = new Map([
		['mysql-tenant-042', ['source-silent']],
		['mysql-tenant-007', ['source-silent']],
	]);
	let looks = 0;
	for (const {cluster} of watchScenario('fleet', {seconds: 300, every: 30})) {
		for (const {kind, task, source, worker} of cluster.diagnosis.findings) {
			const expected =
				task === undefined
					? source === undefined
						? worker === 'worker-42' && ['worker-offline']
						: sources.get(source)
					: tasks.get(task);
			expect(expected, `${kind} ${task ?? ''} ${source ?? ''} ${worker ?? ''}`).toContain(kind);
		}

		looks++;
	}

	expect(looks).toBe(11);
});

/** What each scenario is named for, and all else that may be found on the way. */
test.each([
	[
		'bad-ddl',
		120,
		[
			'subtask-error places mysql-geo',
			'subtask-error accounts mysql-app-01',
			'subtask-error prices mysql-app-02',
		],
	],
	[
		'shard-lock',
		120,
		[
			'ddl-waiting events mysql-shard-01',
			'ddl-waiting events mysql-shard-02',
			'ddl-waiting events mysql-shard-03',
			'ddl-conflict profiles mysql-shard-02',
		],
	],
	[
		'relay-trouble',
		240,
		['relay-error mysql-relay-01', 'relay-error mysql-relay-03', 'relay-error mysql-relay-02'],
	],
	[
		'upstream-down',
		120,
		[
			'upstream-blind mysql-east',
			'upstream-blind mysql-west',
			'subtask-error drivers-copy mysql-west',
			'relay-error mysql-east',
		],
	],
	['hung-worker', 120, ['source-silent mysql-b']],
	[
		'worker-lost',
		180,
		[
			'source-silent mysql-node-01',
			'worker-offline worker-1',
			'source-silent mysql-node-02',
			'source-unbound mysql-node-02',
			'worker-offline worker-2',
		],
	],
	['no-leader', 120, ['no-leader', 'master-down master-1']],
] as const)('in the scenario %s its problem is found, and nothing else', (name, seconds, expected) => {
	const found = foundIn(name, {seconds, every: 2}).map(place =>
		place.includes('mysql-') ? place.replace(/ worker-\d+$/v, '') : place,
	);
	expect(found.toSorted()).toEqual([...expected].toSorted());
});

test('findings do not come and go while the same problem lasts', () => {
	for (const [name, kinds] of [
		['bad-ddl', ['subtask-error accounts mysql-app-01 worker-1']],
		['relay-trouble', ['relay-error mysql-relay-03 worker-4']],
		[
			'shop',
			['ddl-waiting customers mysql-shop-01 worker-4', 'subtask-error coupons mysql-shop-02 worker-5'],
		],
	] as const) {
		const looks = [...watchScenario(name, {seconds: 300, every: 2})].map(
			({cluster}) => new Set(cluster.diagnosis.findings.map(finding => placeOf(finding))),
		);
		for (const kind of kinds) {
			const isFound = looks.map(places => places.has(kind));
			const from = isFound.indexOf(true);
			expect(from, kind).toBeGreaterThanOrEqual(0);
			expect(isFound.slice(from), kind).not.toContain(false);
		}
	}
});

test('a migration is described from its errors to its last DDL', () => {
	const kinds = new Set(
		foundIn('migration-night', {seconds: 600, every: 2}).map(place => place.split(' ', 1)[0]),
	);
	expect(kinds).toEqual(new Set(['subtask-error', 'lag-high', 'catching-up', 'ddl-waiting']));
});
