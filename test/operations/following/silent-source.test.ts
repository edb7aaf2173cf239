/** What becomes of an operation while a source that may have the task does not answer. */
import {describe, expect, it} from 'vitest';
import type {Operation, OperationAnswer} from '../../../source/providers/operation.js';
import {bound, canceled, syncing, Watched} from '../../monitor/watched.js';
import {Followers, accepted} from '../followers.js';
import {at} from './stopped.js';

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
			'pause of users not confirmed within 2m; the status shows Paused; no status of mysql-02 came since',
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
