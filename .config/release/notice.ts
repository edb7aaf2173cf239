/**
 * The packages whose code is in the bundle, and the NOTICE that goes with it.
 */
import {readFile, readdir} from 'node:fs/promises';
import path from 'node:path';
import type {Metafile} from 'esbuild';
import {root} from '../bundle/bundle.ts';

/** Licences under which code may be given on in a bundle, with their texts. */
export const allowedLicences: ReadonlySet<string> = new Set([
	'0BSD',
	'Apache-2.0',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'ISC',
	'MIT',
]);

type Description = {
	readonly name: string;
	readonly version: string;
	readonly license?: string;
	readonly author?: string | {readonly name: string};
};

const folderOf = (input: string): string | undefined =>
	/^(?:[^:]*?\/)?(?<folder>node_modules\/(?:@[^\/]+\/)?[^\/]+(?:\/node_modules\/(?:@[^\/]+\/)?[^\/]+)*)\//v.exec(
		input,
	)?.groups?.['folder'];

/** The folders, such as "node_modules/ink", of the packages of which something is in the bundle, in order. */
export const bundledPackages = ({outputs}: Metafile): readonly string[] => {
	const inputs = Object.values(outputs).flatMap(output =>
		Object.entries(output.inputs).flatMap(([name, {bytesInOutput}]) => (bytesInOutput > 0 ? [name] : [])),
	);
	return [...new Set(inputs.flatMap(name => folderOf(name) ?? []))].toSorted();
};

/** Texts of a package that have to go with its code: its licence, and its own notice. */
const legalTexts = async (folder: string): Promise<string[]> => {
	const files = await readdir(path.join(root, folder));
	const legal = files.filter(name => /^(?:licen[cs]e|copying|notice)(?:\.|$)/iv.test(name)).toSorted();
	// What a package that is a bundle itself has inside.
	const built = files.includes('build') ? await readdir(path.join(root, folder, 'build')) : [];
	legal.push(...built.filter(name => name === 'licenses.md').map(name => `build/${name}`));
	const texts = await Promise.all(legal.map(async name => readFile(path.join(root, folder, name), 'utf8')));
	return texts.map(text => text.replaceAll('\r\n', '\n').trim());
};

const authorOf = ({author}: Description): string =>
	(typeof author === 'string' ? author : (author?.name ?? '')).split(/[\(<]/v, 1)[0]!.trim();

const mit = (author: string): string => `MIT License

Copyright (c) ${author}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const entryOf = async (folder: string): Promise<string> => {
	const description = JSON.parse(
		await readFile(path.join(root, folder, 'package.json'), 'utf8'),
	) as Description;
	const {name, version, license = ''} = description;
	if (!allowedLicences.has(license)) {
		throw new Error(`${name} ${version} is under “${license}”, which is not among the allowed licences`);
	}

	const texts = await legalTexts(folder);
	if (texts.length === 0) {
		// A few packages only name their licence.
		if (license !== 'MIT' || authorOf(description) === '') {
			throw new Error(`${name} ${version} has no text of its licence`);
		}

		texts.push(mit(authorOf(description)));
	}

	return `${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
};

const errorCodes = `Error codes of TiDB Data Migration, with their messages and workarounds: https://github.com/pingcap/tiflow (Apache-2.0)

Copyright PingCAP, Inc. The list dm/errors.toml in another form. The text of the licence is the one above, of @grpc/grpc-js.
`;

/**
 * The text of NOTICE: what the bundle contains that is not dm-top's own, each with its licence.
 *
 * @param packages Folders, as `bundledPackages` gives them.
 * @throws {Error} when one has a licence that is not allowed, or no text of it.
 */
export const noticeOf = async (packages: readonly string[]): Promise<string> => {
	const entries = await Promise.all(packages.map(async folder => entryOf(folder)));
	return `dm-top contains the following.\n\n${[...entries, errorCodes].join(`\n${'-'.repeat(72)}\n\n`)}`;
};
