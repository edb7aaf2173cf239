/**
 * React with short names, as websites have it, and without what Ink's host cannot do: half the text for a start to read.
 * Nobody reads React's own lines in a stack.
 */
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {type Plugin, transform} from 'esbuild';

const reconciler = path.join('react-reconciler', 'cjs', 'react-reconciler.production.js');

const host = path.join(import.meta.dirname, '../../../node_modules/ink/build/reconciler.js');

/** What React asks a host once: `supportsHydration = $$$config.supportsHydration`. */
const question = /\b(?<name>supports[A-Z]\w+) = \$\$\$config\.\k<name>(?=[,;])/gv;

/** What Ink answers, by the names of the questions; what it does not speak of is a no. */
const answers = async (text: string): Promise<Record<string, string>> => {
	const told = await readFile(host, 'utf8');
	return Object.fromEntries(
		Array.from(text.matchAll(question), ({groups}) => {
			const {name} = groups as {readonly name: string};
			return [name, new RegExp(String.raw`\b${name}: true\b`, 'v').test(told) ? 'true' : 'false'];
		}),
	);
};

/** With the answers in the place of the questions. */
const answered = async (
	text: string,
): Promise<{readonly text: string; readonly define: Record<string, string>}> => {
	const define = await answers(text);
	if (!('supportsHydration' in define)) {
		throw new Error(`${reconciler} asks its host in another way than short-react.ts knows`);
	}

	return {text: text.replaceAll(question, (_, name: string) => `${name}IsKnown = 0`), define};
};

const files = /[/\\](?:react|react-reconciler|scheduler)[/\\]cjs[/\\][^/\\]*\.production\.js$/;

/** What is bundled of a file of React's. */
const shortened = async (file: string): Promise<string> => {
	const found = await readFile(file, 'utf8');
	const {text, define} = file.endsWith(reconciler) ? await answered(found) : {text: found, define: {}};
	const {code} = await transform(text, {
		define: {...define, 'process.env.NODE_ENV': '"production"'},
		format: 'cjs',
		target: 'node22',
		minify: true,
	});
	return code;
};

/** For esbuild. */
export const shortReact: Plugin = {
	name: 'short-react',
	setup({onLoad}) {
		onLoad({filter: files}, async ({path: file}) => ({contents: await shortened(file), loader: 'js'}));
	},
};
