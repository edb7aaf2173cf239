/**
 * Builds dist/: the program and the public API as one set of ES modules, with every dependency inside,
 * so that dm-top starts fast and installs without a tree of packages.
 */
import {chmod, mkdir, readFile, readdir, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {build} from 'esbuild';
import {bundle, root} from './bundle.ts';
import {unusedPatches} from './patch-packages.ts';

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

const result = await build({
	...bundle,
	entryPoints: ['source/cli.ts', 'source/index.ts'],
	outdir,
	splitting: true,
	chunkNames: 'chunks/[name]-[hash]',
	target: 'node22',
	// A build that fails leaves the last one as it was.
	write: false,
	legalComments: 'none',
	metafile: true,
});
const inputs = Object.keys(result.metafile.inputs);
const unused = unusedPatches(inputs);
if (unused.length > 0) {
	throw new Error(`Nothing in the bundle is patched by ${unused.join(', ')}: see patch-packages.ts`);
}

const notices = await thirdPartyNotices(inputs);
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
