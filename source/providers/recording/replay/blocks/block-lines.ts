/** The lines of a block: in order, with their times; each is parsed only when needed. */
import type {Observation} from '../../../provider.js';
import {readObject} from '../../format.js';
import {applyChange} from '../../lines/change.js';
import {isPlainLine, type ReadObservation, unpackObservation} from '../../lines/packing.js';
import {isObject, type JsonObject} from '../../../../dm/values/json-object.js';

/** `n`: an observation; `key`: what was last said, whole; `past`: what turned in the block before. */
export type LineKind = 'n' | 'key' | 'past';

/** A line with an observation. */
export type RecordedLine = {
	readonly kind: LineKind;
	readonly n: number;
	/** The recording's time, ms since the epoch: that of the observation, except that it never goes back. */
	readonly time: number;
	readonly text: string;
};

/** An observation with its ordinal. */
export type Moment = {
	readonly n: number;
	/** The recording's time, ms since the epoch. */
	readonly time: number;
	readonly observation: Observation;
};

/** The lines of a block, as far as they can be read. */
export type RecordedLines = {
	readonly lines: readonly RecordedLine[];
	/** Lines that could not be read. */
	readonly unread: number;
};

/** How lines usually begin; others have to be parsed. */
const beginning = /^\{"(?<kind>n|key|past)":(?<n>\d+),(?:"of":\d+,)?"at":(?<at>-?\d+(?:\.\d+)?)[,\}]/v;

/** The kind of bytes that are not text: not a line that a later version of dm-top could have written. */
const isDamagedKind = /^\{"[^"]*\u{FFFD}/v;

const kinds = ['n', 'key', 'past'] as const;

const readBeginning = (text: string): 'other' | {kind: LineKind; n: number; at: number} | undefined => {
	const groups = beginning.exec(text)?.groups;
	if (groups) {
		return {kind: groups['kind'] as LineKind, n: Number(groups['n']), at: Number(groups['at'])};
	}

	const fields = readObject(text);
	if (!fields) {
		return undefined;
	}

	const kind = kinds.find(name => typeof fields[name] === 'number');
	const {at} = fields;
	if (kind === undefined) {
		return isDamagedKind.test(text) ? undefined : 'other';
	}

	return typeof at === 'number' ? {kind, n: Number(fields[kind]), at} : undefined;
};

/** Finds the lines in the text of a block that begins at `from`, ms since the epoch. What follows the last line break is not a line. */
export const findLines = (text: string, from: number): RecordedLines => {
	const lines: RecordedLine[] = [];
	let unread = 0;
	let time = from;
	let begin = 0;
	for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', begin)) {
		const line = text.slice(begin, end);
		begin = end + 1;
		const start = readBeginning(line);
		if (start === undefined) {
			unread += line.trim() === '' ? 0 : 1;
		} else if (start !== 'other') {
			// Restated observations are from an earlier time.
			time = start.kind === 'n' ? Math.max(time, start.at) : time;
			lines.push({kind: start.kind, n: start.n, time: start.kind === 'n' ? time : start.at, text: line});
		}
	}

	return {lines, unread};
};

/** Reads lines one after the other, since most of them are changes of an earlier one. */
export class LineReader {
	readonly #read = new Map<number, ReadObservation>();

	/** The observation of a line; undefined when it cannot be read. */
	read({kind, text}: RecordedLine): Observation | undefined {
		try {
			const {[kind]: n, of, change, ...rest} = JSON.parse(text) as JsonObject;
			const before = this.#read.get(Number(of));
			if (of !== undefined && !before) {
				throw new Error(`there is no line ${Number(of)} that this could be a change of`);
			}

			const packed = before ? {...applyChange(before.packed, isObject(change) ? change : {}), ...rest} : rest;
			const isPlain = before?.isPlain !== false && isPlainLine(text);
			const observation = unpackObservation(packed, isPlain, before);
			this.#read.delete(Number(of));
			this.#read.set(Number(n), {packed, observation, isPlain});
			return observation;
		} catch {
			return undefined;
		}
	}
}
