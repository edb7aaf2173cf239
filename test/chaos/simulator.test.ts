/** The simulator under fuzz: whatever is asked of it over HTTP, it answers, and proceeds to answer. */
import {Buffer} from 'node:buffer';
import net from 'node:net';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {serveSimulation} from '../../source/simulator/server/serve.js';
import {runs} from '../rounds.js';

const words = [
	'__proto__',
	'constructor',
	'toString',
	'hasOwnProperty',
	'',
	'..',
	'%',
	'%00',
	'%FF',
	'\u{E000}',
	'x'.repeat(20_000),
];

const paths = [
	'/apis/v1alpha1/status/',
	'/apis/v1alpha1/members',
	'/apis/v1alpha1/tasks/',
	'/api/v1/tasks/',
	'/api/v1/sources/',
	'/api/v1/cluster/masters',
	'/v3/maintenance/status',
	'/',
];

const bodies = [
	'',
	'{',
	'null',
	'[]',
	'{"op":"__proto__"}',
	'{"op":2,"name":{}}',
	'{"task":[1]}',
	'['.repeat(50_000),
	'\0'.repeat(100),
];

/** What comes back for these bytes, to the end of the connection; '' for nothing. */
const send = async (port: number, bytes: string): Promise<string> =>
	new Promise(resolve => {
		let text = '';
		const socket = net.connect(port, '127.0.0.1', () => {
			socket.end(bytes, 'latin1');
		});
		socket.setTimeout(3000, () => {
			socket.destroy();
		});
		socket.on('data', chunk => {
			text += chunk.toString('latin1');
		});
		socket.on('error', () => undefined);
		socket.on('close', () => {
			resolve(text);
		});
	});

test('it answers correct requests after any number of malformed ones', async () => {
	const stop = new AbortController();
	let address = '';
	const {closed} = await serveSimulation({
		scenario: 'shop',
		seed: 1,
		speed: 1,
		listen: '127.0.0.1:0',
		signal: stop.signal,
		log(line) {
			address ||= /127\.0\.0\.1:\d+/v.exec(line)?.[0] ?? '';
		},
	});
	const port = Number(address.split(':', 2)[1]);
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'BREW'),
			fc.constantFrom(...paths),
			fc.constantFrom(...words),
			fc.constantFrom(...words),
			fc.constantFrom(...bodies),
			async (method, path, name, value, body) => {
				const query = value === '' ? '' : `?${encodeURIComponent(name)}=${value}`;
				const answer = await send(
					port,
					`${method} ${path}${name === '\u{E000}' ? encodeURIComponent(name) : name}${query} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
				);
				expect(answer).toMatch(/^(?:HTTP\/1\.1 [1-5]\d\d|$)/v);
				expect(answer).not.toMatch(/\n {4}at |TypeError|RangeError/v);
			},
		),
		runs(60),
	);
	const response = await fetch(`http://127.0.0.1:${port}/apis/v1alpha1/status/`);
	expect(response.status).toBe(200);
	expect(await response.json()).toMatchObject({result: true});
	stop.abort();
	await closed;
});
