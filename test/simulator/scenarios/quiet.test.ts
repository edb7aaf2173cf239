/** Problems that no stage and no error tell of: what of the status still does. */
import {describe, expect, it} from 'vitest';
import {renderStatus, statusDelay} from '../../../source/simulator/answers/status.js';
import {createSimulation} from '../../../source/simulator/running/simulation.js';
import type {Simulation} from '../../../source/simulator/model/model.js';
import {loadScenario} from '../../../source/simulator/scenario/load.js';
import {cluster, look, oneTask, pass, statusOf, subtaskOf, syncOf} from '../cluster.js';

const scenario = (name: string): Simulation => createSimulation({scenario: loadScenario(name)});

it('a stuck syncer keeps running, and its upstream moves away from it', () => {
	const simulation = scenario('stuck');
	const seen = () => {
		const {totalRows, syncerBinlog, masterBinlog, recentRps} = syncOf(simulation, 'grain', 'mysql-mill-01');
		return {totalRows, syncerBinlog, masterBinlog, recentRps};
	};

	const before = seen();
	pass(simulation, 120);
	expect(seen()).toStrictEqual({...before, recentRps: 0, masterBinlog: expect.any(String) as string});
	expect(seen().masterBinlog).not.toBe(before.masterBinlog);
	expect(subtaskOf(simulation, 'grain', 'mysql-mill-01').stage).toBe('Running');
	expect(syncOf(simulation, 'grain', 'mysql-mill-02').totalRows).not.toBe(before.totalRows);
	const dumped = subtaskOf(simulation, 'ledgers').dump?.finishedBytes;
	pass(simulation, 60);
	expect(subtaskOf(simulation, 'ledgers').dump).toMatchObject({finishedBytes: dumped, bps: 0});
	pass(simulation, 600);
	expect(seen().totalRows).not.toBe(before.totalRows);
});

it('a stuck load has 0 bytes a second, and continues later', () => {
	const simulation = scenario('load-stalls');
	const before = subtaskOf(simulation, 'crates').load;
	expect(before?.bps).toBe(0);
	pass(simulation, 60);
	expect(subtaskOf(simulation, 'crates')).toMatchObject({stage: 'Running', load: before});
	pass(simulation, 900);
	expect(subtaskOf(simulation, 'crates').load?.finishedBytes).not.toBe(before?.finishedBytes);
});

describe('an upstream', () => {
	it('that has frozen delays its source’s status by 30 s, like a worker that hangs', () => {
		const simulation = scenario('stuck-upstream');
		pass(simulation, 20);
		expect(statusDelay(simulation)).toBe(30_000);
		expect(statusDelay(simulation, {sources: ['mysql-ice-02']})).toBeLessThan(100);
		expect(renderStatus(simulation, {sources: ['mysql-ice-01']}).sources).toMatchObject([
			{result: false, msg: expect.stringContaining('code = DeadlineExceeded') as string, subTaskStatus: []},
		]);
		pass(simulation, 180);
		expect(subtaskOf(simulation, 'glaciers', 'mysql-ice-01').stage).toBe('Running');
	});

	it('that refuses connections stops its tasks at once, and DM retries until it is back', () => {
		const simulation = oneTask(
			{},
			{events: [{at: '5s', do: 'upstream-refuses', source: 'mysql-01', for: '40s'}]},
		);
		pass(simulation, 5);
		expect(subtaskOf(simulation)).toMatchObject({
			stage: 'Paused',
			result: {
				errors: [
					{code: 10_001, scope: 'upstream', rawCause: 'dial tcp 10.0.9.11:3306: connect: connection refused'},
				],
			},
			sync: {masterBinlog: '', masterBinlogGtid: ''},
		});
		const stages = new Set<string>();
		for (let second = 0; second < 35; second++) {
			pass(simulation, 1);
			stages.add(subtaskOf(simulation).stage);
		}

		expect(stages).toStrictEqual(new Set(['Paused', 'Resuming']));
		pass(simulation, 120);
		expect(subtaskOf(simulation).stage).toBe('Running');
		expect(syncOf(simulation).masterBinlog).not.toBe('');
	});

	it('that was restored ends before the checkpoint, and passes it again in time', () => {
		const simulation = cluster({
			sources: [{name: 'a', rows: 300}],
			tasks: [{name: 'orders', sources: ['a'], mode: 'incremental'}],
			events: [{at: '60s', do: 'upstream-restored', source: 'a', back: '2m'}],
		});
		pass(simulation, 59);
		const last = (gtid: string): number => Number(gtid.split('-').at(-1));
		const before = syncOf(simulation);
		expect(last(before.syncerBinlogGtid)).toBeLessThanOrEqual(last(before.masterBinlogGtid));
		pass(simulation, 31);
		const after = syncOf(simulation);
		expect(last(after.syncerBinlogGtid)).toBeGreaterThan(last(after.masterBinlogGtid));
		expect(after).toMatchObject({recentRps: 0, secondsBehindMaster: 0});
		pass(simulation, 240);
		expect(last(syncOf(simulation).syncerBinlogGtid)).toBeGreaterThan(last(before.masterBinlogGtid));
	});
});

