/** The real program under attack: how it ended, and what it said. */
import {spawn} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {program} from '../e2e/terminal.js';

export type Ended = {
	/** Undefined when a signal ended it. */
	readonly code: number | undefined;
	readonly signal: string | undefined;
	/** Everything that it printed. */
	readonly text: string;
	/** Ms from its start to its end. */
	readonly took: number;
};

const root = path.join(import.meta.dirname, '../..');

/** What is printed at most before it is taken for a flood, UTF-16 units. */
const mostText = 10_000_000;

/** Longest that it may take, ms: then it is killed. */
const patience = 40_000;

/** What it runs under. */
export type Circumstances = {
	/** A signal, and when it is sent, ms from the start; by default SIGKILL when it has taken too long. */
	readonly signal?: NodeJS.Signals;
	readonly after?: number;
	/** The signal is sent as soon as this has been printed. */
	readonly until?: RegExp;
	/** Called with everything printed so far, whenever there is more. */
	readonly onPrinted?: (text: string) => void;
	/** Where standard output goes, if not to who reads it here. */
	readonly output?: string;
	/** The largest file that it may write, blocks of 512 bytes. */
	readonly largestFile?: number;
};

/** Runs it to its end. */
export const attack = async (
	parameters: readonly string[],
	{signal = 'SIGKILL', after = patience, until, onPrinted, output, largestFile}: Circumstances = {},
): Promise<Ended> =>
	new Promise(resolve => {
		const start = performance.now();
		const limit = largestFile === undefined ? '' : `ulimit -f ${largestFile}; `;
		const target = output === undefined ? '' : ` > ${output}`;
		const command = [
			'sh',
			'-c',
			`${limit}exec "$@"${target}`,
			'sh',
			process.execPath,
			program,
			...parameters,
		];
		const child = spawn(command[0]!, command.slice(1), {
			cwd: root,
			env: {...process.env, DM_MASTER_ADDR: ''},
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		const timer = setTimeout(() => {
			child.kill(signal);
		}, after);
		let text = '';
		const take = (chunk: string) => {
			if (text.length < mostText) {
				text += chunk;
			}

			onPrinted?.(text);
			if (until?.test(text)) {
				child.kill(signal);
			}
		};

		child.stdout.setEncoding('utf8').on('data', take);
		child.stderr.setEncoding('utf8').on('data', take);

		child.on('close', (code, endedBy) => {
			clearTimeout(timer);
			resolve({code: code ?? undefined, signal: endedBy ?? undefined, text, took: performance.now() - start});
		});
	});
