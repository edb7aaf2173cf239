import {existsSync} from 'node:fs';
import {registerHooks} from 'node:module';

let isServed = false;

/** The file behind each name that a provider may import. */
const entries: ReadonlyMap<string, string> = new Map([
	['dm-top', 'index.js'],
	['dm-top/provider', 'provider.js'],
	['dm-top/terminal', 'terminal.js'],
]);

/**
 * Lets `import … from 'dm-top'` (or `dm-top/provider`, `dm-top/terminal`) in a provider's file reach the program that
 * loads it, wherever that file lies: a dm-top that was installed globally is not in its node_modules.
 *
 * @param beside A module of the built program; does nothing when there is no index.js beside or above it.
 */
export const serveOwnApi = (beside: string): void => {
	const folder = ['./', '../']
		.map(name => new URL(name, beside))
		.find(url => url.protocol === 'file:' && existsSync(new URL('index.js', url)));
	if (isServed || !folder) {
		return;
	}

	isServed = true;
	registerHooks({
		resolve(specifier, context, nextResolve) {
			const file = entries.get(specifier);
			return file === undefined
				? nextResolve(specifier, context)
				: {url: new URL(file, folder).href, format: 'module', shortCircuit: true};
		},
	});
};
