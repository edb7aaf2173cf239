/** The file that is recorded to, and its older parts. */
import {close, constants, existsSync, fstatSync, ftruncate, open, openSync, statSync, write} from 'node:fs';
import {rename, rm, stat} from 'node:fs/promises';
import {setTimeout as pause} from 'node:timers/promises';
import {promisify} from 'node:util';
import {say} from '../../../language/say.js';
import {partPath, RecordingError} from '../format.js';
import {expectReader} from '../../../terminal/files/own-file.js';
import {fileReason, codeOf} from '../../../terminal/thrown.js';

const writeBytes = promisify(write);
const truncate = promisify(ftruncate);
const closeFile = promisify(close);
const openFile = promisify(open);

/** The number of parts that a size limit is divided into: all but one of them are always kept. */
const parts = 8;

/** The smallest size limit, bytes. */
const leastMaxBytes = 1024 * 1024;

/** How often a pipe that is full is tried again, ms. */
const fullGap = 20;

/** Recordings describe a cluster: only their owner may read them. */
const mode = 0o600;

const exists = (path: string): RecordingError =>
	new RecordingError(
		say('{path} exists already, and a recording overwrites nothing. Give another name, or remove it first.', {
			path,
		}),
	);

const refusal = (path: string, error: unknown): RecordingError => {
	switch (codeOf(error)) {
		case 'EEXIST': {
			return exists(path);
		}

		case 'ENOTDIR': {
			return new RecordingError(
				say('Cannot record to {path}: a part of its path is a file, not a folder. Give a file in a folder.', {
					path,
				}),
			);
		}

		case 'ENOENT': {
			return new RecordingError(
				say('Cannot record to {path}: its folder does not exist. Create it first.', {path}),
			);
		}

		case 'EISDIR': {
			return new RecordingError(
				say("Cannot record to {path}: it is a folder. Give a file's name in it.", {path}),
			);
		}

		case 'EACCES':
		case 'EPERM':
		case 'EROFS': {
			return new RecordingError(
				say('Cannot record to {path}: no permission to write there. Give a place that you may write to.', {
					path,
				}),
			);
		}

		default: {
			return new RecordingError(say('Cannot record to {path}: {why}.', {path, why: fileReason(error)}));
		}
	}
};

/** A device or a pipe is written to as it is; only a file must not exist yet. */
const openNew = (path: string): number => {
	const found = statSync(path, {throwIfNoEntry: false});
	const isDevice = found !== undefined && !found.isFile() && !found.isDirectory();
	if (found?.isDirectory() === true) {
		throw Object.assign(new Error('is a folder'), {code: 'EISDIR'});
	}

	if (found?.isFIFO() === true) {
		expectReader(path);
	}

	// A write to a pipe whose reader has stopped would hold up the end of dm-top.
	return isDevice
		? openSync(path, constants.O_WRONLY + (constants.O_NONBLOCK || 0))
		: openSync(path, 'wx', mode);
};

/** Writes are in the order of the calls; one call at a time. */
export class RecordingFile {
	readonly #path: string;
	readonly #maxBytes: number;
	readonly #isRegular: boolean;
	#descriptor: number;
	#position = 0;
	#isGivenUp = false;
	#taken = 0;
	/** Bytes of the older parts, newest first. */
	readonly #older: number[] = [];

	/** Creates the file; throws a RecordingError when it exists or cannot be created. */
	constructor(path: string, maxBytes = Infinity) {
		if (maxBytes < leastMaxBytes) {
			throw new RecordingError(
				say('A recording of at most {count} bytes would hold next to nothing. Allow 1M or more.', {
					count: maxBytes,
				}),
			);
		}

		const older = partPath(path, 1);
		if (Number.isFinite(maxBytes) && existsSync(older)) {
			throw exists(older);
		}

		this.#path = path;
		this.#maxBytes = maxBytes;
		try {
			this.#descriptor = openNew(path);
		} catch (error) {
			throw refusal(path, error);
		}

		this.#isRegular = fstatSync(this.#descriptor).isFile();
	}

	async #makeOlder(age: number): Promise<void> {
		try {
			await rename(partPath(this.#path, age), partPath(this.#path, age + 1));
		} catch (error) {
			// The owner may remove older parts.
			if (age === 0 || codeOf(error) !== 'ENOENT') {
				throw error;
			}
		}
	}

	async #keepCap(): Promise<void> {
		const size = (): number => this.#older.reduce((sum, bytes) => sum + bytes, this.#position);
		while (this.#older.length > 0 && size() > this.#maxBytes) {
			await rm(partPath(this.#path, this.#older.length), {force: true});
			this.#older.pop();
		}
	}

	/** Writes as much as is taken now; nothing where a pipe is full, for a moment. */
	async #write(bytes: Uint8Array, written: number): Promise<number> {
		try {
			// A device and a pipe have no positions.
			const position = this.#isRegular ? this.#position + written : null;
			const {bytesWritten} = await writeBytes(
				this.#descriptor,
				bytes,
				written,
				bytes.length - written,
				position,
			);
			return bytesWritten;
		} catch (error) {
			if (codeOf(error) !== 'EAGAIN' || this.#isGivenUp) {
				throw error;
			}

			await pause(fullGap);
			return 0;
		}
	}

	/** How many bytes have been taken so far, by all parts: where this grows, it is not stuck. */
	get taken(): number {
		return this.#taken;
	}

	/** Whether it is a file, not a pipe or a device. */
	get isRegular(): boolean {
		return this.#isRegular;
	}

	/** The size of this part, bytes. */
	get position(): number {
		return this.#position;
	}

	/** True when this part is as large as a part may be. */
	get isFull(): boolean {
		return this.#isRegular && this.#position >= this.#maxBytes / parts;
	}

	/** Writes all of it, or throws the system's error and leaves the file as it was. */
	async append(bytes: Uint8Array): Promise<void> {
		let written = 0;
		try {
			while (written < bytes.length) {
				const bytesWritten = await this.#write(bytes, written);
				written += bytesWritten;
				this.#taken += bytesWritten;
			}
		} catch (error) {
			if (this.#isRegular) {
				await truncate(this.#descriptor, this.#position);
			}

			throw error;
		}

		this.#position += bytes.length;
		await this.#keepCap();
	}

	/** From now on a pipe that is full is a failure. */
	giveUp(): void {
		this.#isGivenUp = true;
	}

	/** Renames this part to the newest of the older ones, and begins a new one. */
	async startPart(): Promise<void> {
		for (let age = this.#older.length; age >= 0; age--) {
			await this.#makeOlder(age);
		}

		const next = await openFile(this.#path, 'wx', mode);
		await closeFile(this.#descriptor);
		this.#descriptor = next;
		this.#older.unshift(this.#position);
		this.#position = 0;
		await this.#keepCap();
	}

	/** True when the file is no longer where it was: removed, moved, or another in its place. */
	async isGone(): Promise<boolean> {
		if (!this.#isRegular) {
			return false;
		}

		try {
			const found = await stat(this.#path);
			const own = fstatSync(this.#descriptor);
			return found.ino !== own.ino || found.dev !== own.dev;
		} catch (error) {
			return codeOf(error) === 'ENOENT';
		}
	}

	async close(): Promise<void> {
		await closeFile(this.#descriptor);
	}
}
