/**
 * Builds dist/: the program and the public API as one set of ES modules, with every dependency inside,
 * so that dm-top starts fast and installs without a tree of packages.
 */
import {chmod, mkdir, readFile, readdir, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {build, type Plugin} from 'esbuild';

const root = path.join(import.meta.dirname, '..');
const outdir = path.join(root, 'dist');

/** The licence texts of every package whose code is inside the bundle. */
const thirdPartyNotices = async (inputs: string[]): Promise<string> => {
	const packages = new Set(
		inputs.flatMap(
			input => /^(?<folder>.*node_modules\/(?:@[^\/]+\/)?[^\/]+)\//v.exec(input)?.groups?.['folder'] ?? [],
		),
	);
	const notices = await Promise.all(
		[...packages].map(async folder => {
			const description = JSON.parse(await readFile(path.join(root, folder, 'package.json'), 'utf8')) as {
				name: string;
				version: string;
				license?: string;
			};
			const texts = await Promise.all(
				['license', 'LICENSE', 'LICENSE.md', 'LICENSE.txt'].map(async name =>
					readFile(path.join(root, folder, name), 'utf8').catch(() => ''),
				),
			);
			return `${description.name} ${description.version} (${description.license ?? 'see below'})\n\n${texts.find(Boolean)?.trim() ?? ''}\n`;
		}),
	);
	return `dm-top contains the following packages.\n\n${notices.join(`\n${'-'.repeat(72)}\n\n`)}`;
};

/** A piece of a package that takes long to get ready and is hardly ever used: it gets ready when it is. */
type Lazy = {readonly file: RegExp; readonly eager: string; readonly lazy: string};

const lazies: readonly Lazy[] = [
	{
		// A checker of package.json files, 10 ms, for `cli.pkg`.
		file: /meow.build.dependencies\.js$/,
		eager:
			'var normalizeExports = requireNormalize();\nconst normalizePackageData = getDefaultExportFromCjs(normalizeExports);',
		lazy: 'const normalizePackageData = (...parameters) => getDefaultExportFromCjs(requireNormalize())(...parameters);',
	},
	{
		// All sequences of emoji there are, 14 ms, for texts with an emoji in them.
		file: /string-width.index\.js$/,
		eager: String.raw`const emojiPrefixRegex = /^(?:\p{RGI_Emoji}|\p{Regional_Indicator}{1,2}|[\d#*]\u{FE0F})/v;`,
		lazy: String.raw`let emojiPrefix;
			const readyEmojiPrefix = () => (emojiPrefix ??= /^(?:\p{RGI_Emoji}|\p{Regional_Indicator}{1,2}|[\d#*]\u{FE0F})/v);
			const emojiPrefixRegex = {test: text => readyEmojiPrefix().test(text), exec: text => readyEmojiPrefix().exec(text)};`,
	},
];

const makeLazy: Plugin = {
	name: 'make-lazy',
	setup({onLoad}) {
		for (const {file, eager, lazy} of lazies) {
			onLoad({filter: file}, async ({path: found}) => {
				const text = await readFile(found, 'utf8');
				if (!text.includes(eager)) {
					throw new Error(`${found} is not as it was: see whether it still has to be made lazy`);
				}

				return {contents: text.replace(eager, () => lazy), loader: 'js'};
			});
		}
	},
};

const result = await build({
	absWorkingDir: root,
	entryPoints: ['source/cli.ts', 'source/index.ts'],
	outdir,
	bundle: true,
	splitting: true,
	chunkNames: 'chunks/[name]-[hash]',
	format: 'esm',
	platform: 'node',
	target: 'node22',
	jsx: 'automatic',
	minifySyntax: true,
	// Else each of them is compiled anew where it is used, since it became a call of `new RegExp`.
	supported: {'regexp-set-notation': true},
	define: {
		'process.env.NODE_ENV': '"production"',
		'process.env.DEV': '"false"',
		// Where there is no fetch, Yoga decodes its data: URL itself; else 28 ms go into loading Node's HTTP client.
		fetch: 'undefined',
	},
	plugins: [makeLazy],
	banner: {
		js: "import {createRequire as __createRequire} from 'node:module';const require=__createRequire(import.meta.url);",
	},
	alias: {
		'react-devtools-core': path.join(import.meta.dirname, 'no-devtools.js'),
		// Ink and what it is made of bring five copies of an older one: all are to count as dm-top does.
		'string-width': path.join(root, 'node_modules/string-width'),
	},
	// A build that fails leaves the last one as it was.
	write: false,
	legalComments: 'none',
	metafile: true,
	logLevel: 'warning',
});
const notices = await thirdPartyNotices(Object.keys(result.metafile.inputs));
const chunks = path.join(outdir, 'chunks');
await mkdir(chunks, {recursive: true});
await Promise.all([
	...result.outputFiles.map(async file => writeFile(file.path, file.contents)),
	writeFile(path.join(outdir, 'THIRD-PARTY-NOTICES.txt'), notices),
]);
await chmod(path.join(outdir, 'cli.js'), 0o755);
// Only then what an older build left behind.
const fresh = new Set(result.outputFiles.map(file => path.basename(file.path)));
const found = await readdir(chunks);
await Promise.all(found.filter(name => !fresh.has(name)).map(async name => rm(path.join(chunks, name))));
