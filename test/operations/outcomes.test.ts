/**
 * What becomes of an operation when it does not simply work, told from DM's recorded answers and simulated clusters.
 */
import {describe, expect, it} from 'vitest';
import {
	answered,
	begin,
	checkStatus,
	nothingFollowed,
	operationId,
} from '../../source/operations/following/follow.js';
import {detailOf} from '../../source/operations/following/describe.js';
import {observationOf} from '../../source/operations/following/observation.js';
import {flashes, overlayOf} from '../../source/operations/following/flashes.js';
import type {Operation, OperationAnswer} from '../../source/providers/operation.js';
import {readFixture} from '../dm/recorded.js';
import {bound, canceled, entry, errors, syncing, unbound, Watched} from '../monitor/watched.js';
import {Simulated} from './simulated.js';
import {Followers, accepted, resume} from './followers.js';

const recordedAnswer = (name: string, source: string): OperationAnswer => {
	const {msg, sources} = JSON.parse(readFixture(`dm-v7.5/live-2/${name}`)) as OperationAnswer;
	return {result: 'accepted', msg, sources: sources.map(answer => ({...answer, source}))};
};

const stopped = (task: string, code: number) => syncing(task, {}, {stage: 'Paused', result: errors(code)});

const at = (source: string, ...subtasks: ReadonlyArray<ReturnType<typeof syncing>>) =>
	entry(source, subtasks);

const everywhere = (subtask: ReturnType<typeof syncing>) => [
	at('mysql-01', subtask),
	at('mysql-02', subtask),
];

