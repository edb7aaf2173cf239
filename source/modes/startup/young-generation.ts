import process from 'node:process';

/** The newest Node that is known to know the flag: one that does not would print that. */
const newestKnown = 26;

/**
 * Keeps V8's young generation, the room for freshly made objects, at 2 MB, where it would grow up to 64 MB: less memory,
 * and no collection that a key would have to wait for. What it has grown to before stays.
 */
export const limitYoungGeneration = (): void => {
	const [major = Infinity] = process.versions.node.split('.').map(Number);
	if (major <= newestKnown) {
		process.getBuiltinModule('node:v8').setFlagsFromString('--semi-space-growth-factor=1');
	}
};
