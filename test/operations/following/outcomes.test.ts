/** What becomes of an operation when it does not simply work. */
import {describe, expect, it} from 'vitest';
import {
	answered,
	begin,
	checkStatus,
	nothingFollowed,
	operationId,
} from '../../../source/operations/following/follow.js';
import {observationOf} from '../../../source/operations/following/telling/observation.js';
import {flashes, overlayOf} from '../../../source/operations/following/telling/flashes.js';
import type {Operation, OperationAnswer} from '../../../source/providers/operation.js';
import {canceled, syncing, unbound, Watched} from '../../monitor/watched.js';
import {Followers, accepted, answerOf} from '../followers.js';
import {at, everywhere, recordedAnswer, stopped} from './stopped.js';

describe('an operation on differences', () => {
	const outcomeOf = (error: string, message = '') => {
		const watched = new Watched().whole(at('mysql-01', syncing('users')));
		const operation: Operation = {kind: 'validation-ignore', task: 'users', sources: [], error};
		return new Followers()
			.send(operation, watched.view())
			.answer({result: 'accepted', msg: message, sources: []}, watched.now).text;
	};

	it('is told with the difference that it was for', () => {
		expect(outcomeOf('7')).toBe('ignore difference 7 of users accepted');
		expect(outcomeOf('all')).toBe('ignore all differences of users accepted');
	});

	it('is told without a word of DM that only says the same', () => {
		expect(outcomeOf('7', 'success')).toBe('ignore difference 7 of users accepted');
		expect(outcomeOf('7', '2 rows')).toBe('ignore difference 7 of users accepted: 2 rows');
	});
});

describe('a pause of a source without a worker', () => {
	const pause: Operation = {kind: 'pause', task: 'users', sources: ['mysql-01']};

	const begun = () => {
		const watched = new Watched().whole(at('mysql-01', syncing('users')));
		watched.wait(1).whole(unbound('mysql-01', ['users']));
		const outcome = new Followers().send(pause, watched.wait(1).view());
		outcome.answer(
			recordedAnswer('op-pause-unbound-stored-though-refused.json', 'mysql-01'),
			watched.wait(1).now,
		);
		return {watched, outcome};
	};

	it('is stored by DM, and followed until the source has a worker', () => {
		const {watched, outcome} = begun();
		expect(outcome.last.phase).toBe('answered');
		expect(outcome.text).toBe(
			'pausing users on mysql-01: stored by DM: it takes effect when mysql-01 has a worker',
		);
		expect(overlayOf(outcome.follow, 'users', 'mysql-01')).toBe('Pausing…');
		outcome.lookAfter(30, watched, unbound('mysql-01', ['users']));
		expect(outcome.last.phase).toBe('answered');
		outcome.lookAfter(30, watched, at('mysql-01', syncing('users', {}, {stage: 'Paused', result: canceled})));
		expect(outcome.phases).toEqual(['sent', 'answered', 'done']);
	});

	it('and reported as stored when no worker came in time', () => {
		const {watched, outcome} = begun();
		outcome.lookAfter(120, watched, unbound('mysql-01', ['users']));
		expect(outcome.phases).toEqual(['sent', 'answered', 'stored']);
		expect(outcome.text).toBe(
			'pause of users on mysql-01 stored by DM: it takes effect when mysql-01 has a worker',
		);
	});

	it('while a skip, which needs a worker, is refused', () => {
		const watched = new Watched().whole(at('mysql-01', stopped('users', 36_067)));
		const skip: Operation = {
			kind: 'binlog-skip',
			task: 'users',
			sources: ['mysql-01'],
			position: '',
			sqls: [],
		};
		const outcome = new Followers().send(skip, watched.view());
		outcome.answer(
			recordedAnswer('op-pause-unbound-stored-though-refused.json', 'mysql-01'),
			watched.wait(1).now,
		);
		expect(outcome.phases).toEqual(['sent', 'refused']);
	});
});

