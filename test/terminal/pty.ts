/**
 * Node-pty without what it does wrong on a busy machine: everything that a program has sent is read, and nothing is
 * written to a terminal that is closed.
 */
import {Buffer} from 'node:buffer';
import {writeSync} from 'node:fs';
import type {ReadStream} from 'node:tty';
import {spawn, type IPty, type IPtyForkOptions} from 'node-pty';

/** One end of a terminal, with a program at the other. */
export type Pty = IPty & {
	/** Closes this end. Node-pty has this on every system but Windows, and does not tell of it. */
	readonly destroy: () => void;
};

type Opened = {
	-readonly [Key in keyof Pty]: Pty[Key];
} & {
	readonly fd: number;
	readonly _socket: ReadStream;
};

/** Ms that a program's last words are read after its end, where nothing tells that they have all come. */
const lastWords = 5000;

/** Ms until a terminal that takes no more is tried again. */
const again = 5;

/** Node-pty throws away what it has not read 200 ms after the end of a program: on a busy machine that is the end of the screen. */
const readToTheEnd = (child: Opened): void => {
	const {_socket: socket} = child;
	const destroy = socket.destroy.bind(socket);
	const hangUp = child.destroy.bind(child);
	let isHungUp = false;
	child.destroy = () => {
		isHungUp = true;
		hangUp();
	};

	socket.destroy = error => {
		if (error !== undefined || isHungUp) {
			return destroy(error);
		}

		setTimeout(() => {
			destroy();
		}, lastWords).unref();
		return socket;
	};
};

/**
 * Node-pty goes on writing after it has closed the terminal: by then its descriptor may be that of another terminal, a
 * connection or a file.
 */
const writeWhileOpen = (child: Opened): void => {
	const {_socket: socket, fd} = child;
	let rest: Uint8Array = Buffer.alloc(0);
	const send = () => {
		while (rest.length > 0) {
			try {
				// At once: the terminal cannot be closed in the meantime.
				rest = socket.destroyed ? Buffer.alloc(0) : rest.subarray(writeSync(fd, rest));
			} catch (error) {
				if ((error as NodeJS.ErrnoException).code === 'EAGAIN') {
					setTimeout(send, again).unref();
					return;
				}

				// Nobody is at the other end any more.
				rest = Buffer.alloc(0);
			}
		}
	};

	child.write = text => {
		const isWaiting = rest.length > 0;
		rest = Buffer.concat([rest, Buffer.from(text)]);
		if (!isWaiting) {
			send();
		}
	};
};

/** Starts a program in a terminal of its own. */
export const openPty = (file: string, parameters: readonly string[], options: IPtyForkOptions): Pty => {
	const child = spawn(file, [...parameters], options) as Opened;
	readToTheEnd(child);
	writeWhileOpen(child);
	return child;
};
