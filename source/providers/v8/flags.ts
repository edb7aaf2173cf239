/**
 * Flags of V8, set while the program runs.
 */
import process from 'node:process';

/** The newest Node that is known to have the flags: one without them would print them. */
const newestKnown = 26;

const [major = Infinity] = process.versions.node.split('.').map(Number);

/** Whether this Node has the flags. */
export const areFlagsKnown = major <= newestKnown;

/** Node's module, loaded when it is needed: most runs of the program end before. */
export const v8 = () => process.getBuiltinModule('node:v8');

/** Whether V8's middle compiler, Maglev, is used by default: since Node 24, where it has one. */
export const hasMaglev = major >= 24 && ['x64', 'arm64'].includes(process.arch);

/** Sets flags, such as '--no-wasm-tier-up'; only where `areFlagsKnown`. */
export const setFlags = (...flags: readonly string[]): void => {
	for (const flag of flags) {
		v8().setFlagsFromString(flag);
	}
};
