import {expect, it} from 'vitest';
import type {TlsFiles} from '../../../../source/providers/dm-master/connection/tls-files.js';
import {answerWith, fixture, fixturePath, hang} from '../../../servers/recorded-master.js';
import {startGate} from '../../../servers/gate.js';
import {OperatingMaster} from '../../../servers/operating-master.js';
import {quickProvider} from '../quick.js';
import {operateWith, pauseOrders, providerOf} from './operating.js';

const noLeader = answerWith(503, fixture('dm-v7.5', 'http', 'failover-1.json'));

it('is not sent when no master can be connected to', async () => {
	const master = await OperatingMaster.start();
	const provider = providerOf(master);
	await master.stop();
	const {result, msg} = await operateWith(provider);
	expect(result).toBe('not-sent');
	expect(msg).toBe(
		`${master.address} refused the connection. Is dm-master running there, and is that its port?`,
	);
});

it('is not sent while there is no leader, which every master says before it is asked to do anything', async () => {
	await using one = await OperatingMaster.start();
	await using two = await OperatingMaster.start();
	for (const master of [one, two]) {
		master.recorded.mischief.set('members', noLeader);
	}

	const {result, msg} = await operateWith(providerOf(one, two));
	expect(result).toBe('not-sent');
	expect(msg).toContain(`${one.address} has no leader to ask; ${two.address} has no leader to ask`);
	expect([...one.sent, ...two.sent]).toStrictEqual([]);
});

it('goes to the first master that can be asked', async () => {
	const one = await OperatingMaster.start();
	await using two = await OperatingMaster.start();
	await using three = await OperatingMaster.start();
	const provider = providerOf(one, two, three);
	await one.stop();
	two.recorded.mischief.set('members', noLeader);
	expect(await operateWith(provider)).toMatchObject({result: 'accepted'});
	expect([two, three].map(({sent}) => sent.length)).toStrictEqual([0, 1]);
});

it('is not sent when the master goes away before there is a connection, nor elsewhere', async () => {
	const one = await OperatingMaster.start();
	await using two = await OperatingMaster.start();
	one.recorded.mischief.set('members', (_request, response, play) => {
		response.on('finish', () => {
			void one.stop();
		});
		play();
	});
	const {result} = await operateWith(providerOf(one, two));
	expect(result).toBe('not-sent');
	expect(two.sent).toStrictEqual([]);
});

it('is not sent if something other than a dm-master answers', async () => {
	await using master = await OperatingMaster.start();
	master.recorded.mischief.set('members', answerWith(404, 'not found'));
	const {result, msg} = await operateWith(providerOf(master));
	expect(result).toBe('not-sent');
	expect(msg).toContain('is not a dm-master');
	expect(master.sent).toStrictEqual([]);
});

it('is not sent when it is cancelled while a master is still being looked for', async () => {
	await using master = await OperatingMaster.start();
	const abort = new AbortController();
	master.recorded.mischief.set('members', (...parts) => {
		hang(...parts);
		abort.abort();
	});
	const {result, msg} = await operateWith(providerOf(master), pauseOrders, abort.signal);
	expect({result, msg}).toStrictEqual({result: 'not-sent', msg: 'Cancelled.'});
	expect(master.sent).toStrictEqual([]);
});

const pem = (name: string): string => fixture('tls', `${name}.pem`);
const client: TlsFiles = {
	ca: fixturePath('tls', 'ca.pem'),
	cert: fixturePath('tls', 'client.pem'),
	key: fixturePath('tls', 'client-key.pem'),
};

it('goes over mutual TLS; if the handshake hangs, nothing is sent, nor over another API', async () => {
	await using master = await OperatingMaster.start({
		tls: {
			ca: pem('ca'),
			cert: pem('server'),
			key: pem('server-key'),
			requestCert: true,
			rejectUnauthorized: true,
		},
	});
	let connections = 0;
	let passing = Infinity;
	let letItThrough: (() => void) | undefined;
	await using gate = await startGate(master.recorded.port, (_firstBytes, _socket, pass) => {
		connections++;
		if (connections <= passing) {
			pass();
		} else {
			letItThrough = pass;
		}
	});
	expect(await operateWith(quickProvider(gate.address, {}, client))).toMatchObject({result: 'accepted'});
	// The look for a master gets through, the operation does not.
	passing = connections + 1;
	const {result, msg} = await operateWith(quickProvider(gate.address, {connectDeadline: 1000}, client));
	expect(result).toBe('not-sent');
	expect(msg).toBe(
		`${gate.address} did not finish the TLS handshake within 1 s. Does it speak TLS? If not, write http:// before the address.`,
	);
	expect(connections).toBe(passing + 1);
	// Too late: it is not sent now either.
	letItThrough?.();
	passing = Infinity;
	await operateWith(quickProvider(gate.address, {}, client), {kind: 'resume', task: 'orders', sources: []});
	expect(master.sent.map(({body}) => body)).toStrictEqual([
		{op: 2, sources: []},
		{op: 3, sources: []},
	]);
});

it('is not sent when the TLS files cannot be read', async () => {
	await using master = await OperatingMaster.start();
	const provider = quickProvider(master.address, {}, {ca: 'no-such.pem'});
	const {result, msg} = await operateWith(provider);
	expect(result).toBe('not-sent');
	expect(msg).toContain('--ssl-ca no-such.pem cannot be read');
});
