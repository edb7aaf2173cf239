import type {Readable} from 'node:stream';
import {withoutSecrets} from '../../dm/secrets/without-secrets.js';
import {say} from '../../language/say.js';
import {StatusFormatError} from '../../dm/reading/status-format-error.js';
import {DocumentSplitter} from '../../dm/reading/splitting/document-splitter.js';
import type {Piece} from '../../dm/reading/splitting/piece.js';
import type {TextPlace} from '../../dm/reading/json/place.js';
import {LineFrames} from '../../dm/reading/unwrapping/line-frames.js';
import {TerminalCodes} from '../../dm/reading/unwrapping/terminal-codes.js';
import type {Observation, Provider, Problem, SilenceObservation} from '../provider.js';
import {parseDocumentInSlices} from '../slices.js';
import {messageOf} from '../../terminal/thrown.js';
import {steadyClock} from '../steady-clock.js';
import {TextEncodingError} from './decode-text.js';
import {fileLimit} from './read-status-file.js';
import {readText} from './read-text.js';

/** A stream of status documents, one after the other. */
export type StreamProviderOptions = {
	/** UTF-8 or UTF-16; it is not closed at the end. */
	readonly stream: Readable;
	/** Its name on screen: "standard input". */
	readonly title: string;
	/** The longest document, characters; 64 Mi by default. */
	readonly limit?: number;
};

const askForStatus = (): string =>
	say('Pipe in what dmctl query-status prints, or what /apis/v1alpha1/status/ answers.');

/** Until then the last document was the newest. */
const silence = (what: string, fix: string): SilenceObservation => {
	const problem: Problem = withoutSecrets({what, fix, detail: ''});
	const at = steadyClock.now();
	return {kind: 'silence', at, confirmedAt: at, problem};
};

const inMebibytes = (characters: number): string => `${Math.round(characters / 1024 / 1024)} MiB`;

/** What is read of a stream: its name, and the signal of the reader. */
type Reading = {readonly title: string; readonly signal: AbortSignal};

/** Nothing once the reader has stopped: the program must not wait for the rest of a large document. */
const readStatus = async (
	text: string,
	{title, signal}: Reading,
	start?: TextPlace,
): Promise<Observation[]> => {
	try {
		return [
			{kind: 'status', at: steadyClock.now(), status: await parseDocumentInSlices(text, signal, start)},
		];
	} catch (error) {
		if (signal.aborted) {
			return [];
		}

		const message = messageOf(error);
		const fix = error instanceof StatusFormatError ? error.fix || askForStatus() : '';
		return [silence(say('{name}: {text}', {name: title, text: message}), fix)];
	}
};

/** There is something on the screen if a status was given before. */
const readError = (title: string, error: unknown, isShown: boolean): Observation => {
	const message = messageOf(error);
	return error instanceof TextEncodingError
		? silence(`${title} ${message}`, error.fix)
		: silence(
				say('{path} cannot be read: {why}', {path: title, why: message}),
				isShown ? say('The last known state stays on screen.') : '',
			);
};

/** Turns the pieces of one stream into observations; reports skipped text only once. */
class StreamReading {
	readonly #reading: Reading;
	readonly #limit: number;
	readonly #codes = new TerminalCodes();
	readonly #frames = new LineFrames();
	readonly #splitter: DocumentSplitter;
	#hasSkipped = false;
	#hasTold = false;
	#hasStatus = false;

	constructor(reading: Reading, limit: number) {
		this.#reading = reading;
		this.#limit = limit;
		this.#splitter = new DocumentSplitter(limit);
	}

	#skip(text: string, {line}: TextPlace): Observation[] {
		if (this.#hasSkipped) {
			return [];
		}

		this.#hasSkipped = true;
		const told = silence(
			say('{title}, line {line}: text that belongs to no document: {text}', {
				title: this.#reading.title,
				line,
				text,
			}),
			say('This line and others like it are skipped: only JSON documents are read.'),
		);
		// This does not make what was read before out of date.
		return [this.#hasStatus ? {...told, asked: []} : told];
	}

	/** The observations in a piece: one or none. */
	async #read(piece: Piece): Promise<Observation[]> {
		if (piece.kind === 'skipped') {
			return this.#skip(piece.text, piece.start);
		}

		if (piece.kind === 'document' && piece.key !== '') {
			return this.#skip(piece.key, piece.start);
		}

		this.#hasTold = true;
		if (piece.kind === 'oversize') {
			return [
				silence(
					say('{title} has a document larger than {limit}, at line {line}', {
						title: this.#reading.title,
						limit: inMebibytes(this.#limit),
						line: piece.start.line,
					}),
					say('No status is that large. What comes after it is read.'),
				),
			];
		}

		const read = await readStatus(piece.text, this.#reading, piece.start);
		this.#hasStatus ||= read.some(({kind}) => kind === 'status');
		return read;
	}

	/**
	 * Reads a chunk.
	 *
	 * @yields The observations in the documents that it completes.
	 */
	async *push(chunk: string): AsyncGenerator<Observation> {
		for (const piece of this.#splitter.push(this.#frames.push(this.#codes.push(chunk)))) {
			yield* await this.#read(piece);
		}
	}

	/**
	 * Reads the end of the stream.
	 *
	 * @yields The observations at the end.
	 */
	async *end(): AsyncGenerator<Observation> {
		for (const piece of [...this.#splitter.push(this.#frames.end()), ...this.#splitter.end()]) {
			yield* await this.#read(piece);
		}

		if (!this.#hasTold) {
			yield silence(
				say('{title} ended without a status document', {title: this.#reading.title}),
				askForStatus(),
			);
		}
	}
}

/**
 * The whole text of a stream.
 *
 * @throws {RangeError} when it is longer than the limit.
 */
const readAll = async (chunks: AsyncIterable<string>, limit: number): Promise<string> => {
	let text = '';
	for await (const chunk of chunks) {
		text += chunk;
		if (text.length > limit) {
			throw new RangeError(say('it is larger than {limit}', {limit: inMebibytes(limit)}));
		}
	}

	return text;
};

/**
 * Reads status documents from a stream as they arrive, with or without line breaks between them, pretty-printed or not,
 * until its end; with `once` all of it, of which the last document counts. At the end the last state stays.
 */
export const createStreamProvider = ({
	stream,
	title,
	limit = fileLimit,
}: StreamProviderOptions): Provider => ({
	name: 'file',
	isPushed: true,
	title,
	async *observe({signal, once}) {
		let isShown = false;
		try {
			const chunks = readText(stream, signal);
			if (once) {
				const text = await readAll(chunks, limit);
				if (!signal.aborted) {
					yield* await readStatus(text, {title, signal});
				}

				return;
			}

			const reading = new StreamReading({title, signal}, limit);
			for await (const chunk of chunks) {
				for await (const observation of reading.push(chunk)) {
					isShown ||= observation.kind === 'status';
					yield observation;
				}
			}

			if (!signal.aborted) {
				yield* reading.end();
			}
		} catch (error) {
			yield readError(title, error, isShown);
		}
	},
});
