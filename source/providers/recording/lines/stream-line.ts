/** The observations that a recording is at, one for each stream: the next one of a stream differs from it by little. */
import {escapeJson} from '../../../terminal/sanitize.js';
import type {JsonObject} from '../../../dm/values/json-object.js';
import {type Deflated, deflateText, inflateText} from '../writing/packed-text.js';
import {difference} from './change.js';
import {unpack} from './exact-json.js';
import {jsonPieces} from './json-pieces.js';

/**
 * JSON text as a line of the file, without control characters for a terminal.
 *
 * @yields One piece after the other.
 */
function* asLine(pieces: Iterable<string>): Generator<string, void> {
	for (const piece of pieces) {
		yield escapeJson(piece);
	}

	yield '\n';
}

/** A line of the file, in pieces. */
export const lineOf = (value: JsonObject): Iterable<string> => asLine(jsonPieces(value));

/** What is recorded of an observation; or the pieces of its text, compressed. */
type Said = {readonly value: JsonObject} | {readonly packed: readonly Deflated[]};

/** An observation and its place. */
export class StreamLine {
	readonly #at: unknown;
	#said: Said;
	readonly n: number;
	/** Which stream it belongs to: observations of one stream differ by little. */
	readonly stream: string;
	/** True once it was written as a turning point. */
	isPast = false;

	constructor(n: number, stream: string, {at, ...value}: JsonObject) {
		this.n = n;
		this.stream = stream;
		this.#at = at;
		this.#said = {value};
	}

	/** All but its time. */
	get #value(): JsonObject {
		return 'value' in this.#said
			? this.#said.value
			: (unpack(JSON.parse([...this.#texts].join(''))) as JsonObject);
	}

	get #texts(): Iterable<string> {
		const said = this.#said;
		return 'value' in said ? jsonPieces(said.value) : said.packed.values().map(piece => inflateText(piece));
	}

	/** Its time, ms since the epoch. */
	get at(): number {
		return Number(this.#at);
	}

	/** Keeps only its text, compressed: a tenth of what its objects take. It says the same. */
	rest(): void {
		if ('value' in this.#said) {
			this.#said = {packed: Array.from(this.#texts, piece => deflateText(piece))};
		}
	}

	/**
	 * One line of the file: whole, or as a change of another.
	 *
	 * @yields One piece after the other: a whole answer may be megabytes.
	 */
	*textOf(name: 'n' | 'past' | 'key', before?: StreamLine): Generator<string, void> {
		const [n, at] = [this.n, this.#at];
		if (before) {
			const change = difference(before.#value, this.#value);
			yield* lineOf({[name]: n, of: before.n, at, ...(change && {change})});
			return;
		}

		let beginning = `${JSON.stringify({[name]: n, at}).slice(0, -1)},`;
		for (const text of asLine(this.#texts)) {
			yield beginning === '' ? text : `${beginning}${text.slice(1)}`;
			beginning = '';
		}
	}
}
