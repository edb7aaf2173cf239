/**
 * Files and streams that are read whole, such as settings, certificates and what a person pastes: what never ends, a
 * device, say, or is too large for any of these, is refused before it fills the memory.
 */
import {Buffer} from 'node:buffer';
import {closeSync, createReadStream, openSync, readSync} from 'node:fs';
import {say} from '../../language/say.js';

/** The most that is read, bytes. */
const most = 16 * 1024 * 1024;

const pieceLength = 64 * 1024;

/** Throws a RangeError when a text is too large to be read whole; `length`: how much of it was read, bytes or UTF-16 units. */
export const refuseTooLarge = (length: number): void => {
	if (length > most) {
		throw new RangeError(say('it is larger than {limit}', {limit: `${most / 1024 / 1024} MiB`}));
	}
};

/** Pieces of a text, one after the other. */
class Pieces {
	readonly #pieces: Uint8Array[] = [];
	#length = 0;

	/** Adds the next one; throws a RangeError when it is too much. */
	add(piece: Uint8Array): void {
		this.#length += piece.length;
		refuseTooLarge(this.#length);
		this.#pieces.push(piece);
	}

	/** UTF-8; a mark of the byte order stays. */
	text(): string {
		return Buffer.concat(this.#pieces, this.#length).toString('utf8');
	}
}

/**
 * The text of a file.
 *
 * @throws {Error} when it cannot be read, and {RangeError} when it is too large.
 */
export const readTextFileSync = (path: string): string => {
	const file = openSync(path, 'r');
	try {
		const pieces = new Pieces();
		for (;;) {
			const piece = Buffer.allocUnsafe(pieceLength);
			const length = readSync(file, piece);
			if (length === 0) {
				return pieces.text();
			}

			pieces.add(piece.subarray(0, length));
		}
	} finally {
		closeSync(file);
	}
};

/** The same as `readTextFileSync`, which waits for nobody. */
export const readTextFile = async (path: string): Promise<string> => {
	const pieces = new Pieces();
	for await (const piece of createReadStream(path)) {
		pieces.add(piece as Uint8Array);
	}

	return pieces.text();
};
