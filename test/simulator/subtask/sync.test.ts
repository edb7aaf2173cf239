import {describe, expect, it} from 'vitest';
import {isUpTo, oneTask, pass, statusOf, syncOf} from '../cluster.js';

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

	it('catches up when it is behind, and reports how far', () => {
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

	it('has a MariaDB GTID set if the upstream is MariaDB', () => {
		const simulation = oneTask({}, {}, {flavor: 'mariadb'});
		expect(syncOf(simulation).masterBinlogGtid).toMatch(/^1-1-\d+$/v);
	});

	it('reports only an empty master position for an upstream that is away, and a new file afterwards', () => {
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
