/** What becomes of a DDL that is skipped, and of what was set for its place in the binlog. */
import {describe, expect, it} from 'vitest';
import {overlayOf} from '../../../source/operations/following/telling/flashes.js';
import type {Operation} from '../../../source/providers/operation.js';
import {syncing, Watched} from '../../monitor/watched.js';
import {Followers, accepted} from '../followers.js';
import {at, stopped} from './stopped.js';

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
		outcome.lookAfter(1, watched, at('mysql-01', syncing('users')));
		outcome.lookAfter(1, watched, at('mysql-01', stopped('users', 36_027)));
		expect(outcome.last.phase).toBe('failed-again');
		expect(outcome.text).toMatch(
			/^skip of users on mysql-01 failed again: got past it, then paused by another error: .+ \(36027\)$/v,
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
		expect(list('[]')).toBe('users on mysql-01: nothing is set to be skipped, replaced or injected');
		expect(list('')).toBe('users on mysql-01: nothing is set to be skipped, replaced or injected');
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
