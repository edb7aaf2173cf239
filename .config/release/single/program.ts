/**
 * The program as one script, for Node's single executables: these take no modules, and nothing beside them.
 */
import {build, transform} from 'esbuild';
import {bundle} from '../../bundle/bundle.ts';

const notAscii = /\P{ASCII}/v;
const allNotAscii = new RegExp(notAscii, 'gv');

/** In a pattern and in a string the escape is the same as the character. */
const escaped = (text: string): string =>
	text.replaceAll(allNotAscii, character =>
		character
			.split('')
			.map(unit => String.raw`\u${unit.codePointAt(0)!.toString(16).padStart(4, '0')}`)
			.join(''),
	);

/** A raw template without values, which takes no escapes. */
const rawTemplate = /String\.raw`(?<text>(?:[^$\\`]|\\[^`]|\$(?!\{))*)`/gv;

/** The same script in ASCII, which takes half of the memory, and is read without decoding. */
const asAscii = (code: string): string =>
	escaped(
		code.replaceAll(rawTemplate, (whole, text: string) =>
			notAscii.test(text) ? JSON.stringify(text) : whole,
		),
	);

/** What stands where a module would ask where it is. */
const meta = 'ownMeta';

/**
 * The text of a function that takes Node's `require` and gives `start`. All of it is ASCII.
 *
 * @param version As `--version` tells it.
 * @param commit As `--version` tells it.
 */
export const singleProgram = async (version: string, commit: string): Promise<string> => {
	const {outputFiles} = await build({
		...bundle,
		entryPoints: ['.config/release/single/entry.ts'],
		define: {...bundle.define, 'import.meta': meta},
		target: 'node24',
		write: false,
		legalComments: 'none',
	});
	// Modules that wait while they are loaded are functions by now, so that a script can have them.
	const {code} = await transform(outputFiles[0]!.text, {
		format: 'cjs',
		platform: 'node',
		target: 'node24',
		supported: bundle.supported,
		minifyWhitespace: true,
	});
	const own = {
		url: 'file:///dm-top/cli.js',
		dirname: '/dm-top',
		filename: '/dm-top/cli.js',
		singleFile: {version, commit},
	};
	return `(function (require) {const module = {exports: {}}, ${meta} = ${JSON.stringify(own)};${asAscii(code)}\nreturn module.exports;})`;
};
