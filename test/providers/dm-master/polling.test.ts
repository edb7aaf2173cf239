import {setTimeout as pause} from 'node:timers/promises';
import {expect, it} from 'vitest';
import type {PollingPace} from '../../../source/providers/dm-master/polling/pace.js';
import type {Observation, Provider, StatusObservation} from '../../../source/providers/provider.js';
import {Observing} from '../../servers/observing.js';
import {answerAfter, answerWith, hang, RecordedMaster} from '../../servers/recorded-master.js';
import {tasksOf} from '../../dm/tasks-of.js';
import {isSilence, isSilenceOf, isStatus, isStatusOf, isWhole, quickProvider} from './quick.js';

const watching = (master: RecordedMaster, pace: Partial<PollingPace> = {}): Provider =>
	quickProvider(master.address, pace);

it('gives the whole picture with the first answer, the leader, and the version', async () => {
	await using master = await RecordedMaster.start();
	// On a busy machine too the answer for all is the first.
	await using observing = new Observing(watching(master, {patience: 3_600_000}));
	const {status, took} = await observing.until(isWhole);
	expect(status.sources.map(({source}) => source)).toStrictEqual([
		'mysql-replica-01',
		'mysql-replica-02',
		'mysql-replica-03',
	]);
	expect(
		tasksOf(status)
			.map(({name}) => name)
			.toSorted(),
	).toStrictEqual(['bigload', 'broken', 'orders', 'shard']);
	expect(took).toBeGreaterThan(0);
	await observing.until(isStatusOf('mysql-replica-01'));
	const cluster = Object.assign({}, ...observing.seen.filter(({kind}) => kind === 'cluster')) as Observation;
	expect(cluster).toMatchObject({
		endpoint: master.address,
		version: 'v7.5.5',
		leader: 'm1',
		leaderAddress: '127.0.0.1:8261',
		masters: [
			{name: 'm1', alive: true, addresses: ['127.0.0.1:8261']},
			{name: 'm2', alive: true, addresses: ['127.0.0.1:8262']},
			{name: 'm3', alive: true, addresses: ['127.0.0.1:8263']},
		],
	});
	expect(cluster).toHaveProperty('workers.3', {
		name: 'w4',
		address: '127.0.0.1:8274',
		stage: 'free',
		source: '',
	});
	expect(master.count('version')).toBe(1);
});

it('asks each bound source individually from then on, with its name encoded', async () => {
	await using master = await RecordedMaster.start();
	const strange = 'mysql & söhne/1:2';
	const rename = (text: string): string => text.split('mysql-replica-01').join(strange);
	master.members = rename(master.members);
	master.status = JSON.parse(rename(JSON.stringify(master.status))) as RecordedMaster['status'];
	await using observing = new Observing(watching(master));
	const {status} = await observing.until(isStatusOf(strange));
	expect(status.sources.map(({source}) => source)).toStrictEqual([strange]);
	await observing.until(isStatusOf('mysql-replica-02'));
	expect(master.count('status', '')).toBe(1);
	expect(master.calls.find(({source}) => source === strange)?.path).toBe(
		'/apis/v1alpha1/status/?sources=mysql%20%26%20s%C3%B6hne%2F1%3A2',
	);
});

it('a source that hangs affects only its own freshness', async () => {
	await using master = await RecordedMaster.start();
	master.mischief.set('mysql-replica-02', hang).set('status', hang);
	await using observing = new Observing(watching(master, {deadline: 500, patience: 50}));
	await observing.until(isStatusOf('mysql-replica-01'));
	await observing.until(isStatusOf('mysql-replica-03'));
	const silence = await observing.until(isSilenceOf('mysql-replica-02'));
	expect(silence).toMatchObject({
		problem: {
			what: 'mysql-replica-02 did not answer within 500 ms',
			fix: expect.stringContaining('dm-worker w1') as string,
		},
	});
	// The others are asked again meanwhile.
	await observing.until(isStatusOf('mysql-replica-01'));
	await observing.until(isStatusOf('mysql-replica-03'));
	expect(observing.seen.filter(seen => isSilence(seen))).toStrictEqual([]);

	master.mischief.clear();
	await observing.until(isStatusOf('mysql-replica-02'));
});

