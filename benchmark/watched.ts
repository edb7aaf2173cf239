/** The built dm-top in a pseudo-terminal, watching what the benchmark tells it. */
import {randomUUID} from 'node:crypto';
import {once} from 'node:events';
import {rename, rm, writeFile} from 'node:fs/promises';
import {createServer, type Socket} from 'node:net';
import path from 'node:path';
import process from 'node:process';
import {createInterface} from 'node:readline';
import {textOf} from './terminal/chunks.js';
import {type Opener, type Session, type Size, openSession} from './terminal/pty.js';
import {type Answer, type Command, type Reply, socketVariable} from './provider.js';

/** What is measured, and where there is space for files. */
export type Setup = {
	/** The built program. */
	readonly program: string;
	/** The bundled provider.ts. */
	readonly provider: string;
	/** The bundled bare-ink.tsx. */
	readonly ink: string;
	/** The bundled bare-list.tsx. */
	readonly list: string;
	/** The answer of a cluster in trouble, as recorded. */
	readonly troubled: string;
	/** A folder that is removed afterwards. */
	readonly folder: string;
};

/** Dm-top with a provider that says what it is told. */
export type Watched = Session & {
	readonly tell: (answer: Answer) => void;
	/** When dm-top took each answer, ms by `performance.now`. */
	readonly taken: readonly number[];
	/** Bytes that it has in use, after all garbage has been collected. */
	readonly weigh: () => Promise<number>;
};

/** Writes an answer to a file of its own and gives its path. */
export const keepAnswer = async ({folder}: Setup, text: string): Promise<string> => {
	const file = path.join(folder, `${randomUUID()}.json`);
	await writeFile(file, text);
	return file;
};

/** Replaces a file by rename, as careful programs write. */
export const replaceFile = async (file: string, text: string): Promise<void> => {
	await writeFile(`${file}.new`, text);
	await rename(`${file}.new`, file);
};

/** Starts dm-top with `--file`. */
export const watchFile = (
	{program}: Setup,
	file: string,
	size: Size,
	env?: Readonly<Record<string, string>>,
): Session => openSession(process.execPath, [program, '--file', file], size, env);

/** Starts bare-list.tsx, the least that a list of tasks in Ink costs. */
export const watchBare = (
	{list}: Setup,
	file: string,
	size: Size,
	env?: Readonly<Record<string, string>>,
): Session => openSession(process.execPath, [list, file], size, env);

export type WatchOptions = {
	/**
	 * Seconds between two refreshes, as dm-top is told.
	 *
	 * @default 2
	 */
	readonly interval?: number;
	/** @default openSession */
	readonly open?: Opener;
};

/** Starts dm-top with a provider under control; resolves when that listens. */
export const watchProvider = async (
	{program, provider, folder}: Setup,
	size: Size,
	{interval = 2, open = openSession}: WatchOptions = {},
): Promise<Watched> => {
	const address = path.join(folder, `${randomUUID().slice(0, 8)}.socket`);
	const server = createServer().listen(address).unref();
	await once(server, 'listening');
	const session = open(
		process.execPath,
		[program, '--provider', provider, '--interval', String(interval)],
		size,
		{[socketVariable]: address},
	);
	const timer = setTimeout(() => {
		server.emit(
			'error',
			new Error(`dm-top did not start its provider: ${textOf((session.outside ?? session).chunks)}`),
		);
	}, 20_000);
	const [socket] = (await once(server, 'connection')) as [Socket];
	clearTimeout(timer);
	socket.unref().on('error', () => undefined);
	const taken: number[] = [];
	const weights: Array<(bytes: number) => void> = [];
	createInterface({input: socket}).on('line', line => {
		const reply = JSON.parse(line) as Reply;
		if (reply === 'taken') {
			taken.push(performance.now());
		} else {
			weights.shift()?.(reply);
		}
	});
	const send = (command: Command) => {
		socket.write(`${JSON.stringify(command)}\n`);
	};

	return {
		...session,
		tell: send,
		taken,
		weigh: async () =>
			new Promise(resolve => {
				weights.push(resolve);
				send('weigh');
			}),
		async close() {
			await session.close();
			socket.destroy();
			server.close();
			await rm(address, {force: true});
		},
	};
};
