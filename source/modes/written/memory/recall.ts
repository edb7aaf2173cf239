/**
 * Reads the last hours back: each recording is replayed in the background, a slice at a time.
 */
import process from 'node:process';
import {setTimeout as pause} from 'node:timers/promises';
import {MomentReader} from '../../../providers/recording/replay/moment-reader.js';
import {Timeline} from '../../../providers/recording/replay/timeline.js';
import {inSlices} from '../../../providers/slices.js';
import {createLooking} from '../../../session/watching/looking.js';
import type {Remembered} from '../../../session/past/remembered-past.js';
import {memoryFiles, memorySpan} from './folder.js';
import {keptEvery} from './thinning.js';

/** At most this many recordings are read, the newest. */
const mostFiles = 24;

/** The longest uninterrupted work, ms; other work runs in between. */
const stride = 8;

/** The observations in one recording since `since`. */
const recallFile = async (
	file: string,
	since: number,
	signal: AbortSignal,
): Promise<Remembered | undefined> => {
	const timeline = await Timeline.open(file);
	try {
		const looking = createLooking();
		let lookedAt = -Infinity;
		let turnAt = performance.now();
		const cursor = new MomentReader(timeline, timeline.blockAt(since));
		const {before} = await timeline.wayTo(Math.max(since, timeline.start));
		for (const observation of before) {
			await inSlices(looking.learnSteps(observation), signal);
		}

		let view: Remembered['view'] | undefined;
		for (let next = await cursor.peek(); next !== undefined; next = await cursor.peek()) {
			const {observation, time} = next;
			cursor.take();
			await inSlices(looking.learnSteps(observation), signal);
			if (time - lookedAt >= keptEvery) {
				lookedAt = time;
				view = await inSlices(looking.lookSteps(time), signal);
			}

			if (!(performance.now() - turnAt > stride)) {
				continue;
			}

			// Keys must not wait for this.
			await pause(stride, undefined, {signal});
			turnAt = performance.now();
		}

		view &&= await inSlices(looking.lookSteps(Math.max(lookedAt, timeline.end)), signal);
		return view && {known: looking.known, view, end: timeline.end};
	} finally {
		await timeline.close();
	}
};

/**
 * What was written before dm-top was started, the newest first; each is handed over as soon as it is read. One that
 * cannot be read is skipped: it is being written, or incomplete.
 */
export const recallMemory = async (
	folder: string,
	before: number,
	onRecalled: (remembered: Remembered) => void,
	signal: AbortSignal,
): Promise<void> => {
	const since = before - memorySpan;
	const files = memoryFiles(folder)
		// What this dm-top writes it has seen itself.
		.filter(({path: file, writtenAt}) => writtenAt >= since && !file.endsWith(`-${process.pid}.jsonl.zst`))
		.slice(-mostFiles)
		.toReversed();
	for (const {path: file} of files) {
		if (signal.aborted) {
			return;
		}

		try {
			const remembered = await recallFile(file, since, signal);
			if (remembered) {
				onRecalled(remembered);
			}
		} catch {
			continue;
		}
	}
};
