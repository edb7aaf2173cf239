import {expect, it} from 'vitest';
import type {ClusterObservation, Observation} from '../../../source/providers/provider.js';
import {Observing} from '../../servers/observing.js';
import {answerWith, fixture, hang, RecordedMaster} from '../../servers/recorded-master.js';
import {isSilence, isStatus, isStatusOf, isWhole, quickProvider} from './quick.js';

const noLeader = answerWith(503, fixture('dm-v7.5', 'http', 'failover-1.json'));

const isEndpoint =
	(endpoint: string) =>
	(observation: Observation): observation is ClusterObservation =>
		observation.kind === 'cluster' && observation.endpoint === endpoint;

it('stays with the first master while it answers, and asks the others nothing', async () => {
	await using one = await RecordedMaster.start();
	await using two = await RecordedMaster.start();
	await using observing = new Observing(quickProvider(`${one.address},${two.address}`));
	await observing.until(isStatusOf('mysql-replica-01'));
	await observing.until(isStatusOf('mysql-replica-01'));
	expect(two.calls).toStrictEqual([]);
	expect(observing.seen).toContainEqual(expect.objectContaining({endpoint: one.address}));
});

it('switches at once when it fails, names the new source of the answers, and calls nothing silent', async () => {
	const one = await RecordedMaster.start();
	await using two = await RecordedMaster.start();
	await using observing = new Observing(quickProvider(`${one.address},${two.address}`, {tellAfter: 5000}));
	await observing.until(isStatusOf('mysql-replica-01'));
	await one.stop();
	await observing.until(isEndpoint(two.address));
	await observing.until(isStatusOf('mysql-replica-01'));
	expect(observing.seen.filter(seen => isSilence(seen))).toStrictEqual([]);
});

it('switches from a master without a leader, and from one that hangs', async () => {
	await using one = await RecordedMaster.start();
	await using two = await RecordedMaster.start();
	await using three = await RecordedMaster.start();
	one.mischief.set('*', noLeader);
	two.mischief.set('*', hang);
	await using observing = new Observing(
		quickProvider(`${one.address},${two.address},${three.address}`, {deadline: 500}),
	);
	const {problem, isUnderWay} = await observing.until(isSilence);
	// The second is slow: meanwhile the problem of the first is reported, but the third may answer.
	expect(problem.what).toBe(`${one.address} has no leader to ask`);
	expect(isUnderWay).toBe(true);
	await observing.until(isEndpoint(three.address));
	await observing.until(isStatusOf('mysql-replica-01'));
	three.mischief.set('*', hang);
	one.mischief.clear();
	await observing.until(isEndpoint(one.address));
});

it('dials the addresses it was given and no other', async () => {
	await using one = await RecordedMaster.start();
	await using other = await RecordedMaster.start();
	one.members = one.members.replaceAll(/127\.0\.0\.1:82\d\d/gv, () => other.address);
	await using observing = new Observing(quickProvider(one.address));
	await observing.until(isStatusOf('mysql-replica-01'));
	const elsewhere = `http://${other.address}/apis/v1alpha1/members`;
	one.mischief.set('*', answerWith(307, '', {location: elsewhere}));
	const {problem} = await observing.until(isSilence);
	expect(problem.what).toBe(`${one.address} points elsewhere: ${elsewhere}`);
	expect(other.calls).toStrictEqual([]);
});

it('names every master when none answers, and keeps trying', async () => {
	const one = await RecordedMaster.start();
	await using two = await RecordedMaster.start();
	const {address, port} = one;
	await one.stop();
	two.mischief.set('*', noLeader);
	// What is known when each has been asked, not what is known when that takes long.
	await using observing = new Observing(quickProvider(`${address},${two.address}`, {tellAfter: 60_000}));
	for (let round = 0; round < 3; round++) {
		const {problem} = await observing.until(isSilence);
		expect(problem.what).toBe(
			`No dm-master answers. ${address} refused the connection; ${two.address} has no leader to ask`,
		);
	}

	await one.listen(port);
	await observing.until(isEndpoint(address));
	await observing.until(isStatus);
	await one.stop();
});

it('recovers by itself when the only master comes back on its port', async () => {
	const master = await RecordedMaster.start();
	const {address, port} = master;
	await using observing = new Observing(quickProvider(address));
	await observing.until(isWhole);
	await master.stop();
	const {problem} = await observing.until(isSilence);
	expect(problem.what).toContain(address);
	await observing.until(isSilence);
	await master.listen(port);
	await observing.until(isStatusOf('mysql-replica-01'));
	await master.stop();
});

it('waits longer and longer, but not when the user wants it now', async () => {
	const master = await RecordedMaster.start();
	const {address, port} = master;
	await master.stop();
	const provider = quickProvider(address, {backoff: [5, 3_600_000], jitter: () => 0});
	await using observing = new Observing(provider);
	await observing.until(isSilence);
	await observing.until(isSilence);
	await master.listen(port);
	provider.refresh?.();
	await observing.until(isWhole);
	await master.stop();
});

it('does not treat a source that times out as a master that fails', async () => {
	await using one = await RecordedMaster.start();
	await using two = await RecordedMaster.start();
	for (const source of ['mysql-replica-01', 'mysql-replica-02', 'mysql-replica-03', 'status']) {
		one.mischief.set(source, hang);
	}

	await using observing = new Observing(
		quickProvider(`${one.address},${two.address}`, {deadline: 300, patience: 50}),
	);
	for (let silences = 0; silences < 6; silences++) {
		await observing.until(({kind, ...rest}) => kind === 'silence' && 'asked' in rest);
	}

	expect(two.calls).toStrictEqual([]);
});
