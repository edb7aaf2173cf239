/** Random access to a file. */
import {Buffer} from 'node:buffer';
import type {FileHandle} from 'node:fs/promises';
import type {Encoding} from '../../format.js';

/** An open file of which any part can be read. */
export class FileBytes {
	readonly #handle: FileHandle;
	/** Bytes, when it was opened. */
	readonly size: number;

	constructor(handle: FileHandle, size: number) {
		this.#handle = handle;
		this.size = size;
	}

	/** The bytes from `from` on, fewer than `length` where the file ends. */
	async read(from: number, length: number) {
		const wanted = Math.max(0, Math.min(length, this.size - from));
		const {buffer, bytesRead} = await this.#handle.read(Buffer.allocUnsafe(wanted), 0, wanted, from);
		return buffer.subarray(0, bytesRead);
	}

	async close(): Promise<void> {
		await this.#handle.close();
	}
}

/** The compression of a file, by its first bytes. */
export const encodingOfBytes = (bytes: Uint8Array): Encoding => {
	const isBegunBy = (beginning: readonly number[]): boolean =>
		beginning.every((byte, index) => bytes[index] === byte);
	if (isBegunBy([0x1f, 0x8b])) {
		return 'gzip';
	}

	return isBegunBy([0x28, 0xb5, 0x2f, 0xfd]) ? 'zstd' : 'plain';
};
