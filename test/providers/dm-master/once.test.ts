import {expect, it} from 'vitest';
import {Observing} from '../../servers/observing.js';
import {answerAfter, answerWith, hang, RecordedMaster} from '../../servers/recorded-master.js';
import {isStatus, isWhole, quickProvider} from './quick.js';

const once = {once: true};

it('is one call for all sources, then the end', async () => {
	await using master = await RecordedMaster.start();
	const observing = new Observing(quickProvider(master.address), once);
	await observing.ended;
	expect(observing.seen.map(({kind}) => kind)).toStrictEqual(['cluster', 'status']);
	expect(observing.seen[0]).toMatchObject({endpoint: master.address, version: 'v7.5.5', leader: 'm1'});
	expect(observing.seen.filter(seen => isWhole(seen))).toHaveLength(1);
	expect(master.count('status')).toBe(1);
	expect(master.count('members')).toBe(1);
});

it('asks individually beside the call for all when that takes long, and names the source that hangs', async () => {
	await using master = await RecordedMaster.start();
	master.mischief.set('status', hang).set('mysql-replica-02', hang);
	const observing = new Observing(quickProvider(master.address, {deadline: 2000}), once);
	await observing.ended;
	const asked = observing.seen.filter(seen => isStatus(seen)).flatMap(seen => seen.asked ?? ['all']);
	expect(asked.toSorted()).toStrictEqual(['mysql-replica-01', 'mysql-replica-03']);
	expect(observing.seen.filter(({kind}) => kind === 'silence')).toMatchObject([
		{asked: ['mysql-replica-02'], problem: {what: 'mysql-replica-02 did not answer within 2 s'}},
	]);
	expect(master.count('status')).toBe(4);
});

it('keeps within the budget when there are many to ask individually', async () => {
	await using master = await RecordedMaster.start();
	master.grow(30);
	master.mischief.set('status', hang);
	const began = performance.now();
	const observing = new Observing(
		quickProvider(master.address, {deadline: 10_000, fullDeadline: 30_000, budget: 50, burst: 10}),
		once,
	);
	await observing.ended;
	expect(observing.seen.filter(seen => isStatus(seen))).toHaveLength(30);
	// The burst goes out at once; each of the other 20 waits its 1/50 s.
	expect(performance.now() - began).toBeGreaterThan(350);
});

it('ends when there are too many to ask individually, and says which were not asked and why', async () => {
	await using master = await RecordedMaster.start();
	master.grow(30);
	for (const bad of [hang, answerWith(500, 'no')]) {
		master.mischief.set('status', bad);
		// At this rate only the burst is ever asked.
		const pace = {fullDeadline: 300, budget: 0.001, burst: 10};
		const observing = new Observing(quickProvider(master.address, pace), once);
		await observing.ended;
		const answered = observing.seen.filter(seen => isStatus(seen)).flatMap(seen => seen.asked ?? ['all']);
		expect(answered).toHaveLength(10);
		const silences = observing.seen.filter(seen => seen.kind === 'silence');
		expect(silences).toHaveLength(1);
		expect(silences[0]?.problem.what).toMatch(
			/^it was not asked: one by one, only 10 of 30 sources could be asked within 300 ms/v,
		);
		const unasked = silences[0]?.asked ?? [];
		expect(unasked).toHaveLength(20);
		expect(new Set([...answered, ...unasked]).size).toBe(30);
	}
});

it('waits for the call for all as long as a hung worker delays it, where there are too many to ask individually', async () => {
	await using master = await RecordedMaster.start();
	master.grow(30);
	const pace = {deadline: 200, patience: 20, budget: 0.001, burst: 1};
	master.mischief.set('status', answerAfter(1000));
	const observing = new Observing(quickProvider(master.address, pace), once);
	await observing.ended;
	expect(observing.seen.filter(seen => isWhole(seen))).toHaveLength(1);
	expect(observing.seen.at(-1)).not.toHaveProperty('problem');
});

