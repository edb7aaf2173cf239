/** The lines at the beginning of a file that belong to no block, because the first line of their block is damaged. */
import {Buffer} from 'node:buffer';
import type {Encoding, RecordingHeader} from '../../format.js';
import {findLines} from './block-lines.js';
import {decodeMember} from './decode.js';
import type {FileBytes} from './file-bytes.js';
import type {Block} from './find-blocks.js';

/** The most that is read of it, bytes: a block is much shorter. */
const longest = 64 * 1024 * 1024;

/** How many places are tried where it is compressed: a block has three. */
const mostPlaces = 100;

/** What a compressed stretch of text begins with. */
const beginnings: Readonly<Record<Encoding, Uint8Array | undefined>> = {
	plain: undefined,
	gzip: Buffer.from([0x1f, 0x8b, 8]),
	zstd: Buffer.from([0x28, 0xb5, 0x2f, 0xfd]),
};

/** Where its text may begin: the header is no reason to stop, but damage is. */
const placesIn = (
	bytes: {readonly indexOf: (value: Uint8Array, from: number) => number},
	beginning: Uint8Array | undefined,
): number[] => {
	const places = [0];
	for (
		let at = beginning ? bytes.indexOf(beginning, 1) : -1;
		at !== -1 && places.length < mostPlaces;
		at = bytes.indexOf(beginning!, at + 1)
	) {
		places.push(at);
	}

	return places;
};

/** The blocks of a file including what comes before the first of them. */
export type WithStart = {
	readonly blocks: readonly Block[];
	/** True when something at the beginning belongs to none of them. */
	readonly lacksStart: boolean;
};

/** Adds what comes before the first block that was found, as a block of its own. */
export const withLostStart = async (
	found: readonly Block[],
	{bytes, encoding, header}: {bytes: FileBytes; encoding: Encoding; header: RecordingHeader},
): Promise<WithStart> => {
	const next = found[0];
	if (next && next.start.previous < 0) {
		return {blocks: found, lacksStart: false};
	}

	const to = Math.min(longest, next?.from ?? bytes.size);
	const beginning = await bytes.read(0, to);
	for (const from of placesIn(beginning, beginnings[encoding])) {
		const {text} = await decodeMember(beginning.subarray(from), encoding);
		const first = findLines(text, header.start).lines.find(({kind}) => kind === 'n');
		if (first) {
			const at = Math.min(first.time, next?.start.at ?? Infinity);
			const start = {block: -1, at, n: first.n, previous: -1, past: 0, marks: [], end: false};
			return {
				blocks: [{start, from, pastFrom: from, bodyFrom: from, to}, ...found],
				lacksStart: from > 0,
			};
		}
	}

	return {blocks: found, lacksStart: next !== undefined};
};