it('does not ask a source again while its answer is on the way', async () => {
	await using master = await RecordedMaster.start();
	master.mischief.set('mysql-replica-01', answerAfter(200)).set('mysql-replica-02', hang);
	await using observing = new Observing(watching(master, {deadline: 500}), {interval: 20});
	await observing.until(isSilenceOf('mysql-replica-02'));
	await observing.until(isSilenceOf('mysql-replica-02'));
	await observing.until(isStatusOf('mysql-replica-01'));
	expect(master.count('status', 'mysql-replica-02')).toBeGreaterThan(1);
	expect(master.mostAtOnce).toBe(1);
});

it('keeps within its budget with 50 sources, and still asks every one', async () => {
	await using master = await RecordedMaster.start();
	master.grow(50);
	const began = performance.now();
	await using observing = new Observing(watching(master, {budget: 40, burst: 20, patience: 20}), {
		interval: 20,
	});
	const seen = new Set<string>();
	while (seen.size < 50) {
		const {asked} = await observing.until(
			(observation): observation is StatusObservation =>
				isStatus(observation) && observation.asked?.length === 1,
		);
		seen.add(asked?.[0] ?? '');
	}

	const seconds = (performance.now() - began) / 1000;
	expect(master.count('status')).toBeLessThanOrEqual(20 + 40 * seconds + 1);
});

it('asks the sources on screen first when the budget is short', async () => {
	await using master = await RecordedMaster.start();
	master.grow(50);
	const provider = watching(master, {budget: 20, burst: 1, patience: 20});
	provider.focus?.(['mysql-040', 'mysql-041']);
	await using observing = new Observing(provider, {interval: 20});
	await observing.until(isStatusOf('mysql-040'));
	await observing.until(isStatusOf('mysql-041'));
	const asked = master.calls
		.filter(({kind, source}) => kind === 'status' && source !== '')
		.map(({source}) => source);
	expect(asked.slice(0, 2).toSorted()).toStrictEqual(['mysql-040', 'mysql-041']);
});

it('never asks a source more often than the minimum, whatever interval is set', async () => {
	await using master = await RecordedMaster.start();
	const began = performance.now();
	const provider = watching(master, {minimumInterval: 200});
	await using observing = new Observing(provider, {interval: 1});
	for (let round = 0; round < 3; round++) {
		provider.refresh?.();
		await observing.until(isStatusOf('mysql-replica-01'));
	}

	const most = 1 + (performance.now() - began) / 200;
	expect(master.count('status', 'mysql-replica-01')).toBeLessThanOrEqual(most);
});

it('refreshes at once when the user wants it, without waiting for the interval', async () => {
	await using master = await RecordedMaster.start();
	const provider = watching(master);
	await using observing = new Observing(provider, {interval: 3_600_000});
	await observing.until(isWhole);
	provider.refresh?.();
	await observing.until(isStatusOf('mysql-replica-01'));
});

it('finds the sources that no worker has taken', async () => {
	await using master = await RecordedMaster.start({scenario: 'sources-unbound'});
	await using observing = new Observing(watching(master, {fullEveryUnbound: 150}));
	const {status} = await observing.until(isWhole);
	expect(status.sources.map(({worker}) => worker)).toStrictEqual([
		'source not bound',
		'source not bound',
		'w3',
	]);
	await observing.until(isStatusOf('mysql-replica-03'));
	// Again, since nothing else tells when they change.
	await observing.until(isWhole);
	expect(master.count('status', 'mysql-replica-01')).toBe(0);
});

it('reports only the unbound sources when the answer for all comes late', async () => {
	await using master = await RecordedMaster.start({scenario: 'sources-unbound'});
	master.mischief.set('status', answerAfter(300));
	await using observing = new Observing(watching(master, {patience: 50}));
	await observing.until(isStatusOf('mysql-replica-03'));
	const late = await observing.until(
		(observation): observation is StatusObservation =>
			isStatus(observation) && observation.asked?.length === 2,
	);
	expect(late.asked).toStrictEqual(['mysql-replica-01', 'mysql-replica-02']);
	expect(late.status.sources.map(({source}) => source)).toStrictEqual(late.asked);
	expect(
		tasksOf(late.status)
			.map(({name}) => name)
			.toSorted(),
	).toStrictEqual(['broken', 'orders', 'shard']);
});

