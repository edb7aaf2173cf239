/**
 * Writes bytes to a terminal's file descriptor without ever blocking the program: `process.stdout` of a tty blocks the
 * whole event loop while the other end of an SSH connection does not read.
 *
 * The terminal is opened a second time where that is possible (Linux), without blocking: a write then sends what the
 * terminal accepts, at once and in this thread, and nothing is pending when the program ends. Elsewhere writes go
 * through Node's thread pool: they do not block the event loop either, but a thread that hangs in one can keep the
 * process from ending, which `isStuck` reports.
 */
import {Buffer} from 'node:buffer';
import {constants, openSync, closeSync, fstatSync, writeSync, write} from 'node:fs';
import process from 'node:process';
import {blockFor} from '../block-for.js';

/** A terminal that bytes are sent to. */
export type TtyOutput = {
	/** Sends all bytes and then calls back, with the error if the terminal is gone. One call at a time. */
	send(bytes: Uint8Array, onSent: (error?: NodeJS.ErrnoException) => void): void;

	/**
	 * Synchronously sends the rest of an unfinished `send` and then `bytes`, or gives up after `patience` ms. `onSent`
	 * of the unfinished `send` is no longer called. Returns whether everything was sent; a thread that is still writing
	 * sends it afterwards.
	 */
	sendNow(bytes: Uint8Array, patience: number): boolean;

	/** How many bytes of what was sent the terminal has accepted so far. */
	readonly accepted: number;

	/**
	 * Calls back once nothing is being written, at once where that is so: setting the mode of a terminal would wait in this
	 * thread for a write that hangs in another one.
	 */
	whenSettled(callback: () => void): void;

	/** True while a write hangs in a thread that would keep `process.exit` from ending the process. */
	readonly isStuck: boolean;

	close(): void;
};

/** How long to wait before retrying a terminal that accepts nothing, ms: no longer than a frame. */
const retryDelay = 8;

const isFull = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && (error.code === 'EAGAIN' || error.code === 'EINTR');

/** Writes all of it before returning, or gives up after `patience` ms. */
const writeAll = (fd: number, bytes: Uint8Array, patience: number): boolean => {
	const deadline = performance.now() + patience;
	let sent = 0;
	while (sent < bytes.length) {
		try {
			sent += writeSync(fd, bytes, sent);
		} catch (error) {
			if (!isFull(error) || performance.now() >= deadline) {
				return false;
			}

			blockFor(2);
		}
	}

	return true;
};

/** A second, non-blocking file description of the same terminal, or undefined where that is not possible. */
const openAgain = (fd: number): number | undefined => {
	if (process.platform !== 'linux') {
		// Elsewhere /dev/fd/1 is the same file description: making it non-blocking would affect the shell, too.
		return undefined;
	}

	try {
		const own = openSync(
			`/proc/self/fd/${fd}`,
			constants.O_WRONLY + constants.O_NONBLOCK + constants.O_NOCTTY,
		);
		if (fstatSync(own).rdev === fstatSync(fd).rdev) {
			return own;
		}

		closeSync(own);
	} catch {
		// No /proc, or a terminal that belongs to another user (after su).
	}

	return undefined;
};

type OnSent = (error?: NodeJS.ErrnoException) => void;

class NonBlockingOutput implements TtyOutput {
	readonly #fd: number;
	#rest: Uint8Array = new Uint8Array(0);
	#onSent: OnSent | undefined;
	#timer: NodeJS.Timeout | undefined;
	accepted = 0;

	constructor(fd: number) {
		this.#fd = fd;
	}

	#forget(): void {
		clearTimeout(this.#timer);
		this.#onSent = undefined;
	}

	/**
	 * Separate from the error: a closure where it is caught would keep it alive, and with it the previous timer, and so
	 * on.
	 */
	#retry(): void {
		this.#timer = setTimeout(() => {
			this.#write();
		}, retryDelay);
	}

	#write(): void {
		try {
			while (this.#rest.length > 0) {
				const sent = writeSync(this.#fd, this.#rest);
				this.accepted += sent;
				this.#rest = this.#rest.subarray(sent);
			}
		} catch (error) {
			if (isFull(error)) {
				this.#retry();
				return;
			}

			this.#rest = new Uint8Array(0);
			this.#onSent?.(error as NodeJS.ErrnoException);
			return;
		}

		this.#onSent?.();
	}

	get isStuck(): boolean {
		return false;
	}

	whenSettled(callback: () => void): void {
		callback();
	}

	send(bytes: Uint8Array, onSent: OnSent): void {
		this.#rest = bytes;
		this.#onSent = onSent;
		this.#write();
	}

	sendNow(bytes: Uint8Array, patience: number): boolean {
		this.#forget();
		const all = Buffer.concat([this.#rest, bytes]);
		this.#rest = new Uint8Array(0);
		return writeAll(this.#fd, all, patience);
	}

	close(): void {
		this.#forget();
		closeSync(this.#fd);
	}
}

class ThreadedOutput implements TtyOutput {
	readonly #fd: number;
	/** What the terminal has not accepted so far; the beginning of it is what a thread is writing. */
	#rest: Uint8Array = new Uint8Array(0);
	#onSent: OnSent | undefined;
	#onSettled: (() => void) | undefined;
	#timer: NodeJS.Timeout | undefined;
	#isWriting = false;
	accepted = 0;

	constructor(fd: number) {
		this.#fd = fd;
	}

	#add(bytes: Uint8Array): void {
		this.#rest = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
	}

	#write(): void {
		this.#isWriting = true;
		write(this.#fd, this.#rest, (error, sent) => {
			this.#isWriting = false;
			if (error && !isFull(error)) {
				this.#end(error);
				return;
			}

			this.accepted += error ? 0 : sent;
			this.#rest = this.#rest.subarray(error ? 0 : sent);
			if (this.#rest.length === 0) {
				this.#end();
			} else if (error) {
				this.#timer = setTimeout(() => {
					this.#write();
				}, retryDelay);
			} else {
				this.#write();
			}
		});
	}

	#end(error?: NodeJS.ErrnoException): void {
		const [onSent, onSettled] = [this.#onSent, this.#onSettled];
		this.#rest = new Uint8Array(0);
		this.#onSent = undefined;
		this.#onSettled = undefined;
		onSent?.(error);
		onSettled?.();
	}

	get isStuck(): boolean {
		return this.#isWriting;
	}

	send(bytes: Uint8Array, onSent: OnSent): void {
		this.#onSent = onSent;
		this.#add(bytes);
		if (this.#isWriting) {
			return;
		}

		clearTimeout(this.#timer);
		this.#write();
	}

	sendNow(bytes: Uint8Array, patience: number): boolean {
		this.#onSent = undefined;
		this.#add(bytes);
		if (this.#isWriting) {
			// Writing here as well would block behind the thread that already hangs in a write: it goes on with these.
			return false;
		}

		clearTimeout(this.#timer);
		const all = this.#rest;
		this.#rest = new Uint8Array(0);
		return writeAll(this.#fd, all, patience);
	}

	whenSettled(callback: () => void): void {
		if (this.#isWriting) {
			this.#onSettled = callback;
		} else {
			callback();
		}
	}

	close(): void {
		this.#onSent = undefined;
	}
}

/**
 * An output to the terminal behind `fd`. With `isThreaded` it uses Node's thread pool even where the terminal can be
 * opened a second time.
 */
export const openTtyOutput = (fd: number, {isThreaded = false} = {}): TtyOutput => {
	const own = isThreaded ? undefined : openAgain(fd);
	return own === undefined ? new ThreadedOutput(fd) : new NonBlockingOutput(own);
};
