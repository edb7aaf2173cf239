/** From observations to the lines of a recording. */
import {escapeJson} from '../../terminal/sanitize.js';
import type {Observation, Mark} from '../provider.js';
import {type JsonObject} from '../../dm/values/json-object.js';
import {difference} from './lines/change.js';
import {packObject} from './lines/exact-json.js';
import {forgetOld} from './lines/forget-old.js';
import {jsonPieces} from './lines/json-pieces.js';
import {packObservation} from './lines/packing.js';
import {TurningPoints} from './lines/turning-points.js';
import {PackedText} from './writing/packed-text.js';
import type {RecordingWriter} from './writing/recording-writer.js';
import {lengthOf} from './writing/write-queue.js';

/** How much time a block covers, ms: a jump to any moment has to read one first. */
const blockSpan = 120_000;

/**
 * The approximate limit of a block's text apart from what it restates, UTF-16 units: a thousand tasks fill it in a
 * minute.
 */
const blockLength = 16 * 1024 * 1024;

/** What has not been said for so long is old, ms: a large cluster takes minutes to ask each of its sources. */
const lasting = 240_000;

/** The most streams of observations that are told apart: more than a cluster has. */
const mostStreams = 10_000;

/** The most marks of one block. */
const mostMarks = 1000;

/** The most text about the past that may wait for a failed disk, UTF-16 units. */
const longestPast = 16 * 1024 * 1024;

/** An observation and its place. */
type StreamLine = {
	readonly n: number;
	/** Which stream it belongs to: observations of one stream differ by little. */
	readonly stream: string;
	readonly packed: JsonObject;
	/** True once it was written as a turning point. */
	isPast: boolean;
};

const streamOf = (observation: Observation): string => {
	switch (observation.kind) {
		case 'cluster': {
			return `cluster\n${Object.keys(observation).toSorted().join('\n')}`;
		}

		case 'locks':
		case 'metrics':
		case 'operation':
		case 'restart': {
			return observation.kind;
		}

		default: {
			return [observation.kind, ...(observation.asked?.map(name => ` ${name}`) ?? [])].join('\n');
		}
	}
};

/** A line of the file, in pieces, without control characters for a terminal. */
const lineOf = (value: JsonObject): readonly string[] => {
	const pieces = [...jsonPieces(value)].map(piece => escapeJson(piece));
	return [...pieces.slice(0, -1), `${pieces.at(-1) ?? ''}\n`];
};

/** One line: whole, or as a change of another. */
const textOf = (
	name: 'n' | 'past' | 'key',
	{n, packed}: StreamLine,
	before?: StreamLine,
): readonly string[] => {
	const {at, ...rest} = packed;
	if (!before) {
		return lineOf({[name]: n, at, ...rest});
	}

	const {at: _, ...restBefore} = before.packed;
	const change = difference(restBefore, rest);
	return lineOf({[name]: n, of: before.n, at, ...(change && {change})});
};

/** Writes observations as lines, each as what differs from the one before of its stream. */
export class Recorder {
	readonly #writer: RecordingWriter;
	readonly #points = new TurningPoints<StreamLine>();
	/** The newest line of each stream, the most recent one last. */
	readonly #streams = new Map<string, StreamLine>();
	/** The newest line of each stream among the turning points of this block. */
	readonly #pastStreams = new Map<string, StreamLine>();
	#past = new PackedText();
	#marks: Mark[] = [];
	#block = 0;
	#blockAt = -Infinity;
	#blockLength = 0;
	#time = -Infinity;
	#next = 0;

	constructor(writer: RecordingWriter) {
		this.#writer = writer;
	}

	/** Sets the time of what is written next, ms since the epoch; it never goes back. */
	#begin(at: number): void {
		this.#time = Math.max(this.#time, at);
		const isLong = this.#time - this.#blockAt >= blockSpan || this.#blockLength >= blockLength;
		if (!this.#writer.isReady || !(isLong || this.#writer.needsBlock)) {
			return;
		}

		this.#writeStart({n: this.#next, isEnd: false});
		const longAgo = this.#time - lasting;
		forgetOld(this.#streams, ({packed}) => Number(packed['at']) < longAgo);
		this.#points.forgetBefore(longAgo);
		for (const line of this.#streams.values()) {
			this.#write(textOf('key', line));
		}

		this.#blockLength = 0;
	}

	#writeStart({n, isEnd}: {readonly n: number; readonly isEnd: boolean}): void {
		const at = Number.isFinite(this.#time) ? this.#time : 0;
		const start = {block: this.#block, at, n, marks: this.#marks, end: isEnd};
		this.#writer.startBlock(start, this.#past);
		this.#block += 1;
		this.#blockAt = this.#time;
		this.#marks = [];
		this.#past = new PackedText();
		this.#pastStreams.clear();
	}

	#write(pieces: readonly string[]): void {
		if (this.#writer.isReady && !this.#writer.needsBlock) {
			this.#writer.write(pieces);
			this.#blockLength += lengthOf(pieces);
		} else {
			this.#writer.skip();
		}
	}

	#keepTurns(observation: Observation, line: StreamLine): void {
		const {lines, mark} = this.#points.observe(observation, line);
		for (const turned of [...lines].toSorted((left, right) => left.n - right.n)) {
			if (turned.isPast || !(this.#past.length < longestPast)) {
				continue;
			}

			turned.isPast = true;
			for (const piece of textOf('past', turned, this.#pastStreams.get(turned.stream))) {
				this.#past.add(piece);
			}

			this.#pastStreams.set(turned.stream, turned);
		}

		if (mark) {
			this.#mark({at: observation.at, kind: mark});
		}

		const [oldest] = this.#streams.keys();
		if (oldest !== undefined && this.#streams.size > mostStreams) {
			this.#streams.delete(oldest);
		}
	}

	#mark(mark: Mark): void {
		const last = this.#marks.at(-1);
		if (last?.at === mark.at && (last.kind === mark.kind || last.kind === 'error')) {
			return;
		}

		if (this.#marks.length < mostMarks) {
			this.#marks.push(mark);
		}
	}

	/**
	 * Writes down an observation. It returns at once; the file is written later.
	 *
	 * @param observation The complete observation, which decides on turning points.
	 * @param written What may be written.
	 */
	record(observation: Observation, written = observation): void {
		if (this.#writer.isOver) {
			return;
		}

		this.#begin(observation.at);
		const line: StreamLine = {
			n: this.#next,
			stream: streamOf(written),
			packed: packObservation(written),
			isPast: false,
		};
		this.#next += 1;
		const before = this.#streams.get(line.stream);
		this.#write(textOf('n', line, before));
		this.#streams.delete(line.stream);
		this.#streams.set(line.stream, line);
		this.#keepTurns(observation, line);
	}

	/** Writes down an operation or its answer. `at` is ms since the epoch. */
	recordOperation(at: number, operation: Readonly<Record<string, unknown>>): void {
		if (this.#writer.isOver) {
			return;
		}

		this.#begin(at);
		this.#write(lineOf({operation: packObject(operation), at}));
		this.#mark({at, kind: 'event'});
	}

	/** Ends the recording; resolves when it is written. */
	async end(): Promise<void> {
		if (!this.#writer.isOver) {
			this.#writeStart({n: this.#next, isEnd: true});
		}

		await this.#writer.end();
	}
}