describe('a resume after an error', () => {
	it('works although DM answered with the old error: a status newer than the sending decides', () => {
		const watched = new Watched().whole(at('mysql-01', stopped('users', 10_006)));
		const outcome = new Followers().send(resume('users'), watched.wait(1).view());
		outcome.answer(recordedAnswer('op-resume-old-error-though-done.json', 'mysql-01'), watched.now + 27);
		// This status may be of before the worker began.
		outcome.look(
			watched
				.wait(1)
				.whole(at('mysql-01', stopped('users', 10_006)))
				.view(),
		);
		expect(outcome.last.phase).toBe('answered');
		outcome.look(
			watched
				.wait(1)
				.whole(at('mysql-01', syncing('users')))
				.view(),
		);
		expect(outcome.last.phase).toBe('answered');
		outcome.look(
			watched
				.wait(3)
				.whole(at('mysql-01', syncing('users')))
				.view(),
		);
		expect(outcome.phases).toEqual(['sent', 'answered', 'done']);
		expect(outcome.text).toBe('users Running (1/1)');
	});

	it('has failed again when the error is still there after a worker must have started', () => {
		const watched = new Watched().whole(at('mysql-01', stopped('users', 36_067)));
		const outcome = new Followers().send(resume('users'), watched.wait(1).view());
		outcome.answer(recordedAnswer('op-resume-old-error-though-done.json', 'mysql-01'), watched.now + 1000);
		outcome.look(
			watched
				.wait(2)
				.whole(at('mysql-01', stopped('users', 36_067)))
				.view(),
		);
		expect(outcome.last.phase).toBe('answered');
		expect(overlayOf(outcome.follow, 'users')).toBe('Resuming…');
		outcome.look(
			watched
				.wait(2)
				.whole(at('mysql-01', stopped('users', 36_067)))
				.view(),
		);
		expect(outcome.phases).toEqual(['sent', 'answered', 'failed-again']);
		expect(overlayOf(outcome.follow, 'users')).toBeUndefined();
		expect(outcome.text).toMatch(/^users failed again: mysql-01: paused: .+ \(36067\)$/v);
	});

	it('has failed again at once when it was seen to run and stop', () => {
		const watched = new Watched().whole(at('mysql-01', stopped('users', 36_067)));
		const outcome = new Followers().send(resume('users', 'mysql-01'), watched.wait(1).view());
		outcome.answer(accepted('mysql-01'), watched.now + 100);
		outcome.look(
			watched
				.wait(1)
				.whole(at('mysql-01', syncing('users')))
				.view(),
		);
		outcome.look(
			watched
				.wait(1)
				.whole(at('mysql-01', stopped('users', 36_067)))
				.view(),
		);
		expect(outcome.phases).toEqual(['sent', 'answered', 'failed-again']);
		expect(outcome.text).toMatch(/^users on mysql-01 failed again: paused: .+ \(36067\)$/v);
	});

	it('is done in part if it runs on one source and fails again on another', () => {
		const watched = new Watched().whole(...everywhere(stopped('users', 36_067)));
		const outcome = new Followers().send(resume('users'), watched.wait(1).view());
		outcome.answer(accepted('mysql-01', 'mysql-02'), watched.now + 100);
		for (let times = 0; times < 3; times++) {
			outcome.look(
				watched
					.wait(2)
					.whole(at('mysql-01', syncing('users')), at('mysql-02', stopped('users', 36_067)))
					.view(),
			);
		}

		expect(outcome.last.phase).toBe('partly');
		expect(outcome.text).toMatch(/^users Running \(1\/2\); failed again: mysql-02: paused: .+ \(36067\)$/v);
		expect(detailOf(outcome.last).join('\n')).toContain('message of 36067');
	});

	it('that was done and stops soon after is reported as failed again, once', () => {
		const watched = new Watched().whole(
			at('mysql-01', syncing('users', {}, {stage: 'Paused', result: canceled})),
		);
		const outcome = new Followers().send(resume('users'), watched.wait(1).view());
		outcome.answer(accepted('mysql-01'), watched.now + 100);
		outcome.look(
			watched
				.wait(1)
				.whole(at('mysql-01', syncing('users')))
				.view(),
		);
		expect(outcome.last.phase).toBe('done');
		for (let times = 0; times < 3; times++) {
			outcome.look(
				watched
					.wait(2)
					.whole(at('mysql-01', stopped('users', 10_006)))
					.view(),
			);
		}

		expect(outcome.phases).toEqual(['sent', 'answered', 'done', 'failed-again']);
		expect(outcome.text).toMatch(/^users failed: mysql-01: paused: /v);
		expect(flashes(outcome.follow, watched.now)[0]!.health).toBe('error');
	});

	it('and an error long after the end does not belong to it', () => {
		const watched = new Watched().whole(
			at('mysql-01', syncing('users', {}, {stage: 'Paused', result: canceled})),
		);
		const outcome = new Followers().send(resume('users'), watched.wait(1).view());
		outcome.answer(accepted('mysql-01'), watched.now + 100);
		outcome.look(
			watched
				.wait(1)
				.whole(at('mysql-01', syncing('users')))
				.view(),
		);
		outcome.look(
			watched
				.wait(31)
				.whole(at('mysql-01', stopped('users', 10_006)))
				.view(),
		);
		expect(outcome.phases).toEqual(['sent', 'answered', 'done']);
	});

	it('of a simulated bad DDL fails again within seconds, as the row shows', () => {
		const cluster = new Simulated('bad-ddl').pass(30);
		cluster.look();
		const operation = resume('places');
		const outcome = new Followers().send(operation, cluster.view());
		outcome.answer(cluster.operate(operation), cluster.now);
		for (let second = 0; second < 10 && outcome.phases.length < 3; second++) {
			outcome.look(cluster.pass(1).look());
		}

		expect(outcome.phases).toEqual(['sent', 'answered', 'failed-again']);
		expect(outcome.text).toMatch(/^places failed again: mysql-geo: paused: .+ \(36067\)$/v);
	});
});

