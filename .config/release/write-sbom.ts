/**
 * Writes release/dm-top-VERSION.cdx.json: `npm run sbom`.
 */
import {execFileSync} from 'node:child_process';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {root} from '../bundle/bundle.ts';
import {bundleProgram} from '../bundle/program.ts';
import {releaseFolder} from './folder.ts';
import {type Bom, bundledBom} from './sbom.ts';

const words = [
	'--package-lock-only',
	'--flatten-components',
	'--output-reproducible',
	'--mc-type',
	'application',
];
const everything = execFileSync(path.join(root, 'node_modules/.bin/cyclonedx-npm'), words, {
	cwd: root,
	encoding: 'utf8',
	maxBuffer: 2 ** 28,
});
const {packages} = await bundleProgram();
const description = await readFile(path.join(root, 'package.json'), 'utf8');
const {version} = JSON.parse(description) as {readonly version: string};
await mkdir(releaseFolder, {recursive: true});
await writeFile(
	path.join(releaseFolder, `dm-top-${version}.cdx.json`),
	`${JSON.stringify(bundledBom(JSON.parse(everything) as Bom, packages), undefined, '\t')}\n`,
);
