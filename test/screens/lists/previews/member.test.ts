/** What stands below the table of masters and workers about the selected one. */
import {describe, expect, it} from 'vitest';
import {lineText} from '../../../../source/components/line.js';
import type {ClusterObservation} from '../../../../source/providers/provider.js';
import {workersList} from '../../../../source/screens/lists/workers.js';
import {behind, bound, entryOf, errors, idle, syncing, Watched} from '../../../monitor/watched.js';
import {cellsOf, drawingOf, foundBy, previewOf, sortedBy} from '../../drawing.js';

const masterOf = (name: string, alive = true) => ({name, alive, addresses: [`${name}:8261`, `${name}:8291`]});

const members: Omit<ClusterObservation, 'kind' | 'at'> = {
	leader: 'm1',
	masters: [masterOf('m1'), masterOf('m2'), masterOf('m10', false)],
	workers: [bound('w1', 's1'), bound('w2', 's2'), idle('w3', 'free'), idle('w10', 'offline')],
};

const relay = {masterBinlog: '', relayBinlog: '', stage: 'Running', result: null};

const cluster = (): Watched =>
	new Watched()
		.cluster(members)
		.whole(
			entryOf(
				's1',
				'w1',
				[
					behind('orders', {secondsBehindMaster: '90'}),
					syncing('users', {}, {stage: 'Paused', result: errors(36_001)}),
				],
				relay,
			),
			entryOf('s2', 'w2', [syncing('orders')]),
		)
		.wait(40)
		.cluster(members)
		.part(
			entryOf(
				's1',
				'w1',
				[
					behind('orders', {secondsBehindMaster: '90'}),
					syncing('users', {}, {stage: 'Paused', result: errors(36_001)}),
				],
				{...relay, stage: 'Paused', result: errors(30_015)},
			),
		)
		.silence('no answer within 5 s', 's2');

const listOf = (watched: Watched) => workersList(drawingOf(watched.view()));
const below = (watched: Watched, id: string, box: {width?: number; height?: number} = {}) =>
	previewOf(listOf(watched), id, box);

describe('the preview of a master', () => {
	it('shows who it is, since when it leads, and how many must be alive to elect a leader', () => {
		expect(below(cluster(), 'master m1')).toEqual([
			'master m1  leader  seen since 12:00:00, maybe longer  m1:8261 m1:8291',
			'quorum 2 of 3 masters are up; a leader needs 2',
		]);
		expect(below(cluster(), 'master m2')[0]).toBe('master m2  follower  m2:8261 m2:8291');
		const even = new Watched().cluster({
			...members,
			masters: [1, 2, 3, 4].map(count => masterOf(`m${count}`)),
		});
		expect(below(even, 'master m1').at(-1)).toBe('quorum 4 of 4 masters are up; a leader needs 3');
		const one = new Watched().cluster({...members, masters: [masterOf('m1')]});
		expect(below(one, 'master m1').at(-1)).toBe('quorum 1 of 1 masters are up; a leader needs 1');
	});

	it('shows the last known state while nothing answers', () => {
		const watched = new Watched().cluster(members).wait(60).silence('no answer within 5 s');
		expect(below(watched, 'master m1')).toEqual([
			'master m1  leader?  seen since 12:00:00, maybe longer  m1:8261 m1:8291',
			'quorum 2 of 3 masters were up at the last answer; a leader needs 2',
		]);
	});

	it('shows since when another leads, and what is wrong with one that is away', () => {
		const watched = cluster()
			.wait(20)
			.cluster({...members, leader: 'm2'})
			.wait(5);
		watched.cluster({...members, leader: 'm2'});
		expect(below(watched, 'master m2')[0]).toBe('master m2  leader  since 12:01:00 (5s)  m2:8261 m2:8291');
		expect(below(cluster(), 'master m10')[0]).toMatch(/^[!·] /v);
		expect(below(cluster(), 'master m10').at(-2)).toBe(
			'master m10  offline  seen since 12:00:00, maybe longer  m10:8261 m10:8291',
		);
		expect(below(cluster(), 'master m10', {height: 1})).toHaveLength(1);
	});
});

