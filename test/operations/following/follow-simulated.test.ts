/** Operations on simulated clusters, followed to their end. */
import {describe, expect, it} from 'vitest';
import type {Followed} from '../../../source/operations/following/followed.js';
import {describe as tell} from '../../../source/operations/following/telling/describe.js';
import {overlayOf} from '../../../source/operations/following/telling/flashes.js';
import type {Operation} from '../../../source/providers/operation.js';
import {Simulated} from '../simulated.js';
import {Followers, pause} from '../followers.js';

describe('a pause in a simulated cluster', () => {
	it('is done when every source shows Paused, and not before', () => {
		const cluster = new Simulated('calm');
		const task = cluster
			.view()
			.tasks.find(({subtasks, status}) => subtasks.length > 1 && status === 'Running');
		const operation = pause(task!.name);
		const followers = new Followers().send(operation, cluster.view());
		expect(overlayOf(followers.follow, task!.name)).toBe('Pausing…');
		followers.answer(cluster.begin(operation), cluster.now);
		expect(followers.last.phase).toBe('answered');
		// The same second: DM is still Pausing.
		followers.look(cluster.look());
		expect(followers.last.phase).toBe('answered');
		followers.look(cluster.pass(3).look());
		expect(followers.last.phase).toBe('done');
		expect(followers.phases).toEqual(['sent', 'answered', 'done']);
		const {length} = task!.subtasks;
		expect(tell(followers.last)).toBe(`${task!.name} Paused (${length}/${length})`);
		expect(overlayOf(followers.follow, task!.name)).toBeUndefined();
	});

	it('and the resume after it, and the end of the task, are followed in the same way', () => {
		const cluster = new Simulated('calm');
		const {name} = cluster.view().tasks.find(({status, unit}) => status === 'Running' && unit === 'Sync')!;
		const run = (operation: Operation): Followed => {
			const followers = new Followers().send(operation, cluster.pass(1).look());
			followers.answer(cluster.operate(operation), cluster.now).look(cluster.pass(3).look());
			return followers.last;
		};

		expect(run(pause(name)).phase).toBe('done');
		const resumed = run({kind: 'resume', task: name, sources: []});
		expect([resumed.phase, resumed.places[0]!.state]).toEqual(['done', 'Running']);
		const removed = run({kind: 'stop', task: name, sources: []});
		expect([removed.phase, removed.places[0]!.state]).toEqual(['done', 'gone']);
	});

	it('on a source whose worker hangs stays open until the worker shows the result', () => {
		const cluster = new Simulated('hung-worker').pass(30);
		cluster.look();
		const operation = pause('ledger');
		const followers = new Followers().send(operation, cluster.view());
		followers.look(cluster.pass(6).look());
		followers.answer(cluster.begin(operation), cluster.now).look(cluster.pass(6).look());
		expect(followers.last.phase).toBe('answered');
		expect(tell(followers.last)).toMatch(/^pausing ledger 2\/3 sources done/v);
		expect(overlayOf(followers.follow, 'ledger', 'mysql-b')).toBe('Pausing…');
		expect(overlayOf(followers.follow, 'ledger', 'mysql-a')).toBeUndefined();
		followers.look(cluster.pass(90).look()).look(cluster.pass(30).look());
		expect(followers.last.phase).toBe('timed-out');
		expect(tell(followers.last)).toBe(
			'pause of ledger not confirmed within 2m; the status shows Paused; no status of mysql-b came since',
		);
	});
});

