/** What is bundled of undici does what all of it does, for what dm-top uses. */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {rm, writeFile} from 'node:fs/promises';
import http from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import process from 'node:process';
import {text} from 'node:stream/consumers';
import {build} from 'esbuild';
import {expect, test} from 'vitest';
import {bundle} from '../../.config/bundle/bundle.js';
import {makeFolder} from '../folder.js';

const bundled = async (contents: string): Promise<string> => {
	const {outputFiles} = await build({
		...bundle,
		logLevel: 'silent',
		stdin: {contents, resolveDir: bundle.absWorkingDir},
		write: false,
	});
	return outputFiles[0]!.text;
};

test.each([
	['pool', 'new Pool(process.argv[2])'],
	['agent', 'new Agent({allowH2: false})'],
])('the %s asks and reads answers', async (_, made) => {
	await using server = http.createServer((request, response) => {
		void text(request).then(body => {
			response.end(`${request.method} ${request.url} ${request.headers.accept} ${body}`);
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const program = await bundled(`
		import {Agent, Pool} from 'undici';
		const dispatcher = ${made};
		const {statusCode, body} = await dispatcher.request({
			origin: process.argv[2],
			path: '/status?sources=a',
			method: 'POST',
			body: 'asked',
			headers: {accept: 'text/plain'},
		});
		console.log(statusCode, await body.text());
		await dispatcher.close();
	`);
	const folder = makeFolder().path;
	const file = path.join(folder, 'program.mjs');
	await writeFile(file, program);
	const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const stdout = await text(spawn(process.execPath, [file, address]).stdout);
	await rm(folder, {recursive: true});
	expect(stdout).toContain('POST /status?sources=a text/plain asked');
	expect(program).not.toMatch(/"(?:node:)?http2"/v);
});

test('what is not bundled cannot be imported', async () => {
	const other = bundled("import {fetch} from 'undici'; console.log(fetch);");
	await expect(other).rejects.toThrow('"fetch"');
});
