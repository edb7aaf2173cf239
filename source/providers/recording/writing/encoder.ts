/** Encodes the text of a recording: plain, gzip members, or zstd frames. */
import {Buffer} from 'node:buffer';
import type {Transform} from 'node:stream';
import {constants, createGzip, createZstdCompress} from 'node:zlib';
import type {Encoding} from '../format.js';
import {freeBytes} from './free-bytes.js';

/** Encodes text piece by piece; each call returns the resulting bytes. */
export type GzipMember = {
	write(text: string): Promise<Uint8Array>;
	/** Flushes: everything written so far becomes readable. */
	flush(): Promise<Uint8Array>;
	end(): Promise<Uint8Array>;
};

/** Makes the bytes of a recording from its text. */
export type Encoder = {
	/** A member without text that carries a note; undefined where there are no members. */
	readonly note?: (text: string) => Uint8Array;
	open(): GzipMember;
};

const nothing = Buffer.alloc(0);

const plain: Encoder = {
	open: () => ({
		write: async text => Buffer.from(text),
		flush: async () => nothing,
		end: async () => nothing,
	}),
};

type Compressor = Transform & {
	flush(kind: number, callback: () => void): void;
	close(): void;
};

/**
 * A text is compressed in pieces of so many UTF-16 units. The bytes of a whole one would take as much memory again, and
 * glibc keeps what is freed in such sizes.
 */
const pieceLength = 32 * 1024;

/** Where a piece ends: never within a character of two units. */
const endOfPiece = (text: string, start: number): number => {
	const end = start + pieceLength;
	return (text.codePointAt(end - 1) ?? 0) > 0xff_ff ? end + 1 : end;
};

const compress = (compressor: Compressor, flushKind: number): GzipMember => {
	let out: Uint8Array[] = [];
	compressor.on('data', (bytes: Uint8Array) => {
		out.push(bytes);
	});
	const take = (): Uint8Array => {
		const taken = Buffer.concat(out);
		out = [];
		return taken;
	};

	return {
		async write(text) {
			for (let start = 0; start < text.length;) {
				const end = endOfPiece(text, start);
				const bytes = Buffer.from(text.slice(start, end));
				const {promise, resolve, reject} = Promise.withResolvers<void>();
				compressor.write(bytes, error => {
					if (error) {
						reject(error);
					} else {
						resolve();
					}
				});
				await promise;
				freeBytes(bytes);
				start = end;
			}

			return take();
		},
		async flush() {
			const {promise, resolve} = Promise.withResolvers<void>();
			compressor.flush(flushKind, resolve);
			await promise;
			return take();
		},
		async end() {
			const {promise, resolve, reject} = Promise.withResolvers<void>();
			compressor.once('end', resolve);
			compressor.once('error', reject);
			compressor.end();
			await promise;
			return take();
		},
	};
};

/** RFC 1952: an empty member whose extra field has one subfield "dT". */
const gzipNote = (text: string): Uint8Array => {
	const note = Buffer.from(text);
	const head = Buffer.from([0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 0xff, 0, 0, 0x64, 0x54, 0, 0]);
	head.writeUInt16LE(note.length + 4, 10);
	head.writeUInt16LE(note.length, 14);
	return Buffer.concat([head, note, Buffer.from([3, 0, 0, 0, 0, 0, 0, 0, 0, 0])]);
};

/** RFC 8878: a skippable frame. */
const zstdNote = (text: string): Uint8Array => {
	const note = Buffer.from(text);
	const head = Buffer.from([0x5d, 0x2a, 0x4d, 0x18, 0, 0, 0, 0]);
	head.writeUInt32LE(note.length, 4);
	return Buffer.concat([head, note]);
};

/**
 * 512 KiB: a compressor looks back no further. With its default of 2 MiB it takes 2 MB more, for files 0.7 % smaller. Tables of
 * 2^15 entries instead of 2^17 and 2^16 take 0.5 MB less, for files as small; and each of Node's four threads keeps that memory.
 */
const zstdOptions = {
	params: {
		[constants.ZSTD_c_windowLog]: 19,
		[constants.ZSTD_c_hashLog]: 15,
		[constants.ZSTD_c_chainLog]: 15,
	},
};

const encoders: Readonly<Record<Encoding, Encoder>> = {
	plain,
	gzip: {note: gzipNote, open: () => compress(createGzip(), constants.Z_SYNC_FLUSH)},
	zstd: {note: zstdNote, open: () => compress(createZstdCompress(zstdOptions), constants.ZSTD_e_flush)},
};

/** The encoder of this encoding. */
export const encoderOf = (encoding: Encoding): Encoder => encoders[encoding];
