/**
 * What packages do that costs dm-top more than all it does itself, mended as they are bundled. Each mend gives the same
 * results, and is refused when the package is no longer as it was.
 */
import {readFile} from 'node:fs/promises';
import type {Plugin} from 'esbuild';

/** A package that is mended, by the file that it is in. */
type Mend = {readonly file: RegExp; readonly changes: ReadonlyArray<readonly [from: string, to: string]>};

const emojiPrefix = String.raw`/^(?:\p{RGI_Emoji}|\p{Regional_Indicator}{1,2}|[\d#*]\u{FE0F})/v`;

const mends: readonly Mend[] = [
	{
		// A checker of package.json files, for `cli.pkg`, that takes 10 ms to get ready: it does so when it is called.
		file: /meow.build.dependencies\.js$/,
		changes: [
			[
				'var normalizeExports = requireNormalize();\nconst normalizePackageData = getDefaultExportFromCjs(normalizeExports);',
				'const normalizePackageData = (...parameters) => getDefaultExportFromCjs(requireNormalize())(...parameters);',
			],
		],
	},
	{
		// A table of all sequences of emoji takes 14 ms to get ready: it does so when a text may have one in it.
		file: /string-width.index\.js$/,
		changes: [
			[
				`const emojiPrefixRegex = ${emojiPrefix};`,
				`let emojiPrefix;
				const readyEmojiPrefix = () => (emojiPrefix ??= ${emojiPrefix});
				const emojiPrefixRegex = {test: text => readyEmojiPrefix().test(text), exec: text => readyEmojiPrefix().exec(text)};`,
			],
		],
	},
	{
		// Two new objects for every blank cell of every frame, and a look at each of them: one is enough, since cells are
		// replaced and never changed, and blanks at the end of a row are cut off anyway.
		file: /ink.build.output\.js$/,
		changes: [
			[
				'export default class Output {',
				"const blankOfAll = {type: 'char', value: ' ', fullWidth: false, styles: []};\nexport default class Output {",
			],
			[
				`row.push({
                    type: 'char',
                    value: ' ',
                    fullWidth: false,
                    styles: [],
                });`,
				'row.push(blankOfAll);',
			],
			[
				'const lineWithoutEmptyItems = line.filter(item => item !== undefined);',
				`while (line.at(-1) === blankOfAll) line.pop();
				const lineWithoutEmptyItems = line.filter(item => item !== undefined);`,
			],
		],
	},
];

const mended = async (file: string, changes: Mend['changes']): Promise<string> => {
	let text = await readFile(file, 'utf8');
	for (const [from, to] of changes) {
		if (!text.includes(from)) {
			throw new Error(`${file} is not as it was: see whether it still has to be mended`);
		}

		text = text.replace(from, () => to);
	}

	return text;
};

/** The mends for which there was no file among these: a package has changed, or is gone. */
export const unusedMends = (inputs: readonly string[]): readonly string[] =>
	mends.filter(({file}) => inputs.every(input => !file.test(input))).map(({file}) => file.source);

/** For esbuild. */
export const mendPackages: Plugin = {
	name: 'mend-packages',
	setup({onLoad}) {
		for (const {file, changes} of mends) {
			onLoad({filter: file}, async ({path}) => ({contents: await mended(path, changes), loader: 'js'}));
		}
	},
};
