import {describe, expect, it} from 'vitest';
import {renderMembers} from '../../../source/providers/simulator/answers/members.js';
import {statusDelay} from '../../../source/providers/simulator/answers/status.js';
import type {Simulation} from '../../../source/providers/simulator/model/simulation.js';
import {positionText} from '../../../source/providers/simulator/model/upstream.js';
import {cluster, isUpTo, look, oneTask, pass, statusOf, subtaskOf, syncOf} from './cluster.js';

/** Where the upstream stands now. */
const masterOf = (simulation: Simulation): string => {
	const upstream = simulation.sources.get('mysql-01')?.upstream;
	return upstream === undefined ? '' : positionText(upstream, upstream.transaction);
};

describe('Dump and Load', () => {
	it('dumps, loads what was dumped, and replicates from the place where the dump began', () => {
		const simulation = oneTask({mode: 'all', unit: 'Dump', size: '400MB', speed: '20MB', tables: 12});
		const began = masterOf(simulation);
		pass(simulation, 5);
		const {dump} = subtaskOf(simulation);
		expect(dump?.progress).toMatch(/^\d+\.\d\d %$/v);
		expect(dump).toMatchObject({totalTables: 12});
		const later = masterOf(simulation);
		pass(simulation, 20);
		const {unit, load} = subtaskOf(simulation);
		expect(unit).toBe('Load');
		expect(isUpTo(began, load?.metaBinlog ?? '')).toBe(true);
		expect(isUpTo(load?.metaBinlog ?? '', later)).toBe(true);
		while (subtaskOf(simulation).unit === 'Load') {
			pass(simulation, 1);
		}

		expect(syncOf(simulation).syncerBinlog).toBe(load?.metaBinlog);
	});

	it('loads as many bytes as were dumped', () => {
		const simulation = oneTask({mode: 'full', unit: 'Dump', size: '200MB', speed: '30MB'});
		pass(simulation, 60);
		const {stage, load} = subtaskOf(simulation);
		expect(stage).toBe('Finished');
		expect(load?.finishedBytes).toBe(load?.totalBytes);
		expect(Number(load?.totalBytes)).toBeGreaterThan(150e6);
	});

	it('breaks off a dump when the upstream goes away, and does not begin it again by itself', () => {
		const simulation = oneTask(
			{mode: 'full', unit: 'Dump', size: '90GB'},
			{events: [{at: '10s', do: 'upstream-down', source: 'mysql-01', for: '30s'}]},
		);
		pass(simulation, 300);
		expect(subtaskOf(simulation)).toMatchObject({
			stage: 'Paused',
			unit: 'Dump',
			result: {errors: [{code: 32_001}]},
		});
	});
});

