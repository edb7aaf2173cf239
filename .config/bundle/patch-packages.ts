/**
 * Applies patches/*.patch to dependencies as they are bundled: each removes work that costs more than all of dm-top's
 * own and changes no result. A patch that no longer applies fails the build. patches/README.md has the measurements.
 */
import {readFile, readdir} from 'node:fs/promises';
import path from 'node:path';
import {applyPatch, parsePatch} from 'diff';
import type {Plugin} from 'esbuild';

const folder = path.join(import.meta.dirname, '../../patches');

/** A patch of one file of a package, such as `ink@8.0.0.patch` for `node_modules/ink/build/output.js`. */
type Patch = {readonly name: string; readonly text: string; readonly file: string};

const readPatches = async (): Promise<readonly Patch[]> => {
	const found = await readdir(folder);
	return Promise.all(
		found
			.filter(name => name.endsWith('.patch'))
			.map(async name => {
				const text = await readFile(path.join(folder, name), 'utf8');
				const [{newFileName = ''} = {}] = parsePatch(text);
				const packageName = name.slice(0, name.lastIndexOf('@'));
				return {name, text, file: `node_modules/${packageName}${newFileName.slice(1)}`};
			}),
	);
};

const patches = await readPatches();

const patched = async (file: string, {name, text}: Patch): Promise<string> => {
	const result = applyPatch(await readFile(file, 'utf8'), text);
	if (result === false) {
		throw new Error(`patches/${name} does not apply: check whether it is still needed, and make it again`);
	}

	return result;
};

/** The names of the patches whose file is not among these inputs: the package has changed, or is no longer bundled. */
export const unusedPatches = (inputs: readonly string[]): readonly string[] =>
	patches.filter(({file}) => inputs.every(input => !input.endsWith(file))).map(({name}) => name);

/** For esbuild. */
export const patchPackages: Plugin = {
	name: 'patch-packages',
	setup({onLoad}) {
		for (const patch of patches) {
			// Read as a Go expression, which has neither the flags nor the escapes of ours.
			const filter = new RegExp(`${patch.file.replaceAll('.', String.raw`\.`)}$`);
			onLoad({filter}, async ({path: file}) => ({contents: await patched(file, patch), loader: 'js'}));
		}
	},
};
