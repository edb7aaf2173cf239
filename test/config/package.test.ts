import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {publint} from 'publint';
import {formatMessage} from 'publint/utils';
import {beforeAll, describe, expect, it} from 'vitest';
import {root} from '../../.config/bundle/bundle.js';
import {bundleProgram, outdir, type Program} from '../../.config/bundle/program.js';
import {allowedLicences} from '../../.config/release/notice.js';
import {makeFolder} from '../folder.js';

/** What a command prints. */
const run = (file: string, words: readonly string[], {cwd}: {readonly cwd?: string} = {}): string =>
	execFileSync(file, words, {cwd, encoding: 'utf8', maxBuffer: 2 ** 26});
const bin = (name: string): string => path.join(root, 'node_modules/.bin', name);

type Description = {
	readonly version: string;
	readonly scripts: Readonly<Record<string, string>>;
	readonly dependencies?: unknown;
	readonly optionalDependencies?: unknown;
};
type Packed = {
	readonly filename: string;
	readonly unpackedSize: number;
	readonly files: ReadonlyArray<{path: string}>;
};

let folder: string;
let packed: Packed;
let tarball: string;
let program: Program;
let description: Description;

beforeAll(async () => {
	folder = makeFolder().path;
	description = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as Description;
	// The tests are preceded by a build of the program alone.
	if (!existsSync(path.join(outdir, 'index.d.ts'))) {
		run(bin('tsc'), ['--project', '.config/tsconfig.build.json'], {cwd: root});
	}

	const stdout = run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
		cwd: root,
	});
	const told = JSON.parse(stdout) as readonly Packed[] | Readonly<Record<string, Packed>>;
	packed = Object.values(told)[0]!;
	tarball = path.join(folder, packed.filename);
	program = await bundleProgram();
	// On a busy machine the compiler alone takes a minute.
}, 240_000);

describe('the program', () => {
	it('is the same bytes when it is built again', async () => {
		for (const {path: file, contents} of program.files) {
			const written = await readFile(file);
			expect(written.equals(contents), file).toBe(true);
		}
	});

	it('is ASCII, of which V8 keeps a character in one byte', () => {
		const others = program.files.filter(({contents}) => contents.some(byte => byte > 127));
		expect(others.map(({path: file}) => file)).toEqual([]);
	});

	it('names the licence of everything that it bundles', async () => {
		const notice = await readFile(path.join(root, 'NOTICE'), 'utf8');
		expect(notice).toBe(program.notice);
		for (const name of program.packages) {
			const {version} = JSON.parse(
				await readFile(path.join(root, name, 'package.json'), 'utf8'),
			) as Description;
			expect(notice).toContain(`\n${name.split('node_modules/').at(-1)!} ${version} (`);
		}

		expect(program.packages).toContain('node_modules/ink');
	});
});

