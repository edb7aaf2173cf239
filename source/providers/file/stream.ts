import type {Readable} from 'node:stream';
import {StatusFormatError} from '../../dm/parse-status.js';
import type {Observation, Provider, Trouble} from '../provider.js';
import {parseStatusInSlices} from '../slices.js';
import {TextEncodingError} from './decode-text.js';
import {DocumentSplitter, type Piece} from './document-splitter.js';
import {fileLimit} from './read-status-file.js';
import {readText} from './read-text.js';

export type StreamProviderOptions = {
	/** Read as UTF-8; it is not closed at the end. */
	readonly stream: Readable;
	/** What it is called on screen: "standard input". */
	readonly title: string;
	/** The longest document, characters; 64 Mi by default. */
	readonly limit?: number;
};

const silence = (what: string, fix: string, detail = ''): Observation => {
	const trouble: Trouble = {what, fix, detail};
	return {kind: 'silence', at: Date.now(), trouble};
};

const readDocument = async (text: string, title: string): Promise<Observation> => {
	try {
		return {kind: 'status', at: Date.now(), status: await parseStatusInSlices(text)};
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		return silence(
			`${title}: ${message}`,
			error instanceof StatusFormatError
				? 'Pipe in what dmctl query-status prints, or what /apis/v1alpha1/status/ answers.'
				: '',
		);
	}
};

/** Turns the pieces of one stream into observations; tells of skipped text only once. */
class StreamReading {
	readonly #title: string;
	readonly #limit: number;
	readonly #once: boolean;
	#skipped = '';
	#hasTold = false;
	#documents = 0;

	constructor(title: string, {limit, once}: {readonly limit: number; readonly once: boolean}) {
		this.#title = title;
		this.#limit = limit;
		this.#once = once;
	}

	/** The number of documents so far, good or bad. */
	get documents(): number {
		return this.#documents;
	}

	/** What a piece tells: one observation, or none. */
	async read(piece: Piece): Promise<Observation[]> {
		switch (piece.kind) {
			case 'document': {
				this.#documents++;
				return [await readDocument(piece.text, this.#title)];
			}

			case 'oversize': {
				this.#hasTold = true;
				return [
					silence(
						`${this.#title} has a document larger than ${Math.round(this.#limit / 1024 / 1024)} MiB`,
						'No status is that large. What comes after it is read.',
					),
				];
			}

			case 'unfinished': {
				this.#hasTold = true;
				return [
					silence(
						`${this.#title} ended inside a document`,
						'What was known before stays on screen.',
						`It ended with: ${piece.text.slice(-80).trim()}`,
					),
				];
			}

			case 'skipped': {
				const isFirst = this.#skipped === '';
				this.#skipped ||= piece.text;
				// In one look what is around the document does not matter; without a document, `end` tells of it.
				return isFirst && !this.#once
					? [
							silence(
								`${this.#title} has text that belongs to no document: ${piece.text}`,
								'It is skipped, and so is all of its kind from now on: only JSON documents are read.',
							),
						]
					: [];
			}
		}
	}

	/** What the end of the stream tells. */
	end(): Observation[] {
		return this.#documents > 0 || this.#hasTold
			? []
			: [
					silence(
						`${this.#title} ended without a status document`,
						'Pipe in what dmctl query-status prints, or what /apis/v1alpha1/status/ answers.',
						this.#skipped === '' ? '' : `It began: ${this.#skipped}`,
					),
				];
	}
}

/**
 * Reads status documents from a stream, whole documents as they arrive: concatenated or on lines of their own,
 * pretty-printed or not. At the end of the stream the observations end, and what is known stays known.
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
		const splitter = new DocumentSplitter(limit);
		const reading = new StreamReading(title, {limit, once});
		try {
			for await (const chunk of readText(stream, signal)) {
				for (const piece of splitter.push(chunk)) {
					yield* await reading.read(piece);
					if (once && reading.documents > 0) {
						return;
					}
				}
			}

			if (!signal.aborted) {
				for (const piece of splitter.end()) {
					yield* await reading.read(piece);
				}

				yield* reading.end();
			}
		} catch (error) {
			const message = error instanceof Error ? error.message : String(error);
			yield error instanceof TextEncodingError
				? silence(`${title} ${message}`, error.fix)
				: silence(`${title} cannot be read: ${message}`, 'What was known before stays on screen.');
		}
	},
});
