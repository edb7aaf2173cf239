/**
 * The format of a recording: JSON lines, that `jq`, `grep` and a person can read.
 *
 * ```
 * {"dm-top":"recording","format":2,"version":"0.1.0","provider":"http","title":"10.0.1.11:8261",…}   the header
 * {"block":0,"at":1754000000000,"n":0,"previous":-1,"past":0,"marks":[]}       a block begins here
 * {"n":0,"at":1754000000000,"kind":"status","asked":["mysql-01"],"status":{…}}  an observation, whole
 * {"n":1,"of":0,"at":1754000002000,"change":{"status":{…}}}                     the same but for this
 * {"n":2,"of":1,"at":1754000004000}                                             the same again
 * {"operation":{…},"at":1754000004100}                                          what a person did
 * {"block":1,"at":1754000120000,"n":120,"previous":140,"past":512,"marks":[[1754000060000,"error"]]}
 * {"past":29,"at":…,"kind":"status",…}     what turned in the block before: enough to know the past without reading it
 * {"key":118,"at":…,"kind":"status",…}     what was last said, whole: a block can be read without those before it
 * {"n":120,"of":118,"at":…,"change":{…}}
 * {"block":2,…,"end":true}                 written when dm-top ends
 * ```
 *
 * - `n` is an observation's ordinal. `of` names the line that it is a change of, in the same block.
 * - A change names only what differs: an object goes into what is there by key (a list by index, with its new
 *   `length`), `[value]` stands in its place, `[]` removes it, and anything else is the new value itself.
 * - An integer past 2^53 is `{"$bigint":"…"}`, `{"$number":"NaN"}` what JSON has no number for, a key that begins with
 *   `$` begins with two. `{"$relay":true}` in a subtask is the relay of its source.
 * - A line of an unknown kind is passed over.
 *
 * A compressed recording decompresses to exactly this text (`zcat`, `zstd -dc`). It is a row of gzip members or zstd
 * frames: the header; then for each block an empty member that carries the block's first line again (in the extra
 * field, or a skippable frame) with `previous` and `past` counted in compressed bytes, a member of the block's first
 * line and its past, and a member of the rest.
 *
 * `previous` and `past` are what makes it open at once: from the last block one walks back to the first, reading some
 * hundred bytes of each, and decodes only what is looked at.
 */
import {isObject} from '../../dm/values/json-object.js';
import type {Mark} from '../provider.js';

/** The newest format that can be read, and the one that is written. */
export const formatVersion = 2;

/** The first line. */
export type RecordingHeader = {
	readonly 'dm-top': 'recording';
	readonly format: number;
	/** The version of dm-top; '' when unknown. */
	readonly version: string;
	/** The name of the provider that was recorded. */
	readonly provider: string;
	/** The cluster's name on screen. */
	readonly title: string;
	/** When the recording began, ms since the epoch. */
	readonly start: number;
	/** True when hosts, database names and SQL texts are hidden. */
	readonly redacted: boolean;
	/** The same in all parts of one recording. */
	readonly recording: string;
	/** Counted from 1, oldest first. */
	readonly part: number;
};

/** The first line of a block. */
export type BlockStart = {
	/** Its ordinal over all parts. */
	readonly block: number;
	/** The time of its first observation, ms since the epoch. */
	readonly at: number;
	/** The ordinal of its first observation. */
	readonly n: number;
	/** The turning points of the previous block. */
	readonly marks: readonly Mark[];
	/** True when only `past` follows: the recording ends here. */
	readonly end: boolean;
};

/** A block's first line in a file, with the offsets that its reader follows, in bytes. */
export type PlacedBlockStart = BlockStart & {
	/** Where the previous block begins; -1 when there is none in this file. */
	readonly previous: number;
	/** How much of the block is about the past, after its first line (or its empty member). */
	readonly past: number;
};

/** Why a file cannot be recorded to or replayed: what, where, what to do. */
export class RecordingError extends Error {
	override name = 'RecordingError';
}

/** How a recording is stored. */
export type Encoding = 'plain' | 'gzip' | 'zstd';

/** The compression that follows from a file's name. */
export const compressionOf = (path: string): Encoding => {
	const name = path.toLowerCase();
	if (name.endsWith('.gz')) {
		return 'gzip';
	}

	return name.endsWith('.zst') || name.endsWith('.zstd') ? 'zstd' : 'plain';
};

/** The path of an older part: 1 is the newest of them. */
export const partPath = (path: string, age: number): string => (age === 0 ? path : `${path}.${age}`);

/** A block's first line, without a line break. */
export const blockLine = ({block, at, n, previous, past, marks, end}: PlacedBlockStart): string =>
	JSON.stringify({
		block,
		at,
		n,
		previous,
		past,
		marks: marks.map(mark => [mark.at, mark.kind]),
		...(end && {end}),
	});

const isCount = (value: unknown): value is number => Number.isSafeInteger(value);

const readMarks = (value: unknown): readonly Mark[] =>
	Array.isArray(value)
		? value.flatMap((mark: unknown): Mark[] => {
				if (!Array.isArray(mark)) {
					return [];
				}

				const [at, kind] = mark as readonly unknown[];
				return typeof at === 'number' && (kind === 'error' || kind === 'event') ? [{at, kind}] : [];
			})
		: [];

/** The object in a line of JSON; undefined when there is none. */
export const readObject = (line: string): Record<string, unknown> | undefined => {
	try {
		const value: unknown = JSON.parse(line);
		return isObject(value) ? {...value} : undefined;
	} catch {
		return undefined;
	}
};

/** A block's first line; undefined for any other line. */
export const readBlockLine = (line: string): PlacedBlockStart | undefined => {
	const fields = readObject(line);
	if (!fields) {
		return undefined;
	}

	const {block, at, n, previous, past, marks, end} = fields;
	return isCount(block) &&
		typeof at === 'number' &&
		isCount(n) &&
		isCount(previous) &&
		isCount(past) &&
		past >= 0
		? {block, at, n, previous, past, marks: readMarks(marks), end: end === true}
		: undefined;
};
