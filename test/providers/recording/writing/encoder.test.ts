import {Buffer} from 'node:buffer';
import {gunzipSync, zstdDecompressSync} from 'node:zlib';
import {expect, it} from 'vitest';
import {encoderOf} from '../../../../source/providers/recording/writing/encoder.js';

const decoders = {
	plain: (bytes: Uint8Array) => bytes,
	gzip: gunzipSync,
	zstd: zstdDecompressSync,
} as const;

/** Characters of two units at every place where a text could be cut. */
const text = `${'a'.repeat(3)}${'😀'.repeat(60_000)}\n${'名'.repeat(50_001)}${'😀'.repeat(20_000)}`;

it.each(['plain', 'gzip', 'zstd'] as const)('a text of any length is written whole: %s', async encoding => {
	const member = encoderOf(encoding).open();
	const bytes = Buffer.concat([
		await member.write(text),
		await member.flush(),
		await member.write('b'),
		await member.end(),
	]);
	expect(Buffer.from(decoders[encoding](bytes)).toString()).toBe(`${text}b`);
});
