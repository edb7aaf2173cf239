import {once} from 'node:events';
import {connect} from 'node:net';
import {hostname} from 'node:os';
import {describe, expect, it} from 'vitest';
import {oneTask, pass, subtaskOf} from '../cluster.js';
import {Served} from './served.js';

const path = '/apis/v1alpha1/tasks/orders';

/** The status line of a pause that was sent with these headers, as no browser's `fetch` lets one send them. */
const pauseWith = async (served: Served, headers: readonly string[]): Promise<string> => {
	const [host = '', port = ''] = served.address.split(':', 2);
	const socket = connect(Number(port), host);
	const body = '{"op":2}';
	socket.end([`PUT ${path} HTTP/1.1`, ...headers, `Content-Length: ${body.length}`, '', body].join('\r\n'));
	const [chunk] = (await once(socket.setEncoding('utf8'), 'data')) as [string];
	socket.destroy();
	return chunk.split('\r\n', 1)[0] ?? '';
};

describe('a write', () => {
	it.each([
		['a page of another site', {origin: 'https://example.com'}],
		['a page in a sandbox', {origin: 'null'}],
		['another server on this machine', {origin: 'http://127.0.0.1:1'}],
		['a form that a browser sends', {'sec-fetch-site': 'cross-site'}],
		['a page of the same site', {'sec-fetch-site': 'same-site'}],
	])('from %s is refused, and nothing is done', async (_, headers) => {
		await using served = await Served.start(oneTask());
		for (const [method, where] of [
			['PUT', path],
			['POST', '/api/v1/tasks/orders/stop'],
			['DELETE', '/api/v1/tasks/orders'],
		] as const) {
			const answer = await served.ask(method, where, {op: 2}, headers);
			expect([answer.status, answer.text], method).toStrictEqual([
				403,
				'a page in a browser may look here, and change nothing\n',
			]);
			expect(answer.headers.get('access-control-allow-origin')).toBeNull();
		}

		pass(served.simulation, 5);
		expect(subtaskOf(served.simulation).stage).toBe('Running');
	});

	it('to a name that is not this server’s is refused: a page may have had it resolved to here', async () => {
		await using served = await Served.start(oneTask());
		expect(await pauseWith(served, ['Host: evil.example:8261'])).toBe('HTTP/1.1 403 Forbidden');
		expect(await pauseWith(served, ['Host: '])).toBe('HTTP/1.1 403 Forbidden');
		pass(served.simulation, 5);
		expect(subtaskOf(served.simulation).stage).toBe('Running');
	});

	it.each(['127.0.0.1', 'localhost:8261', '[::1]:8261', '10.1.2.3:8261', hostname()])(
		'to %s is done',
		async host => {
			await using served = await Served.start(oneTask());
			expect(await pauseWith(served, [`Host: ${host}`])).toBe('HTTP/1.1 200 OK');
			pass(served.simulation, 5);
			expect(subtaskOf(served.simulation).stage).toBe('Paused');
		},
	);

	it('from this server’s own page, or from no page, is done, and no page may read its answer', async () => {
		await using served = await Served.start(oneTask());
		const all: ReadonlyArray<Readonly<Record<string, string>>> = [
			{},
			{origin: `http://${served.address}`, 'sec-fetch-site': 'same-origin'},
			{'sec-fetch-site': 'none'},
		];
		for (const headers of all) {
			const answer = await served.ask('PUT', path, {op: 2}, headers);
			expect(answer.status).toBe(200);
			expect(answer.headers.get('access-control-allow-origin')).toBeNull();
		}
	});
});

it('lets every page read, and announces in advance that it may do no more', async () => {
	await using served = await Served.start(oneTask());
	const look = await served.ask('GET', '/apis/v1alpha1/members', undefined, {origin: 'https://example.com'});
	expect([look.status, look.headers.get('access-control-allow-origin')]).toStrictEqual([200, '*']);
	const {status, text, headers} = await served.ask('OPTIONS', path);
	expect([status, text, headers.get('access-control-allow-methods')]).toStrictEqual([
		200,
		'',
		'GET, OPTIONS',
	]);
});
