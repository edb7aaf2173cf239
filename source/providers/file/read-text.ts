import type {Readable} from 'node:stream';
import {checkBeginning} from './decode-text.js';

/**
 * A stream's chunks; it is paused while nobody asks for the next one, and left open at the end.
 *
 * @yields One chunk.
 */
async function* readChunks(stream: Readable, signal: AbortSignal): AsyncGenerator<Uint8Array | string> {
	const chunks: Array<Uint8Array | string> = [];
	let failure: Error | undefined;
	let isOver = stream.readableEnded || stream.destroyed;
	let wake: (() => void) | undefined;
	const onData = (chunk: Uint8Array | string): void => {
		chunks.push(chunk);
		stream.pause();
		wake?.();
	};

	const onEnd = (): void => {
		isOver = true;
		wake?.();
	};

	const onError = (error: Error): void => {
		failure = error;
		onEnd();
	};

	stream.on('data', onData).on('end', onEnd).on('close', onEnd).on('error', onError);
	signal.addEventListener('abort', onEnd);
	try {
		while (!signal.aborted) {
			const chunk = chunks.shift();
			if (chunk !== undefined) {
				yield chunk;
			} else if (failure) {
				throw failure;
			} else if (isOver) {
				return;
			} else {
				const {promise, resolve} = Promise.withResolvers<void>();
				wake = resolve;
				stream.resume();
				await promise;
			}
		}
	} finally {
		signal.removeEventListener('abort', onEnd);
		stream.off('data', onData).off('end', onEnd).off('close', onEnd);
		// A listener for errors stays: one that comes later must not end the program.
		stream.pause();
	}
}

/**
 * The text of a UTF-8 stream as it comes, until its end or until the signal is aborted. Bytes that are no UTF-8
 * become U+FFFD.
 *
 * @yields The characters of one chunk.
 * @throws {TextEncodingError} When its first bytes are of another encoding.
 * @throws {Error} When the stream fails.
 */
export async function* readText(stream: Readable, signal: AbortSignal): AsyncGenerator<string> {
	const decoder = new TextDecoder();
	let beginning: Uint8Array | undefined = new Uint8Array();
	for await (const chunk of readChunks(stream, signal)) {
		if (typeof chunk === 'string') {
			yield chunk;
			continue;
		}

		if (beginning) {
			beginning = Uint8Array.from([...beginning, ...chunk.subarray(0, 4)]);
			checkBeginning(beginning);
			beginning = beginning.length < 4 ? beginning : undefined;
		}

		yield decoder.decode(chunk, {stream: true});
	}

	yield decoder.decode();
}
