import {readFile, stat} from 'node:fs/promises';
import {createServer} from 'node:http';
import path from 'node:path';
import process from 'node:process';
import {expect, test} from 'vitest';
import {debugLine, openDebugFile} from '../../../../source/modes/written/logs/debug-file.js';
import {Connection} from '../../../../source/providers/dm-master/connection/connection.js';
import {parseMasterAddresses} from '../../../../source/providers/dm-master/master-address.js';
import {makeFolder} from '../../../folder.js';
import {onLoopback} from '../../../servers/loopback.js';

test('a line has its time, rounded numbers, and no secret', () => {
	const traced = {
		what: 'request',
		failed: 'Access denied: CREATE USER app IDENTIFIED BY "hunter2"',
		asked: ['mysql-01', 'mysql://root:hunter2@10.0.0.1/'],
		ms: 1.234567,
	};
	expect(debugLine(traced, new Date(0))).toBe(
		'{"at":"1970-01-01T00:00:00.000Z","what":"request","failed":"Access denied: CREATE USER app IDENTIFIED BY ******","asked":["mysql-01","mysql://root:******@10.0.0.1/"],"ms":1.23}',
	);
});

test('nothing in a line commands the terminal in which it is read', () => {
	const source = 'a\u{9B}31m\u{1B}[2J\u{202E}b\u{E0041}';
	const line = debugLine({what: 'silence', source}, new Date(0));
	expect(line).not.toMatch(/[\u{9B}\u{202E}\u{E0041}]/v);
	expect(JSON.parse(line)).toMatchObject({source});
});

test('requests are appended to a file that only its owner may read', async () => {
	const folder = makeFolder().path;
	const file = path.join(folder, 'debug.jsonl');
	await openDebugFile(file);
	const server = await onLoopback(
		createServer((_, response) => {
			response.end('{"result":true}');
		}),
	);
	const label = server.address;
	const connection = await Connection.open(parseMasterAddresses(label)[0]!);
	const options = {deadline: 5000, signal: new AbortController().signal};
	await connection.get('/apis/v1alpha1/status/?sources=mysql-01', options);
	await server[Symbol.asyncDispose]();
	await expect(connection.get('/status', options)).rejects.toThrow('refused');
	await connection.close();
	const text = await readFile(file, 'utf8');
	const lines = text
		.trimEnd()
		.split('\n')
		.map(line => JSON.parse(line) as Record<string, unknown>);
	expect(lines).toMatchObject([
		{what: 'start', node: process.version},
		{
			what: 'request',
			to: label,
			method: 'GET',
			path: '/apis/v1alpha1/status/?sources=mysql-01',
			status: 200,
			bytes: 15,
		},
		{what: 'request', to: label, method: 'GET', path: '/status', failed: `${label} refused the connection`},
	]);
	const {mode} = await stat(file);
	expect(mode % 0o1000).toBe(0o600);
});

test('a file that cannot be written is an error that says what to do', async () => {
	await expect(openDebugFile('/nowhere/debug.jsonl')).rejects.toThrow(
		/^--debug \/nowhere\/debug\.jsonl cannot be written: .+ Give a file in a folder that is yours\.$/v,
	);
});
