/**
 * Makes few files of many. esbuild parts the bundle by who needs what, into some hundred files, most of them tiny; and each
 * file that a start loads costs it a third of a millisecond, whatever is in it: its path is resolved, its folder looked at,
 * its compiled code looked up. What the usual starts load anyway becomes one file each.
 */
import path from 'node:path';
import {type BuildOptions, type Metafile, type OutputFile, build} from 'esbuild';
import {reachable} from './reachable.ts';

/** A file of the bundle, by its path from the root of the project, as esbuild names it. */
type Outputs = Metafile['outputs'];

/**
 * Starts whose files belong together: the modules that begin them. Earlier ones are part of later ones. `common`: what both of
 * a pair need belongs to them as well; it would otherwise be in the first of the two, and the other would load all of that.
 */
export type Start = {
	readonly name: string;
	readonly entries: readonly string[];
	readonly common?: ReadonlyArray<readonly [readonly string[], readonly string[]]>;
};

/** Everything that is loaded as soon as one of these is. */
const closureOf = (files: readonly string[], outputs: Outputs): ReadonlySet<string> =>
	reachable(files, file =>
		outputs[file]!.imports.flatMap(({path: imported, kind, external}) =>
			kind === 'import-statement' && external !== true ? imported : [],
		),
	);

/**
 * The files that become one, for each start. Whatever one of them needs is among them or was before, so that no two of the
 * new files need each other.
 */
const groupsOf = (starts: readonly Start[], outputs: Outputs): ReadonlyMap<string, readonly string[]> => {
	const taken = new Set<string>();
	const fileOf = new Map(
		Object.entries(outputs).flatMap(([file, {entryPoint}]) =>
			entryPoint === undefined ? [] : [[entryPoint, file]],
		),
	);
	const neededBy = (entries: readonly string[]): ReadonlySet<string> => {
		const begins = entries.map(entry => {
			const file = fileOf.get(entry);
			if (file === undefined) {
				throw new Error(`${entry} is not an entry of the bundle: see the starts in program.ts`);
			}

			return file;
		});
		return closureOf(begins, outputs);
	};

	return new Map(
		starts.map(({name, entries, common = []}) => {
			const both = common.flatMap(([one, other]) => [...neededBy(one).intersection(neededBy(other))]);
			const group = [...neededBy(entries).union(new Set(both))].filter(
				file => !taken.has(file) && outputs[file]!.entryPoint === undefined,
			);
			for (const file of group) {
				taken.add(file);
			}

			return [name, group];
		}),
	);
};

/** What a file of a group exports, by the names in the one file. */
const renamed = (
	group: readonly string[],
	outputs: Outputs,
): ReadonlyMap<string, ReadonlyMap<string, string>> =>
	new Map(
		group.map((file, index) => [
			path.basename(file),
			new Map(outputs[file]!.exports.map(name => [name, `m${index}_${name}`])),
		]),
	);

/** One file of several; what they import of others they import still. */
const joinFiles = async (
	name: string,
	group: readonly string[],
	{files, outputs, options}: {files: ReadonlyMap<string, string>; outputs: Outputs; options: BuildOptions},
): Promise<OutputFile> => {
	const names = renamed(group, outputs);
	const inside = new Set(names.keys());
	const contents = [...names]
		.map(
			([file, exported]) =>
				`import ${JSON.stringify(`./${file}`)};\nexport {${[...exported].map(([from, to]) => `${from} as ${to}`).join(', ')}} from ${JSON.stringify(`./${file}`)};`,
		)
		.join('\n');
	const {outputFiles} = await build({
		...options,
		stdin: {contents, resolveDir: '/', sourcefile: `${name}.js`, loader: 'js'},
		entryNames: `chunks/${name}-[hash]`,
		inject: [],
		alias: {},
		define: {},
		splitting: false,
		metafile: false,
		plugins: [
			{
				name: 'chunks',
				setup({onResolve, onLoad}) {
					onResolve({filter: /^\./}, ({path: imported, kind}) => {
						const file = path.basename(imported);
						return kind === 'import-statement' && inside.has(file)
							? {path: file, namespace: 'chunk'}
							: {path: imported, external: true};
					});
					onResolve({filter: /^[^.]/}, ({path: imported, kind}) =>
						kind === 'entry-point' ? undefined : {path: imported, external: true},
					);
					onLoad({filter: /^/, namespace: 'chunk'}, ({path: file}) => ({
						contents: files.get(file)!,
						loader: 'js',
					}));
				},
			},
		],
	});
	return outputFiles![0]!;
};

const importing = /^import(?: \{(?<names>[^\}]*)\} from)? "(?<from>[^"]+)";$/gmv;

/** `text` with its imports of files that are no more taken from those that they are in now. */
const retarget = (
	text: string,
	placeOf: ReadonlyMap<string, {readonly file: string; readonly exported: ReadonlyMap<string, string>}>,
): string =>
	text.replaceAll(importing, (statement, ...found) => {
		const {names, from} = found.at(-1) as {names?: string; from: string};
		const place = placeOf.get(path.basename(from));
		if (!place) {
			return statement;
		}

		const target = JSON.stringify(`${path.dirname(from)}/${place.file}`);
		if (names === undefined) {
			return `import ${target};`;
		}

		const taken = names.split(',').map(name => {
			const [exported = '', local = exported] = name.trim().split(' as ', 2);
			return `${place.exported.get(exported)!} as ${local}`;
		});
		return `import {${taken.join(', ')}} from ${target};`;
	});

/** The files of a bundle, those of the starts joined. `options`: what it was bundled with. */
export const mergeChunks = async (
	bundled: {readonly outputFiles: readonly OutputFile[]; readonly metafile: Metafile},
	starts: readonly Start[],
	options: BuildOptions,
): Promise<ReadonlyArray<{readonly path: string; readonly contents: Uint8Array}>> => {
	const {outputs} = bundled.metafile;
	const files = new Map(bundled.outputFiles.map(file => [path.basename(file.path), file.text]));
	const placeOf = new Map<string, {readonly file: string; readonly exported: ReadonlyMap<string, string>}>();
	const joined: OutputFile[] = [];
	for (const [name, group] of groupsOf(starts, outputs)) {
		if (group.length === 0) {
			continue;
		}

		const file = await joinFiles(name, group, {files, outputs, options});
		joined.push(file);
		for (const [old, exported] of renamed(group, outputs)) {
			placeOf.set(old, {file: path.basename(file.path), exported});
		}
	}

	const encoder = new TextEncoder();
	const left = bundled.outputFiles.filter(file => !placeOf.has(path.basename(file.path)));
	return [...left, ...joined].map(file => {
		const text = retarget(file.text, placeOf);
		const lost = placeOf.keys().find(old => text.includes(`/${old}"`));
		if (lost !== undefined) {
			throw new Error(`${path.basename(file.path)} still imports ${lost}, which is part of another file now`);
		}

		return {path: file.path, contents: encoder.encode(text)};
	});
};
