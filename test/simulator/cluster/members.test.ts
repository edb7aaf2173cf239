import {describe, expect, it} from 'vitest';
import {renderMembers} from '../../../source/simulator/answers/members.js';
import {statusDelay} from '../../../source/simulator/answers/status.js';
import {cluster, isUpTo, look, oneTask, pass, subtaskOf, syncOf} from '../cluster.js';

describe('workers', () => {
	it('lets a free worker take over 20 s after one has died; it continues from the checkpoint', () => {
		const simulation = oneTask({}, {events: [{at: '40s', do: 'worker-dies', source: 'mysql-01'}]});
		pass(simulation, 39);
		const before = syncOf(simulation).syncerBinlog;
		pass(simulation, 10);
		expect(look(simulation).sources[0]).toMatchObject({
			result: false,
			worker: '',
			subtasks: [],
			msg: expect.stringMatching(
				/code=38008:.*dial tcp 10\.0\.2\.11:8262: connect: connection refused"$/v,
			) as string,
		});
		pass(simulation, 15);
		const after = subtaskOf(simulation);
		expect(after).toMatchObject({worker: 'worker-2', stage: 'Running'});
		expect(isUpTo(before, after.sync?.syncerBinlog ?? '')).toBe(true);
		expect(after.sync?.totalRows).toBeLessThan(100_000);
	});

	it('leaves the source unbound when no worker is free, and reports its tasks as DM does', () => {
		const simulation = oneTask(
			{},
			{workers: 1, events: [{at: '5s', do: 'worker-dies', source: 'mysql-01', for: '2m'}]},
		);
		pass(simulation, 30);
		expect(look(simulation).sources[0]).toMatchObject({
			worker: 'source not bound',
			result: false,
			msg: "can't find task=orders from dm-worker for source=mysql-01, please use dmctl list-member to check if worker is offline.",
			subtasks: [{stage: 'InvalidStage', unit: 'InvalidUnit'}],
		});
		expect(look(simulation, {sources: ['mysql-01']}).sources[0]).toMatchObject({
			worker: '',
			result: false,
			subtasks: [],
			msg: expect.stringContaining('mysql-01 relevant worker-client not found') as string,
		});
		expect(renderMembers(simulation)).toMatchObject({
			members: [{}, {}, {worker: {workers: [{stage: 'offline', source: ''}]}}],
		});
		pass(simulation, 120);
		expect(subtaskOf(simulation)).toMatchObject({worker: 'worker-1', stage: 'Running'});
	});

	it('cannot load on another worker what was dumped on the first', () => {
		const simulation = oneTask(
			{mode: 'all', unit: 'Load', size: '90GB'},
			{events: [{at: '5s', do: 'worker-dies', source: 'mysql-01'}]},
		);
		pass(simulation, 32);
		expect(subtaskOf(simulation).result?.errors[0]?.message).toBe(
			'different worker in load stage, previous worker: worker-1, current worker: worker-2',
		);
	});

	it('takes 30 s to answer for a worker that hangs, and no longer for the others', () => {
		const simulation = cluster({
			sources: [{name: 'a'}, {name: 'b'}],
			tasks: [{name: 'orders', sources: ['a', 'b'], mode: 'incremental'}],
			events: [{at: '5s', do: 'worker-hangs', source: 'b', for: '1m'}],
		});
		pass(simulation, 10);
		expect(statusDelay(simulation)).toBe(30_000);
		expect(statusDelay(simulation, {sources: ['a']})).toBeLessThan(1000);
		expect(look(simulation).sources[1]).toMatchObject({
			result: false,
			subtasks: [],
			msg: expect.stringContaining('context deadline exceeded') as string,
		});
		const before = syncOf(simulation, 'orders', 'a').totalRows;
		pass(simulation, 60);
		expect(statusDelay(simulation)).toBeLessThan(1000);
		expect(syncOf(simulation, 'orders', 'a').totalRows).toBeGreaterThan(Number(before));
	});
});

it('has no leader for about a minute after the leader has died, then another one', () => {
	const simulation = oneTask({}, {events: [{at: '5s', do: 'leader-dies', for: '5m'}]});
	const leaders: string[] = [];
	for (let second = 0; second < 120; second++) {
		pass(simulation, 1);
		leaders.push(simulation.leader);
	}

	expect(leaders.filter(leader => leader === '').length).toBeGreaterThan(30);
	expect(leaders.filter(leader => leader === '').length).toBeLessThan(90);
	expect(leaders.at(-1)).toBe('master-2');
	expect(renderMembers(simulation)).toMatchObject({
		members: [
			{leader: {name: 'master-2'}},
			{master: {masters: [{alive: false}, {alive: true}, {alive: true}]}},
			{},
		],
	});
});

it('elects no leader without a majority', () => {
	const simulation = oneTask(
		{},
		{
			events: [
				{at: '5s', do: 'leader-dies'},
				{at: '80s', do: 'leader-dies'},
			],
		},
	);
	pass(simulation, 600);
	expect(simulation.leader).toBe('');
});

it('lists only the members that are requested', () => {
	const simulation = oneTask();
	expect(renderMembers(simulation, {kinds: ['worker'], names: ['worker-2']})).toStrictEqual({
		result: true,
		msg: '',
		members: [
			{
				worker: {
					msg: '',
					workers: [{name: 'worker-2', addr: '10.0.2.12:8262', stage: 'free', source: ''}],
				},
			},
		],
	});
	expect(renderMembers(simulation, {kinds: ['leader'], names: ['master-2']})).toMatchObject({
		members: [{leader: {name: '', addr: ''}}],
	});
});
