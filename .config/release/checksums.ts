/**
 * Writes release/SHA256SUMS of everything that is in release/: `npm run checksums`. `sha256sum -c SHA256SUMS` checks it.
 */
import {createHash} from 'node:crypto';
import {readFile, readdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {releaseFolder} from './folder.ts';

const list = 'SHA256SUMS';
const entries = await readdir(releaseFolder, {withFileTypes: true});
const names = entries.filter(entry => entry.isFile() && entry.name !== list).map(({name}) => name);
const lines = await Promise.all(
	names.toSorted().map(async name => {
		const content = await readFile(path.join(releaseFolder, name));
		return `${createHash('sha256').update(content).digest('hex')}  ${name}\n`;
	}),
);
await writeFile(path.join(releaseFolder, list), lines.join(''));
