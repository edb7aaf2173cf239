/** The bytes of a stream with the time they came, and what can be told of them. */
import {Buffer} from 'node:buffer';
import {pause} from '../measure.js';

/** Bytes, and when they were read, ms by `performance.now`. */
export type Chunk = {readonly at: number; readonly bytes: Uint8Array};

/** What has come so far, and waiting for more. */
export type Stream = {
	/** What has come so far, oldest first. */
	readonly chunks: readonly Chunk[];
	/**
	 * Resolves with the number of bytes that came from now on: after the first of them nothing more came for `gap` ms,
	 * or nothing came for `patience` ms.
	 */
	readonly burst: (gap: number, patience?: number) => Promise<number>;
	/** Resolves once it contains this; fails when it never does. */
	readonly shows: (text: string) => Promise<void>;
};

/** How long a program may take to start, ms. */
const patienceAtStart = 20_000;

const sizeOf = (chunks: readonly Chunk[]): number => chunks.reduce((sum, {bytes}) => sum + bytes.length, 0);

/** As one text, for a message. */
export const textOf = (chunks: readonly Chunk[]): string =>
	Buffer.concat(chunks.map(({bytes}) => bytes)).toString();

/** Watches a list of chunks that grows. `name` is who sends them. */
export const followChunks = (chunks: readonly Chunk[], name: string): Stream => ({
	chunks,
	async burst(gap, patience = 3000) {
		const first = chunks.length;
		const end = performance.now() + patience;
		for (;;) {
			const last = chunks.length > first ? chunks.at(-1) : undefined;
			const now = performance.now();
			if (last ? now - last.at >= gap : now >= end) {
				return sizeOf(chunks.slice(first));
			}

			await pause(last ? Math.max(1, gap - (now - last.at)) : 5);
		}
	},
	async shows(text) {
		const end = performance.now() + patienceAtStart;
		while (!textOf(chunks).includes(text)) {
			if (performance.now() > end) {
				throw new Error(`${name} did not show “${text}”. It has sent:\n${textOf(chunks).slice(-2000)}`);
			}

			await pause(20);
		}
	},
});

/** The bytes that came from `from` to `to`, both ms by `performance.now`. */
export const bytesBetween = ({chunks}: Pick<Stream, 'chunks'>, from: number, to: number): number =>
	sizeOf(chunks.filter(({at}) => at >= from && at < to));

/** Chunks with no more than `gap` ms between them are one frame, which came when its last chunk came. */
export const frames = (chunks: readonly Chunk[], gap = 1): readonly Chunk[] => {
	const joined: Array<{at: number; bytes: Uint8Array}> = [];
	for (const {at, bytes} of chunks) {
		const last = joined.at(-1);
		if (last && at - last.at <= gap) {
			last.at = at;
			last.bytes = Buffer.concat([last.bytes, bytes]);
		} else {
			joined.push({at, bytes});
		}
	}

	return joined;
};
