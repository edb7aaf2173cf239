import {expect, it} from 'vitest';
import {hang} from '../../../../servers/recorded-master.js';
import {OperatingMaster} from '../../../../servers/operating-master.js';
import {hastyProviderOf, operateWith, providerOf} from '../operating.js';

/** As recorded: m1 leads. */
const leaderId = '11007177379717700053';
const otherId = '17061817879965950415';

const evict = {kind: 'evict-leader'} as const;
const cancel = {kind: 'cancel-evict-leader'} as const;

it('evicts the leader at the leader itself, identified by its etcd through any tunnel', async () => {
	await using one = await OperatingMaster.start();
	await using two = await OperatingMaster.start();
	one.memberId = otherId;
	two.memberId = leaderId;
	expect(await operateWith(providerOf(one, two), evict)).toMatchObject({result: 'accepted'});
	expect(one.sent).toStrictEqual([]);
	expect(two.sent).toStrictEqual([{method: 'PUT', path: '/apis/v1alpha1/leader/1', body: {}}]);
});

it('takes the leader’s address as the cluster writes it if etcd does not answer', async () => {
	await using one = await OperatingMaster.start();
	await using two = await OperatingMaster.start();
	for (const master of [one, two]) {
		master.recorded.members = master.recorded.members.replaceAll('127.0.0.1:8261', () => two.address);
	}

	expect(await operateWith(providerOf(one, two), evict)).toMatchObject({result: 'accepted'});
	expect([one, two].map(({sent}) => sent.length)).toStrictEqual([0, 1]);
});

it('does not mistake a master for the leader if its etcd says that it is another', async () => {
	await using master = await OperatingMaster.start();
	master.memberId = otherId;
	master.recorded.members = master.recorded.members.replaceAll('127.0.0.1:8261', () => master.address);
	const {result} = await operateWith(providerOf(master), evict);
	expect(result).toBe('not-sent');
	expect(master.sent).toStrictEqual([]);
});

it('says who leads, and where, when that is none of the addresses it may dial', async () => {
	await using master = await OperatingMaster.start();
	master.memberId = otherId;
	const {result, msg} = await operateWith(providerOf(master), evict);
	expect(result).toBe('not-sent');
	expect(msg).toContain('m1 (127.0.0.1:8261) is none of the addresses');
	expect(msg).toContain('Add it to --master-addr.');
});

it('cancels an eviction at every master, once at each, and reports each answer', async () => {
	await using one = await OperatingMaster.start();
	await using two = await OperatingMaster.start();
	const three = await OperatingMaster.start();
	const provider = providerOf(one, two, three);
	await three.stop();
	const {result, sources} = await operateWith(provider, cancel);
	expect(result).toBe('accepted');
	expect(sources.map(({source, result: isDone}) => [source, isDone])).toStrictEqual([
		[one.address, true],
		[two.address, true],
		[three.address, false],
	]);
	expect(sources[2]?.msg).toContain('Nothing was sent: ');
	expect([one, two].map(({sent}) => sent)).toStrictEqual([
		[{method: 'PUT', path: '/apis/v1alpha1/leader/2', body: {}}],
		[{method: 'PUT', path: '/apis/v1alpha1/leader/2', body: {}}],
	]);
});

it('is unknown when one of them received the cancellation and did not answer', async () => {
	await using one = await OperatingMaster.start();
	await using two = await OperatingMaster.start();
	two.mischief = hang;
	const {result, msg} = await operateWith(hastyProviderOf(one, two), cancel);
	expect(result).toBe('unknown');
	expect(msg).toContain(two.address);
	expect([one, two].map(({sent}) => sent.length)).toStrictEqual([1, 1]);
});
