/** What is bundled of undici does what all of it does, for what dm-top uses. */
import {createServer} from 'node:http';
import {spawn} from 'node:child_process';
import {writeFile} from 'node:fs/promises';
import process from 'node:process';
import {text} from 'node:stream/consumers';
import {build} from 'esbuild';
import {expect, test} from 'vitest';
import {bundle} from '../../.config/bundle/bundle.js';
import {makeFolder} from '../folder.js';
import {onLoopback} from '../servers/loopback.js';

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
	await using server = await onLoopback(
		createServer((request, response) => {
			void text(request).then(body => {
				response.end(`${request.method} ${request.url} ${request.headers.accept} ${body}`);
			});
		}),
	);
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
	const file = makeFolder().file('program.mjs');
	await writeFile(file, program);
	const stdout = await text(spawn(process.execPath, [file, `http://${server.address}`]).stdout);
	expect(stdout).toContain('POST /status?sources=a text/plain asked');
	expect(program).not.toMatch(/"(?:node:)?http2"/v);
});

test('what is not bundled cannot be imported', async () => {
	const other = bundled("import {fetch} from 'undici'; console.log(fetch);");
	await expect(other).rejects.toThrow('"fetch"');
});