describe('a skip', () => {
	it('that got past its DDL and stops at the next error reports it', () => {
		const watched = new Watched().whole(at('mysql-01', stopped('users', 36_067)));
		const operation: Operation = {
			kind: 'binlog-skip',
			task: 'users',
			sources: ['mysql-01'],
			position: '',
			sqls: [],
		};
		const outcome = new Followers().send(operation, watched.wait(1).view());
		outcome.answer(accepted('mysql-01'), watched.now + 20);
		outcome.look(
			watched
				.wait(1)
				.whole(at('mysql-01', syncing('users')))
				.view(),
		);
		outcome.look(
			watched
				.wait(1)
				.whole(at('mysql-01', stopped('users', 36_027)))
				.view(),
		);
		expect(outcome.last.phase).toBe('failed-again');
		expect(outcome.text).toMatch(
			/^users on mysql-01 failed again: got past it, then paused by another error: .+ \(36027\)$/v,
		);
	});

	it('for another place than where the subtask is stopped is not followed: there is only DM’s answer', () => {
		const watched = new Watched().whole(at('mysql-01', stopped('users', 36_067)));
		const operation: Operation = {
			kind: 'binlog-skip',
			task: 'users',
			sources: ['mysql-01'],
			position: 'mysql-bin.000009:4',
			sqls: [],
		};
		const outcome = new Followers().send(operation, watched.wait(1).view());
		expect(overlayOf(outcome.follow, 'users')).toBeUndefined();
		outcome.answer(accepted('mysql-01'), watched.now + 20);
		expect(outcome.phases).toEqual(['sent', 'accepted']);
		expect(outcome.text).toBe('skip of users on mysql-01 accepted');
	});
});

describe('the settings for a place in the binlog', () => {
	const list = (...messages: readonly string[]): string => {
		const watched = new Watched().whole(at('mysql-01', stopped('users', 36_067)));
		const operation: Operation = {
			kind: 'binlog-list',
			task: 'users',
			sources: ['mysql-01'],
			position: '',
			sqls: [],
		};
		return new Followers().send(operation, watched.view()).answer(
			{
				result: 'accepted',
				msg: '',
				sources: messages.map(message => ({source: 'mysql-01', worker: 'w', result: true, msg: message})),
			},
			watched.now,
		).text;
	};

	it('read as a list', () => {
		expect(list('[]')).toBe('users on mysql-01: nothing is set to be skipped');
		expect(list('')).toBe('users on mysql-01: nothing is set to be skipped');
		expect(
			list(
				'[{"op":1,"task":"users","binlogPos":"(mysql-bin.000001, 2022)"},{"op":2,"task":"users","binlogPos":"(mysql-bin.000001, 4000)","sqls":["ALTER TABLE `a`.`t` ADD COLUMN `c` INT","ALTER TABLE `a`.`t` DROP COLUMN `d`"]}]',
			),
		).toBe(
			'users on mysql-01: skip mysql-bin.000001:2022; replace mysql-bin.000001:4000: ALTER TABLE `a`.`t` ADD COLUMN `c` INT; ALTER TABLE `a`.`t` DROP COLUMN `d`',
		);
		expect(list('[{"op":4,"binlogPos":"elsewhere","sqls":["SELECT 1"]},7]')).toBe(
			'users on mysql-01: inject before elsewhere: SELECT 1; operation undefined at an unknown place',
		);
		expect(list('other words')).toBe('users on mysql-01: other words');
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
		outcome.look(
			watched
				.wait(30)
				.whole(unbound('mysql-01', ['users']))
				.view(),
		);
		expect(outcome.last.phase).toBe('answered');
		outcome.look(
			watched
				.wait(30)
				.whole(at('mysql-01', syncing('users', {}, {stage: 'Paused', result: canceled})))
				.view(),
		);
		expect(outcome.phases).toEqual(['sent', 'answered', 'done']);
	});

	it('and reported as stored when no worker came in time', () => {
		const {watched, outcome} = begun();
		outcome.look(
			watched
				.wait(120)
				.whole(unbound('mysql-01', ['users']))
				.view(),
		);
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
		for (const index of [0, 2, 3]) {
			({follow} = answered(follow, operationId('c', index), accepted('mysql-01'), watched.now));
		}

		const paused = {stage: 'Paused', result: canceled};
		watched
			.wait(1)
			.whole(at('mysql-01', syncing('a', {}, paused), syncing('b'), syncing('c', {}, paused), syncing('d')));
		({follow} = checkStatus(follow, {cluster: watched.view()}, watched.now));
		expect(flashes(follow, watched.now)).toEqual([
			{text: 'pausing 4 tasks: 2 done, 1 refused (pause of b refused: no)', health: 'error'},
		]);
		watched.wait(1).whole(at('mysql-01', ...tasks.map(task => syncing(task, {}, paused))));
		({follow} = checkStatus(follow, {cluster: watched.view()}, watched.now));
		expect(flashes(follow, watched.now)).toEqual([
			{text: 'pause of 4 tasks: 3 done, 1 refused (pause of b refused: no)', health: 'error'},
		]);
	});
});

