/**
 * A program inside tmux: what it sends to tmux, and what tmux makes of it for the terminal outside.
 */
import {spawnSync} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import {constants, openSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import {Socket} from 'node:net';
import path from 'node:path';
import {type Chunk, followChunks} from '../terminal/chunks.js';
import {type Opener, openSession, surroundings} from '../terminal/pty.js';

/** Whether there is a tmux. */
export const hasTmux = (): boolean => spawnSync('tmux', ['-V'], {env: surroundings()}).status === 0;

/** For the shell that tmux runs a command with. */
const quoted = (word: string): string => `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** Reads a FIFO as bytes come, without waiting for who writes. */
const readFifo = (file: string) => {
	spawnSync('mkfifo', [file]);
	// Open for writing as well, so that it does not end while nothing else writes.
	const fd = openSync(file, constants.O_RDWR + constants.O_NONBLOCK);
	const chunks: Chunk[] = [];
	const socket = new Socket({fd, readable: true, writable: false}).unref();
	socket.on('data', bytes => {
		chunks.push({at: performance.now(), bytes});
	});
	return {chunks, socket};
};

/**
 * Opens programs in a tmux server of their own, whose one window fills the terminal. The chunks of a session are what
 * the program sends; its pid is that of tmux's client. The server ends with its client, however that ends.
 */
export const openInTmux =
	(folder: string): Opener =>
	(file, parameters, size, env = {}) => {
		const id = randomUUID().slice(0, 8);
		const server = path.join(folder, `${id}.tmux`);
		const fifo = path.join(folder, `${id}.fifo`);
		const {chunks, socket} = readFifo(fifo);
		const commands = [
			['start-server'],
			['set-option', '-g', 'status', 'off'],
			['set-option', '-g', 'default-terminal', 'tmux-256color'],
			['set-option', '-g', 'destroy-unattached', 'on'],
			['new-session', ['exec', ...[file, ...parameters].map(word => quoted(word))].join(' ')],
			// Before tmux first looks at what the program has to say.
			['pipe-pane', `exec cat > ${quoted(fifo)}`],
		];
		const outside = openSession(
			'tmux',
			['-S', server, '-f', '/dev/null', ...commands.flatMap(command => [...command, ';'])],
			size,
			env,
		);
		return {
			...outside,
			...followChunks(chunks, file),
			outside,
			async close() {
				spawnSync('tmux', ['-S', server, 'kill-server'], {env: surroundings()});
				await outside.close();
				socket.destroy();
				await Promise.all([rm(fifo, {force: true}), rm(server, {force: true})]);
			},
		};
	};
