/** What is told of an operation: lines, words in rows, events, the audit log. */
import {describe, expect, it} from 'vitest';
import {observationOf} from '../../../source/operations/following/telling/observation.js';
import {flashes} from '../../../source/operations/following/telling/flashes.js';
import {auditLine} from '../../../source/operations/following/telling/audit.js';
import {Watched} from '../../monitor/watched.js';
import {Followers, answerOf, pause, two} from '../followers.js';

describe('the reports', () => {
	it('show in the flash line what continues, what has just ended, and problems for longer', () => {
		const watched = new Watched().whole(...two('Running', 'Running'));
		const followers = new Followers().send(pause('users'), watched.wait(1).view());
		expect(flashes(followers.follow, watched.now)).toEqual([{text: 'pausing users…', health: 'changing'}]);
		followers.lookAfter(1, watched, ...two('Paused', 'Running'));
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

	it('have the time of the machine in the audit log, also where its clock was set', () => {
		const cluster = new Watched().whole(...two('Running', 'Running')).view();
		const {last} = new Followers().send(pause('users'), cluster);
		const author = {cluster: 'prod-dm', strip: (text: string) => text};
		const at = new Date(cluster.now + 3_600_000).toISOString();
		expect(JSON.parse(auditLine(last, {...author, ahead: 3_600_000}))).toMatchObject({time: at, sent: at});
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
