/**
 * Node's own modules, taken without `import`: to import one makes Node read each of its exports, and so load streams and
 * open standard input, which costs a third of a start. See patches/README.md.
 */
import {builtinModules, createRequire} from 'node:module';
import path from 'node:path';
import type {Plugin} from 'esbuild';

/** The folder of the project: where a module is imported is part of its name, and must not tell where that is. */
const root = path.join(import.meta.dirname, '../..');

const require = createRequire(import.meta.url);

const isName = (name: string): boolean => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/v.test(name);

const words: ReadonlySet<string> = new Set(['default', 'module.exports']);

/** Modules that take half a millisecond and more to load, of which a start calls nothing. */
const heavy: ReadonlySet<string> = new Set([
	'node:child_process',
	'node:crypto',
	'node:net',
	'node:tls',
	'node:tty',
	'node:zlib',
]);

/** True for a function that is not a class: by how they are written, and in Node's own modules by their names. */
const isCalled = (name: string, value: unknown): boolean =>
	typeof value === 'function' && /^[a-z]/v.test(name);

/** Each function loads the module when it is called. */
const asLazyModule = (id: string): string => {
	const builtin = `process.getBuiltinModule(${JSON.stringify(id)})`;
	const names = Object.entries(require(id) as Record<string, unknown>).filter(
		([name]) => isName(name) && !words.has(name),
	);
	return [
		`const get = name => name === undefined ? ${builtin} : ${builtin}[name];`,
		'export default /* @__PURE__ */ get();',
		...names.map(([name, value], index) =>
			isCalled(name, value)
				? `const export${index} = (...given) => ${builtin}.${name}(...given);`
				: `const export${index} = /* @__PURE__ */ get(${JSON.stringify(name)});`,
		),
		`export {${names.map(([name], index) => `export${index} as ${name}`).join(', ')}};`,
	].join('\n');
};

/** Each export is read when something uses it; what nothing uses is left out of the bundle. */
const asModule = (id: string): string => {
	if (heavy.has(id)) {
		return asLazyModule(id);
	}

	const names = Object.keys(require(id) as Record<string, unknown>).filter(
		name => isName(name) && !words.has(name),
	);
	return [
		`const builtin = process.getBuiltinModule(${JSON.stringify(id)});`,
		'const get = name => builtin[name];',
		'export default builtin;',
		...names.map((name, index) => `const export${index} = /* @__PURE__ */ get(${JSON.stringify(name)});`),
		`export {${names.map((name, index) => `export${index} as ${name}`).join(', ')}};`,
	].join('\n');
};

/** A package of CommonJS as a module: each file that imports it would make a copy of all its exports otherwise. */
const packageAsModule = (id: string): string => {
	const names = Object.keys(require(id) as Record<string, unknown>).filter(
		name => isName(name) && !words.has(name),
	);
	return [
		`import shared from ${JSON.stringify(`${id}?shared`)};`,
		'export default shared;',
		...names.map((name, index) => `const export${index} = shared.${name};`),
		`export {${names.map((name, index) => `export${index} as ${name}`).join(', ')}};`,
	].join('\n');
};

const asCommonModule = (id: string): string =>
	`module.exports = process.getBuiltinModule(${JSON.stringify(id)});`;

const anything = /^/;

/** For esbuild. */
export const builtins: Plugin = {
	name: 'builtin-modules',
	setup({onResolve, onLoad}) {
		const known = new Set(builtinModules);
		onResolve({filter: /^(?:node:)?[/0-9_a-z]+$/}, ({path: name, kind, importer}) => {
			const id = name.startsWith('node:') ? name : known.has(name) ? `node:${name}` : '';
			// What is imported when it is needed is read then.
			if (id === '' || kind === 'entry-point' || kind === 'dynamic-import') {
				return undefined;
			}

			const isRequired = kind === 'require-call' || kind === 'require-resolve';
			return {
				// One for each that imports it: shared by several it would be a file of its own, which costs as much.
				path: `${id} ${path.relative(root, importer)}`,
				pluginData: id,
				namespace: isRequired ? 'builtin-required' : 'builtin',
				sideEffects: false,
			};
		});
		onLoad({filter: anything, namespace: 'builtin'}, ({pluginData}) => ({
			contents: asModule(pluginData as string),
			loader: 'js',
		}));
		onLoad({filter: anything, namespace: 'builtin-required'}, ({pluginData}) => ({
			contents: asCommonModule(pluginData as string),
			loader: 'js',
		}));
	},
};

/** For esbuild: React is imported by forty files of Ink and ours. */
export const sharedPackages: Plugin = {
	name: 'shared-packages',
	setup({onResolve, onLoad, resolve}) {
		onResolve({filter: /^react$/}, ({path: id, kind}) =>
			kind === 'import-statement' ? {path: id, namespace: 'shared', sideEffects: false} : undefined,
		);
		onResolve({filter: /^react\?shared$/, namespace: 'shared'}, async () =>
			resolve('react', {kind: 'require-call', resolveDir: import.meta.dirname}),
		);
		onLoad({filter: anything, namespace: 'shared'}, ({path: id}) => ({
			contents: packageAsModule(id),
			loader: 'js',
			resolveDir: import.meta.dirname,
		}));
	},
};
