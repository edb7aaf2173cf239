/** What becomes of a resume that does not simply work, told from DM's recorded answers and simulated clusters. */
import {describe, expect, it} from 'vitest';
import {detailOf} from '../../../source/operations/following/telling/describe.js';
import {flashes, overlayOf} from '../../../source/operations/following/telling/flashes.js';
import {behind, canceled, entryOf, errors, syncing, Watched} from '../../monitor/watched.js';
import {Simulated} from '../simulated.js';
import {Followers, accepted, resume} from '../followers.js';
import {at, everywhere, recordedAnswer, stopped} from './stopped.js';

describe('a resume after an error', () => {
	it('works although DM answered with the old error: a status newer than the sending decides', () => {
		const watched = new Watched().whole(at('mysql-01', stopped('users', 10_006)));
		const outcome = new Followers().send(resume('users'), watched.wait(1).view());
		outcome.answer(recordedAnswer('op-resume-old-error-though-done.json', 'mysql-01'), watched.now + 27);
		// This status may be of before the worker began.
		outcome.lookAfter(1, watched, at('mysql-01', stopped('users', 10_006)));
		expect(outcome.last.phase).toBe('answered');
		outcome.lookAfter(1, watched, at('mysql-01', syncing('users')));
		expect(outcome.last.phase).toBe('answered');
		outcome.lookAfter(3, watched, at('mysql-01', syncing('users')));
		expect(outcome.phases).toEqual(['sent', 'answered', 'done']);
		expect(outcome.text).toBe('users Running (1/1)');
	});

	it('has failed again when the error is still there after a worker must have started', () => {
		const watched = new Watched().whole(at('mysql-01', stopped('users', 36_067)));
		const outcome = new Followers().send(resume('users'), watched.wait(1).view());
		outcome.answer(recordedAnswer('op-resume-old-error-though-done.json', 'mysql-01'), watched.now + 1000);
		outcome.lookAfter(2, watched, at('mysql-01', stopped('users', 36_067)));
		expect(outcome.last.phase).toBe('answered');
		expect(overlayOf(outcome.follow, 'users')).toBe('Resuming…');
		outcome.lookAfter(2, watched, at('mysql-01', stopped('users', 36_067)));
		expect(outcome.phases).toEqual(['sent', 'answered', 'failed-again']);
		expect(overlayOf(outcome.follow, 'users')).toBeUndefined();
		expect(outcome.text).toMatch(/^resume of users failed again: mysql-01: paused: .+ \(36067\)$/v);
	});

	it('has failed again at once when it was seen to run and stop', () => {
		const watched = new Watched().whole(at('mysql-01', stopped('users', 36_067)));
		const outcome = new Followers().send(resume('users', 'mysql-01'), watched.wait(1).view());
		outcome.answer(accepted('mysql-01'), watched.now + 100);
		outcome.lookAfter(1, watched, at('mysql-01', syncing('users')));
		outcome.lookAfter(1, watched, at('mysql-01', stopped('users', 36_067)));
		expect(outcome.phases).toEqual(['sent', 'answered', 'failed-again']);
		expect(outcome.text).toMatch(/^resume of users on mysql-01 failed again: paused: .+ \(36067\)$/v);
	});

	it.each(['Resuming', 'Running'])(
		'fails again too when it is sent while DM itself tries again (%s)',
		stage => {
			const watched = new Watched().whole(at('mysql-01', stopped('users', 36_067)));
			watched.wait(5).whole(at('mysql-01', behind('users', {}, {stage})));
			const outcome = new Followers().send(resume('users'), watched.wait(1).view());
			outcome.answer(accepted('mysql-01'), watched.now + 100);
			outcome.lookAfter(1, watched, at('mysql-01', behind('users')));
			outcome.lookAfter(1, watched, at('mysql-01', stopped('users', 36_067)));
			expect(outcome.phases).toEqual(['sent', 'answered', 'failed-again']);
			expect(outcome.text).toMatch(/^resume of users failed again: mysql-01: paused: .+ \(36067\)$/v);
		},
	);

	it.each([
		resume('users'),
		{kind: 'binlog-skip', task: 'users', sources: ['mysql-01'], position: '', sqls: []} as const,
	])(
		'fails again too when DM was trying again at the first look, which does not tell why ($kind)',
		operation => {
			const watched = new Watched().whole(at('mysql-01', syncing('users', {}, {stage: 'Resuming'})));
			const outcome = new Followers().send(operation, watched.wait(1).view());
			outcome.answer(accepted('mysql-01'), watched.now + 100);
			outcome.lookAfter(1, watched, at('mysql-01', syncing('users')));
			outcome.lookAfter(1, watched, at('mysql-01', stopped('users', 36_067)));
			expect(outcome.phases).toEqual(['sent', 'answered', 'failed-again']);
			expect(outcome.text).toMatch(/failed again: (?:mysql-01: )?paused: .+ \(36067\)$/v);
		},
	);

	it('is done in part if it runs on one source and fails again on another', () => {
		const watched = new Watched().whole(...everywhere(stopped('users', 36_067)));
		const outcome = new Followers().send(resume('users'), watched.wait(1).view());
		outcome.answer(accepted('mysql-01', 'mysql-02'), watched.now + 100);
		for (let times = 0; times < 3; times++) {
			outcome.lookAfter(
				2,
				watched,
				at('mysql-01', syncing('users')),
				at('mysql-02', stopped('users', 36_067)),
			);
		}

		expect(outcome.last.phase).toBe('partly');
		expect(outcome.text).toMatch(/^users Running \(1\/2\); failed again: mysql-02: paused: .+ \(36067\)$/v);
		expect(detailOf(outcome.last).join('\n')).toContain('message of 36067');
	});

	it('has failed again where it does at the only source that was stopped: the other ran before', () => {
		const watched = new Watched().whole(
			at('mysql-01', syncing('users')),
			at('mysql-02', stopped('users', 36_067)),
		);
		const outcome = new Followers().send(resume('users'), watched.wait(1).view());
		outcome.answer(accepted('mysql-01', 'mysql-02'), watched.now + 100);
		for (let times = 0; times < 3; times++) {
			outcome.lookAfter(
				2,
				watched,
				at('mysql-01', syncing('users')),
				at('mysql-02', stopped('users', 36_067)),
			);
		}

		expect(outcome.last.phase).toBe('failed-again');
		expect(outcome.text).toMatch(/^resume of users failed again: mysql-02: paused: .+ \(36067\)$/v);
	});

	it('that was done and stops soon after is reported as failed again, once', () => {
		const watched = new Watched().whole(
			at('mysql-01', syncing('users', {}, {stage: 'Paused', result: canceled})),
		);
		const outcome = new Followers().send(resume('users'), watched.wait(1).view());
		outcome.answer(accepted('mysql-01'), watched.now + 100);
		outcome.lookAfter(1, watched, at('mysql-01', syncing('users')));
		expect(outcome.last.phase).toBe('done');
		for (let times = 0; times < 3; times++) {
			outcome.lookAfter(2, watched, at('mysql-01', stopped('users', 10_006)));
		}

		expect(outcome.phases).toEqual(['sent', 'answered', 'done', 'failed-again']);
		expect(outcome.text).toMatch(/^resume of users failed: mysql-01: paused: /v);
		expect(flashes(outcome.follow, watched.now)[0]!.health).toBe('error');
	});

	it('and an error long after the end does not belong to it', () => {
		const watched = new Watched().whole(
			at('mysql-01', syncing('users', {}, {stage: 'Paused', result: canceled})),
		);
		const outcome = new Followers().send(resume('users'), watched.wait(1).view());
		outcome.answer(accepted('mysql-01'), watched.now + 100);
		outcome.lookAfter(1, watched, at('mysql-01', syncing('users')));
		outcome.lookAfter(31, watched, at('mysql-01', stopped('users', 10_006)));
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
		expect(outcome.text).toMatch(/^resume of places failed again: mysql-geo: paused: .+ \(36067\)$/v);
	});
});

