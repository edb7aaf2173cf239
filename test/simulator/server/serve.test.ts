import {createServer} from 'node:net';
import {describe, expect, it} from 'vitest';
import {parseListenAddress} from '../../../source/providers/listen-address.js';
import {serveSimulation, type ServeOptions} from '../../../source/simulator/server/serve.js';
import {onLoopback} from '../../servers/loopback.js';

const serve = async (options: Partial<ServeOptions> = {}) => {
	const end = new AbortController();
	const log: string[] = [];
	const serving = await serveSimulation({
		scenario: 'calm',
		listen: '127.0.0.1:0',
		signal: end.signal,
		log(line) {
			log.push(line);
		},
		...options,
	});
	return {...serving, end, log};
};

describe('an address to listen on', () => {
	it.each([
		['8261', '127.0.0.1', 8261],
		[':9000', '127.0.0.1', 9000],
		['0', '127.0.0.1', 0],
		['localhost', 'localhost', 8261],
		['10.0.1.11:8300', '10.0.1.11', 8300],
		['0.0.0.0:8261', '0.0.0.0', 8261],
		['[::1]:8262', '::1', 8262],
		['[::1]', '::1', 8261],
		['::1', '::1', 8261],
	])('may be %s', (text, host, port) => {
		expect(parseListenAddress(text, 8261)).toStrictEqual({host, port});
	});

	it.each([
		[
			'127.0.0.1:99999',
			'--listen 127.0.0.1:99999: "99999" is not a port. A port is a number from 0 to 65535.',
		],
		['127.0.0.1:http', '--listen 127.0.0.1:http: "http" is not a port. A port is a number from 0 to 65535.'],
		['127.0.0.1:', '--listen 127.0.0.1:: "" is not a port. A port is a number from 0 to 65535.'],
		[
			'http://127.0.0.1:8261',
			'--listen http://127.0.0.1:8261: leave out the scheme. Write host:port, such as 127.0.0.1:8261.',
		],
		['a:b:c', '--listen a:b:c has too many colons. An IPv6 address with a port is written [::1]:8261.'],
		[
			'[127.0.0.1]:8261',
			'--listen [127.0.0.1]:8261: "127.0.0.1" is not an IPv6 address. Write host:port, such as 127.0.0.1:8261.',
		],
		[
			'300.1.1.1:8261',
			'--listen 300.1.1.1:8261: "300.1.1.1" is neither a host name nor an IP address. Write host:port, such as 127.0.0.1:8261.',
		],
		[
			'my host:1',
			'--listen my host:1: "my host" is neither a host name nor an IP address. Write host:port, such as 127.0.0.1:8261.',
		],
	])('that is %s is a mistake, with a specific message', async (listen, message) => {
		await expect(serve({listen})).rejects.toThrow(message);
	});

	it('that is already in use is reported, with what to do', async () => {
		await using taken = await onLoopback(createServer());
		await expect(serve({listen: String(taken.port)})).rejects.toThrow(
			`${taken.address} is in use: some program, a dm-master perhaps, listens there already. Choose another port, or 0 for one that is free.`,
		);
	});

	it('that this machine does not have is reported, with what to do', async () => {
		await expect(serve({listen: '192.0.2.1:8261'})).rejects.toThrow(
			'This machine has no address 192.0.2.1 to listen on. Use 127.0.0.1:8261 for itself alone',
		);
	});
});

it('says where it listens, and that it is only reachable from this machine unless set otherwise', async () => {
	const {address, end, closed, log} = await serve();
	expect(address).toMatch(/^127\.0\.0\.1:\d+$/v);
	expect(log).toStrictEqual([`calm is served as a dm-master on http://${address}, over HTTP and gRPC`]);
	end.abort();
	await closed;

	const open = await serve({listen: '0.0.0.0:0'});
	expect(open.log[1]).toContain('dm-master has no passwords');
	open.end.abort();
	await open.closed;
});

it('closes its port and every connection with its signal, also one that waits', async () => {
	const {address, end, closed} = await serve({scenario: 'hung-worker', speed: 1});
	const url = `http://${address}/apis/v1alpha1/members`;
	const response = await fetch(url);
	expect(response.status).toBe(200);
	await response.text();
	end.abort();
	await closed;
	await expect(fetch(url)).rejects.toThrow('fetch failed');
});

it('refuses a scenario that does not exist', async () => {
	await expect(serve({scenario: 'clam'})).rejects.toThrow('did you mean "calm"?');
});

it('runs at the given speed', async () => {
	const {address, end, closed} = await serve({speed: 10_000});
	const rows = async (): Promise<number> => {
		const response = await fetch(`http://${address}/apis/v1alpha1/status/orders`);
		const text = await response.text();
		return Number(/"totalRows": "(?<rows>\d+)"/v.exec(text)?.groups?.['rows']);
	};

	const first = await rows();
	await new Promise(resolve => {
		setTimeout(resolve, 20);
	});
	// A hundred seconds of its time at the least.
	expect(await rows()).toBeGreaterThan(first + 1000);
	end.abort();
	await closed;
});

it('gives the same cluster for the same seed', async () => {
	const members = async (seed: number): Promise<string> => {
		const {address, end, closed} = await serve({seed});
		const response = await fetch(`http://${address}/api/v1/cluster/info`);
		const text = await response.text();
		end.abort();
		await closed;
		return text;
	};

	expect(await members(3)).toBe(await members(3));
	expect(await members(3)).not.toBe(await members(4));
});
