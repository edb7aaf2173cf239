/**
 * Builds dist/, and NOTICE beside it.
 */
import {chmod, mkdir, readdir, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {root} from './bundle/bundle.ts';
import {bundleProgram, outdir} from './bundle/program.ts';
import {commitOf} from './release/commit.ts';

const {files, notice} = await bundleProgram();
const commit = commitOf(root);
const chunks = path.join(outdir, 'chunks');
await mkdir(chunks, {recursive: true});
await Promise.all([
	...files.map(async file => writeFile(file.path, file.contents)),
	writeFile(path.join(outdir, 'build.json'), `${JSON.stringify({commit})}\n`),
	writeFile(path.join(root, 'NOTICE'), notice),
]);
await chmod(path.join(outdir, 'cli.js'), 0o755);
// Only then what an older build left behind.
const fresh = new Set(files.map(file => path.basename(file.path)));
const found = await readdir(chunks);
await Promise.all(found.filter(name => !fresh.has(name)).map(async name => rm(path.join(chunks, name))));
