/** Text that waits in memory, compressed. */
import {Buffer} from 'node:buffer';
import {constants, deflateRawSync, inflateRawSync} from 'node:zlib';
import {freeBytes} from './free-bytes.js';

/**
 * A window of 8 KiB holds several lines: it is as good for them as one of 32, and set up in a third of the time. What comes
 * out is put into pieces that are hardly larger: there are thousands of texts at once.
 */
const deflateOptions = {level: constants.Z_BEST_SPEED, windowBits: 13, memLevel: 5, chunkSize: 2048};

/** A text compressed, as Latin-1, and how many bytes it is as UTF-8. */
export type Deflated = {readonly packed: string; readonly size: number};

/**
 * A text compressed. It is kept as a string: small buffers that are kept lie between large ones that are freed, and glibc
 * then keeps those, too.
 */
export const deflateText = (text: string): Deflated => {
	const bytes = Buffer.from(text);
	const size = bytes.length;
	const packed = deflateRawSync(bytes, deflateOptions).toString('latin1');
	freeBytes(bytes);
	return {packed, size};
};

/** The least size of a buffer for what comes out, bytes: zlib has a few bytes more to say that it has come to the end. */
const leastChunk = 1024;

/** The text again. */
export const inflateText = ({packed, size}: Deflated): string => {
	// In one piece: with several, each would be copied, and would wait to be collected.
	const chunkSize = Math.max(size + 1, leastChunk);
	const bytes = inflateRawSync(Buffer.from(packed, 'latin1'), {chunkSize});
	const text = bytes.toString();
	freeBytes(bytes);
	return text;
};

/** Texts are compressed together once they have so many UTF-16 units. */
const pieceLength = 128 * 1024;

/**
 * Lines that are added piece by piece and read once, together. A tenth of their size is kept: what turned in a block can be as
 * large as all else that is known of a cluster.
 */
export class PackedText {
	/** These texts, one after the other. */
	static join(texts: readonly PackedText[]): PackedText {
		const joined = new PackedText();
		for (const text of texts) {
			text.#pack();
			joined.#packed.push(...text.#packed);
			joined.#length += text.#length;
			joined.#byteLength += text.#byteLength;
		}

		return joined;
	}

	readonly #packed: Deflated[] = [];
	#fresh: string[] = [];
	#freshLength = 0;
	#length = 0;
	#byteLength = 0;

	#pack(): void {
		if (this.#freshLength === 0) {
			return;
		}

		this.#packed.push(deflateText(this.#fresh.join('')));
		this.#fresh = [];
		this.#freshLength = 0;
	}

	/** UTF-16 units. */
	get length(): number {
		return this.#length;
	}

	/** Bytes in UTF-8. */
	get byteLength(): number {
		return this.#byteLength;
	}

	/** Adds a piece, in which no character is divided. */
	add(text: string): void {
		this.#fresh.push(text);
		this.#freshLength += text.length;
		this.#length += text.length;
		this.#byteLength += Buffer.byteLength(text);
		if (this.#freshLength >= pieceLength) {
			this.#pack();
		}
	}

	/**
	 * All that was added, in other pieces.
	 *
	 * @yields Text in which no character is divided.
	 */
	*pieces(): Generator<string> {
		for (const packed of this.#packed) {
			yield inflateText(packed);
		}

		if (this.#freshLength > 0) {
			yield this.#fresh.join('');
		}
	}
}