it('takes from a late answer for all what has not come from the sources themselves', async () => {
	await using master = await RecordedMaster.start();
	master.grow(50);
	const {promise: isLate, resolve: answer} = Promise.withResolvers<void>();
	master.mischief.set('status', (_request, _response, play) => {
		void isLate.then(play);
	});
	await using observing = new Observing(watching(master, {patience: 20, burst: 1, budget: 0.01}));
	const {asked: alone} = await observing.until(isStatus);
	expect(alone).toHaveLength(1);
	answer();
	const late = await observing.until(isStatus);
	expect(late.asked).toHaveLength(49);
	expect(late.asked).not.toContain(alone![0]);
	expect(late.status.sources.map(({source}) => source)).toStrictEqual(late.asked);
});

it('does not treat the tasks of workers that could not be asked as gone', async () => {
	await using master = await RecordedMaster.start({scenario: 'workers-down'});
	await using observing = new Observing(watching(master));
	const {asked, status} = await observing.until(isStatus);
	expect(asked).toStrictEqual(['mysql-replica-01', 'mysql-replica-02', 'mysql-replica-03']);
	expect(status.sources[0]?.msg).toContain('connection refused');
});

it('asks for all at once when a source has lost its worker', async () => {
	await using master = await RecordedMaster.start();
	await using observing = new Observing(watching(master));
	await observing.until(isWhole);
	await observing.until(isStatusOf('mysql-replica-01'));
	expect(master.count('status', '')).toBe(1);
	const unbound = await RecordedMaster.start({scenario: 'sources-unbound'});
	master.status = unbound.status;
	master.members = unbound.members;
	await unbound.stop();
	const {status} = await observing.until(isWhole);
	expect(status.sources[0]?.worker).toBe('source not bound');
});

it('reports what the master says about a source it does not know (any more)', async () => {
	await using master = await RecordedMaster.start();
	master.status = {...master.status, sources: master.status.sources.slice(1)};
	await using observing = new Observing(watching(master));
	const silence = await observing.until(isSilenceOf('mysql-replica-01'));
	expect(silence).toHaveProperty(
		'problem.what',
		`mysql-replica-01: ${master.address} says: sources [mysql-replica-01] haven't been added`,
	);
});

it.each([404, 501])('uses calls for all sources if members answers %i', async code => {
	await using master = await RecordedMaster.start();
	master.mischief.set('members', answerWith(code, '{"code":12,"message":"Not Implemented","details":[]}'));
	await using observing = new Observing(watching(master));
	await observing.until(isWhole);
	await observing.until(isWhole);
	await observing.until(isWhole);
	expect(observing.seen).toContainEqual(expect.objectContaining({kind: 'cluster', endpoint: master.address}));
});

it('ends when it is told to, with calls still open', async () => {
	await using master = await RecordedMaster.start();
	master.mischief.set('*', hang);
	const observing = new Observing(watching(master, {deadline: 3_600_000}));
	while (master.calls.length < 3) {
		await new Promise(resolve => {
			setTimeout(resolve, 5);
		});
	}

	await observing.stop();
	expect(observing.seen).toStrictEqual([]);
});

it('ends when its reader stops reading', async () => {
	await using master = await RecordedMaster.start();
	const provider = watching(master);
	for await (const observation of provider.observe({
		signal: new AbortController().signal,
		once: false,
		interval: () => 50,
	})) {
		if (observation.kind === 'status') {
			break;
		}
	}

	// Every connection is closed: the server has nobody left to wait for.
	await master.stopGently();
});

it('asks no further while its last observation has not been read', async () => {
	await using master = await RecordedMaster.start();
	const stop = new AbortController();
	const observations = watching(master).observe({signal: stop.signal, once: false, interval: () => 20});
	const reader = observations[Symbol.asyncIterator]();
	await reader.next();
	let before = 0;
	while (master.calls.length > before) {
		before = master.calls.length;
		await pause(500);
	}

	// As soon as they are taken it continues.
	while (master.calls.length < before + 10) {
		await reader.next();
	}

	stop.abort();
	await reader.return?.();
});