describe('Sync', () => {
	it('follows the upstream, and flushes its checkpoint every 30 s', () => {
		const simulation = oneTask();
		const checkpoints = new Set<string>();
		const masters = new Set<string>();
		for (let second = 0; second < 120; second++) {
			pass(simulation, 1);
			const {syncerBinlog, masterBinlog} = syncOf(simulation);
			expect(isUpTo(syncerBinlog, masterBinlog)).toBe(true);
			checkpoints.add(syncerBinlog);
			masters.add(masterBinlog);
		}

		expect(checkpoints.size).toBeGreaterThanOrEqual(4);
		expect(checkpoints.size).toBeLessThanOrEqual(5);
		expect(masters.size).toBe(120);
	});

	it('is synced half a minute after an upstream has become quiet', () => {
		const simulation = oneTask({}, {events: [{at: '20s', do: 'upstream-load', source: 'mysql-01', rows: 0}]});
		pass(simulation, 19);
		expect(syncOf(simulation).synced).toBe(false);
		pass(simulation, 35);
		const {synced, recentRps, secondsBehindMaster, syncerBinlog, masterBinlog} = syncOf(simulation);
		expect({synced, recentRps, secondsBehindMaster}).toStrictEqual({
			synced: true,
			recentRps: 0,
			secondsBehindMaster: 0,
		});
		expect(syncerBinlog).toBe(masterBinlog);
	});

	it('catches up when it is behind, and says how far', () => {
		const simulation = oneTask({behind: '1h', headroom: 4});
		pass(simulation, 10);
		const first = Number(syncOf(simulation).secondsBehindMaster);
		expect(first).toBeGreaterThan(3000);
		pass(simulation, 600);
		const second = Number(syncOf(simulation).secondsBehindMaster);
		expect(second).toBeLessThan(first - 600);
		pass(simulation, 1200);
		expect(syncOf(simulation).secondsBehindMaster).toBe(0);
	});

	it('goes to the next binlog file when one is full', () => {
		const simulation = oneTask({}, {}, {rows: 2000, 'file-size': '5MB', file: 7});
		const files = new Set<string>();
		for (let turn = 0; turn < 20; turn++) {
			pass(simulation, 5);
			files.add(/\.(?<file>\d+),/v.exec(syncOf(simulation).masterBinlog)?.groups?.['file'] ?? '');
		}

		expect([...files]).toStrictEqual([...files].toSorted());
		expect(files.size).toBeGreaterThan(2);
	});

	it('has a MariaDB GTID set where the upstream is one', () => {
		const simulation = oneTask({}, {}, {flavor: 'mariadb'});
		expect(syncOf(simulation).masterBinlogGtid).toMatch(/^1-1-\d+$/v);
	});

	it('says nothing of an upstream that is away but an empty master position, and a new file afterwards', () => {
		const simulation = oneTask(
			{},
			{events: [{at: '5s', do: 'upstream-down', source: 'mysql-01', for: '5m'}]},
		);
		pass(simulation, 4);
		const before = syncOf(simulation).masterBinlog;
		pass(simulation, 100);
		expect(statusOf(simulation)).toBe('Running');
		const {masterBinlog, masterBinlogGtid, secondsBehindMaster, synced} = syncOf(simulation);
		expect({masterBinlog, masterBinlogGtid, secondsBehindMaster, synced}).toStrictEqual({
			masterBinlog: '',
			masterBinlogGtid: '',
			secondsBehindMaster: 0,
			synced: false,
		});
		pass(simulation, 260);
		expect(isUpTo(before, syncOf(simulation).masterBinlog)).toBe(true);
		expect(syncOf(simulation).masterBinlog.slice(0, 17)).not.toBe(before.slice(0, 17));
	});
});

describe('auto-resume', () => {
	it('tries again by itself after an error that may pass, waiting longer each time', () => {
		const simulation = oneTask(
			{},
			{events: [{at: '5s', do: 'error', task: 'orders', error: 'connection-lost', for: '10m'}]},
		);
		const tries: number[] = [];
		for (let second = 1; second <= 700; second++) {
			pass(simulation, 1);
			if (subtaskOf(simulation).stage === 'Resuming') {
				tries.push(second);
			}
		}

		const waits = tries.slice(1).map((second, index) => second - tries[index]!);
		expect(waits).toStrictEqual([5, 5, 10, 20, 35, 65, 130, 260]);
		pass(simulation, 300);
		expect(statusOf(simulation)).toBe('Running');
	});

	it.each(['duplicate-entry', 'column-count', 'unsupported-ddl'])('leaves %s to a person', error => {
		const simulation = oneTask({}, {events: [{at: '5s', do: 'error', task: 'orders', error}]});
		for (let second = 1; second <= 400; second++) {
			pass(simulation, 1);
			expect(subtaskOf(simulation).stage).not.toBe('Resuming');
		}

		expect(statusOf(simulation)).toBe('Error');
	});
});

describe('relay', () => {
	const withRelay = (events: ReadonlyArray<Record<string, unknown>>) => oneTask({}, {events}, {relay: true});

	it('stands where the upstream stands, and the syncer reads it', () => {
		const simulation = withRelay([]);
		pass(simulation, 30);
		const {relay, sync} = subtaskOf(simulation);
		expect(relay).toMatchObject({
			stage: 'Running',
			relayCatchUpMaster: true,
			relayBinlog: relay?.masterBinlog,
		});
		expect(sync?.binlogType).toBe('local');
		expect(relay?.relaySubDir).toMatch(/^[\d\-a-f]{36}\.000001$/v);
	});

	it('makes the task an error only a minute after its upstream has gone', () => {
		const simulation = withRelay([{at: '10s', do: 'upstream-down', source: 'mysql-01', for: '20m'}]);
		pass(simulation, 60);
		expect(statusOf(simulation)).toBe('Running');
		expect(subtaskOf(simulation).relay).toMatchObject({relayCatchUpMaster: false, masterBinlog: ''});
		pass(simulation, 15);
		expect(look(simulation).tasks[0]?.statusText).toBe(
			'Error - Relay status is Error. Please run `query-status orders` to get more details.',
		);
		expect(subtaskOf(simulation)).toMatchObject({
			stage: 'Running',
			relay: {result: {errors: [{code: 10_001}]}},
		});
	});
});

