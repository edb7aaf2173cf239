import type {Socket} from 'node:net';
import {expect, it} from 'vitest';
import {type Mischief, breakOff, hang, reset, stall} from '../../../servers/recorded-master.js';
import {startGate} from '../../../servers/gate.js';
import {cutInHalf, OperatingMaster, recordedBody} from '../../../servers/operating-master.js';
import {Observing} from '../../../servers/observing.js';
import {isStatusOf, quickProvider} from '../quick.js';
import {hastyProviderOf, operateOn, operateWith, pauseOrders, providerOf} from './operating.js';

it.each<[string, Mischief, string]>([
	['never a word', hang, 'did not answer within 1 s'],
	['an answer that stops', stall, 'did not finish within 1 s'],
	['an answer that breaks off', breakOff, 'closed the connection in the middle of its answer'],
	[
		'an answer cut in half',
		cutInHalf(recordedBody('op-pause.txt')),
		'closed the connection in the middle of its answer',
	],
	['a connection reset', reset, 'closed the connection without an answer'],
])('is unknown after %s, and not sent again', async (_name, mischief, words) => {
	await using master = await OperatingMaster.start();
	await using other = await OperatingMaster.start();
	master.mischief = mischief;
	const {result, msg} = await operateWith(hastyProviderOf(master, other));
	expect(result).toBe('unknown');
	expect(msg).toContain(words);
	expect(msg).toContain('Whether it was done is not known');
	expect(master.sent).toHaveLength(1);
	expect(other.sent).toStrictEqual([]);
});

it('is unknown when the master dies between request and answer, although polling continues with another', async () => {
	const one = await OperatingMaster.start();
	await using two = await OperatingMaster.start();
	one.mischief = hang;
	const provider = quickProvider(`${one.address},${two.address}`);
	await using observing = new Observing(provider);
	await observing.until(isStatusOf('mysql-replica-01'));
	const answering = operateWith(provider);
	await one.arrived;
	await one.stop();
	const {result, msg} = await answering;
	expect(result).toBe('unknown');
	expect(msg).toContain(`${one.address} closed the connection without an answer`);
	await observing.until(seen => seen.kind === 'cluster' && seen.endpoint === two.address);
	await observing.until(isStatusOf('mysql-replica-01'));
	expect(one.sent).toHaveLength(1);
	expect(two.sent).toStrictEqual([]);
});

it('goes to the master that polling uses, once, and the next one to its successor', async () => {
	const one = await OperatingMaster.start();
	await using two = await OperatingMaster.start();
	await using three = await OperatingMaster.start();
	const provider = quickProvider(`${one.address},${two.address},${three.address}`);
	await using observing = new Observing(provider);
	await observing.until(isStatusOf('mysql-replica-01'));
	await operateWith(provider);
	await one.stop();
	await observing.until(seen => seen.kind === 'cluster' && seen.endpoint === two.address);
	await operateWith(provider);
	expect([one, two, three].map(({sent}) => sent.length)).toStrictEqual([1, 1, 0]);
});

it('leaves the polling and other operations alone while it waits', async () => {
	await using master = await OperatingMaster.start();
	const provider = quickProvider(master.address);
	await using observing = new Observing(provider);
	await observing.until(isStatusOf('mysql-replica-01'));
	const waiting: Array<() => void> = [];
	master.mischief = (_request, _response, play) => {
		waiting.push(play);
	};

	const answering = operateWith(provider);
	await master.arrived;
	for (let looks = 0; looks < 3; looks++) {
		await observing.until(isStatusOf('mysql-replica-01'));
	}

	master.mischief = undefined;
	expect(await operateWith(provider, {kind: 'resume', task: 'orders', sources: []})).toMatchObject({
		result: 'accepted',
	});
	for (const play of waiting) {
		play();
	}

	expect(await answering).toMatchObject({result: 'accepted'});
	expect(master.sent.map(({body}) => body)).toStrictEqual([
		{op: 2, sources: []},
		{op: 3, sources: []},
	]);
});

it('uses no connection that something else has used, so that none can be closing just then', async () => {
	await using master = await OperatingMaster.start();
	const sockets = new Set<Socket>();
	let wasFresh: boolean | undefined;
	for (const kind of ['members', 'status', 'version']) {
		master.recorded.mischief.set(kind, (request, _response, play) => {
			sockets.add(request.socket);
			play();
		});
	}

	master.mischief = (request, _response, play) => {
		wasFresh = !sockets.has(request.socket);
		play();
	};

	const provider = quickProvider(master.address);
	await using observing = new Observing(provider);
	await observing.until(isStatusOf('mysql-replica-01'));
	expect(await operateWith(provider)).toMatchObject({result: 'accepted'});
	expect(sockets.size).toBeGreaterThan(0);
	expect(wasFresh).toBe(true);
});

it('is unknown when dm-top no longer waits, and not sent again', async () => {
	await using master = await OperatingMaster.start();
	master.mischief = hang;
	const abort = new AbortController();
	const answering = operateWith(providerOf(master), pauseOrders, abort.signal);
	await master.arrived;
	abort.abort();
	const {result, msg} = await answering;
	expect(result).toBe('unknown');
	expect(msg).toContain('no longer waits');
	expect(master.sent).toHaveLength(1);
});

it('is written once on the wire, byte for byte, when the other side closes as soon as it has read it', async () => {
	await using master = await OperatingMaster.start();
	let written = '';
	await using gate = await startGate(master.recorded.port, (firstBytes, socket, pass) => {
		if (firstBytes.startsWith('GET')) {
			pass();
		} else {
			written += firstBytes;
			socket.end();
		}
	});
	const {result} = await operateWith(quickProvider(gate.address));
	expect(result).toBe('unknown');
	expect(written.match(/PUT \/apis\/v1alpha1\/tasks\/orders/gv)).toHaveLength(1);
});

it('can be requested again by the user, and is then another operation', async () => {
	await using master = await OperatingMaster.start();
	master.mischief = reset;
	await operateOn(master);
	master.mischief = undefined;
	expect(await operateOn(master)).toMatchObject({result: 'accepted'});
	expect(master.sent).toHaveLength(2);
});
