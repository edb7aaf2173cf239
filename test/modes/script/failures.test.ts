/**
 * What a script tells when an operation does not simply work: each failure, over HTTP and gRPC against a served simulation, or in
 * the simulator where time has to go faster.
 */
import {describe, expect, it} from 'vitest';
import {LiveSimulation} from '../../../source/simulator/running/live.js';
import {watchSimulation} from '../../../source/simulator/simulator.js';
import {quickProvider} from '../../providers/dm-master/quick.js';
import {startGate} from '../../servers/gate.js';
import {cluster, pass} from '../../simulator/cluster.js';
import {SteadyClock} from '../../simulator/steady-clock.js';
import {outcomes, serve, served, twoSources} from './clusters.js';
import {type Ran, type RunOptions, run} from './running.js';

/** The command in the simulator itself, `after` seconds of it, in which time goes faster but skips nothing. */
const simulated = async (
	scenario: Record<string, unknown>,
	line: string,
	{after = 2, ...options}: RunOptions & {readonly after?: number} = {},
): Promise<Ran> => {
	const simulation = cluster(scenario);
	pass(simulation, after);
	using clock = new SteadyClock();
	const provider = watchSimulation(new LiveSimulation(simulation, clock));
	return await run(provider, line.split(' '), {json: true, ...options});
};

const audited = ({audit}: Ran) => audit.map(({outcome}) => outcome);

const badDdl = {
	at: '0s',
	do: 'error',
	task: 'orders',
	source: 'mysql-02',
	error: 'bad-ddl',
	sql: 'ALTER TABLE shop.orders ADD COLUMN spot POINT',
};

describe.concurrent('an operation from a script', () => {
	it('has failed again where the source that was stopped did, with what to do there: one that ran before does not count', async () => {
		const ran = await served(twoSources([badDdl]), 'resume orders', {json: true});
		expect([ran.code, audited(ran).at(-1)]).toEqual([1, 'failed-again']);
		expect(outcomes(ran)).toMatchObject([
			{
				outcome: 'failed-again',
				text: expect.stringMatching(
					/^resume of orders failed again: mysql-02: paused: .+ \(36067\)$/v,
				) as string,
				sources: [
					{source: 'mysql-01', outcome: 'reached', state: 'Running'},
					{
						source: 'mysql-02',
						outcome: 'failed',
						state: 'Paused by error 36067',
						reason: {
							code: 36_067,
							fix: expect.arrayContaining([
								expect.stringContaining('binlog skip orders -s mysql-02'),
							]) as string[],
						},
					},
				],
			},
		]);
	});

	it('reports a failure once, with what to do for this task and source', async () => {
		const {output} = await served(twoSources([badDdl]), 'resume orders');
		const lines = output.split('\n');
		expect(lines.filter(line => line.startsWith('    do: If the downstream does not need it'))).toEqual([
			'    do: If the downstream does not need it (a lossless type change, an index, a comment): skip it (binlog skip orders -s mysql-02).',
		]);
		expect(lines.filter(line => line === '  mysql-02:')).toHaveLength(1);
		expect(output).not.toContain('do not: Do not');
	});

	it('that DM refuses over gRPC ends at once, with its complete message', async () => {
		const ran = await served(twoSources(), 'validation stop orders', {json: true});
		expect([ran.code, audited(ran)]).toEqual([1, ['sent', 'refused']]);
		expect(outcomes(ran)).toMatchObject([
			{
				operation: 'validation-stop',
				outcome: 'refused',
				way: 'gRPC',
				message: 'some target validator(orders with source mysql-02) is not enabled',
				text: 'stop validation of orders refused: This is not possible in the current stage: some target validator(orders with source mysql-02) is not enabled',
			},
		]);
	});

	it('that the status does not show is accepted, and mentions only sources that it asked', async () => {
		const accepted = await served(twoSources(), 'validation start orders', {json: true});
		expect(outcomes(accepted)).toMatchObject([
			{
				outcome: 'accepted',
				sources: [
					{source: 'mysql-01', outcome: 'accepted', state: ''},
					{source: 'mysql-02', outcome: 'accepted', state: ''},
				],
			},
		]);
		const cancelled = await served(twoSources(), 'cancel-evict', {json: true});
		expect(outcomes(cancelled)).toMatchObject([
			{operation: 'cancel-evict-leader', outcome: 'accepted', sources: []},
		]);
	});
});