describe('the package', () => {
	it('contains the program, its types and its documents, and no sources or build files', () => {
		const names = packed.files.map(({path: name}) => name);
		const documents = names.filter(name => !/^(?:dist\/|screenshots\/.+\.svg$)/v.test(name));
		expect(documents.filter(name => !/^docs\/[\w\-.\/]+\.(?:md|json|yml|1)$/v.test(name))).toStrictEqual([
			'CHANGELOG.md',
			'CONTRIBUTING.md',
			'LICENSE',
			'NOTICE',
			'README.md',
			'README.zh-CN.md',
			'package.json',
			'patches/README.md',
			'source/providers/module/example-provider.js',
			'source/terminal/README.md',
		]);
		const built = names.filter(name => name.startsWith('dist/'));
		expect(built.filter(name => !/\.d\.ts$|^dist\/chunks\/[\w\-]+\.js$/v.test(name))).toStrictEqual([
			'dist/build.json',
			'dist/cli.js',
			'dist/index.js',
			'dist/provider.js',
			'dist/terminal.js',
		]);
		expect(packed.unpackedSize).toBeLessThan(8_000_000);
	});

	it('contains everything that its documents link to', async () => {
		const names = new Set(packed.files.map(({path: name}) => name));
		const documents = [...names].filter(name => name.endsWith('.md'));
		const texts = await Promise.all(documents.map(async name => readFile(path.join(root, name), 'utf8')));
		const missing = texts.flatMap((text, index) =>
			text
				.matchAll(/(?:\]\(|(?:src|srcset)=")(?<target>[^\s"#\)]+)/gv)
				.map(({groups}) => groups!['target']!)
				.filter(target => !/^\w+:/v.test(target))
				.map(target => path.posix.join(path.posix.dirname(documents[index]!), target))
				.filter(target => !names.has(target.replace(/\/$/v, '')) && !names.has(`${target}README.md`))
				.map(target => `${documents[index]!}: ${target}`)
				.toArray(),
		);
		expect(missing).toStrictEqual([]);
	});

	it('has no dependencies, and runs nothing when it is installed', () => {
		expect(description.dependencies).toBe(undefined);
		expect(description.optionalDependencies).toBe(undefined);
		const atInstall = new Set(['preinstall', 'install', 'postinstall']);
		expect(Object.keys(description.scripts).filter(name => atInstall.has(name))).toStrictEqual([]);
		// Node's package manager would build what has one.
		expect(existsSync(path.join(root, 'binding.gyp'))).toBe(false);
	});

	it('passes publint', async () => {
		const file = await readFile(tarball);
		const content = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
		const {messages, pkg} = await publint({pack: {tarball: content}, strict: true});
		expect(messages.map(message => formatMessage(message, pkg))).toStrictEqual([]);
	});

	it('has types that are found by every kind of module resolution', async () => {
		const stdout = run(bin('attw'), [tarball, '--profile', 'esm-only', '--format', 'json']);
		const {problems} = JSON.parse(stdout) as {readonly problems?: Readonly<Record<string, unknown>>};
		const ignored = new Set(['NoResolution', 'CJSResolvesToESM']);
		expect(Object.keys(problems ?? {}).filter(kind => !ignored.has(kind))).toStrictEqual([]);
	});

	it('works where it is installed', async () => {
		const home = path.join(folder, 'node_modules/dm-top');
		await mkdir(home, {recursive: true});
		run('tar', ['-xzf', tarball, '-C', home, '--strip-components=1']);
		const script = path.join(folder, 'uses.mjs');
		await writeFile(
			script,
			`import {operationKinds, parseStatus} from 'dm-top';
			import * as provider from 'dm-top/provider';
			import {textWidth} from 'dm-top/terminal';
			import description from 'dm-top/package.json' with {type: 'json'};
			console.log(JSON.stringify([operationKinds.has('pause'), operationKinds === provider.operationKinds, typeof parseStatus, textWidth('表'), description.version]));`,
		);
		const used = run(process.execPath, [script]);
		expect(JSON.parse(used)).toStrictEqual([true, true, 'function', 2, description.version]);
		const told = run(process.execPath, [path.join(home, 'dist/cli.js'), '--version']);
		expect(told).toMatch(
			/^dm-top \d+\.\d+\.\d+(?:-rc\.\d+)? \(package, commit (?:not known|[\da-f]{12}\+?), Node\.js \d+\.\d+\.\d+, \w+-\w+\)\n$/v,
		);
		expect(told.startsWith(`dm-top ${description.version} (`)).toBe(true);
	});
});

describe('the lock file', () => {
	it('has only packages from the public registry, under licences that allow their use', async () => {
		const lock = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8')) as {
			readonly packages: Readonly<Record<string, {readonly license?: string; readonly resolved?: string}>>;
		};
		const inUse = new Set([
			...allowedLicences,
			'BlueOak-1.0.0',
			'CC0-1.0',
			'CC-BY-3.0',
			'CC-BY-4.0',
			'MIT-0',
			'MPL-2.0',
			'PSF-2.0',
			'Python-2.0',
			'Unlicense',
		]);
		const others = Object.entries(lock.packages).filter(([name, {license}]) => {
			// Only its Readme.md has its licence, MIT.
			const told = license ?? (name === 'node_modules/format' ? 'MIT' : '');
			return told.split(/ (?:OR|AND) |[\(\)]/v).every(one => !inUse.has(one));
		});
		expect(others.map(([name, {license}]) => `${name}: ${license}`)).toStrictEqual([]);
		const hosts = Object.values(lock.packages).flatMap(({resolved}) =>
			resolved === undefined ? [] : [new URL(resolved).host],
		);
		expect(hosts.filter(host => host !== 'registry.npmjs.org')).toStrictEqual([]);
	});
});
