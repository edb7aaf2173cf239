import process from 'node:process';

/** The newest Node that is known to know the flags: one that does not would print them. */
const newestKnown = 26;

/**
 * Keeps the heap of a program that runs for days near what it holds. V8's young generation, the space for freshly made
 * objects, stays at 2 MB where it would grow to 128 MB, so that no key has to wait for its collection; what it has grown to
 * before stays. The rest is collected when it has grown by a third, not to several times its size: names that keep changing
 * leave much behind.
 */
export const keepHeapSmall = (): void => {
	const [major = Infinity] = process.versions.node.split('.').map(Number);
	if (major > newestKnown) {
		return;
	}

	const {setFlagsFromString} = process.getBuiltinModule('node:v8');
	setFlagsFromString('--semi-space-growth-factor=1');
	setFlagsFromString('--heap-growing-percent=30');
};
