/**
 * Makes release/dm-top-VERSION-PLATFORM-ARCH: dm-top and the Node.js that runs this, in one file, and the same
 * compressed beside it: `npm run executable`.
 */
import {execFileSync} from 'node:child_process';
import {chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {promisify} from 'node:util';
import {constants, zstdCompress} from 'node:zlib';
import pty from 'node-pty';
import {root} from '../bundle/bundle.ts';
import {commitOf} from './commit.ts';
import {executableName, releaseFolder} from './folder.ts';
import {singleProgram} from './single/program.ts';

const compressed = promisify(zstdCompress);

/** Node's mark of where an executable says whether something is inside. */
const fuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

const run = (file: string, ...words: readonly string[]): void => {
	execFileSync(file, words, {stdio: ['ignore', 'ignore', 'inherit']});
};

const tool = (name: string): string => path.join(root, 'node_modules/.bin', name);

/** Keys that lead through the screens that people see first. */
const tour = ['\u{1B}[B', '\r', '\u{1B}[B', '\r', '\u{1B}', '\u{1B}', '?', '\u{1B}', '6', '2', '1', 'q'];

/** Uses the program for a while, so that what a person uses is compiled when it starts. */
const compile = async (program: string, cache: string): Promise<void> => {
	const words = [path.join(import.meta.dirname, 'single/compile.cjs'), program, cache, '--simulate', 'shop'];
	const child = pty.spawn(process.execPath, words, {cols: 120, rows: 40, name: 'xterm-256color', cwd: root});
	const {promise: ended, resolve} = Promise.withResolvers<number>();
	const {promise: drawn, resolve: draw} = Promise.withResolvers<undefined>();
	child.onExit(({exitCode}) => {
		resolve(exitCode);
	});
	child.onData(text => {
		if (text.includes('billing')) {
			draw(undefined);
		}
	});
	await Promise.race([drawn, ended]);
	for (const key of tour) {
		child.write(key);
		await sleep(500);
	}

	const code = await ended;
	if (code !== 0) {
		throw new Error(`The program ended with ${code} while it was compiled`);
	}
};

const sign = (file: string): void => {
	if (process.platform === 'darwin') {
		run('codesign', '--sign', '-', file);
	}
};

/** Without symbols, and with what is in `blob`. */
const makeExecutable = async (blob: string, file: string): Promise<void> => {
	await copyFile(process.execPath, file);
	await chmod(file, 0o755);
	if (process.platform === 'darwin') {
		run('codesign', '--remove-signature', file);
	}

	if (process.platform !== 'win32') {
		run('strip', file);
	}

	const segment = process.platform === 'darwin' ? ['--macho-segment-name', 'NODE_SEA'] : [];
	run(process.execPath, tool('postject'), file, 'NODE_SEA_BLOB', blob, '--sentinel-fuse', fuse, ...segment);
	sign(file);
};

const {version} = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
	readonly version: string;
};
const commit = commitOf(root);
const file = path.join(releaseFolder, executableName(version));
const folder = await mkdtemp(path.join(tmpdir(), 'dm-top-executable-'));
const inside = (name: string): string => path.join(folder, name);
try {
	const {arch, platform, versions} = process;
	await Promise.all([
		mkdir(releaseFolder, {recursive: true}),
		writeFile(inside('program'), await singleProgram(version, commit), 'latin1'),
		writeFile(
			inside('version'),
			`dm-top ${version} (single executable, commit ${commit === '' ? 'not known' : commit}, Node.js ${versions.node}, ${platform}-${arch})\n`,
		),
	]);
	await compile(inside('program'), inside('compiled'));
	await writeFile(
		inside('sea.json'),
		JSON.stringify({
			main: path.join(import.meta.dirname, 'single/main.cjs'),
			output: inside('blob'),
			disableExperimentalSEAWarning: true,
			// How a custom provider is imported is one of these experiments.
			execArgv: ['--disable-warning=ExperimentalWarning'],
			assets: Object.fromEntries(['program', 'compiled', 'version'].map(name => [name, inside(name)])),
		}),
	);
	run(process.execPath, '--experimental-sea-config', inside('sea.json'));
	await makeExecutable(inside('blob'), file);
	const level = {[constants.ZSTD_c_compressionLevel]: 12};
	await writeFile(`${file}.zst`, await compressed(await readFile(file), {params: level}));
} finally {
	await rm(folder, {recursive: true});
}