it('transactions that were skipped are missing from the syncer’s GTID set, and from no other', () => {
	const simulation = oneTask({}, {events: [{at: '5s', do: 'gtid-gap', task: 'orders', rows: 7}]});
	pass(simulation, 65);
	const {syncerBinlogGtid, masterBinlogGtid} = syncOf(simulation);
	const {to, from, server} =
		/^(?<server>[\-0-9a-f]{36}):1-(?<to>\d+):(?<from>\d+)-\d+$/v.exec(syncerBinlogGtid)?.groups ?? {};
	expect(Number(from) - Number(to) - 1).toBe(7);
	expect(masterBinlogGtid).toMatch(/^[\-0-9a-f]{36}:1-\d+$/v);
	expect(masterBinlogGtid.startsWith(`${server}:`)).toBe(true);
});

it('a pause may leave an error that is harmless', () => {
	const simulation = scenario('paused-by-hand-closed');
	expect(subtaskOf(simulation, 'rooms').result).toMatchObject({
		isCanceled: true,
		errors: [{code: 10_006, rawCause: 'sql: connection is already closed'}],
	});
	expect(subtaskOf(simulation, 'guests').result).toMatchObject({isCanceled: true, errors: []});
	pass(simulation, 600);
	expect(subtaskOf(simulation, 'rooms').stage).toBe('Paused');
});

it('a downstream that is too slow lets the lag grow, and then fall', () => {
	const simulation = scenario('lag-growing');
	const lag = (): number => Number(syncOf(simulation, 'readings').secondsBehindMaster);
	const lags = Array.from({length: 5}, () => {
		pass(simulation, 90);
		return lag();
	});
	expect(lags.toSorted((left, right) => left - right)).toStrictEqual(lags);
	expect(lags[4]! - lags[0]!).toBeGreaterThan(60);
	pass(simulation, 3600);
	expect(lag()).toBeLessThan(lags[4]!);
});

it('rows that differ are reported only by the validator: its task runs', () => {
	const simulation = scenario('validation-differs');
	const validationOf = (task: string, source?: string) => subtaskOf(simulation, task, source).validation;
	expect(['accounts', 'transfers', 'cards'].map(task => statusOf(simulation, task))).toStrictEqual([
		'Running',
		'Running',
		'Running',
	]);
	expect(validationOf('accounts', 'mysql-bank-01')?.errorRowsStatus).toBe('new/ignored/resolved: 17/0/0');
	expect(validationOf('transfers')?.errorRowsStatus).toBe('new/ignored/resolved: 0/0/0');
	pass(simulation, 31);
	expect(validationOf('transfers')?.errorRowsStatus).toBe('new/ignored/resolved: 2/0/0');
	expect(validationOf('cards')).toMatchObject({
		stage: 'Stopped',
		result: {isCanceled: false, errors: [{code: 43_008}]},
		processedRowsStatus: 'insert/update/delete: 0/0/0',
	});
	expect(validationOf('branches')).toBeUndefined();
});

it('one DDL that TiDB cannot parse stops every replicating task of its source, and no other', () => {
	const simulation = cluster({
		sources: [{name: 'a'}, {name: 'b'}],
		tasks: [
			{name: 'one', sources: ['a', 'b'], mode: 'incremental'},
			{name: 'two', sources: ['a'], mode: 'incremental'},
			{name: 'load', sources: ['a'], mode: 'full', unit: 'Load', size: '90GB'},
		],
		events: [{at: '2s', do: 'error', source: 'a', error: 'bad-ddl'}],
	});
	pass(simulation, 10);
	expect(
		look(simulation).tasks.flatMap(({name, sources}) =>
			sources.map(({source, stage}) => `${name} ${source} ${stage}`),
		),
	).toStrictEqual(['load a Running', 'one a Paused', 'one b Running', 'two a Paused']);
});
