/**
 * Captures what is printed while the screen is in use, such as Node's warnings and `console.log`. It would be written
 * across the screen, so it is printed after the terminal has been given back.
 */
import {Buffer} from 'node:buffer';

/** The number of characters kept, the newest. */
const mostKept = 16_384;

type Print = NodeJS.WriteStream['write'];

/** Keeps what is printed from its creation on. */
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

	/** Captures what is written to those of these streams that are terminals. */
	constructor(streams: readonly NodeJS.WriteStream[]) {
		const terminals = streams.filter(stream => stream.isTTY);
		this.#streams = terminals.map(stream => [stream, stream.write]);
		for (const stream of terminals) {
			stream.write = this.#keep;
		}
	}

	/** The captured output since the last call. */
	take(): string {
		const text = this.#text;
		this.#text = '';
		return text;
	}

	/** Lets the streams write again. */
	release(): void {
		for (const [stream, write] of this.#streams) {
			stream.write = write;
		}
	}
}
