import {once} from 'node:events';
import {connect, type Socket} from 'node:net';
import {expect, it} from 'vitest';
import {oneTask} from '../cluster.js';
import {GrpcClient} from './grpc/grpc-client.js';
import {Served} from './served.js';

const open = async ({address}: Served): Promise<Socket> => {
	const [host = '', port = ''] = address.split(':', 2);
	const socket = connect(Number(port), host);
	await once(socket, 'connect');
	return socket;
};

const preface = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';

/** An HTTP/2 SETTINGS frame without any setting. */
const settings = Uint8Array.of(0, 0, 0, 4, 0, 0, 0, 0, 0);

it('speaks HTTP/1 and HTTP/2 on one port, at the same time', async () => {
	await using served = await Served.start(oneTask());
	using client = new GrpcClient(served.address);
	const [overGrpc, overHttp, again] = await Promise.all([
		client.call('ListMember', {leader: true}),
		served.getJson('/apis/v1alpha1/members?leader=true'),
		client.call('ListMember', {worker: true, names: ['worker-2']}),
	]);
	expect(overGrpc.members).toMatchObject([{leader: {name: 'master-1', addr: '10.0.1.11:8261'}}]);
	expect(overHttp).toMatchObject({members: [{leader: {name: 'master-1', addr: '10.0.1.11:8261'}}]});
	expect(again.members[0]?.worker?.workers).toStrictEqual([
		{name: 'worker-2', addr: '10.0.2.12:8262', stage: 'free', source: ''},
	]);
});

it('waits for the whole preface, however it is split, before it decides', async () => {
	await using served = await Served.start(oneTask());
	const socket = await open(served);
	for (const part of [preface.slice(0, 1), preface.slice(1, 9), preface.slice(9)]) {
		socket.write(part);
		// The next part goes in a separate packet.
		await new Promise(resolve => {
			setImmediate(resolve);
		});
	}

	socket.write(settings);
	const [bytes] = (await once(socket, 'data')) as [Uint8Array];
	// A frame of settings is what an HTTP/2 server begins with.
	expect(bytes[3]).toBe(4);
	socket.destroy();
});

it.each(['GET /status', 'PUT /status', 'POST /status', 'PROPFIND /status', 'PRI /status'])(
	'takes %s as HTTP/1',
	async line => {
		await using served = await Served.start(oneTask());
		const socket = await open(served);
		socket.setEncoding('utf8').write(`${line} HTTP/1.1\r\nHost: ${served.address}\r\n\r\n`);
		const [text] = (await once(socket, 'data')) as [string];
		expect(text.slice(0, 9)).toBe('HTTP/1.1 ');
		socket.destroy();
	},
);

it('closes connections that have not chosen a protocol when it ends, and when the client goes', async () => {
	const served = await Served.start(oneTask());
	const [silent, half, gone] = [await open(served), await open(served), await open(served)];
	half.write('PRI * HT');
	gone.end('PRI');
	gone.resume();
	await once(gone, 'close');
	const closed = [once(silent.resume(), 'close'), once(half.resume(), 'close')];
	await served[Symbol.asyncDispose]();
	await Promise.all(closed);
	await expect(open(served)).rejects.toThrow('ECONNREFUSED');
});
