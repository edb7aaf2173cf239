import {describe, expect, it} from 'vitest';
import {LiveSimulation} from '../../../source/simulator/running/live.js';
import {cluster, oneTask, pass} from '../cluster.js';
import {fixture} from '../../servers/recorded-master.js';
import {HandClock, Served} from './served.js';

const two = (event: Record<string, unknown> = {}) =>
	cluster({
		workers: 2,
		sources: [{name: 'a'}, {name: 'b'}],
		tasks: [{name: 'orders', sources: ['a', 'b'], mode: 'incremental'}],
		events: [{at: '10s', do: 'worker-hangs', source: 'b', ...event}],
	});

const byHand = async (simulation: ReturnType<typeof two>) => {
	const clock = new HandClock();
	const served = await Served.serve(new LiveSimulation(simulation, clock));
	return {clock, served};
};

type Status = {
	readonly sources: ReadonlyArray<{
		readonly result: boolean;
		readonly msg: string;
		readonly sourceStatus: {readonly source: string};
		readonly subTaskStatus: ReadonlyArray<{readonly sync: Readonly<Record<string, string>>}>;
	}>;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

describe('a worker that hangs', () => {
	it('delays the whole answer by 30 s, and its tasks are not in it', async () => {
		const {clock, served} = await byHand(two({for: '5m'}));
		await using _ = served;
		clock.pass(15);
		const {status, json} = await served.get('/apis/v1alpha1/status/');
		expect(status).toBe(200);
		expect(sum(clock.waits)).toBe(30_000);
		const [a, b] = (json as Status).sources;
		expect(a).toMatchObject({result: true, msg: ''});
		expect(b).toMatchObject({
			result: false,
			msg: expect.stringContaining('code = DeadlineExceeded desc = context deadline exceeded') as string,
			subTaskStatus: [],
		});
	});

	it('does not delay requests for other sources', async () => {
		const {clock, served} = await byHand(two({for: '5m'}));
		await using _ = served;
		clock.pass(15);
		const {json} = await served.get('/apis/v1alpha1/status/?sources=a');
		expect((json as Status).sources).toHaveLength(1);
		expect(clock.waits).toStrictEqual([]);
	});

	it('is waited for no longer than it hangs', async () => {
		const {clock, served} = await byHand(two({for: '12s'}));
		await using _ = served;
		clock.pass(15);
		const {json} = await served.get('/apis/v1alpha1/status/');
		expect((json as Status).sources.map(({result}) => result)).toStrictEqual([true, true]);
		expect(sum(clock.waits)).toBeLessThan(9000);
	});

	it('delays OpenAPI again for each task', async () => {
		const simulation = cluster({
			workers: 1,
			sources: [{name: 'a'}],
			tasks: ['one', 'two'].map(name => ({name, sources: ['a'], mode: 'incremental'})),
			events: [{at: '1s', do: 'worker-hangs', source: 'a'}],
		});
		const {clock, served} = await byHand(simulation);
		await using _ = served;
		clock.pass(5);
		const {json} = await served.get('/api/v1/tasks?with_status=true');
		expect(sum(clock.waits)).toBe(60_000);
		expect(json).toMatchObject({
			data: [
				{
					status_list: [
						{error_msg: expect.stringContaining('DeadlineExceeded') as string, stage: '', unit: ''},
					],
				},
				{},
			],
		});
	});

	it('frees its client when the client goes away', async () => {
		const live = LiveSimulation.of({scenario: 'hung-worker', speed: 1});
		pass(live.simulation, 20);
		await using served = await Served.serve(live);
		const patience = AbortSignal.timeout(50);
		await expect(fetch(`http://${served.address}/apis/v1alpha1/status/`, {signal: patience})).rejects.toThrow(
			'aborted',
		);
		expect(await served.statusOf('GET', '/apis/v1alpha1/status/?sources=mysql-a')).toBe(200);
	});
});

describe('without a leader', () => {
	const leaderless = () => {
		const simulation = oneTask({}, {events: [{at: '1s', do: 'leader-dies'}]});
		pass(simulation, 2);
		return simulation;
	};

	it.each(['status/', 'members', 'tasks/orders?type=1'])(
		'v1alpha1 answers %s with 503, in the recorded words',
		async path => {
			await using served = await Served.start(leaderless());
			const {status, text} = await served.get(`/apis/v1alpha1/${path}`);
			expect(status).toBe(503);
			expect(text).toBe(
				fixture('dm-v7.5', 'http', 'failover-1.json').trim().replace('127.0.0.1', '10.0.1.11'),
			);
		},
	);

	it('no operation is done', async () => {
		await using served = await Served.start(leaderless());
		const {status, json} = await served.ask('PUT', '/apis/v1alpha1/tasks/orders', {op: 2});
		expect([status, json]).toMatchObject([503, {code: 14}]);
		pass(served.simulation, 60);
		expect(await served.getJson('/apis/v1alpha1/status/orders')).toMatchObject({
			sources: [{subTaskStatus: [{stage: 'Running'}]}],
		});
	});

	it('OpenAPI answers 502 without a body', async () => {
		await using served = await Served.start(leaderless());
		for (const path of ['tasks', 'cluster/masters', 'nothing']) {
			const {status, text} = await served.get(`/api/v1/${path}`);
			expect([status, text], path).toStrictEqual([502, '']);
		}
	});

	it('etcd and the version are available', async () => {
		await using served = await Served.start(leaderless());
		const health = await served.get('/health');
		expect([health.status, health.text]).toStrictEqual([
			503,
			'{"health":"false","reason":"RAFT NO LEADER"}\n',
		]);
		expect(await served.statusOf('GET', '/status')).toBe(200);
	});
});

describe('other clients', () => {
	/** The rates that a client gets when it asks at these seconds. */
	const rates = async (seconds: readonly number[]) => {
		const {clock, served} = await byHand(oneTask({}, {}, {rows: 300}));
		await using _ = served;
		clock.pass(120);
		const told: Array<readonly [recent: number, total: number, rows: number]> = [];
		let last = 0;
		for (const second of seconds) {
			clock.pass(second - last);
			last = second;
			const {json} = await served.get('/apis/v1alpha1/status/');
			const sync = (json as Status).sources[0]?.subTaskStatus[0]?.sync;
			told.push([Number(sync?.['recentRps']), Number(sync?.['totalRps']), Number(sync?.['totalRows'])]);
		}

		return told;
	};

	it('get what the previous request has left behind', async () => {
		const told = await rates([0, 4, 8]);
		const rowsOf = (index: number): number => told[index]?.[2] ?? 0;
		expect(told[2]?.[0]).toBe(Math.floor((rowsOf(1) - rowsOf(0)) / 4));
	});

	it('get 0 if they ask within the same second', async () => {
		const told = await rates([0, 3, 3, 3, 6, 6]);
		expect(told.map(([recent]) => recent > 0)).toStrictEqual([true, true, true, false, false, true]);
		expect(told.map(([, total]) => total > 0)).toStrictEqual([true, true, true, false, false, true]);
	});

	it('do not change what is replicated', async () => {
		const alone = await rates([30]);
		const watched = await rates([0, 0, 1, 2, 2, 10, 30]);
		expect(watched.at(-1)?.[2]).toBe(alone[0]?.[2]);
	});
});

describe('the paths of etcd', () => {
	it('give health and versions', async () => {
		await using served = await Served.start(oneTask());
		const health = await served.get('/health');
		expect([health.status, health.text]).toStrictEqual([200, '{"health":"true","reason":""}']);
		expect(await served.getJson('/version')).toStrictEqual({
			etcdserver: '3.5.12',
			etcdcluster: '3.5.0',
		});
		const {text, headers} = await served.get('/status');
		expect(text.split('\n', 1)[0]).toBe('Release Version: v7.5.5');
		expect(headers.get('content-type')).toBe('text/plain');
		expect(await served.statusOf('POST', '/health')).toBe(405);
	});

	it('say which member answers, by which a client finds the leader', async () => {
		await using served = await Served.start(oneTask());
		const {json} = await served.ask('POST', '/v3/maintenance/status', {});
		const id = served.simulation.masters[0]?.memberId;
		expect(json).toMatchObject({header: {member_id: id}, leader: id});
	});
});
