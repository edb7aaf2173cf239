/**
 * Starts of a build, and what ran in them, as V8 has counted it.
 */
import {spawnSync} from 'node:child_process';
import {readdir, readFile, rm} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import pty from 'node-pty';

type Coverage = {
	readonly result: ReadonlyArray<{
		readonly url: string;
		readonly functions: ReadonlyArray<{
			readonly ranges: ReadonlyArray<{readonly startOffset: number; readonly count: number}>;
		}>;
	}>;
};

/** A file of the bundle, and where its functions begin that ran. */
export type Ran = {readonly text: string; readonly begun: ReadonlySet<number>};

/** What is watched in a start: the parameters that name it, and a text that its first frame shows. */
export type Watched = {
	readonly parameters: readonly string[];
	readonly shown: string;
	/** Settings from the environment. */
	readonly settings?: Readonly<Record<string, string>>;
};

/** Where it is counted for a build, and how: as somebody starts it who has never done so. */
const counting = (program: string): {readonly counted: string; readonly env: NodeJS.ProcessEnv} => {
	const folder = path.dirname(program);
	const counted = path.join(folder, 'coverage');
	const home = path.join(folder, 'home');
	const folders = {HOME: home, XDG_CONFIG_HOME: home, XDG_STATE_HOME: home, XDG_CACHE_HOME: home};
	return {counted, env: {...process.env, ...folders, NODE_V8_COVERAGE: counted}};
};

const readCounted = async (counted: string): Promise<readonly Ran[]> => {
	const names = await readdir(counted);
	const runs = await Promise.all(
		names.map(async name => {
			const {result} = JSON.parse(await readFile(path.join(counted, name), 'utf8')) as Coverage;
			return Promise.all(
				result
					.filter(({url}) => url.includes('/dist/') && !url.includes('/chokidar-'))
					.map(async ({url, functions}) => ({
						text: await readFile(fileURLToPath(url), 'utf8'),
						begun: new Set(
							functions
								.map(({ranges}) => ranges[0]!)
								.filter(({count}) => count > 0)
								.map(({startOffset}) => startOffset),
						),
					})),
			);
		}),
	);
	return runs.flat();
};

/** What runs of a build with `--once`. */
export const ranOnce = async (program: string, {parameters, settings}: Watched): Promise<readonly Ran[]> => {
	const {counted, env} = counting(program);
	await rm(counted, {recursive: true, force: true});
	// Of a cluster in trouble it ends with 1.
	spawnSync(process.execPath, [program, '--once', ...parameters], {env: {...env, ...settings}});
	return readCounted(counted);
};

/** A start that takes longer than this does not show what is waited for, ms. */
const longest = 20_000;

/** Starts it on a terminal; whoever sees the first frame quits. Resolves with its exit code. */
const startOnTerminal = async (
	program: string,
	{parameters, shown, settings}: Watched,
	env: NodeJS.ProcessEnv,
): Promise<number> => {
	const {promise: ended, resolve} = Promise.withResolvers<number>();
	const child = pty.spawn(process.execPath, [program, ...parameters], {
		cols: 120,
		rows: 40,
		// A terminal with colours, whatever this one is: a dumb one gets lines, and starts other code.
		name: 'xterm-256color',
		env: {...env, ...settings, TERM: 'xterm-256color', NO_COLOR: undefined},
	});
	child.onData(text => {
		if (text.includes(shown)) {
			child.write('q');
		}
	});
	const stuck = setTimeout(() => {
		child.kill('SIGKILL');
	}, longest);
	child.onExit(({exitCode}) => {
		clearTimeout(stuck);
		resolve(exitCode);
	});
	return ended;
};

/** How often a start is tried: on a busy machine Ink may come before the first picture, which is then left out. */
const attempts = 10;

/**
 * What runs of a build in a start on a terminal that ends with this exit code.
 *
 * @throws {Error} when no start ends so: a list of what ran by then would lack most.
 */
export const ranOnTerminal = async (
	program: string,
	watched: Watched,
	exitCode: number,
): Promise<readonly Ran[]> => {
	const {counted, env} = counting(program);
	let ended: number | undefined;
	for (let attempt = 0; ended !== exitCode; attempt++) {
		if (attempt === attempts) {
			throw new Error(
				`A start ends with ${ended}, not with ${exitCode}: try again while the machine is quiet.`,
			);
		}

		await rm(counted, {recursive: true, force: true});
		ended = await startOnTerminal(program, watched, env);
	}

	return readCounted(counted);
};