describe.concurrent('a worker that hangs', () => {
	const hung = twoSources([{at: '1s', do: 'worker-hangs', source: 'mysql-02', for: '1h'}]);

	it('from the start: it is not known whether the task exists, and nothing is sent', async () => {
		const ran = await simulated(hung, 'resume alone');
		expect([ran.code, ran.audit]).toEqual([3, []]);
		expect(outcomes(ran)).toMatchObject([
			{
				operation: 'resume',
				task: 'alone',
				outcome: 'not-sent',
				text: expect.stringMatching(
					/^It is not known whether there is a task alone: mysql-02 does not answer/v,
				) as string,
			},
		]);
	});

	it('leaves a pause unknown for a task that it may have too; the other source is reported', async () => {
		const ran = await simulated(hung, 'pause orders');
		expect([ran.code, ran.errors, audited(ran)]).toEqual([3, '', ['sent', 'unknown', 'timed-out']]);
		expect(outcomes(ran)).toMatchObject([
			{
				operation: 'pause',
				task: 'orders',
				outcome: 'timed-out',
				text: expect.stringMatching(
					/^pause of orders not confirmed within 2m; the status shows Paused; no status of mysql-02 came since/v,
				) as string,
				sources: [
					{source: 'mysql-01', outcome: 'reached', state: 'Paused'},
					{source: 'mysql-02', outcome: 'waiting', state: ''},
				],
			},
		]);
	});
});

describe.concurrent('a source without a worker', () => {
	it('has a pause stored: exit code 3 with --wait, 0 without', async () => {
		const lost = {
			...twoSources([{at: '1s', do: 'worker-dies', source: 'mysql-02', for: '1h'}]),
			workers: 2,
		};
		const ran = await simulated(lost, 'pause alone', {after: 90});
		expect([ran.code, audited(ran).at(-1)]).toEqual([3, 'stored']);
		expect(outcomes(ran)).toMatchObject([
			{outcome: 'stored', sources: [{source: 'mysql-02', outcome: 'stored'}]},
		]);
		expect(await simulated(lost, 'pause alone', {after: 90, wait: false})).toMatchObject({code: 0});
	});
});

describe.concurrent('a master that is lost between request and answer', () => {
	it('leaves a transfer over gRPC unknown until the status shows it; nothing is sent twice', async context => {
		await using server = await serve(twoSources());
		await using gate = await startGate(
			Number(server.address.split(':', 2)[1]),
			(_firstBytes, socket, letThrough) => {
				letThrough();
				socket.on('data', bytes => {
					if (String(bytes).includes('worker-3')) {
						// The request is through; its answer, after the transfer, is not.
						socket.destroy();
					}
				});
			},
		);
		const ran = await run(quickProvider(gate.address), ['transfer', 'mysql-01', 'worker-3'], {json: true});
		expect(audited(ran)).toEqual(['sent', 'unknown', 'done']);
		expect(ran.code).toBe(0);
		expect(outcomes(ran)).toMatchObject([
			{operation: 'transfer-source', outcome: 'done', way: 'gRPC', text: 'mysql-01 served by worker-3'},
		]);
		// The server notes a call when it is over: the status may have told before.
		await context.expect
			.poll(() => server.log.filter(line => line === 'gRPC TransferSource'))
			.toHaveLength(1);
	});
});

describe.concurrent('data that cannot be read', () => {
	it('is reported as JSON too, with exit code 1 if DM refuses and 2 if nobody answers', async () => {
		const no = await served(twoSources(), 'config nosuch', {json: true});
		expect([no.code, no.errors, JSON.parse(no.output)]).toEqual([
			1,
			'dm-top: task nosuch: task not found.\n',
			{task: 'nosuch', error: 'task not found.'},
		]);
		const server = await serve(twoSources());
		await server[Symbol.asyncDispose]();
		const lost = await run(quickProvider(server.address), ['config', 'source', 'mysql-01'], {json: true});
		expect([lost.code, JSON.parse(lost.output)]).toEqual([
			2,
			{source: 'mysql-01', error: expect.stringContaining('refused') as string},
		]);
	});

	it('is a validation that was never started: what starts it is said instead of the errors of all sources', async () => {
		const none = await served(twoSources(), 'validation orders', {json: true});
		expect([none.code, none.errors, JSON.parse(none.output)]).toEqual([
			1,
			'dm-top: orders is not validated. dm-top validation start orders starts it.\n',
			{
				task: 'orders',
				error: 'orders is not validated. dm-top validation start orders starts it.',
			},
		]);
	});

	it('is a file without a task, in JSON too', async () => {
		const ran = await served(twoSources(), 'start /no/such.yaml', {json: true});
		expect(ran.code).toBe(1);
		expect(outcomes(ran)).toMatchObject([
			{
				operation: 'start',
				outcome: 'not-sent',
				message: expect.stringContaining('there is no such file or folder') as string,
			},
		]);
	});
});
