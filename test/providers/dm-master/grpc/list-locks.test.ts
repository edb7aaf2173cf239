import process from 'node:process';
import {describe, expect, it} from 'vitest';
import {fixture, fixturePath, RecordedMaster} from '../../../servers/recorded-master.js';
import type {TlsFiles} from '../../../../source/providers/dm-master/connection/tls-files.js';
import {startGate} from '../../../servers/gate.js';
import {GrpcMaster, notLeader, optimisticLock, pessimisticLock} from '../../../servers/grpc-master.js';
import {Observing} from '../../../servers/observing.js';
import {isStatusOf, quickProvider} from '../quick.js';
import {listWith, problemWith} from './locking.js';

describe('the list of DDL locks', () => {
	it('is that of shard-ddl-lock, pessimistic and optimistic', async () => {
		await using master = await GrpcMaster.start();
		expect(await listWith(quickProvider(master.address))).toStrictEqual([
			{
				id: 'shard-`shop`.`orders`',
				task: 'shard',
				mode: 'pessimistic',
				owner: 'mysql-01',
				ddls: [
					'ALTER TABLE `shop`.`orders` ADD COLUMN `note` TEXT',
					'ALTER TABLE `shop`.`orders` DROP COLUMN `old`',
				],
				synced: ['mysql-01'],
				unsynced: ['mysql-02'],
			},
			{
				id: 'merge-`shop`.`users`',
				task: 'merge',
				mode: 'optimistic',
				owner: '',
				ddls: [],
				synced: ['mysql-01-`shop_1`.`users`'],
				unsynced: ['mysql-02-`shop_2`.`users`'],
			},
			{
				id: 'merge-`shop`.`carts`',
				task: 'merge',
				mode: 'optimistic',
				owner: 'mysql-02-`shop_2`.`ca``rts`',
				ddls: ['ALTER TABLE `shop`.`carts` ADD COLUMN `n` INT'],
				synced: ['mysql-01-`shop_1`.`users`'],
				unsynced: ['mysql-02-`shop_2`.`users`'],
			},
		]);
	});

	it('is requested for one task when only that one is wanted', async () => {
		await using master = await GrpcMaster.start();
		const locks = await listWith(quickProvider(master.address), 'shard');
		expect(locks).toMatchObject([{task: 'shard'}]);
		expect(master.requestsOf('ShowDDLLocks')).toStrictEqual([{task: 'shard', sources: []}]);
	});

	it('is empty when there is no lock', async () => {
		await using master = await GrpcMaster.start();
		master.locks = [];
		expect(await listWith(quickProvider(master.address))).toStrictEqual([]);
	});

	it('ignores what a later DM adds', async () => {
		await using master = await GrpcMaster.start();
		master.locks = [{...pessimisticLock, later: 'new', laterNumber: 7}];
		expect(await listWith(quickProvider(master.address))).toMatchObject([
			{id: pessimisticLock.ID, unsynced: ['mysql-02']},
		]);
	});

	it('comes from the next master when one does not support it', async () => {
		await using one = await GrpcMaster.start();
		await using two = await GrpcMaster.start();
		one.answers.set('ShowDDLLocks', notLeader);
		two.locks = [optimisticLock];
		const provider = quickProvider(`127.0.0.1:1,${one.address},${two.address}`);
		expect(await listWith(provider)).toMatchObject([{mode: 'optimistic'}]);
	});

	it('comes from an IPv6 address and from a name', async () => {
		await using master = await GrpcMaster.start();
		expect(await listWith(quickProvider(`localhost:${master.port}`))).toHaveLength(3);
		const {what} = await problemWith(quickProvider('[::1]:1'));
		expect(what).toBe('[::1]:1 refused the connection');
	});
});

const pem = (name: string): string => fixture('tls', `${name}.pem`);
const file = (name: string): string => fixturePath('tls', `${name}.pem`);
const client = {ca: file('ca'), cert: file('client'), key: file('client-key')};

