import {describe, expect, it} from 'vitest';
import {answered} from '../../source/operations/following/follow.js';
import type {Followed} from '../../source/operations/following/followed.js';
import {describe as tell} from '../../source/operations/following/describe.js';
import {observationOf} from '../../source/operations/following/observation.js';
import {flashes, overlayOf} from '../../source/operations/following/flashes.js';
import {auditLine} from '../../source/operations/following/audit.js';
import type {Operation} from '../../source/providers/operation.js';
import {entry, syncing, Watched} from '../monitor/watched.js';
import {Simulated} from './simulated.js';
import {Followers, answerOf, pause, unknown} from './followers.js';

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
			'pause of ledger not confirmed within 2 min; the status shows Paused; no status of mysql-b came since',
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
			"skip of prices on mysql-app-02 refused: The subtask is not stopped by a DDL: source 'mysql-app-02' has no error",
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
			'pause of nosuch refused: DM does not know this task, or not on this source: task nosuch has no source or not exist, please check the task name and status',
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

const two = (...stages: readonly [string, string]) =>
	stages.map((stage, index) => entry(`mysql-0${index + 1}`, [syncing('users', {}, {stage})]));

describe('an operation', () => {
	it('is not done by an answer alone, nor by a status from before it was sent', () => {
		const watched = new Watched().whole(...two('Paused', 'Paused'));
		const followers = new Followers().send(pause('users'), watched.wait(1).view());
		followers.answer(answerOf(['mysql-01', true], ['mysql-02', true]), watched.now);
		followers.look(watched.wait(1).view());
		expect(followers.last.phase).toBe('answered');
		followers.look(watched.whole(...two('Paused', 'Paused')).view());
		expect(followers.last.phase).toBe('done');
	});

	it('whose state already applied before is done only by a status newer than the answer', () => {
		const watched = new Watched().whole(...two('Running', 'Running'));
		const resume: Operation = {kind: 'resume', task: 'users', sources: []};
		const followers = new Followers().send(resume, watched.wait(1).view());
		followers.look(
			watched
				.wait(1)
				.whole(...two('Running', 'Running'))
				.view(),
		);
		followers.answer(answerOf(['mysql-01', true], ['mysql-02', true]), watched.wait(1).now);
		followers.look(watched.view());
		expect(followers.last.phase).toBe('answered');
		followers.look(
			watched
				.wait(1)
				.whole(...two('Running', 'Running'))
				.view(),
		);
		expect(followers.last.phase).toBe('done');
	});

	it('without an answer is not known yet, and decided by the status after all', () => {
		const watched = new Watched().whole(...two('Running', 'Running'));
		const followers = new Followers().send(pause('users'), watched.wait(1).view());
		followers.answer(unknown, watched.wait(40).now);
		expect(followers.last.phase).toBe('unknown');
		expect(tell(followers.last)).toBe(
			'pausing users: not known yet: no answer within 40 s; watching the status',
		);
		followers.look(
			watched
				.wait(1)
				.whole(...two('Paused', 'Running'))
				.view(),
		);
		expect(tell(followers.last)).toContain('1/2 sources done');
		followers.look(
			watched
				.wait(1)
				.whole(...two('Paused', 'Paused'))
				.view(),
		);
		expect(followers.phases).toEqual(['sent', 'unknown', 'done']);
	});

	it('that fails on one source names it, with DM’s words', () => {
		const watched = new Watched().whole(...two('Running', 'Running'));
		const followers = new Followers().send(pause('users'), watched.wait(1).view());
		followers.answer(answerOf(['mysql-01', true], ['mysql-02', false, 'worker said no']), watched.now);
		expect(followers.last.phase).toBe('answered');
		followers.look(
			watched
				.wait(1)
				.whole(...two('Paused', 'Running'))
				.view(),
		);
		expect(followers.last.phase).toBe('partly');
		expect(tell(followers.last)).toBe('users Paused (1/2); pause of users refused: mysql-02: worker said no');
	});

	it('that a worker did not answer in time has not failed: the status decides', () => {
		const watched = new Watched().whole(...two('Running', 'Running'));
		const followers = new Followers().send(pause('users'), watched.wait(1).view());
		const message =
			'[code=38045:class=dm-master:scope=internal:level=medium], Message: fail to get expected result';
		followers.answer(answerOf(['mysql-01', true], ['mysql-02', false, message]), watched.now);
		followers.look(
			watched
				.wait(1)
				.whole(...two('Paused', 'Running'))
				.view(),
		);
		expect(followers.last.phase).toBe('answered');
		followers.look(
			watched
				.wait(9)
				.whole(...two('Paused', 'Paused'))
				.view(),
		);
		expect(followers.last.phase).toBe('done');
	});

	it('is not stopped because a source is silent', () => {
		const watched = new Watched().whole(...two('Running', 'Running'));
		const remove: Operation = {kind: 'stop', task: 'users', sources: []};
		const followers = new Followers().send(remove, watched.wait(1).view());
		followers.answer(answerOf(['mysql-01', true], ['mysql-02', true]), watched.now);
		watched.wait(2).silence('no answer', 'mysql-02');
		followers.look(watched.part(entry('mysql-01', [])).view());
		expect(followers.last.phase).toBe('answered');
		expect(overlayOf(followers.follow, 'users', 'mysql-02')).toBe('Stopping…');
		followers.look(watched.wait(2).part(entry('mysql-02', [])).view());
		expect(followers.last.phase).toBe('done');
		expect(tell(followers.last)).toBe('users gone (2/2)');
	});

	it('is timed by the clock of the views, and ends after two minutes', () => {
		const watched = new Watched().whole(...two('Running', 'Running'));
		const followers = new Followers().send(pause('users'), watched.wait(1).view());
		followers.look(watched.wait(119).view());
		expect(followers.last.phase).toBe('sent');
		followers.look(watched.wait(1).view());
		expect(tell(followers.last)).toBe(
			'pause of users not confirmed within 2 min; no status of mysql-01 and mysql-02 came since; DM has not answered',
		);
	});
});

