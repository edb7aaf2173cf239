/**
 * Writes what a start needs, as it is found by starting: start-functions.txt, the functions that run until the first frame
 * and for --once, and the modules of which none does until the first picture: trouble-modules.txt, those that a cluster in
 * trouble needs, master-modules.txt, those that only a dm-master needs, and later-modules.txt. `npm run start-lists`, now and then: a function that is not listed is compiled again
 * at every start, and a module that is not listed is loaded by it.
 */
import {copyFile, mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import {createFleet} from '../../../benchmark/fleet.ts';
import {type Served, serve} from '../../../benchmark/serve.ts';
import {root} from '../bundle.ts';
import {bundleParts, bundleProgram, offered, outdir} from '../program.ts';
import {functionKey, parseBundled} from './function-key.ts';
import {functionsOf, importsOf} from './later-modules.ts';
import {reachable} from './reachable.ts';
import {type Ran, type Watched, ranOnce, ranOnTerminal} from './run-starts.ts';
import {writeList} from './start-lists.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'dm-top-start-'));
const fleet = createFleet({tasks: 34, sources: 4, width: 1});

/** Clusters in which all goes well, beginning with a file. */
const statusFile = path.join(folder, 'status.json');
const calmFile: Watched = {parameters: ['--file', statusFile], shown: fleet.tasks[3]!};
await writeFile(
	statusFile,
	fleet.answer(() => 1),
);

/** The same by somebody who has settings, in a file and in the environment. */
const settingsFile = path.join(folder, 'config.toml');
const calmWithSettings: Watched = {
	...calmFile,
	settings: {DM_TOP_CONFIG: settingsFile, DM_TOP_STATE: '0', DM_TOP_INTERVAL: '2'},
};
await writeFile(
	settingsFile,
	[
		'interval = 5',
		'theme = "dark"',
		'[thresholds]',
		'lag-high = "10m"',
		'[clusters.prod]',
		'master-addr = "10.0.1.11:8261"',
		'type-name = true',
		'[clusters.prod.thresholds]',
		'lag-high = "5m"',
	].join('\n'),
);

/** Clusters in trouble, as recorded: errors of DDLs, of loads, and workers that are gone. */
const troubledFiles: readonly Watched[] = ['ddl-lock-and-sync-errors', 'load-errors', 'workers-down'].map(
	name => ({
		parameters: ['--file', path.join(root, 'test/fixtures/dm-v7.5', name, 'v1alpha1-status.json')],
		shown: 'TASK',
	}),
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

const presenting = /\.present\(picture\)/v;

/** On a slow machine Ink comes before the picture of a cluster in trouble, which is then left out. */
const waiting = /\bbeforeInk\s?=\s?\d+/v;

/** How a build ends that ends with the first picture. */
const pictured = 3;

const parts = await bundleParts([]);

/** A build that ends when the first picture is on the screen: before Ink, which calls much more. */
const untilPicture = async (): Promise<string> => {
	const {outputFiles} = parts;
	for (const said of [presenting, waiting]) {
		if (outputFiles.every(({text}) => !said.test(text))) {
			throw new Error(`Nothing in the bundle says ${said}: see source/modes/live`);
		}
	}

	return place(
		'modules',
		outputFiles.map(({path: built, text}) => ({
			path: built,
			contents: new TextEncoder().encode(
				text
					.replace(presenting, found => `${found},process.exit(${pictured})`)
					.replace(waiting, () => 'beforeInk = 10_000'),
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

/** The modules of ours in files of the bundle, and those of which a function ran. */
const oursOf = (
	ran: readonly Ran[],
): {readonly all: ReadonlySet<string>; readonly begun: ReadonlySet<string>} => {
	const ours = ran.flatMap(file => modulesOf(file)).filter(([module]) => isOurs(module));
	return {
		all: new Set(ours.map(([module]) => module)),
		begun: new Set(ours.filter(([, hasRun]) => hasRun).map(([module]) => module)),
	};
};

/** What the modules are made of: the functions that each exports, and what it takes of others. */
const readModules = async (modules: ReadonlySet<string>) => {
	const texts = new Map(
		await Promise.all(
			[...modules].map(async module => [module, await readFile(path.join(root, module), 'utf8')] as const),
		),
	);
	return {
		functions: new Map([...texts].map(([module, text]) => [module, functionsOf(text)])),
		imports: new Map([...texts].map(([module, text]) => [module, importsOf(module, text)])),
	};
};

/**
 * Those of the modules that a start has loaded that can be loaded later: they are not needed, and those that stay take
 * nothing of them but functions. In two lists: of the one something is called for a cluster in trouble.
 */
const loadedLater = async (
	all: ReadonlySet<string>,
	needed: ReadonlySet<string>,
	inTrouble: ReadonlySet<string>,
): Promise<{readonly trouble: readonly string[]; readonly rest: readonly string[]}> => {
	const {functions, imports} = await readModules(all);
	const takesMore = (names: readonly string[], module: string): boolean =>
		names.some(name => !functions.get(module)!.includes(name));
	const later = new Set(all).difference(needed.union(shared()));
	let count: number;
	do {
		count = later.size;
		for (const module of later) {
			const staying = takenOf(module, imports).filter(([importer]) => !later.has(importer));
			if (staying.some(([, names]) => takesMore(names, module))) {
				later.delete(module);
			}
		}
	} while (later.size < count);

	const trouble = later.intersection(inTrouble);
	do {
		count = trouble.size;
		for (const module of later.difference(trouble)) {
			const asked = takenOf(module, imports).filter(([importer]) => trouble.has(importer));
			if (asked.some(([, names]) => takesMore(names, module))) {
				trouble.add(module);
			}
		}
	} while (trouble.size > count);

	const withFunctions = (modules: Iterable<string>) =>
		[...modules].filter(module => functions.get(module)!.length > 0);
	return {trouble: withFunctions(trouble), rest: withFunctions(later.difference(trouble))};
};

/** What runs in the start of each, one after the other. */
const ranIn = async (
	watched: readonly Watched[],
	run: (one: Watched) => Promise<readonly Ran[]>,
): Promise<readonly Ran[]> => {
	const ran: Ran[] = [];
	for (const one of watched) {
		ran.push(...(await run(one)));
	}

	return ran;
};

const modules = await untilPicture();
// A server draws no picture, with which it would end.
using calmMaster = await serve(modules, 'calm');
using troubledMaster = await serve(modules, 'shop');
using masterWithoutWorker = await serve(modules, 'worker-lost');
const watchedOf = ({parameters}: Served): Watched => ({parameters, shown: 'TASK'});
const otherCalm: readonly Watched[] = [calmWithSettings, watchedOf(calmMaster)];
const calm: readonly Watched[] = [calmFile, ...otherCalm];
const troubled: readonly Watched[] = [
	...troubledFiles,
	watchedOf(troubledMaster),
	watchedOf(masterWithoutWorker),
];
const untilPictureOf = async (watched: Watched) => ranOnTerminal(modules, watched, pictured);
const once = async (watched: Watched) => ranOnce(modules, watched);
const ranOfFile = await untilPictureOf(calmFile);
const ofFile = oursOf(ranOfFile).all;
const calmly = oursOf([
	...ranOfFile,
	...(await ranIn(otherCalm, untilPictureOf)),
	...(await ranIn(calm, once)),
]);
const inTrouble = oursOf(await ranIn(troubled, once)).begun;
const picturedTrouble = oursOf(await ranIn(troubled, untilPictureOf)).begun;
// What the screen shows of trouble is little: it is not worth a file.
const needed = calmly.begun.union(picturedTrouble.difference(inTrouble));
const {trouble, rest} = await loadedLater(calmly.all, needed, inTrouble);
const later = [
	{name: 'trouble-modules', modules: trouble},
	{name: 'master-modules', modules: rest.filter(module => !ofFile.has(module))},
	{name: 'later-modules', modules: rest.filter(module => ofFile.has(module))},
] as const;
for (const {name, modules: listed} of later) {
	await writeList(`${name}.txt`, listed);
}

// Without parentheses, so that a function has its key as it will have it before it gets them.
const {files} = await bundleProgram(new Set(), later);
const program = await place('functions', files);
const ran = await ranIn([...calm, ...troubled], async watched => [
	...(await ranOnTerminal(program, watched, 0)),
	...(await ranOnce(program, watched)),
]);
await writeList(
	'start-functions.txt',
	ran.flatMap(one => keysOf(one)),
);
await rm(folder, {recursive: true, force: true});
