import type {Readable} from 'node:stream';
import {beginningLength, encodingOf} from './decode-text.js';

/**
 * A stream's chunks; it is paused until the next one is requested, and left open at the end.
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
		// A listener for errors stays: a later error must not end the program.
		stream.pause();
	}
}

/**
 * The text of a stream of UTF-8 or UTF-16 as it arrives, until its end or until the signal is aborted. Invalid bytes
 * become U+FFFD.
 *
 * @yields The characters of one chunk.
 * @throws {TextEncodingError} When its first bytes are not text.
 * @throws {Error} When the stream fails.
 */
export async function* readText(stream: Readable, signal: AbortSignal): AsyncGenerator<string> {
	let decoder: InstanceType<typeof TextDecoder> | undefined;
	let beginning = new Uint8Array();
	for await (const chunk of readChunks(stream, signal)) {
		if (typeof chunk === 'string') {
			yield chunk;
		} else if (decoder) {
			yield decoder.decode(chunk, {stream: true});
		} else {
			beginning = Uint8Array.from([...beginning, ...chunk]);
			if (beginning.length >= beginningLength) {
				decoder = new TextDecoder(encodingOf(beginning));
				yield decoder.decode(beginning, {stream: true});
			}
		}
	}

	if (decoder) {
		yield decoder.decode();
	} else if (beginning.length > 0) {
		yield new TextDecoder(encodingOf(beginning)).decode(beginning);
	}
}