it('works without members and without a version', async () => {
	await using master = await RecordedMaster.start();
	master.mischief.set('members', answerWith(501, '')).set('version', answerWith(404, ''));
	const observing = new Observing(quickProvider(master.address), once);
	await observing.ended;
	expect(observing.seen.map(({kind}) => kind)).toStrictEqual(['cluster', 'status']);
});

it('tries every master once and takes the first that answers', async () => {
	const gone = await RecordedMaster.start();
	const {address} = gone;
	await gone.stop();
	await using hanging = await RecordedMaster.start();
	hanging.mischief.set('*', hang);
	await using master = await RecordedMaster.start();
	const provider = quickProvider(`${address},${hanging.address},${master.address}`, {deadline: 1000});
	const observing = new Observing(provider, once);
	await observing.ended;
	expect(observing.seen[0]).toMatchObject({kind: 'cluster', endpoint: master.address});
	expect(observing.seen.map(({kind}) => kind)).toStrictEqual(['cluster', 'status']);
	expect(hanging.count('status')).toBe(1);
});

it('is one silence that names them all when none answers', async () => {
	const gone = await RecordedMaster.start();
	const {address} = gone;
	await gone.stop();
	await using other = await RecordedMaster.start();
	other.mischief.set('*', answerWith(404, '404 page not found'));
	const observing = new Observing(quickProvider(`${address},${other.address}`), once);
	await observing.ended;
	expect(observing.seen).toHaveLength(1);
	expect(observing.seen[0]).not.toHaveProperty('asked');
	expect(observing.seen[0]).toHaveProperty(
		'problem.what',
		`No dm-master answers. ${address} refused the connection; ${other.address} is not a dm-master: it does not serve /apis/v1alpha1/status/`,
	);
});

it('does not wait long for the leader when all else is there', async () => {
	await using master = await RecordedMaster.start();
	master.mischief.set('members', hang).set('version', hang);
	const observing = new Observing(quickProvider(master.address, {deadline: 3_600_000, patience: 50}), once);
	await observing.ended;
	expect(observing.seen.map(({kind}) => kind)).toStrictEqual(['cluster', 'status']);
});

it('does not wait for the leader when the call for all was late, either', async () => {
	await using master = await RecordedMaster.start();
	master.mischief.set('members', hang).set('version', hang).set('status', answerAfter(200));
	const observing = new Observing(quickProvider(master.address, {deadline: 3_600_000, patience: 20}), once);
	await observing.ended;
	expect(observing.seen.map(({kind}) => kind)).toStrictEqual(['cluster', 'status']);
});

it('accepts a late call for all, and nothing from the sources that hang', async () => {
	await using master = await RecordedMaster.start();
	let answer = (): void => undefined;
	master.mischief
		.set('status', (_request, _response, play) => {
			answer = play;
		})
		.set('mysql-replica-02', hang);
	const provider = quickProvider(master.address, {deadline: 3_600_000, patience: 10});
	const observing = new Observing(provider, once);
	await observing.until(seen => isStatus(seen) && seen.asked?.[0] === 'mysql-replica-03');
	answer();
	await observing.ended;
	expect(observing.seen.filter(seen => isWhole(seen))).toHaveLength(1);
	expect(observing.seen.filter(({kind}) => kind === 'silence')).toStrictEqual([]);
});

const nothing = answerWith(200, '{"result": true, "msg": "", "sources": []}');

it('asks individually for what an answer for all leaves out although it has a worker', async () => {
	await using master = await RecordedMaster.start();
	master.mischief.set('status', nothing);
	const observing = new Observing(quickProvider(master.address), once);
	await observing.ended;
	expect(observing.seen.filter(seen => isWhole(seen))).toEqual([]);
	expect(
		observing.seen
			.filter(seen => isStatus(seen))
			.flatMap(({asked}) => asked ?? [])
			.toSorted(),
	).toEqual(['mysql-replica-01', 'mysql-replica-02', 'mysql-replica-03']);
});
