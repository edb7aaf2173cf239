import {describe, expect, it} from 'vitest';
import {look, oneTask, pass, statusOf, subtaskOf} from '../cluster.js';

describe('auto-resume', () => {
	it('retries by itself after a temporary error, waiting longer each time', () => {
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

	it.each(['duplicate-entry', 'column-count', 'unsupported-ddl'])('does not retry %s', error => {
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

	it('follows the upstream, and the syncer reads it', () => {
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

	it('turns the task into an error only a minute after its upstream has gone', () => {
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
