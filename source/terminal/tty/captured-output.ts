/**
 * What a program or a library prints while the screen is taken: Node's warnings, `console.log`. It would be written
 * across the picture, so it is kept, and printed when the terminal has been given back.
 */
import {Buffer} from 'node:buffer';

/** Characters kept: the newest. */
const mostKept = 16_384;

type Print = NodeJS.WriteStream['write'];

export class CapturedOutput {
	readonly #streams: ReadonlyArray<readonly [stream: NodeJS.WriteStream, write: Print]>;
	#text = '';

	readonly #keep = (
		chunk: string | Uint8Array,
		encoding?: BufferEncoding | ((error?: Error) => void),
		callback?: (error?: Error) => void,
	): boolean => {
		this.#text = (this.#text + (typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString())).slice(
			-mostKept,
		);
		const onWritten = typeof encoding === 'function' ? encoding : callback;
		if (onWritten) {
			queueMicrotask(onWritten);
		}

		return true;
	};

	/** Keeps what is written to these streams, those of them that are terminals. */
	constructor(streams: readonly NodeJS.WriteStream[]) {
		const terminals = streams.filter(stream => stream.isTTY);
		this.#streams = terminals.map(stream => [stream, stream.write]);
		for (const stream of terminals) {
			stream.write = this.#keep;
		}
	}

	/** What has been kept since the last call. */
	take(): string {
		const text = this.#text;
		this.#text = '';
		return text;
	}

	/** From now on the streams write again. */
	release(): void {
		for (const [stream, write] of this.#streams) {
			stream.write = write;
		}
	}
}
