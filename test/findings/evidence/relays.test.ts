/** Which relays do not run, and who reads them. */
import {expect, test} from 'vitest';
import {isHalted, relaysDown} from '../../../source/findings/evidence/relays.js';
import {
	behind,
	bound,
	canceled,
	entryOf,
	errors,
	type Json,
	syncing,
	Watched,
} from '../../monitor/watched.js';

const relay = (stage: string, rest: Json = {}): Json => ({
	masterBinlog: '(mysql-bin.000001, 1000)',
	relayBinlog: '(mysql-bin.000001, 1000)',
	relayCatchUpMaster: true,
	stage,
	result: null,
	...rest,
});

const of = (stage: string, ...subtasks: readonly Json[]): Watched =>
	new Watched().cluster({workers: [bound('w1', 's1')]}).whole(entryOf('s1', 'w1', subtasks, relay(stage)));

const read = (watched: Watched) =>
	relaysDown(watched.source('s1')).map(({isRead, areRemote}) => ({isRead, areRemote}));

const local = {binlogType: 'local'};

test('a relay is read by what runs in Sync', () => {
	expect(read(of('Paused', behind('orders', local)))).toEqual([{isRead: true, areRemote: false}]);
	expect(read(of('Paused', behind('orders', local, {stage: 'Paused', result: canceled})))).toMatchObject([
		{isRead: false},
	]);
	const loading = {name: 'users', stage: 'Running', unit: 'Load', load: {progress: '10.00 %'}};
	expect(read(of('Paused', loading))).toMatchObject([{isRead: false}]);
	expect(read(of('Paused', loading, syncing('orders', local)))).toMatchObject([{isRead: true}]);
});

test('only if all say that they read the upstream is it read by none', () => {
	expect(read(of('Paused', behind('orders'), behind('users')))).toEqual([{isRead: true, areRemote: true}]);
	expect(read(of('Paused', behind('orders'), behind('users', local)))).toEqual([
		{isRead: true, areRemote: false},
	]);
});

test('of a source that did not answer nothing is said about its relay', () => {
	const watched = of('Paused', behind('orders', local));
	expect(read(watched)).toHaveLength(1);
	expect(read(watched.wait(60).silence('no answer', 's1'))).toEqual([]);
});

test.each(['Paused', 'Stopped'])('a relay that is %s is halted', stage => {
	const [down] = relaysDown(of(stage, behind('orders', local)).source('s1'));
	expect(isHalted(down!.down)).toBe(true);
});

test.each(['Running', 'Resuming'])('a relay that is %s between two tries of DM is still down', stage => {
	const watched = of('Running', behind('orders', local));
	const failed = entryOf('s1', 'w1', [behind('orders', local)], relay('Paused', {result: errors(30_015)}));
	const tried = entryOf('s1', 'w1', [behind('orders', local)], relay(stage));
	watched.wait(5).whole(failed).wait(5).whole(tried);
	expect(read(watched)).toHaveLength(1);
	expect(read(watched.wait(3600).whole(tried))).toEqual([]);
});
