/** Decodes a recording, as far as it can be read. */
import {Buffer} from 'node:buffer';
import {constants, createGunzip, createZstdDecompress, gunzipSync, zstdDecompressSync} from 'node:zlib';
import type {Encoding} from '../../format.js';

/** Up to this size it is decoded synchronously, bytes. */
const small = 16 * 1024;

/** The longest text of a member, bytes: a block is a tenth of it. */
const longest = 256 * 1024 * 1024;

/** How finely damaged bytes are decoded: how long each piece is at least, and how many there are at most. */
const shortestPiece = 16;
const mostPieces = 4096;

/** The text of a member. */
export type DecodedMember = {
	readonly text: string;
	/** False when bytes are missing or damaged: the text is what comes before. */
	readonly isWhole: boolean;
};

const decodeSmall = (bytes: Uint8Array, encoding: 'gzip' | 'zstd'): DecodedMember | undefined => {
	try {
		const decoded =
			encoding === 'gzip'
				? gunzipSync(bytes, {maxOutputLength: longest})
				: zstdDecompressSync(bytes, {maxOutputLength: longest});
		return {text: decoded.toString(), isWhole: true};
	} catch {
		return undefined;
	}
};

/** Decodes in pieces of so many bytes: what a piece gives is lost when the decompressor finds damage in it. */
const decodePieces = async (
	bytes: Uint8Array,
	encoding: 'gzip' | 'zstd',
	pieceLength: number,
): Promise<DecodedMember> => {
	const decompressor =
		encoding === 'gzip'
			? createGunzip({finishFlush: constants.Z_SYNC_FLUSH})
			: createZstdDecompress({finishFlush: constants.ZSTD_e_flush});
	const decoded: Uint8Array[] = [];
	let length = 0;
	const {promise, resolve} = Promise.withResolvers<boolean>();
	decompressor.on('data', (piece: Uint8Array) => {
		decoded.push(piece);
		length += piece.length;
		if (length <= longest) {
			return;
		}

		resolve(false);
		decompressor.destroy();
	});
	decompressor.once('end', () => {
		resolve(true);
	});
	decompressor.once('error', () => {
		resolve(false);
	});
	for (let from = 0; from < bytes.length; from += pieceLength) {
		decompressor.write(bytes.subarray(from, from + pieceLength));
	}

	decompressor.end();
	const isWhole = await promise;
	return {text: Buffer.concat(decoded).toString(), isWhole};
};

/** Reads one member; more than one is read where the format allows it. */
export const decodeMember = async (bytes: Uint8Array, encoding: Encoding): Promise<DecodedMember> => {
	if (encoding === 'plain') {
		return {text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(), isWhole: true};
	}

	const whole =
		(bytes.length <= small ? decodeSmall(bytes, encoding) : undefined) ??
		(await decodePieces(bytes, encoding, bytes.length));
	return whole.isWhole
		? whole
		: decodePieces(bytes, encoding, Math.max(shortestPiece, Math.ceil(bytes.length / mostPieces)));
};
