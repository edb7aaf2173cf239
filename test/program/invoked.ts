/**
 * A run of dm-top without a process for it: what its words make it print, and its exit code. A start of the built program
 * costs a hundred times as much, and is for what a process has of its own: signals, a terminal, its end.
 */
import {Readable, Writable} from 'node:stream';
import {invoke} from '../../source/program/invoke.js';

export type Invoked = {readonly code: number; readonly out: string; readonly err: string};

export type InvokedOptions = {
	/** Nothing else is in its environment. */
	readonly env?: Readonly<Record<string, string | undefined>>;
	/** Standard input. */
	readonly input?: string;
};

const collecting = (take: (text: string) => void): Writable =>
	new Writable({
		decodeStrings: false,
		write(chunk, _encoding, done) {
			take(String(chunk));
			done();
		},
	});

/** Runs dm-top to its end. All runs at a time must speak the same language: it is the process's. */
export const invoked = async (
	words: readonly string[],
	{env = {}, input = ''}: InvokedOptions = {},
): Promise<Invoked> => {
	let out = '';
	let error = '';
	const output = collecting(text => {
		out += text;
	});
	const code = await invoke({
		words,
		environment: {LANG: 'C.UTF-8', ...env},
		input: () => Readable.from(input === '' ? [] : [input]),
		output,
		print(text) {
			output.write(text);
		},
		columns: () => undefined,
		errors: collecting(text => {
			error += text;
		}),
	});
	return {code, out, err: error};
};