describe('a resume of a relay that an error has stopped', () => {
	const relay = (stage: string, code?: number) =>
		entryOf('mysql-01', 'w1', [], {
			masterBinlog: '(mysql-bin.000001, 400)',
			masterBinlogGtid: '',
			relaySubDir: 'x.000001',
			relayBinlog: '(mysql-bin.000001, 300)',
			relayBinlogGtid: '',
			relayCatchUpMaster: false,
			stage,
			result: code === undefined ? null : errors(code),
		});
	const sent = () => {
		const watched = new Watched().whole(relay('Paused', 30_029));
		const outcome = new Followers().send({kind: 'resume-relay', source: 'mysql-01'}, watched.wait(1).view());
		outcome.answer(accepted('mysql-01'), watched.now + 100);
		outcome.lookAfter(1, watched, relay('Running'));
		expect(outcome.phases).toEqual(['sent', 'answered']);
		return {watched, outcome};
	};

	it('is not done before it has run for a while: it fails again after seconds', () => {
		const {watched, outcome} = sent();
		outcome.lookAfter(1, watched, relay('Paused', 30_029));
		expect(outcome.phases).toEqual(['sent', 'answered', 'failed-again']);
		expect(outcome.text).toMatch(/^resume relay of mysql-01 failed again: paused: .+ \(30029\)$/v);
	});

	it('is done once it goes on running', () => {
		const {watched, outcome} = sent();
		outcome.lookAfter(3, watched, relay('Running'));
		expect(outcome.phases).toEqual(['sent', 'answered', 'done']);
		expect(outcome.text).toBe('mysql-01 relay Running');
	});
});
