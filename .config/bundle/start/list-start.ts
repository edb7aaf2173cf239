/**
 * Writes what a start needs, as it is found by starting: start-functions.txt, the functions that run until the first frame
 * and for --once, and later-modules.txt, the modules of which none does until the first picture. `npm run start-lists`, now
 * and then: a function that is not listed is compiled again at every start, and a module that is not listed is loaded by it.
 */
import {execFileSync} from 'node:child_process';
import {copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import pty from 'node-pty';
import ts from 'typescript';
import {createFleet} from '../../../benchmark/fleet.ts';
import {root} from '../bundle.ts';
import {bundleParts, bundleProgram, offered, outdir} from '../program.ts';
import {functionKey, parseBundled} from './function-key.ts';
import {functionsOf, importsOf} from './later-modules.ts';
import {reachable} from './reachable.ts';
import {writeList} from './start-lists.ts';

type Coverage = {
	readonly result: ReadonlyArray<{
		readonly url: string;
		readonly functions: ReadonlyArray<{
			readonly ranges: ReadonlyArray<{readonly startOffset: number; readonly count: number}>;
		}>;
	}>;
};

/** A file of the bundle, and where its functions begin that ran. */
type Ran = {readonly text: string; readonly begun: ReadonlySet<number>};

const folder = await mkdtemp(path.join(tmpdir(), 'dm-top-start-'));
const file = path.join(folder, 'status.json');
const fleet = createFleet({tasks: 34, sources: 4, width: 1});
const task = fleet.tasks[3]!;
await writeFile(
	file,
	fleet.answer(() => 1),
);

/** Puts a build into a folder of its own, and gives where it is started. */
const place = async (
	name: string,
	files: ReadonlyArray<{readonly path: string; readonly contents: Uint8Array}>,
): Promise<string> => {
	await Promise.all(
		files.map(async ({path: built, contents}) => {
			const copy = path.join(folder, name, 'dist', path.relative(outdir, built));
			await mkdir(path.dirname(copy), {recursive: true});
			await writeFile(copy, contents);
		}),
	);
	await copyFile(path.join(root, 'package.json'), path.join(folder, name, 'package.json'));
	return path.join(folder, name, 'dist/cli.js');
};

/** Starts it on a terminal; whoever sees the tasks quits. Resolves with its exit code. */
const startOnTerminal = async (program: string, env: NodeJS.ProcessEnv): Promise<number> => {
	const {promise: ended, resolve} = Promise.withResolvers<number>();
	const child = pty.spawn(process.execPath, [program, '--file', file], {
		cols: 120,
		rows: 40,
		// A terminal with colours, whatever this one is: a dumb one gets lines, and starts other code.
		name: 'xterm-256color',
		env: {...env, TERM: 'xterm-256color', NO_COLOR: undefined},
	});
	child.onData(text => {
		if (text.includes(task)) {
			child.write('q');
		}
	});
	child.onExit(({exitCode}) => {
		resolve(exitCode);
	});
	return ended;
};

/** How often a start is tried: on a busy machine Ink may come before the first picture, which is then left out. */
const attempts = 10;

/**
 * What ran of a build, in a start with `--once` and in one on a terminal that ends with this exit code.
 *
 * @throws {Error} when no start ends so: a list of what ran by then would lack most.
 */
const runBoth = async (program: string, exitCode: number): Promise<readonly Ran[]> => {
	const kept = path.join(path.dirname(program), 'coverage');
	const env = {...process.env, NODE_V8_COVERAGE: kept, DM_TOP_STATE: '0'};
	let ended: number | undefined;
	for (let attempt = 0; ended !== exitCode; attempt++) {
		if (attempt === attempts) {
			throw new Error(
				`A start ends with ${ended}, not with ${exitCode}: try again while the machine is quiet.`,
			);
		}

		await rm(kept, {recursive: true, force: true});
		ended = await startOnTerminal(program, env);
	}

	execFileSync(process.execPath, [program, '--once', '--file', file], {env});
	const names = await readdir(kept);
	const runs = await Promise.all(
		names.map(async name => {
			const {result} = JSON.parse(await readFile(path.join(kept, name), 'utf8')) as Coverage;
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

/** The keys of the functions of a file of the bundle that ran. */
const keysOf = ({text, begun}: Ran): readonly string[] => {
	const source = parseBundled(text);
	const keys: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isFunctionLike(node) && begun.has(node.getStart(source))) {
			keys.push(functionKey(node, source));
		}

		ts.forEachChild(node, visit);
	};

	visit(source);
	return keys;
};

/** Where the module of a name begins, in what esbuild makes. */
const marking = /^\/\/ (?<module>\S.*)$/gmv;

/** The modules in a file of the bundle, and whether a function of theirs ran. What runs when a file is loaded is none. */
const modulesOf = ({text, begun}: Ran): ReadonlyArray<readonly [string, boolean]> => {
	const marks = text.matchAll(marking).toArray();
	return marks.map(({index, groups}, at) => {
		const end = marks[at + 1]?.index ?? text.length;
		return [groups!['module']!, begun.values().some(start => start > index && start < end)];
	});
};

const presenting = '.present(picture)';

/** How a build ends that ends with the first picture. */
const pictured = 3;

const parts = await bundleParts([]);

/** A build that ends when the first picture is on the screen: before Ink, which calls much more. */
const untilPicture = async (): Promise<string> => {
	const {outputFiles} = parts;
	if (outputFiles.every(({text}) => !text.includes(presenting))) {
		throw new Error(`Nothing in the bundle says ${presenting}: see source/modes/live/present-first.ts`);
	}

	return place(
		'modules',
		outputFiles.map(({path: built, text}) => ({
			path: built,
			contents: new TextEncoder().encode(
				text.replace(presenting, () => `${presenting},process.exit(${pictured})`),
			),
		})),
	);
};

const isOurs = (module: string): boolean => /^source\/\S+\.tsx?$/v.test(module);

/** What is taken of a module, by those that import it. */
const takenOf = (
	module: string,
	imports: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>,
): ReadonlyArray<readonly [importer: string, names: readonly string[]]> =>
	[...imports].flatMap(([importer, found]) =>
		[...found]
			.filter(([from]) => path.posix.join(path.dirname(importer), from).replace(/\.js$/v, '.ts') === module)
			.map(([, names]) => [importer, names] as const),
	);

/** The modules that dm-top offers to other programs, which may be bundled again: those need no file that is loaded later. */
const shared = (): ReadonlySet<string> => {
	const {inputs} = parts.metafile;
	return reachable(offered, module =>
		inputs[module]!.imports.map(({path: id}) => id).filter(id => Object.hasOwn(inputs, id)),
	);
};

/**
 * Those of the modules that a start has loaded that can be loaded later: none of their functions ran, and those that stay
 * take nothing of them but functions.
 */
const loadedLater = async (
	modules: ReadonlyArray<readonly [string, boolean]>,
): Promise<readonly string[]> => {
	const ours = modules.filter(([module]) => isOurs(module));
	const texts = new Map<string, string>();
	for (const [module] of ours) {
		texts.set(module, await readFile(path.join(root, module), 'utf8'));
	}

	const functions = new Map([...texts].map(([module, text]) => [module, functionsOf(text)]));
	const imports = new Map([...texts].map(([module, text]) => [module, importsOf(module, text)]));
	const needed = new Set(ours.filter(([, hasRun]) => hasRun).map(([module]) => module));
	const kept = needed.union(shared());
	const later = new Set(ours.map(([module]) => module)).difference(kept);
	let count: number;
	do {
		count = later.size;
		for (const module of later) {
			const staying = takenOf(module, imports).filter(([importer]) => !later.has(importer));
			if (staying.some(([, names]) => names.some(name => !functions.get(module)!.includes(name)))) {
				later.delete(module);
			}
		}
	} while (later.size < count);

	return [...later].filter(module => functions.get(module)!.length > 0);
};

const ranUntilPicture = await runBoth(await untilPicture(), pictured);
const later = await loadedLater(ranUntilPicture.flatMap(ran => modulesOf(ran)));
await writeList('later-modules.txt', later);
// Without parentheses, so that a function has its key as it will have it before it gets them.
const {files} = await bundleProgram(new Set(), later);
const ran = await runBoth(await place('functions', files), 0);
await writeList(
	'start-functions.txt',
	ran.flatMap(one => keysOf(one)),
);
await rm(folder, {recursive: true, force: true});
