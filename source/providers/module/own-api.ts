import {existsSync} from 'node:fs';
import {registerHooks} from 'node:module';

/** A module's exports, by name. */
export type Exports = Readonly<Record<string, unknown>>;

/** What a provider may import from dm-top: the file in the package, or the module in a single executable. */
export type OwnModules = ReadonlyMap<string, Exports>;

let isServed = false;

/** The file behind each name that a provider may import. */
const entries: ReadonlyMap<string, string> = new Map([
	['dm-top', 'index.js'],
	['dm-top/provider', 'provider.js'],
	['dm-top/terminal', 'terminal.js'],
]);

const serveFiles = (folder: URL): void => {
	registerHooks({
		resolve(specifier, context, nextResolve) {
			const file = entries.get(specifier);
			return file === undefined
				? nextResolve(specifier, context)
				: {url: new URL(file, folder).href, format: 'module', shortCircuit: true};
		},
	});
};

/** Where generated modules find modules that are not files. */
const place = 'dm-top.modules';

/** The source of a module that re-exports another one. */
const asText = (name: string, exports: Exports): string =>
	[
		`const own = globalThis[Symbol.for(${JSON.stringify(place)})].get(${JSON.stringify(name)});`,
		...Object.keys(exports).map(key => `export const ${key} = own.${key};`),
	].join('\n');

const serveModules = (modules: OwnModules): void => {
	Reflect.set(globalThis, Symbol.for(place), modules);
	const scheme = 'dm-top-own:';
	registerHooks({
		resolve(specifier, context, nextResolve) {
			return modules.has(specifier)
				? {url: `${scheme}${specifier}`, format: 'module', shortCircuit: true}
				: nextResolve(specifier, context);
		},
		load(url, context, nextLoad) {
			const name = url.slice(scheme.length);
			const exports = url.startsWith(scheme) ? modules.get(name) : undefined;
			return exports
				? {format: 'module', source: asText(name, exports), shortCircuit: true}
				: nextLoad(url, context);
		},
	});
};

/**
 * Lets `import … from 'dm-top'` (or `dm-top/provider`, `dm-top/terminal`) in a provider's file resolve to the program
 * that loads it, wherever that file is: a dm-top that was installed globally is not in its node_modules.
 *
 * @param beside A module of the built program; does nothing when there is no index.js beside or above it.
 * @param modules What is used instead in a single executable.
 */
export const serveOwnApi = (beside: string, modules?: OwnModules): void => {
	const folder = ['./', '../']
		.map(name => new URL(name, beside))
		.find(url => url.protocol === 'file:' && existsSync(new URL('index.js', url)));
	if (isServed || !(modules ?? folder)) {
		return;
	}

	isServed = true;
	if (modules) {
		serveModules(modules);
	} else if (folder) {
		serveFiles(folder);
	}
};
