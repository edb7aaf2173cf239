/** From observations to the lines of a recording. */
import {finish, type Steps} from '../../dm/steps.js';
import {subtasksOf} from '../observation/subtasks.js';
import type {Observation, Mark} from '../provider.js';
import {forgetOld} from './lines/forget-old.js';
import {recordedPart} from './lines/packing.js';
import {lineOf, StreamLine} from './lines/stream-line.js';
import {TurningPoints} from './lines/turning-points.js';
import {PackedText} from './writing/packed-text.js';
import type {RecordingWriter} from './writing/recording-writer.js';

/** How much time a block covers, ms: a jump to any moment has to read one first. */
const blockSpan = 120_000;

/**
 * The approximate limit of a block's text apart from what it restates, UTF-16 units: a thousand tasks fill it in a
 * minute.
 */
const blockLength = 16 * 1024 * 1024;

/** What has not been said for so long is old, ms: a large cluster takes minutes to ask each of its sources. */
const lasting = 240_000;

/** A line that has been the newest of its stream for so long rests, ms; so many at a time, which takes about a millisecond. */
const awakeFor = 15_000;
const restingAtOnce = 10;

/** About how long the text of a subtask is in an answer, UTF-16 units; the line of an answer with many is made piece by piece. */
const subtaskLength = 1000;
const manySubtasks = 200;

/** The most streams of observations that are told apart: more than a cluster has. */
const mostStreams = 10_000;

/** The most marks of one block. */
const mostMarks = 1000;

/** The most text about the past that may wait for a failed disk, UTF-16 units. */
const longestPast = 16 * 1024 * 1024;

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

/** Writes observations as lines, each as what differs from the one before of its stream. */
export class Recorder {
	readonly #writer: RecordingWriter;
	readonly #points = new TurningPoints<StreamLine>();
	/** The newest line of each stream, the most recent one last. */
	readonly #streams = new Map<string, StreamLine>();
	/** Those of them that do not rest, by stream, oldest first. */
	readonly #awake = new Map<string, StreamLine>();
	/** The newest line of each stream among the turning points of this block. */
	readonly #pastStreams = new Map<string, StreamLine>();
	#past = new PackedText();
	#marks: Mark[] = [];
	#block = 0;
	#blockAt = -Infinity;
	#blockLength = 0;
	#time = -Infinity;
	#next = 0;
	/** What of the last observation is still being kept. */
	#turns: Steps<void> | undefined;

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
		forgetOld(this.#streams, line => line.at < longAgo);
		this.#points.forgetBefore(longAgo);
		const lines = this.#streams.values().toArray();
		this.#writer.writeLater(lines.values().map(line => [...line.textOf('key')]));
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

	/**
	 * The same pieces; their length counts for the block.
	 *
	 * @yields One piece after the other.
	 */
	*#counted(pieces: Iterable<string>): Generator<string, void> {
		for (const piece of pieces) {
			this.#blockLength += piece.length;
			yield piece;
		}
	}

	/** Writes a line; one whose approximate length is given, UTF-16 units, is made piece by piece while it is written. */
	#write(line: Iterable<string>, about?: number): void {
		const pieces = this.#counted(line);
		if (!this.#writer.isReady || this.#writer.needsBlock) {
			this.#writer.skip();
		} else if (about === undefined) {
			this.#writer.write([...pieces]);
		} else {
			this.#writer.writeLongLine(pieces, about);
		}
	}

	/** Keeps the lines that an observation makes turning points, piece by piece: with very many names it is megabytes. */
	*#keepTurns(observation: Observation, line: StreamLine): Steps<void> {
		const {lines, mark} = this.#points.observe(observation, line);
		for (const turned of [...lines].toSorted((left, right) => left.n - right.n)) {
			if (turned.isPast || !(this.#past.length < longestPast)) {
				continue;
			}

			turned.isPast = true;
			for (const piece of turned.textOf('past', this.#pastStreams.get(turned.stream))) {
				this.#past.add(piece);
				yield;
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

	/** What comes next may begin a block: the lines of the one before are complete first. */
	#finishTurns(): void {
		if (!this.#turns) {
			return;
		}

		finish(this.#turns);
		this.#turns = undefined;
	}

	/** Streams that come back after minutes only, or never, are most of what a changing cluster leaves. */
	#letRest(): void {
		for (const [stream, line] of this.#awake.entries().take(restingAtOnce)) {
			if (line.at >= this.#time - awakeFor) {
				return;
			}

			this.#awake.delete(stream);
			line.rest();
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
	 * Writes down an observation, with a step for each piece of text; the file is written later. Where anything else is recorded
	 * between two steps, those that are left are done first.
	 *
	 * @param observation The complete observation, which decides on turning points.
	 * @param written What may be written.
	 */
	*recordSteps(observation: Observation, written = observation): Steps<void> {
		if (this.#writer.isOver) {
			return;
		}

		this.#finishTurns();
		this.#begin(observation.at);
		const line = new StreamLine(this.#next, streamOf(written), recordedPart(written));
		this.#next += 1;
		const before = this.#streams.get(line.stream);
		const {length: count} = subtasksOf(written);
		this.#write(line.textOf('n', before), count < manySubtasks ? undefined : count * subtaskLength);
		this.#streams.delete(line.stream);
		this.#streams.set(line.stream, line);
		this.#awake.delete(line.stream);
		// A whole answer may be megabytes, which would take as long as a key can wait; there is only one of them.
		if (written.kind !== 'status' || written.asked) {
			this.#awake.set(line.stream, line);
		}

		this.#letRest();
		const turns = this.#keepTurns(observation, line);
		this.#turns = turns;
		while (turns.next().done !== true) {
			yield;
		}

		if (this.#turns === turns) {
			this.#turns = undefined;
		}
	}

	/** Writes down an observation as `recordSteps` does, at once. */
	record(observation: Observation, written = observation): void {
		finish(this.recordSteps(observation, written));
	}

	/** Writes down an operation or its answer. `at` is ms since the epoch. */
	recordOperation(at: number, operation: Readonly<Record<string, unknown>>): void {
		if (this.#writer.isOver) {
			return;
		}

		this.#finishTurns();
		this.#begin(at);
		this.#write(lineOf({operation, at}));
		this.#mark({at, kind: 'event'});
	}

	/** Ends the recording; resolves when it is written. */
	async end(): Promise<void> {
		if (!this.#writer.isOver) {
			this.#finishTurns();
			this.#writeStart({n: this.#next, isEnd: true});
		}

		await this.#writer.end();
	}
}