describe('nothing is sent twice', () => {
	const watched = new Watched().whole(...two('Running', 'Running'));
	const cluster = watched.wait(1).view();

	it('for one confirmation', () => {
		const followers = new Followers().send(pause('users'), cluster, 'c.1');
		followers.send(pause('other'), cluster, 'c.1');
		expect(followers.refusal).toContain('never sent twice');
		expect(followers.follow.operations).toHaveLength(1);
	});

	it('while the same operation is in progress, on all sources or on some', () => {
		const followers = new Followers().send(pause('users', 'mysql-01'), cluster);
		followers.send(pause('users'), cluster);
		expect(followers.refusal).toBe(
			'Pausing users on mysql-01 has been under way for 0 s: wait for its outcome.',
		);
		followers.send(pause('users', 'mysql-02'), cluster);
		expect(followers.refusal).toBe('');
		expect(followers.follow.operations).toHaveLength(2);
	});

	it('while there is no answer, even if it is no longer followed', () => {
		const followers = new Followers().send(pause('users'), cluster);
		const later = watched.wait(300).view();
		followers.look(later).send(pause('users'), later);
		expect(followers.refusal).toContain('for 300 s');
		followers.answer(unknown, later.now).send(pause('users'), later);
		expect(followers.refusal).toBe('');
	});

	it('but another operation may follow, and the previous one is no longer waited for', () => {
		const followers = new Followers().send(pause('users'), cluster);
		followers.send({kind: 'resume', task: 'users', sources: []}, cluster);
		expect(followers.refusal).toBe('');
		expect(overlayOf(followers.follow, 'users')).toBe('Resuming…');
		followers.answer(answerOf(['mysql-01', true], ['mysql-02', true]), cluster.now);
		expect(followers.follow.operations[0]!.phase).toBe('superseded');
	});

	it('and a second answer changes nothing', () => {
		const followers = new Followers().send(pause('users'), cluster).answer(unknown, cluster.now);
		const before = followers.follow;
		followers.answer({result: 'refused', msg: 'no', sources: []}, cluster.now);
		expect(followers.follow).toBe(before);
		expect(answered(before, 'never sent', unknown, cluster.now).follow).toBe(before);
	});
});

