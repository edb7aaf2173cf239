/** What a list of members leaves unsaid is not taken for good, nor for a member that left. */
import {expect, test} from 'vitest';
import {decodeMembers} from '../../../source/providers/dm-master/members.js';
import {bound, entryOf, errors, idle, syncing, type Json} from '../../monitor/watched.js';
import {found, only} from '../diagnosed.js';
import {Journaled} from '../journal/journaled.js';

const masters = (rest: Json = {}) => ({
	msg: '',
	masters: [
		{name: 'm1', memberID: '1', alive: true, clientURLs: ['http://10.0.1.11:8261']},
		{name: 'm2', memberID: '2', alive: false, clientURLs: ['http://10.0.1.12:8261'], ...rest},
	],
});
const workers = (rest: Json = {}) => ({
	msg: '',
	workers: [
		{name: 'w1', addr: '10.0.1.21:8262', stage: 'bound', source: 'mysql-01'},
		{name: 'w2', addr: '10.0.1.22:8262', stage: 'offline', source: '', ...rest},
	],
});
const leader = {msg: '', name: 'm1', addr: '10.0.1.11:8261'};
const answer = (...members: readonly unknown[]) =>
	decodeMembers(JSON.stringify({result: true, msg: '', members}));
const told = answer({leader}, {master: masters()}, {worker: workers()});
const healthy = entryOf('mysql-01', 'w1', [syncing('orders')]);
const trouble = ['worker-offline w2', 'master-down m2'];

const watched = () => new Journaled().whole(healthy).cluster(told).wait(5);

test.for([
	['no leader in it', [{master: masters()}, {worker: workers()}]],
	['a leader without a name', [{leader: {addr: 'x'}}, {master: masters()}, {worker: workers()}]],
	['no masters in it', [{leader}, {worker: workers()}]],
	[
		'a leader that could not be asked for',
		[
			{leader: {msg: 'context deadline exceeded', name: '', addr: ''}},
			{master: masters()},
			{worker: workers()},
		],
	],
	[
		'masters that etcd did not list',
		[{leader}, {master: {msg: 'etcdserver: no leader', masters: []}}, {worker: workers()}],
	],
	['masters that are null', [{leader}, {master: {msg: '', masters: null}}, {worker: workers()}]],
	['a master that is alive or not', [{leader}, {master: masters({alive: null})}, {worker: workers()}]],
	['a master without a name', [{leader}, {master: masters({name: null})}, {worker: workers()}]],
	['no workers in it', [{leader}, {master: masters()}]],
	['workers that are null', [{leader}, {master: masters()}, {worker: {workers: null}}]],
	['a worker that is no object', [{leader}, {master: masters()}, {worker: {workers: [5]}}]],
	['a worker without a name', [{leader}, {master: masters()}, {worker: workers({name: ''})}]],
	['a worker without a stage', [{leader}, {master: masters()}, {worker: workers({stage: null})}]],
	['a bound worker without its source', [{leader}, {master: masters()}, {worker: workers({stage: 'bound'})}]],
] as const)('a list with %s is said; nothing has recovered, left or lost its worker', ([, members]) => {
	const unread = answer(...members);
	const after = watched().cluster(unread);
	expect(found(after)).toEqual([...trouble, 'member-unknown']);
	expect(only(after, 'member-unknown').why[0]).toContain('members $');
	expect(after.tellings().filter(text => text.includes('again'))).toEqual([]);
	expect(after.events()).toEqual([]);
	expect(found(after.wait(5).cluster(told))).toEqual(trouble);

	const first = new Journaled().whole(healthy).cluster(unread);
	expect(found(first)).toContain('member-unknown');
	expect(found(first)).not.toContain('source-unbound mysql-01');
	expect(found(first)).not.toContain('no-leader');
});

test.for(['', 'election: no leader', 'etcdserver: no leader'])(
	'no leader, with the message %j, is no leader',
	message => {
		const none = answer(
			{leader: {msg: message, name: '', addr: ''}},
			{master: masters()},
			{worker: workers()},
		);
		expect(found(watched().cluster(none))).toEqual(['no-leader', ...trouble]);
	},
);

test('what can be read of a list is learnt, and the rest stays as it was', () => {
	const listed = (...rest: readonly Json[]) =>
		answer({leader}, {master: masters()}, {worker: {msg: '', workers: rest}});
	const one = {name: 'w1', addr: '10.0.1.21:8262', stage: 'bound', source: 'mysql-01'};
	const two = {name: 'w2', addr: '10.0.1.22:8262', stage: 'free', source: ''};
	const three = {name: 'w3', addr: '10.0.1.23:8262', stage: 'free', source: ''};
	const looks = new Journaled()
		.whole(healthy)
		.cluster(listed(one, two, three))
		.wait(5);
	looks.cluster(listed(one, {...two, stage: ''}, {...three, stage: 'offline'}));
	expect(found(looks)).toEqual(['worker-offline w3', 'master-down m2', 'member-unknown']);
	// One that is not in it at all has left; the unreadable one has not.
	looks.wait(5).cluster(listed(one, {...two, stage: ''}));
	expect(looks.events()).toEqual(['w3: worker left the cluster']);
	// Whether the unreadable one serves the source is not known.
	looks.wait(5).cluster(listed({...one, stage: 'offline', source: ''}, {...two, stage: ''}));
	expect(found(looks)).toEqual(['worker-offline w1', 'master-down m2', 'member-unknown']);
	const first = new Journaled()
		.whole(healthy)
		.cluster(listed({...two, stage: ''}, {...three, stage: 'offline'}));
	expect(found(first)).toEqual(['worker-offline w3', 'master-down m2', 'member-unknown']);
	expect(
		first
			.wait(5)
			.cluster(listed(one, two, three))
			.events(),
	).toEqual([]);
});

test('a worker in a stage that DM does not have is neither online again nor without a source', () => {
	const after = watched().cluster(
		answer({leader}, {master: masters()}, {worker: workers({stage: 'asleep'})}),
	);
	expect(found(after)).toEqual(['master-down m2', 'member-unknown w2']);
	expect(after.tellings().at(-1)).toBe('w2: The stage of the dm-worker is not known');
	after.wait(5).cluster({workers: [{...bound('w1', 'mysql-01'), stage: 'asleep'}, idle('w2', 'free')]});
	expect(found(after)).toEqual(['master-down m2', 'member-unknown w1']);
	expect(after.source('mysql-01').condition.kind).toBe('fresh');
});

test('what stood still and is now in an unknown stage has not recovered', () => {
	const relay = (stage: string, result?: Json): Json => ({
		stage,
		masterBinlog: '(mysql-bin.000001, 1000)',
		relayBinlog: '(mysql-bin.000001, 1000)',
		result: result ?? null,
	});
	const looks = new Journaled()
		.whole(healthy)
		.wait(5)
		.whole(entryOf('mysql-01', 'w1', [syncing('orders')], relay('Paused', errors(30_015))))
		.wait(5)
		.whole(entryOf('mysql-01', 'w1', [syncing('orders')], relay('42')));
	expect(found(looks)).toEqual(['relay-stage-unknown mysql-01 w1']);
	expect(looks.tellings().filter(text => text.includes('recovered'))).toEqual([]);
	looks.wait(5).whole(entryOf('mysql-01', 'w1', [syncing('orders')], relay('Running')));
	expect(looks.tellings().at(-1)).toMatch(/^mysql-01: the relay has recovered after /v);
});