describe('a source that does not answer and may have the task as well', () => {
	const pauseUsers: Operation = {kind: 'pause', task: 'users', sources: []};
	const paused = () => syncing('users', {}, {stage: 'Paused', result: canceled});

	/** A dm-top that has just begun: mysql-02 has not answered yet. */
	const begun = () =>
		new Watched()
			.cluster({workers: [bound('w1', 'mysql-01'), bound('w2', 'mysql-02')]})
			.part(at('mysql-01', syncing('users')))
			.silence('mysql-02 did not answer within 5 s', 'mysql-02')
			.wait(1);

	/** Sent, and paused where that can be seen. */
	const sent = (watched: Watched, answer: OperationAnswer) => {
		const outcome = new Followers().send(pauseUsers, watched.view());
		outcome.answer(answer, watched.now + 500);
		return outcome.look(watched.wait(1).part(at('mysql-01', paused())).view());
	};

	it('keeps it open if DM did not answer, until two minutes are over', () => {
		const watched = begun();
		const outcome = sent(watched, {result: 'unknown', msg: 'No answer.', sources: []});
		expect(outcome.last.places.map(({place, phase}) => [place, phase])).toEqual([
			['mysql-01', 'reached'],
			['mysql-02', 'waiting'],
		]);
		outcome.look(watched.wait(120).view());
		expect(outcome.last.phase).toBe('timed-out');
		expect(outcome.text).toBe(
			'pause of users not confirmed within 2 min; the status shows Paused; no status of mysql-02 came since',
		);
	});

	it('is left out once DM has named the sources of the task', () => {
		const outcome = sent(begun(), accepted('mysql-01'));
		expect([outcome.last.phase, outcome.text]).toEqual(['done', 'users Paused (1/1)']);
	});

	it('is waited for if DM names it', () => {
		const watched = begun();
		const outcome = sent(watched, accepted('mysql-01', 'mysql-02'));
		expect(outcome.last.phase).toBe('answered');
		outcome.look(watched.wait(1).part(at('mysql-02', paused())).view());
		expect(outcome.text).toBe('users Paused (2/2)');
	});

	it('is left out once it reports that it does not have the task', () => {
		const watched = begun();
		const outcome = sent(watched, {result: 'unknown', msg: 'No answer.', sources: []});
		outcome.look(
			watched
				.wait(1)
				.part(at('mysql-02', syncing('billing')))
				.view(),
		);
		expect([outcome.last.phase, outcome.text]).toEqual(['done', 'users Paused (1/1)']);
	});

	it('is not included in an operation on named sources', () => {
		const watched = begun();
		const outcome = new Followers().send({...pauseUsers, sources: ['mysql-01']}, watched.view());
		expect(outcome.last.places.map(({place}) => place)).toEqual(['mysql-01']);
	});
});