describe('the reports', () => {
	it('show in the flash line what continues, what has just ended, and problems for longer', () => {
		const watched = new Watched().whole(...two('Running', 'Running'));
		const followers = new Followers().send(pause('users'), watched.wait(1).view());
		expect(flashes(followers.follow, watched.now)).toEqual([{text: 'pausing users…', health: 'changing'}]);
		followers.look(
			watched
				.wait(1)
				.whole(...two('Paused', 'Running'))
				.view(),
		);
		expect(flashes(followers.follow, watched.now)[0]!.text).toBe('pausing users 1/2 sources done');
		followers.answer({result: 'refused', msg: 'no', sources: []}, watched.now);
		expect(flashes(followers.follow, watched.now + 29_000)).toEqual([
			{text: 'pause of users refused: no', health: 'error'},
		]);
		expect(flashes(followers.follow, watched.now + 31_000)).toEqual([]);
	});

	it('have no password from DM’s words in the audit log', () => {
		const cluster = new Watched().whole(...two('Running', 'Running')).view();
		const followers = new Followers().send(pause('users'), cluster);
		const sources = [{source: 'mysql-01', worker: 'worker-1', result: false, msg: 'secret 2'}];
		followers.answer({result: 'refused', msg: 'secret 1', sources}, cluster.now);
		const strip = (text: string) => text.replaceAll('secret', '***');
		expect(auditLine(followers.last, {cluster: 'c', strip})).not.toContain('secret');
	});

	it('distinguish what was never sent from what DM refused, in the footer, the events and the audit log', () => {
		const cluster = new Watched().whole(...two('Running', 'Running')).view();
		const followers = new Followers().send(pause('users'), cluster);
		followers.answer({result: 'not-sent', msg: 'm1 refused the connection.', sources: []}, cluster.now);
		const words = 'pause of users not sent: m1 refused the connection.';
		expect(flashes(followers.follow, cluster.now)).toEqual([{text: words, health: 'error'}]);
		expect(observationOf(followers.last)).toMatchObject({text: words, outcome: 'failed'});
		expect(JSON.parse(auditLine(followers.last, {cluster: 'prod-dm', strip: text => text}))).toMatchObject({
			outcome: 'not-sent',
			message: words,
		});
	});

	it('go to the events with a link', () => {
		const cluster = new Watched().whole(...two('Running', 'Running')).view();
		const event = observationOf(new Followers().send(pause('users', 'mysql-01'), cluster).last);
		expect(event).toEqual({
			kind: 'operation',
			at: cluster.now,
			outcome: 'under-way',
			detail: [],
			subject: 'users/mysql-01',
			text: 'pause of users on mysql-01 requested by this dm-top',
			task: 'users',
			source: 'mysql-01',
			cause: {sending: event.cause?.sending, operation: 'pause', sources: ['mysql-01'], isOver: false},
		});
		const followers = new Followers().send(pause('users'), cluster);
		followers.answer({result: 'refused', msg: 'no', sources: []}, cluster.now);
		expect(observationOf(followers.last).cause).toMatchObject({
			operation: 'pause',
			sources: [],
			isOver: true,
		});
	});

	it('go to the audit log as JSON without control sequences', () => {
		const hostile = '\u{9B}31m\u{202E}\u{E0041}\u{2028}\u{E0B0}\u{1B}[2J';
		const cluster = new Watched().whole(...two('Running', 'Running')).view();
		const followers = new Followers().send(pause('users', 'mysql-01'), cluster);
		followers.answer(answerOf(['mysql-01', false, hostile]), cluster.now + 1000);
		const line = auditLine(followers.last, {cluster: hostile, user: hostile, strip: text => text});
		expect(line).toMatch(/^[\u{20}-\u{7E}]+$/v);
		expect(JSON.parse(line)).toMatchObject({
			user: hostile,
			cluster: hostile,
			sources: [{source: 'mysql-01', message: hostile}],
		});
	});

	it('go to the audit log as one line of JSON, whatever DM says', () => {
		const cluster = new Watched().whole(...two('Running', 'Running')).view();
		const followers = new Followers().send(pause('users', 'mysql-01'), cluster);
		followers.answer(answerOf(['mysql-01', false, 'line one\nline "two"\u{1B}[2J']), cluster.now + 1000);
		const line = auditLine(followers.last, {cluster: 'prod-dm', user: 'ann', strip: text => text});
		expect(line.includes('\n') || line.includes('\u{1B}')).toBe(false);
		expect(JSON.parse(line)).toMatchObject({
			time: '2025-11-23T12:00:01.000Z',
			sent: '2025-11-23T12:00:00.000Z',
			id: 'c.1',
			user: 'ann',
			cluster: 'prod-dm',
			operation: 'pause',
			target: {task: 'users', sources: ['mysql-01']},
			outcome: 'refused',
			sources: [{source: 'mysql-01', outcome: 'refused', message: 'line one\nline "two"\u{1B}[2J'}],
		});
	});
});
