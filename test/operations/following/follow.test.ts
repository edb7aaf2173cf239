import {describe, expect, it} from 'vitest';
import {answered} from '../../../source/operations/following/follow.js';
import {describe as tell} from '../../../source/operations/following/telling/describe.js';
import {overlayOf} from '../../../source/operations/following/telling/flashes.js';
import type {Operation} from '../../../source/providers/operation.js';
import {entry, Watched} from '../../monitor/watched.js';
import {Followers, answerOf, pause, unknown, two} from '../followers.js';

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
		followers.lookAfter(1, watched, ...two('Running', 'Running'));
		followers.answer(answerOf(['mysql-01', true], ['mysql-02', true]), watched.wait(1).now);
		followers.look(watched.view());
		expect(followers.last.phase).toBe('answered');
		followers.lookAfter(1, watched, ...two('Running', 'Running'));
		expect(followers.last.phase).toBe('done');
		expect(followers.text).toBe('users Running already (2/2)');
	});

	it('that changed one of two sources does not say that all was so already', () => {
		const watched = new Watched().whole(...two('Paused', 'Running'));
		const followers = new Followers().send(pause('users'), watched.wait(1).view());
		followers.answer(answerOf(['mysql-01', true], ['mysql-02', true]), watched.now);
		followers.lookAfter(1, watched, ...two('Paused', 'Paused'));
		expect(followers.text).toBe('users Paused (2/2)');
	});

	it('without an answer is not known yet, and decided by the status after all', () => {
		const watched = new Watched().whole(...two('Running', 'Running'));
		const followers = new Followers().send(pause('users'), watched.wait(1).view());
		followers.answer(unknown, watched.wait(40).now);
		expect(followers.last.phase).toBe('unknown');
		expect(tell(followers.last)).toBe(
			'pausing users: not known yet: no answer within 40 s; watching the status',
		);
		followers.lookAfter(1, watched, ...two('Paused', 'Running'));
		expect(tell(followers.last)).toContain('1/2 sources done');
		followers.lookAfter(1, watched, ...two('Paused', 'Paused'));
		expect(followers.phases).toEqual(['sent', 'unknown', 'done']);
	});

	it.each([
		'etcdserver: request timed out, possibly due to previous leader failure',
		'etcdserver: leader changed',
		'context deadline exceeded',
		'[code=38008:class=dm-master:scope=internal:level=high], Message: grpc request error, RawCause: rpc error: code = Unavailable desc = transport is closing',
	])(
		'that DM refused since it could not see the end of it (%s) is not known: the status decides',
		message => {
			const watched = new Watched().whole(...two('Running', 'Running'));
			const followers = new Followers().send(pause('users'), watched.wait(1).view());
			followers.answer({result: 'refused', msg: message, sources: []}, watched.wait(10).now);
			expect(followers.last.phase).toBe('unknown');
			expect(tell(followers.last)).toMatch(/^pausing users: not known yet: .*; watching the status$/v);
			followers.lookAfter(1, watched, ...two('Paused', 'Paused'));
			expect(followers.phases).toEqual(['sent', 'unknown', 'done']);
		},
	);

	it('without an answer ends its reason without a full stop where more follows', () => {
		const watched = new Watched().whole(...two('Running', 'Running'));
		const followers = new Followers().send(pause('users'), watched.wait(1).view());
		followers.answer({...unknown, msg: 'm1 closed the connection without an answer.'}, watched.now);
		expect(tell(followers.last)).toBe(
			'pausing users: not known yet: m1 closed the connection without an answer; watching the status',
		);
	});

	it('without an answer, and of which the status tells nothing, does not promise that it will', () => {
		const watched = new Watched().whole(...two('Running', 'Running'));
		const purge: Operation = {kind: 'purge-relay', source: 'mysql-01', before: 'mysql-bin.000003'};
		const followers = new Followers().send(purge, watched.wait(1).view());
		followers.answer(unknown, watched.now);
		expect(tell(followers.last)).toMatch(/: it is not known whether it was done: no answer within 40 s$/v);
	});

	it('that fails on one source names it, with DM’s words', () => {
		const watched = new Watched().whole(...two('Running', 'Running'));
		const followers = new Followers().send(pause('users'), watched.wait(1).view());
		followers.answer(answerOf(['mysql-01', true], ['mysql-02', false, 'worker said no']), watched.now);
		expect(followers.last.phase).toBe('answered');
		followers.lookAfter(1, watched, ...two('Paused', 'Running'));
		expect(followers.last.phase).toBe('partly');
		expect(tell(followers.last)).toBe('users Paused (1/2); pause of users refused: mysql-02: worker said no');
	});

	it('that a worker did not answer in time has not failed: the status decides', () => {
		const watched = new Watched().whole(...two('Running', 'Running'));
		const followers = new Followers().send(pause('users'), watched.wait(1).view());
		const message =
			'[code=38045:class=dm-master:scope=internal:level=medium], Message: fail to get expected result';
		followers.answer(answerOf(['mysql-01', true], ['mysql-02', false, message]), watched.now);
		followers.lookAfter(1, watched, ...two('Paused', 'Running'));
		expect(followers.last.phase).toBe('answered');
		followers.lookAfter(9, watched, ...two('Paused', 'Paused'));
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
			'pause of users not confirmed within 2m; no status of mysql-01 and mysql-02 came since; DM has not answered',
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
			'Pausing users on mysql-01 has been under way for 0s: wait for its outcome.',
		);
		followers.send(pause('users', 'mysql-02'), cluster);
		expect(followers.refusal).toBe('');
		expect(followers.follow.operations).toHaveLength(2);
	});

	it('while there is no answer, even if it is no longer followed', () => {
		const followers = new Followers().send(pause('users'), cluster);
		const later = watched.wait(300).view();
		followers.look(later).send(pause('users'), later);
		expect(followers.refusal).toContain('for 5m');
		followers.answer(unknown, later.now).send(pause('users'), later);
		expect(followers.refusal).toBe('');
	});

	it('but another operation may follow, and the previous one is no longer waited for', () => {
		const followers = new Followers().send(pause('users'), cluster);
		followers.send({kind: 'resume', task: 'users', sources: []}, cluster);
		expect(followers.refusal).toBe('');
		expect(overlayOf(followers.follow, 'users')).toBe('Resuming…');
		followers.answer(answerOf(['mysql-01', true], ['mysql-02', true]), cluster.now);
		const [first] = followers.follow.operations;
		expect(first!.phase).toBe('superseded');
		expect(tell(first!)).toBe('pause of users superseded by a later operation');
	});

	it('and a second answer changes nothing', () => {
		const followers = new Followers().send(pause('users'), cluster).answer(unknown, cluster.now);
		const before = followers.follow;
		followers.answer({result: 'refused', msg: 'no', sources: []}, cluster.now);
		expect(followers.follow).toBe(before);
		expect(answered(before, 'never sent', unknown, cluster.now).follow).toBe(before);
	});
});