describe('over mutual TLS', () => {
	const tls = {ca: pem('ca'), cert: pem('server'), key: pem('server-key')};

	it('works with the files of dmctl, by address and by name', async () => {
		await using master = await GrpcMaster.start({tls});
		const warnings: string[] = [];
		const warned = (warning: Error): void => {
			warnings.push(warning.message);
		};

		process.on('warning', warned);
		expect(await listWith(quickProvider(master.address, {}, client))).toHaveLength(3);
		expect(await listWith(quickProvider(`localhost:${master.port}`, {}, client))).toHaveLength(3);
		process.off('warning', warned);
		// A warning would be written across the screen.
		expect(warnings).toStrictEqual([]);
	});

	it('reports a port that does not speak TLS', async () => {
		await using plain = await RecordedMaster.start();
		await using closing = await startGate(1, (_first, socket) => {
			socket.end();
		});
		for (const {address} of [plain, closing]) {
			const {what, fix} = await problemWith(quickProvider(address, {}, client));
			expect(what).toBe(`${address} does not speak TLS`);
			expect(fix).toBe('Write http:// before the address, or leave out the --ssl-… flags.');
		}
	});

	it('does not talk to a server whose certificate is for another host', async () => {
		const elsewhere = {ca: pem('ca'), cert: pem('elsewhere'), key: pem('elsewhere-key')};
		await using master = await GrpcMaster.start({tls: elsewhere});
		const {what, fix} = await problemWith(quickProvider(master.address, {}, client));
		expect(what).toBe(`The certificate of ${master.address} is for another host`);
		expect(fix).toBe('Use a name or an address that it lists: dm-master.example.com.');
		expect(master.calls).toStrictEqual([]);
	});

	it.each<[string, string, TlsFiles, string]>([
		[
			'another CA',
			'server',
			{...client, ca: file('stranger-ca')},
			`The certificate of % is signed by “dm-top test CA”, not by a CA of --ssl-ca ${file('stranger-ca')}. That file holds “another CA”`,
		],
		['an expired certificate', 'expired', client, 'The certificate of % expired on 2021-01-01. Renew'],
		['no client certificate', 'server', {ca: client.ca}, '% requires a client certificate. Give a client'],
		[
			'a client certificate of another CA',
			'server',
			{ca: client.ca, cert: file('stranger'), key: file('stranger-key')},
			'is signed by “another CA”: give a client certificate that the CA of dm-master signed.',
		],
	])('says as precisely as over HTTP what is wrong: %s', async (_name, server, files, words) => {
		await using master = await GrpcMaster.start({
			tls: {ca: pem('ca'), cert: pem(server), key: pem(`${server}-key`)},
		});
		const {what, fix} = await problemWith(quickProvider(master.address, {}, files));
		expect(`${what.replace(master.address, '%')}. ${fix}`).toContain(words);
		expect(master.calls).toStrictEqual([]);
	});

	it('reports files that cannot be used', async () => {
		await using master = await GrpcMaster.start({tls});
		const {what} = await problemWith(quickProvider(master.address, {}, {...client, ca: 'no-such.pem'}));
		expect(what).toContain('--ssl-ca no-such.pem cannot be read');
	});
});

describe('when gRPC does not get through', () => {
	it('reports it, while the status still comes over HTTP', async () => {
		await using master = await RecordedMaster.start();
		const provider = quickProvider(master.address);
		await using observing = new Observing(provider);
		await observing.until(isStatusOf('mysql-replica-01'));
		const {what, fix} = await problemWith(provider);
		expect(what).toBe(`gRPC does not get through to ${master.address}`);
		expect(fix).toContain('a proxy must know HTTP/2');
		await observing.until(isStatusOf('mysql-replica-01'));
	});

	it('reports it if only HTTP/1 comes out of TLS', async () => {
		await using master = await RecordedMaster.start({
			tls: {ca: pem('ca'), cert: pem('server'), key: pem('server-key')},
		});
		const {what} = await problemWith(quickProvider(master.address, {}, client));
		expect(what).toBe(`gRPC does not get through to ${master.address}`);
	});

	it('does not wait forever for a port that does not respond', async () => {
		await using gate = await startGate(1, () => undefined);
		const {what} = await problemWith(quickProvider(gate.address, {deadline: 300}));
		expect(what).toBe(`gRPC makes no connection to ${gate.address}`);
	});

	it('has its own message for an unknown host and for a master without a leader', async () => {
		const {what} = await problemWith(quickProvider('no-such-host.invalid'));
		expect(what).toBe('The host name of no-such-host.invalid:8261 is not known');
		await using master = await GrpcMaster.start();
		master.answers.set('ShowDDLLocks', notLeader);
		const problem = await problemWith(quickProvider(master.address));
		expect(problem.what).toContain('cannot reach the leader');
	});

	it('does not use a proxy from the environment', async () => {
		await using master = await GrpcMaster.start();
		let knocks = 0;
		await using proxy = await startGate(1, () => {
			knocks++;
		});
		process.env['grpc_proxy'] = `http://${proxy.address}`;
		try {
			expect(await listWith(quickProvider(master.address))).toHaveLength(3);
		} finally {
			delete process.env['grpc_proxy'];
		}

		expect(knocks).toBe(0);
	});

	it('gives up at once when dm-top ends', async () => {
		await using gate = await startGate(1, () => undefined);
		const answer = await listWith(
			quickProvider(gate.address, {deadline: 60_000}),
			'',
			AbortSignal.timeout(50),
		);
		expect(answer).toMatchObject({what: 'Cancelled'});
	});
});
