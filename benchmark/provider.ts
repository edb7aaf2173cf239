/**
 * The provider that dm-top is run with while it is measured (`--provider`): it says exactly what the benchmark tells
 * it to, one line of JSON on a socket for each answer, and says so when dm-top has taken it.
 */
import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import {createConnection} from 'node:net';
import process from 'node:process';
import {createInterface} from 'node:readline';
import {parseStatusInSlices} from '../source/index.js';
import type {Provider} from '../source/providers/provider.js';
import {weigh} from './weigh.js';

/** One answer. */
export type Answer = {
	/** The file that holds its text. */
	readonly file: string;
	/** The sources it is of; absent when it is of all. */
	readonly asked?: readonly string[];
	/** When it came, ms since the epoch, and where the clock then stands still; absent for the real clock. */
	readonly at?: number;
};

/** An answer, or the question how much memory is in use. */
export type Command = Answer | 'weigh';

/** `taken`: an answer has reached the monitor. A number: bytes in use, of which nothing is garbage. */
export type Reply = 'taken' | number;

/** The variable that says where the socket is. */
export const socketVariable = 'DM_TOP_BENCHMARK_SOCKET';

let clock: number | undefined;

const provider: Provider = {
	name: 'benchmark',
	title: 'benchmark',
	now: () => clock ?? Date.now(),
	async *observe({signal}) {
		const socket = createConnection(process.env[socketVariable] ?? '');
		signal.addEventListener('abort', () => {
			socket.destroy();
		});
		await once(socket, 'connect');
		for await (const line of createInterface({input: socket})) {
			const command = JSON.parse(line) as Command;
			let reply: Reply = 'taken';
			if (command === 'weigh') {
				reply = weigh();
			} else {
				const {file, asked, at} = command;
				const status = await parseStatusInSlices(await readFile(file, 'utf8'));
				clock = at;
				yield {kind: 'status', at: at ?? Date.now(), status, asked};
			}

			socket.write(`${JSON.stringify(reply)}\n`);
		}
	},
};

export default provider;