describe('sharding DDL', () => {
	const shards = (mode: string, event: Record<string, unknown>) =>
		cluster({
			sources: [{name: 'a'}, {name: 'b'}, {name: 'c'}],
			tasks: [
				{
					name: 'orders',
					sources: ['a', 'b', 'c'],
					mode: 'incremental',
					'shard-mode': mode,
					target: 'shop.orders',
				},
			],
			events: [{at: '5s', task: 'orders', sql: 'ALTER TABLE `shop`.`orders` ADD COLUMN `c` INT', ...event}],
		});

	it('blocks who has reached it until the last one has, in DM’s own words', () => {
		const simulation = shards('pessimistic', {do: 'shard-ddl', arrives: ['0s', '60s', '150s']});
		pass(simulation, 50);
		const held = syncOf(simulation, 'orders', 'a');
		expect(held).toMatchObject({
			blockingDDLs: ['ALTER TABLE `shop`.`orders` ADD COLUMN `c` INT'],
			secondsBehindMaster: 0,
			recentRps: 0,
			unresolvedGroups: [{target: '`shop`.`orders`', unsynced: []}],
		});
		expect(held.unresolvedGroups[0]?.synced).toHaveLength(3);
		expect(held.unresolvedGroups[0]?.firstLocation).toMatch(
			/^position: \(mysql-bin\.\d+, \d+\), gtid-set: /v,
		);
		expect(syncOf(simulation, 'orders', 'c')).toMatchObject({
			blockingDDLs: [],
			unresolvedGroups: [
				{
					target: '`shop`.`orders`',
					DDLs: [],
					firstLocation: '',
					synced: [],
					unsynced: ["this DM-worker doesn't receive any shard DDL of this group"],
				},
			],
		});
		expect(subtaskOf(simulation, 'orders', 'a').unresolvedDDLLockID).toBe('');
		pass(simulation, 80);
		expect(syncOf(simulation, 'orders', 'a').syncerBinlog).toBe(held.syncerBinlog);
		expect(syncOf(simulation, 'orders', 'b').blockingDDLs).toHaveLength(1);
		pass(simulation, 60);
		for (const source of ['a', 'b', 'c']) {
			expect(syncOf(simulation, 'orders', source)).toMatchObject({blockingDDLs: [], unresolvedGroups: []});
		}
	});

	it('names the lock only while its DDL is being executed', () => {
		const simulation = shards('pessimistic', {do: 'shard-ddl', arrives: ['0s']});
		const ids: string[] = [];
		for (let second = 0; second < 60; second++) {
			pass(simulation, 1);
			ids.push(subtaskOf(simulation, 'orders', 'a').unresolvedDDLLockID);
		}

		expect(new Set(ids)).toStrictEqual(new Set(['', 'orders-`shop`.`orders`']));
		expect(ids.filter(Boolean).length).toBeLessThanOrEqual(7);
	});

	it('tells a conflict in optimistic mode on the source that has it, and blocks no other', () => {
		const simulation = shards('optimistic', {do: 'shard-conflict', source: 'b', for: '2m'});
		pass(simulation, 60);
		expect(syncOf(simulation, 'orders', 'b')).toMatchObject({
			blockDDLOwner: 'b-`shop_02`.`orders_2`',
			conflictMsg: expect.stringContaining('there will be conflicts if DDLs ALTER TABLE') as string,
			recentRps: 0,
		});
		expect(syncOf(simulation, 'orders', 'a')).toMatchObject({blockDDLOwner: '', conflictMsg: ''});
		expect(syncOf(simulation, 'orders', 'a').recentRps).toBeGreaterThan(0);
		pass(simulation, 90);
		expect(syncOf(simulation, 'orders', 'b').conflictMsg).toBe('');
	});
});

describe('workers', () => {
	it('lets a free worker take over 20 s after one has died; it goes on from the checkpoint', () => {
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

	it('leaves the source unbound when nobody is free, and tells its tasks as DM does', () => {
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

it('elects nobody without a majority', () => {
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
