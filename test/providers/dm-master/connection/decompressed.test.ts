/** Answers that a proxy compressed. */
import {Buffer} from 'node:buffer';
import {createServer} from 'node:http';
import {brotliCompressSync, deflateSync, gzipSync, zstdCompressSync} from 'node:zlib';
import {expect, onTestFinished, test} from 'vitest';
import {Connection} from '../../../../source/providers/dm-master/connection/connection.js';
import {parseMasterAddresses} from '../../../../source/providers/dm-master/master-address.js';
import {onLoopback} from '../../../servers/loopback.js';

/** A server that answers everything with this body. */
const answering = async (encoding: string, body: Uint8Array, limit?: number): Promise<Connection> => {
	const server = await onLoopback(
		createServer((_, response) => {
			response.setHeader('content-encoding', encoding);
			response.end(body);
		}),
	);
	const [address] = parseMasterAddresses(server.address);
	const connection = await Connection.open(address!, {}, limit);
	onTestFinished(async () => {
		await connection.close();
		await server[Symbol.asyncDispose]();
	});
	return connection;
};

const options = {deadline: 5000, signal: new AbortController().signal};
const text = JSON.stringify({result: true, msg: '', sources: ['数据源']});

test.each([
	['identity', Buffer.from(text)],
	['gzip', gzipSync(text)],
	['x-gzip', gzipSync(text)],
	['GZIP', gzipSync(text)],
	['deflate', deflateSync(text)],
	['br', brotliCompressSync(text)],
	['zstd', zstdCompressSync(text)],
])('an answer in %s is read', async (encoding, body) => {
	const connection = await answering(encoding, body);
	expect(await connection.get('/', options)).toMatchObject({status: 200, text});
});

test.each(['gzip', 'deflate', 'br', 'zstd'])(
	'an answer in %s without a body is empty, not broken',
	async encoding => {
		const connection = await answering(encoding, Buffer.alloc(0));
		expect(await connection.get('/', options)).toMatchObject({status: 200, text: ''});
	},
);

test('the limit is that of what comes out of it', async () => {
	const connection = await answering('gzip', gzipSync(Buffer.alloc(50_000_000)), 1024 * 1024);
	await expect(connection.get('/', options)).rejects.toMatchObject({
		problem: {what: expect.stringContaining('sent more than 1 MiB without finishing') as string},
	});
});

test.each([
	['gzip', Buffer.from(text), 'whose compression (gzip) is broken'],
	['gzip', gzipSync(text).subarray(0, 20), 'whose compression (gzip) is broken'],
	['br', Buffer.from(text), 'whose compression (br) is broken'],
	['zstd', Buffer.from(text), 'whose compression (zstd) is broken'],
	['compress', Buffer.from(text), 'in an unknown compression: compress'],
	['gzip, br', Buffer.from(text), 'in an unknown compression: gzip, br'],
])('an answer in %s that cannot be read says what and what to do', async (encoding, body, why) => {
	const connection = await answering(encoding, body);
	await expect(connection.get('/', options)).rejects.toMatchObject({
		problem: {
			what: `${connection.address.label} sent an answer ${why}`,
			fix: expect.stringContaining('turn its compression off') as string,
		},
	});
});
