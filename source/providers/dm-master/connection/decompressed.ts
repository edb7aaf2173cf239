/** Decompresses answers: a proxy may have compressed them, although dm-top does not ask for that. */
import {pipeline, type Readable} from 'node:stream';
import {
	type BrotliDecompress,
	type Unzip,
	type ZstdDecompress,
	createBrotliDecompress,
	createUnzip,
	createZstdDecompress,
} from 'node:zlib';
import {say} from '../../../language/say.js';
import {codeOf, messageOf} from '../../../terminal/thrown.js';
import {CallFailure} from './call-failure.js';

type Decompressor = Unzip | BrotliDecompress | ZstdDecompress;

/** The decompressors by the name of the compression. */
const decompressors = new Map<string, () => Decompressor>([
	['gzip', createUnzip],
	['x-gzip', createUnzip],
	['deflate', createUnzip],
	['br', createBrotliDecompress],
	['zstd', createZstdDecompress],
]);

const failure = (label: string, what: string, detail: string): CallFailure =>
	new CallFailure(
		{
			what,
			fix: say(
				'dm-master compresses nothing: check what is in between at {label}, such as a proxy, and turn its compression off.',
				{label},
			),
			detail,
		},
		{scope: 'call'},
	);

/**
 * The body without the compression that `Content-Encoding` names, piece by piece: to stop reading ends both.
 *
 * @param body What came.
 * @param header The header; '' for none.
 * @param label The address, for the message.
 * @yields The pieces.
 * @throws {CallFailure} When the compression is unknown or broken.
 */
export async function* decompressed(
	body: Readable,
	header: string,
	label: string,
): AsyncGenerator<Uint8Array, void> {
	const encoding = header.trim().toLowerCase();
	if (encoding === '' || encoding === 'identity') {
		yield* body as AsyncIterable<Uint8Array>;
		return;
	}

	const createDecompressor = decompressors.get(encoding);
	if (!createDecompressor) {
		// The abort itself is not reported to anybody.
		body.on('error', () => undefined).destroy();
		throw failure(
			label,
			say('{label} sent an answer in an unknown compression: {encoding}', {label, encoding}),
			'',
		);
	}

	const decompressor = createDecompressor();
	// An error of either ends the loop below.
	pipeline(body, decompressor, () => undefined);
	try {
		yield* decompressor as AsyncIterable<Uint8Array>;
	} catch (error) {
		// A proxy names a compression even where there is nothing to compress, as in a refusal.
		if (codeOf(error) === 'Z_BUF_ERROR' && decompressor.bytesWritten === 0) {
			return;
		}

		if (!/^(?:Z_|ERR_BROTLI|ERR_{0,2}ZSTD|ZSTD_|ERR__ERROR_FORMAT)/v.test(codeOf(error))) {
			throw error;
		}

		throw failure(
			label,
			say('{label} sent an answer whose compression ({encoding}) is broken', {label, encoding}),
			messageOf(error),
		);
	}
}