describe('a refusal', () => {
	it('is reported with the cause first in one line, and the full text below', () => {
		const words =
			"[code=38043:class=dm-master:scope=internal:level=high], Message: master is not leader, and can't forward request to leader, Workaround: wait for it.";
		const watched = new Watched().whole(at('mysql-01', syncing('users')));
		const outcome = new Followers().send({kind: 'pause', task: 'users', sources: []}, watched.view());
		outcome.answer({result: 'refused', msg: words, sources: []}, watched.now);
		expect(outcome.phases).toEqual(['sent', 'refused']);
		expect(outcome.text).toMatch(/^pause of users refused: [^\[].+ \(38043\)$/v);
		const {detail} = observationOf(outcome.last);
		expect(detail).toContain(words);
		expect(detail.some(line => line.startsWith('do: '))).toBe(true);
	});

	const paused = syncing('users', {}, {stage: 'Paused', result: canceled});
	const pause: Operation = {kind: 'pause', task: 'users', sources: []};
	const no: OperationAnswer = {result: 'refused', msg: 'no', sources: []};

	it('is not the last word when the status shows at every place that it was done all the same', () => {
		const watched = new Watched().whole(at('mysql-01', syncing('users')), at('mysql-02', syncing('users')));
		const outcome = new Followers().send(pause, watched.wait(1).view()).answer(no, watched.wait(1).now);
		outcome.lookAfter(1, watched, at('mysql-01', paused), at('mysql-02', syncing('users')));
		expect(outcome.text).toBe('pause of users refused: no');
		outcome.lookAfter(5, watched, at('mysql-01', paused), at('mysql-02', paused));
		expect(outcome.phases).toEqual(['sent', 'refused', 'done']);
		expect(outcome.text).toBe('users Paused (2/2), although DM refused it: no');
		expect(flashes(outcome.follow, watched.now)).toEqual([{text: outcome.text, health: 'running'}]);
		expect(observationOf(outcome.last)).toMatchObject({outcome: 'done', at: watched.now});
	});

	it('is, too, where each source refused and shows it then', () => {
		const watched = new Watched().whole(at('mysql-01', syncing('users')));
		const outcome = new Followers().send(pause, watched.wait(1).view());
		outcome.answer(answerOf(['mysql-01', false, 'worker said no']), watched.wait(1).now);
		expect(outcome.phases).toEqual(['sent', 'refused']);
		outcome.lookAfter(1, watched, at('mysql-01', paused));
		expect(outcome.text).toBe('users Paused (1/1), although DM refused it: worker said no');
	});

	it('stays where it was so before, where it was sent again, where the status is older, and after two minutes', () => {
		const was = new Watched().whole(at('mysql-01', paused));
		const before = new Followers().send(pause, was.view()).answer(no, was.wait(1).now);
		expect(before.lookAfter(1, was, at('mysql-01', paused)).phases).toEqual(['sent', 'refused']);

		const running = () => new Watched().whole(at('mysql-01', syncing('users')));
		const again = running();
		const twice = new Followers().send(pause, again.view()).answer(no, again.wait(1).now);
		twice.send(pause, again.wait(1).view()).lookAfter(1, again, at('mysql-01', paused));
		expect(twice.follow.operations[0]!.phase).toBe('refused');

		const early = running();
		const sent = new Followers().send(pause, early.wait(1).view());
		early.wait(1).whole(at('mysql-01', paused));
		sent.answer(no, early.wait(1).now).look(early.view());
		expect(sent.last.phase).toBe('refused');

		const late = running();
		const gone = new Followers().send(pause, late.view()).answer(no, late.wait(1).now);
		expect(gone.lookAfter(121, late, at('mysql-01', paused)).last.phase).toBe('refused');
	});

	it('of a stop stays where the task is only guessed to be', () => {
		const watched = new Watched().whole(at('mysql-01', syncing('users'))).silence('no answer', 'mysql-02');
		const stop: Operation = {kind: 'stop', task: 'users', sources: ['mysql-02']};
		const outcome = new Followers().send(stop, watched.view()).answer(no, watched.wait(1).now);
		outcome.look(
			watched
				.wait(1)
				.part(at('mysql-02', syncing('other')))
				.view(),
		);
		expect(outcome.last.phase).toBe('refused');
	});
});

describe('an unlock', () => {
	it('is done when dm-master no longer lists the lock, though a subtask waits for another one', () => {
		const waits = (lock: string) =>
			syncing('users', {blockingDDLs: [`ALTER TABLE ${lock}`]}, {unresolvedDDLLockID: lock});
		const watched = new Watched().whole(...everywhere(waits('users-`a`.`t`')));
		const unlock: Operation = {
			kind: 'unlock-ddl',
			lock: 'users-`a`.`t`',
			task: 'users',
			action: 'skip',
			owner: '',
			force: false,
		};
		const outcome = new Followers().send(unlock, watched.wait(1).view());
		const sent = watched.now;
		outcome.answer({result: 'accepted', msg: '', sources: []}, watched.wait(1).now);
		outcome.look(
			watched
				.wait(1)
				.whole(...everywhere(waits('users-`a`.`t`')))
				.view(),
			{
				at: sent,
				ids: new Set<string>(),
			},
		);
		// A list of before the sending shows nothing.
		expect(outcome.last.phase).toBe('answered');
		outcome.look(watched.view(), {at: watched.now, ids: new Set(['users-`a`.`t`'])});
		expect(outcome.last.phase).toBe('answered');
		outcome.look(watched.view(), {at: watched.now, ids: new Set(['users-`a`.`u`'])});
		expect(outcome.phases).toEqual(['sent', 'answered', 'done']);
		expect(outcome.text).toBe('users-`a`.`t` unlocked');
	});
});

describe('several operations of one confirmation', () => {
	it('are told apart from those that somebody else had done before', () => {
		const paused = {stage: 'Paused', result: canceled};
		const watched = new Watched().whole(at('mysql-01', syncing('a'), syncing('b', {}, paused)));
		const followers = new Followers();
		for (const [index, task] of ['a', 'b'].entries()) {
			followers.send({kind: 'pause', task, sources: []}, watched.view());
			followers.answer(accepted('mysql-01'), watched.now, operationId('c', index));
		}

		followers.lookAfter(1, watched, at('mysql-01', syncing('a', {}, paused), syncing('b', {}, paused)));
		expect(flashes(followers.follow, watched.now)[0]?.text).toBe('pause of 2 tasks: 1 done, 1 already so');
	});

	it('are reported together in the flash line', () => {
		const tasks = ['a', 'b', 'c', 'd'];
		const watched = new Watched().whole(at('mysql-01', ...tasks.map(task => syncing(task))));
		let follow = nothingFollowed;
		for (const [index, task] of tasks.entries()) {
			const operation: Operation = {kind: 'pause', task, sources: []};
			({follow} = begin(follow, {
				id: operationId('c', index),
				operation,
				cluster: watched.view(),
				at: watched.now,
			}));
		}

		expect(flashes(follow, watched.now)).toEqual([{text: 'pausing 4 tasks…', health: 'changing'}]);
		({follow} = answered(
			follow,
			operationId('c', 1),
			{result: 'refused', msg: 'no', sources: []},
			watched.now,
		));
		for (const index of [0, 2]) {
			({follow} = answered(follow, operationId('c', index), accepted('mysql-01'), watched.now));
		}

		const paused = {stage: 'Paused', result: canceled};
		const lost = answered(
			follow,
			operationId('c', 3),
			{result: 'unknown', msg: 'the connection was closed', sources: []},
			watched.now,
		);
		expect(flashes(lost.follow, watched.now)[0]?.text).toBe(
			'pausing 4 tasks: 1 refused, 1 not known yet (pause of b refused: no)',
		);
		({follow} = answered(follow, operationId('c', 3), accepted('mysql-01'), watched.now));
		watched
			.wait(1)
			.whole(at('mysql-01', syncing('a', {}, paused), syncing('b'), syncing('c', {}, paused), syncing('d')));
		({follow} = checkStatus(follow, {cluster: watched.view()}, watched.now));
		expect(flashes(follow, watched.now)).toEqual([
			{text: 'pausing 4 tasks: 2 done, 1 refused (pause of b refused: no)', health: 'error'},
		]);
		const states = (refused: Record<string, unknown>) =>
			at('mysql-01', ...tasks.map(task => syncing(task, {}, task === 'b' ? {...refused} : paused)));
		watched.wait(1).whole(states({}));
		({follow} = checkStatus(follow, {cluster: watched.view()}, watched.now));
		expect(flashes(follow, watched.now)).toEqual([
			{text: 'pause of 4 tasks: 3 done, 1 refused (pause of b refused: no)', health: 'error'},
		]);
		watched.wait(1).whole(states(paused));
		({follow} = checkStatus(follow, {cluster: watched.view()}, watched.now));
		expect(flashes(follow, watched.now)).toEqual([{text: 'pause of 4 tasks: 4 done', health: 'running'}]);
	});
});
