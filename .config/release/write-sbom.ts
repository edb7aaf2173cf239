/**
 * Writes release/dm-top-VERSION.cdx.json: `npm run sbom`.
 */
import {execFile} from 'node:child_process';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {promisify} from 'node:util';
import {root} from '../bundle.ts';
import {bundleProgram} from '../program.ts';
import {releaseFolder} from './folder.ts';
import {type Bom, bundledBom} from './sbom.ts';

const run = promisify(execFile);

const words = ['--package-lock-only', '--flatten-components', '--output-reproducible', '--mc-type', 'application'];
const [{packages}, {stdout}, description] = await Promise.all([
	bundleProgram(),
	run(path.join(root, 'node_modules/.bin/cyclonedx-npm'), words, {cwd: root, maxBuffer: 2 ** 28}),
	readFile(path.join(root, 'package.json'), 'utf8'),
]);
const {version} = JSON.parse(description) as {readonly version: string};
await mkdir(releaseFolder, {recursive: true});
await writeFile(
	path.join(releaseFolder, `dm-top-${version}.cdx.json`),
	`${JSON.stringify(bundledBom(JSON.parse(stdout) as Bom, packages), undefined, '\t')}\n`,
);
