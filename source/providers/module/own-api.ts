import {existsSync} from 'node:fs';
import {registerHooks} from 'node:module';

let isServed = false;

/**
 * Lets `import … from 'dm-top'` in a provider's file reach the program that loads it, wherever that file lies:
 * a dm-top that was installed globally is not in its node_modules.
 *
 * @param beside A module of the built program; does nothing when there is no index.js beside or above it.
 */
export const serveOwnApi = (beside: string): void => {
	const api = ['./index.js', '../index.js']
		.map(name => new URL(name, beside))
		.find(url => url.protocol === 'file:' && existsSync(url));
	if (isServed || !api) {
		return;
	}

	isServed = true;
	registerHooks({
		resolve(specifier, context, nextResolve) {
			return specifier === 'dm-top'
				? {url: api.href, format: 'module', shortCircuit: true}
				: nextResolve(specifier, context);
		},
	});
};