describe('skipping a bad DDL in a simulated cluster', () => {
	const skip = () =>
		({kind: 'binlog-skip', task: 'places', sources: ['mysql-geo'], position: '', sqls: []}) as const;

	it('is done when the subtask is no longer stopped there', () => {
		const cluster = new Simulated('bad-ddl');
		const followers = new Followers().send(skip(), cluster.view());
		expect(overlayOf(followers.follow, 'places')).toBe('Skipping…');
		followers.answer(cluster.operate(skip()), cluster.now).look(cluster.view());
		expect(followers.last.phase).toBe('answered');
		followers.look(cluster.pass(5).look());
		// It runs, but for how long?
		expect(followers.last.phase).toBe('answered');
		followers.look(cluster.pass(3).look());
		expect(followers.last.phase).toBe('done');
		expect(tell(followers.last)).toBe('places on mysql-geo Running (1/1)');
	});

	it('is refused with an explanation and DM’s own words if there is no error', () => {
		const cluster = new Simulated('bad-ddl');
		const operation = {...skip(), task: 'prices', sources: ['mysql-app-02']};
		const followers = new Followers().send(operation, cluster.view());
		followers.answer(cluster.operate(operation), cluster.now);
		expect(followers.last.phase).toBe('refused');
		expect(tell(followers.last)).toBe(
			"skip of prices on mysql-app-02 refused: The subtask is not stopped at a DDL: source 'mysql-app-02' has no error",
		);
	});

	it('is only accepted if the status has nothing to show', () => {
		const cluster = new Simulated('bad-ddl');
		const list: Operation = {...skip(), kind: 'binlog-list'};
		const followers = new Followers().send(list, cluster.view());
		followers.answer(cluster.operate(list), cluster.now).look(cluster.pass(3).look());
		expect(followers.last.phase).toBe('accepted');
		expect(overlayOf(followers.follow, 'places')).toBeUndefined();
	});

	it('never acts on a task that does not exist', () => {
		const cluster = new Simulated('bad-ddl');
		const followers = new Followers().send(pause('nosuch'), cluster.view());
		followers.answer(cluster.operate(pause('nosuch')), cluster.now);
		expect(followers.last.phase).toBe('refused');
		expect(tell(followers.last)).toBe(
			'pause of nosuch refused: This task does not exist, or not on this source: task nosuch has no source or not exist, please check the task name and status',
		);
	});
});

describe('operations on sources and the leader', () => {
	it('are seen in the source’s worker and relay, and in who leads', () => {
		const cluster = new Simulated('worker-lost');
		const free = cluster.view().workers.find(({stage}) => stage === 'free');
		// The last: the worker of the first dies after ten seconds.
		const {source} = cluster
			.view()
			.sources.findLast(({subtasks}) => subtasks.every(({subtask}) => subtask.unit === 'Sync'))!;
		const run = (operation: Operation, seconds: number): Followed => {
			const followers = new Followers().send(operation, cluster.pass(1).look());
			followers.answer(cluster.operate(operation), cluster.now).look(cluster.view());
			expect(followers.last.phase).toBe('answered');
			return followers.look(cluster.pass(seconds).look()).last;
		};

		const transferred = run({kind: 'transfer-source', source, worker: free!.name}, 3);
		expect(tell(transferred)).toBe(`${source} served by ${free!.name}`);
		const enabled = run({kind: 'enable-relay', source, workers: []}, 3);
		expect(tell(enabled)).toBe(`${source} relay Running`);
		expect(run({kind: 'disable-relay', source, workers: []}, 3).phase).toBe('done');
		const {leader} = cluster.view();
		const evicted = run({kind: 'evict-leader'}, 5);
		expect(evicted.phase).toBe('done');
		expect(cluster.view().leader).not.toBe(leader);
	});

	it('and on a lock are done when its subtasks no longer wait', () => {
		const cluster = new Simulated('shard-lock');
		const unlock: Operation = {
			kind: 'unlock-ddl',
			lock: 'events-`stats`.`events`',
			task: 'events',
			action: 'exec',
			owner: '',
			force: false,
		};
		const followers = new Followers().send(unlock, cluster.view());
		const answer = cluster.operate(unlock);
		expect(answer.result).toBe('accepted');
		followers.answer(answer, cluster.now).look(cluster.view());
		expect(followers.last.phase).toBe('answered');
		followers.look(cluster.pass(5).look());
		expect(tell(followers.last)).toBe('events-`stats`.`events` unlocked');
	});
});