describe('the preview of a worker', () => {
	it('shows who it is, what it serves, and what runs there, the worst first', () => {
		const lines = below(cluster(), 'worker w1');
		expect(lines[0]).toMatch(/^✗ /v);
		expect(lines.slice(-5)).toEqual([
			'worker w1  bound  seen since 12:00:00, maybe longer  w1:8262',
			'source serves s1, its relay: Paused',
			expect.stringMatching(/^ {2}TASK +STATE/v),
			expect.stringMatching(/^✗ orders +Running .* relay: /v),
			expect.stringMatching(/^✗ users +Paused/v),
		]);
		expect(lines.join('\n')).not.toContain('last answer');
		expect(below(cluster(), 'worker w1', {height: 3})).toHaveLength(3);
	});

	it('shows when one that does not answer last did', () => {
		expect(below(cluster(), 'worker w2')).toContain(
			'source serves s2, its relay: unknown  last answer 40s ago',
		);
	});

	it('shows the use of one without a source', () => {
		expect(below(cluster(), 'worker w3').at(-1)).toBe(
			'source serves no source: it takes over when the worker of a source goes offline',
		);
		expect(below(cluster(), 'worker w10').at(-1)).toBe('source serves no source');
	});

	it('shows its relay and its state as the last known if it does not answer', () => {
		const relayed = new Watched()
			.cluster(members)
			.whole(entryOf('s1', 'w1', [], relay), entryOf('s2', 'w2', []))
			.wait(20)
			.silence('connection refused');
		expect(below(relayed, 'worker w1').slice(-2)).toEqual([
			'worker w1  bound?  seen since 12:00:00, maybe longer  w1:8262',
			'source serves s1, its relay: Running?  last answer 20s ago',
		]);
		expect(below(relayed, 'worker w2').at(-1)).toBe(
			'source serves s2, its relay: unknown  last answer 20s ago',
		);
		expect(below(relayed, 'worker w3').at(-2)).toMatch(/^worker w3 {2}free\? {2}seen since/v);
	});

	it('shows that its relay was not reported', () => {
		const watched = new Watched().cluster(members);
		expect(below(watched, 'worker w1').at(-1)).toBe('source serves s1, its relay: unknown');
	});
});

describe('the row', () => {
	it('shows what it is, its state and what it serves', () => {
		expect(
			cellsOf(listOf(cluster()), [
				'name',
				'kind',
				'state',
				'source',
				'subtasks',
				'rate',
				'errors',
				'silent',
				'relay',
				'address',
			]),
		).toEqual([
			'w1 worker bound s1 2 0 2 - Paused w1:8262',
			'm10 master offline - - - - - - m10:8261 m10:8291',
			'w10 worker offline - - - - - - w10:8262',
			'w2 worker no answer s2 1 ? 0? 40s unknown w2:8262',
			'm1 master leader - - - - - - m1:8261 m1:8291',
			'm2 master follower - - - - - - m2:8261 m2:8291',
			'w3 worker free - - - - - - w3:8262',
		]);
	});

	it('is a problem if something is wrong, and leads to the source that it serves', () => {
		const {rows, isProblem, isStale, open} = listOf(cluster());
		const problems = rows.filter(row => isProblem(row)).map(({name}) => name);
		expect(problems).toEqual(expect.arrayContaining(['w1', 'w2', 'm10']));
		expect(problems).not.toEqual(expect.arrayContaining(['m1']));
		expect(rows.some(row => isStale(row))).toBe(false);
		expect(rows.map(row => open(row)).filter(place => place !== undefined)).toEqual([
			{kind: 'source', source: 's1'},
			{kind: 'source', source: 's2'},
		]);
	});

	it('marks what is only the last known with ? while nothing answers, and the former leader while the leader is unknown', () => {
		const watched = new Watched().cluster(members).wait(60).silence('no answer within 5 s');
		const states = cellsOf(listOf(watched), ['name', 'state']);
		expect(states).toEqual(
			expect.arrayContaining(['m1 leader?', 'm2 follower?', 'w3 free?', 'w10 offline?']),
		);
		const {rows, sign} = listOf(watched);
		expect(rows.map(row => `${row.name}${lineText(sign(row))}`)).toEqual(
			expect.arrayContaining(['m1?', 'm2?', 'w3?']),
		);
		const widthOf = (one: Watched) => listOf(one).columns.find(({id}) => id === 'state')!.min;
		expect([widthOf(watched), widthOf(new Watched().cluster(members))]).toEqual([9, 8]);
		const untold = new Watched().cluster({masters: members.masters});
		expect(cellsOf(listOf(untold), ['name', 'state'])).toContain('m1 follower?');
	});

	it.each([
		['offline', ['m10', 'w10']],
		['m10:8291', ['m10']],
		['"relay paused"', ['w1']],
		['"no answer"', ['w2']],
		['bound', ['w1', 'w2']],
		['s2', ['w2']],
		['"master m1"', ['m1', 'm10']],
		['30015', ['w1']],
		['kind:worker w3', ['w3']],
	])('is found by a filter %s', (text, kept) => {
		expect(
			foundBy(listOf(cluster()), text)
				.map(({name}) => name)
				.toSorted(),
		).toEqual(kept);
	});

	it('is sorted by numbers, those without one first; by silence from the shortest', () => {
		const order = (column: string) => sortedBy(listOf(cluster()), column).map(({name}) => name);
		expect(order('subtasks').slice(-2)).toEqual(['w2', 'w1']);
		expect(order('errors').slice(-2)).toEqual(['w2', 'w1']);
		expect(order('rate').at(-1)).toBe('w1');
		expect(order('silent').at(-1)).toBe('w2');
		expect(order('name')).toEqual(['m1', 'm2', 'm10', 'w1', 'w2', 'w3', 'w10']);
		expect(order('state').slice(0, 4)).toEqual(['w1', 'm2', 'w3', 'm1']);
	});
});

it('an empty list says so', () => {
	expect(listOf(new Watched()).empty).toBe('This data source does not report masters and workers.');
});
