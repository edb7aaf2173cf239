/**
 * The input and output of a run of dm-top: those of the process in the program, and a test's own where a test runs
 * dm-top without a separate process.
 */
import type {Readable, Writable} from 'node:stream';

/** The words, the environment and the streams of one run of dm-top. */
export type Invocation = {
	/** What follows the program's name. */
	readonly words: readonly string[];
	readonly environment: NodeJS.ProcessEnv;
	/** Opens the standard input where it is read, which takes several milliseconds. */
	readonly input: () => Readable & {readonly isTTY?: boolean};
	/** Opened where they are used, for the same reason. */
	readonly output: Writable & {readonly isTTY?: boolean};
	readonly errors: Writable & {readonly isTTY?: boolean};
	/** Prints a whole answer on the output, which need not be opened for that. */
	readonly print: (text: string) => void;
	/** The width of the terminal that the output is; undefined where it is none. */
	readonly columns: () => number | undefined;
};
