/**
 * A provider that also writes its observations to the folder of the last hours. Problems with the disk are shown in one
 * line, and do nothing else.
 */
import {setTimeout as pause} from 'node:timers/promises';
import {say} from '../../../language/say.js';
import {fileReason} from '../../../terminal/thrown.js';
import type {Observation, Provider} from '../../../providers/provider.js';
import {ObservationQueue} from '../../../providers/waiting/observation-queue.js';
import {createThinning} from './thinning.js';

/** The screen comes first: writing is loaded this much later, ms. */
const writesAfter = 1000;

/** How often to check whether another dm-top still writes, ms. */
const lookEvery = 30_000;

/** Where observations are remembered, and how many. */
export type RememberOptions = {
	readonly folder: string;
	/** The limit of disk usage, bytes. */
	readonly maxBytes: number;
	/** Dm-top's own version, for the recording. */
	readonly version: string;
	/** Called with what goes wrong, and with '' when it is over. */
	readonly onProblem: (text: string) => void;
};

/** The same provider, with its observations written. */
export const rememberProvider = (provider: Provider, options: RememberOptions): Provider => {
	const isDue = createThinning();
	const ended = new AbortController();
	/** The queue of what has to be written; undefined while another dm-top writes. */
	let queue: ObservationQueue | undefined;
	let writing: Promise<void> = Promise.resolve();
	let lookAt = -Infinity;

	const write = async (from: ObservationQueue): Promise<void> => {
		try {
			await pause(writesAfter, undefined, {signal: ended.signal, ref: false});
		} catch {
			// Too short a time to remember.
			return;
		}

		try {
			const {writeMemory} = await import('./write.js');
			await writeMemory(from, provider, options);
		} catch (error) {
			lookAt = Infinity;
			options.onProblem(say('The last hours are not kept: {why}', {why: fileReason(error)}));
		}

		queue = undefined;
	};

	const keep = (observation: Observation): void => {
		if (!queue && performance.now() >= lookAt) {
			lookAt = performance.now() + lookEvery;
			queue = new ObservationQueue();
			writing = write(queue);
		}

		if (queue && isDue(observation)) {
			queue.push(observation);
		}
	};

	return {
		...provider,
		async *observe(observeOptions) {
			try {
				for await (const observation of provider.observe(observeOptions)) {
					keep(observation);
					yield observation;
				}
			} finally {
				queue?.end();
				ended.abort();
				await writing;
			}
		},
		note(observation) {
			provider.note?.(observation);
			keep(observation);
		},
	};
};
