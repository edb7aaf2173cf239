/**
 * The program and the public API as one set of ES modules, with every dependency inside, so that dm-top starts fast and
 * installs without a tree of packages. The same sources give the same bytes.
 */
import path from 'node:path';
import {build, transform, type BuildOptions, type BuildResult, type OutputFile} from 'esbuild';
import {bundledPackages, noticeOf} from '../release/notice.ts';
import {inAscii} from './start/ascii.ts';
import {bundle, root} from './bundle.ts';
import {withEagerFunctions} from './start/eager-functions.ts';
import {type Later, laterModules, loadedNow} from './start/later-modules.ts';
import {laterFiles, startFunctions} from './start/start-lists.ts';
import {withLatePatterns} from './start/late-patterns.ts';
import {type Start, mergeChunks} from './start/merge-chunks.ts';
import {unusedPatches} from './patch-packages.ts';

/** Where the program is built. */
export const outdir = path.join(root, 'dist');

export type Program = {
	/** With absolute paths, in `outdir`. */
	readonly files: ReadonlyArray<Pick<OutputFile, 'path' | 'contents'>>;
	/** The folders of the packages that are inside. */
	readonly packages: readonly string[];
	readonly notice: string;
};

const options = {
	...bundle,
	outdir,
	target: 'node22',
	// A build that fails leaves the last one as it was.
	write: false,
	legalComments: 'none',
} as const satisfies BuildOptions;

/** What is offered to other programs. */
export const offered = ['source/index.ts', 'source/provider.ts', 'source/terminal.ts'];

const parts = {
	...options,
	entryPoints: ['source/cli.ts', ...offered],
	splitting: true,
	define: {...bundle.define, 'import.meta.singleFile': 'undefined'},
	chunkNames: 'chunks/[name]-[hash]',
	metafile: true,
} as const satisfies BuildOptions;

const screen = ['source/session/watching/watch.ts', 'source/modes/live/live.ts'];
const master = ['source/providers/dm-master/open.ts'];
const keys = ['later-modules:later-modules'];

/**
 * What is loaded together becomes one file: what every start needs, the public API, --once, what is known of errors, the
 * screen, what asks a dm-master, what no start needs, and React and Ink that draw the screen.
 */
const starts: readonly Start[] = [
	{name: 'first', entries: ['source/cli.ts', 'source/modes/version.ts']},
	{name: 'api', entries: ['source/index.ts', 'source/provider.ts']},
	{
		name: 'once',
		entries: [
			'source/program/main.ts',
			'source/providers/file/file.ts',
			'source/modes/once/observe-once.ts',
			'source/modes/once/table.ts',
			'source/modes/once/json.ts',
		],
		common: [
			[screen, master],
			[keys, master],
		],
	},
	{name: 'trouble', entries: ['trouble-modules:trouble-modules']},
	{name: 'terminal', entries: ['source/terminal.ts']},
	{name: 'screen', entries: screen},
	{name: 'master', entries: master},
	{name: 'later', entries: keys},
	{name: 'later-master', entries: ['master-modules:master-modules']},
	{name: 'ink', entries: ['source/modes/live/draw-with-ink.tsx']},
];

/** Without blanks and comments: a start reads a third less. Names stay, for reading stacks. */
const pack = async (
	file: Pick<OutputFile, 'path' | 'contents'>,
	eager: ReadonlySet<string>,
): Promise<Program['files'][number]> => {
	const {target, supported} = options;
	const {code} = await transform(new TextDecoder().decode(file.contents), {
		target,
		supported,
		format: 'esm',
		minifyWhitespace: true,
		legalComments: 'none',
	});
	return {
		path: file.path,
		contents: new TextEncoder().encode(inAscii(withEagerFunctions(withLatePatterns(loadedNow(code)), eager))),
	};
};

/**
 * The program in as many files as esbuild makes of it, as they are before anything is done for a fast start but keeping
 * `later` in files of their own.
 *
 * @param later The modules that are loaded when they are first used.
 */
export const bundleParts = async (
	later: readonly Later[],
): Promise<BuildResult<{metafile: true; write: false}>> =>
	build({...parts, plugins: [laterModules(root, later), ...bundle.plugins]});

/**
 * Bundles the program; nothing is written.
 *
 * @param eager The keys of the functions that are compiled when a file is loaded.
 * @param later The modules that are loaded when they are first used.
 * @throws {Error} when a patch has nothing to patch, or a package may not be given on.
 */
export const bundleProgram = async (eager = startFunctions, later = laterFiles): Promise<Program> => {
	const result = await bundleParts(later);
	const unused = unusedPatches(Object.keys(result.metafile.inputs));
	if (unused.length > 0) {
		throw new Error(`Nothing in the bundle is patched by ${unused.join(', ')}: see patch-packages.ts`);
	}

	const packages = bundledPackages(result.metafile);
	const merged = await mergeChunks(result, starts, options);
	return {
		files: await Promise.all(merged.map(async file => pack(file, eager))),
		packages,
		notice: await noticeOf(packages),
	};
};
