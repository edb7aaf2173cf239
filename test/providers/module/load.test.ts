import {type ChildProcess, fork} from 'node:child_process';
import {once} from 'node:events';
import {copyFile, mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {build} from 'esbuild';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {makeFolder} from '../../folder.js';
import {fixturePath} from '../../servers/recorded-master.js';

const root = path.join(import.meta.dirname, '../../..');

/** Loads each provider that it is sent as the built program does, takes one look, and sends what it saw or why it cannot. */
const looker = `
import {loadProvider} from './load.js';
process.on('message', async ({file, environment}) => {
try {
	Object.assign(process.env, environment);
	const provider = await loadProvider(file);
	const seen = [];
	for await (const observation of provider.observe({signal: AbortSignal.timeout(10_000), once: true, interval: () => 1000})) {
		seen.push(observation.kind === 'status' ? observation.status.tasks.map(task => task.name + ' ' + task.status) : observation);
	}

	process.send({name: provider.name, title: provider.title, seen});
} catch (error) {
	process.send({error: error.name, message: error.message});
}
});
`;

let folder: string;
let child: ChildProcess;

beforeAll(async () => {
	folder = makeFolder().path;
	// As the package has it: index.js is the API, and the code that loads providers lies beside it.
	await build({
		absWorkingDir: root,
		entryPoints: {index: 'source/index.ts', load: 'source/providers/module/load.ts'},
		outdir: path.join(folder, 'dist'),
		bundle: true,
		splitting: true,
		format: 'esm',
		platform: 'node',
		outExtension: {'.js': '.js'},
	});
	await writeFile(path.join(folder, 'dist/package.json'), '{"type": "module"}');
	await writeFile(path.join(folder, 'dist/look.js'), looker);
	child = fork(path.join(folder, 'dist/look.js'), {cwd: folder, execArgv: []});
});

afterAll(() => {
	child.kill();
});

/** What the program makes of a module. */
const look = async (file: string, environment: Readonly<Record<string, string>> = {}): Promise<unknown> => {
	const answer = once(child, 'message');
	child.send({file, environment});
	const [seen] = (await answer) as [unknown];
	return seen;
};

let modules = 0;

/** A separate file each time: a module is loaded only once. */
const moduleOf = async (code: string, extension = 'mjs'): Promise<string> => {
	const file = `./my-provider-${modules++}.${extension}`;
	await writeFile(path.join(folder, file), code);
	return file;
};

const observe = "async *observe() { yield {kind: 'cluster', at: 1, version: 'v7.5.5'}; }";
const whole = `{name: 'mine', title: 'my own', ${observe}}`;

describe('a module that exports a provider', () => {
	it.each<[string, string, string]>([
		['an object', `export default ${whole};`, 'mjs'],
		['a function', `export default () => (${whole});`, 'mjs'],
		['an async function', `export default async () => (${whole});`, 'mjs'],
		[
			'an object of a class',
			`class Mine { name = 'mine'; title = 'my own'; ${observe} }\nexport default new Mine();`,
			'mjs',
		],
		[
			'CommonJS',
			`module.exports = ${whole.replace('async *observe() {', 'observe: async function* () {')};`,
			'cjs',
		],
		[
			'TypeScript',
			`const title: string = 'my own';\nexport default ${whole.replace("'my own'", 'title')};`,
			'mts',
		],
	])('is loaded: %s', async (_name, code, extension) => {
		expect(await look(await moduleOf(code, extension))).toStrictEqual({
			name: 'mine',
			title: 'my own',
			seen: [{kind: 'cluster', at: 1, version: 'v7.5.5'}],
		});
	});

	it('runs the example, which finds dm-top although it is not installed near it', async () => {
		const copyOf = async (name: string): Promise<string> => {
			const file = path.join(folder, name);
			await copyFile(path.join(root, 'source/providers/module/example-provider.js'), file);
			return file;
		};

		const answer = fixturePath('dm-v7.5', 'paused-by-user', 'v1alpha1-status.json');
		expect(await look(await copyOf('dmctl.mjs'), {DM_TOP_COMMAND: `cat '${answer}'`})).toMatchObject({
			name: 'dmctl',
			seen: [expect.arrayContaining(['orders Paused'])],
		});
		expect(
			await look(await copyOf('dmctl-fails.mjs'), {DM_TOP_COMMAND: 'echo no such host >&2; false'}),
		).toMatchObject({
			seen: [{kind: 'silence', problem: {what: expect.stringContaining('no such host') as unknown}}],
		});
	});
});

describe('a module that is not a provider', () => {
	it.each<[string, string, string]>([
		[
			'no default export',
			"export const observe = 1; export const name = 'x';",
			'has no default export, only name, observe. A provider looks like this: export default {',
		],
		['nothing at all', '', 'has no default export. A provider looks like this'],
		['a text', "export default 'http';", 'its default export gives the string "http"'],
		['a function that gives nothing', 'export default () => {};', 'its default export gives nothing'],
		[
			'a function that throws',
			"export default () => { throw new Error('no configuration'); };",
			'its default export failed: no configuration',
		],
		['a class', `export default class { ${observe} }`, 'its default export failed: Class constructor'],
		['no observe', "export default {name: 'x', title: 'y'};", 'exports no provider: it has no observe().'],
		[
			'no name, and a title that is a number',
			`export default {title: 1, ${observe}};`,
			'exports no provider: it has no name, its title is the number 1.',
		],
		[
			'an observe that is no function',
			"export default {name: 'x', title: 'y', observe: 1};",
			'its observe is not a function',
		],
		[
			'a refresh that is no function',
			`export default {name: 'x', title: 'y', ${observe}, refresh: true};`,
			'its refresh is not a function',
		],
		[
			'an operator that cannot operate',
			`export default {name: 'x', title: 'y', ${observe}, operator: {kinds: ['pause']}};`,
			'its operator has no Set of kinds, or no operate()',
		],
		[
			'locks that cannot be listed',
			`export default {name: 'x', title: 'y', ${observe}, locks: []};`,
			'its locks have no list()',
		],
		[
			'a mistake in its syntax',
			'export default {\n  name: "x"\n  title: "y",\n};',
			'has a mistake in its syntax: Unexpected identifier \'title\'. "node --check FILE" shows where.',
		],
		['a mistake at its top', '\n\nthrow new Error("boom");', 'FILE:3 failed while it was loaded: boom'],
		['an import that is not there', "import 'no-such-package-of-mine';", 'no-such-package-of-mine'],
		[
			'a secret in why it failed at its top',
			'throw new Error("no answer from dm:hunter2@tcp(db:4000)/");',
			'FILE:1 failed while it was loaded: no answer from dm:******@tcp(db:4000)/',
		],
		[
			'a secret in why its function failed',
			'export default () => { throw new Error("no answer from dm:hunter2@tcp(db:4000)/"); };',
			'its default export failed: no answer from dm:******@tcp(db:4000)/',
		],
		[
			'a part that cannot be read',
			`export default {name: 'x', title: 'y', ${observe}, get refresh() { throw new Error('later'); }};`,
			'its default export failed: later',
		],
		[
			'readers that cannot be read',
			`export default {name: 'x', title: 'y', ${observe}, readers: {get schema() { throw new Error('later'); }}};`,
			'its default export failed: later',
		],
	])('is refused with a message for its author: %s', async (_name, code, words) => {
		const file = await moduleOf(code);
		expect(await look(file)).toStrictEqual({
			error: 'ProviderModuleError',
			message: expect.stringContaining(words.replace('FILE', () => file)) as unknown,
		});
	});

	it('is refused when it does not exist, or is a folder', async () => {
		expect(await look('./no-such.js')).toHaveProperty(
			'message',
			'./no-such.js does not exist. --provider takes the path of a JavaScript file.',
		);
		await mkdir(path.join(folder, 'x'));
		expect(await look('./x')).toHaveProperty('message', expect.stringContaining('./x is a folder'));
	});
});
