/**
 * A provider that also writes what it says to the folder of the last hours. What goes wrong with the disk costs a line on the
 * screen, and nothing else.
 */
import {setTimeout as pause} from 'node:timers/promises';
import {say} from '../../../language/say.js';
import {fileReason} from '../../../terminal/thrown.js';
import type {Observation, Provider} from '../../../providers/provider.js';
import {ObservationQueue} from '../../../providers/scheduling/observation-queue.js';
import {createThinning} from './thinning.js';

/** The screen comes first: what writes is loaded so much later, ms. */
const writesAfter = 1000;

/** While another dm-top writes it is looked so often whether it still does, ms. */
const lookEvery = 30_000;

export type RememberOptions = {
	readonly folder: string;
	/** Bytes of disk for all of it. */
	readonly maxBytes: number;
	/** Dm-top's own version, for the recording. */
	readonly version: string;
	/** Told of what goes wrong, and with '' when it is over. */
	readonly onProblem: (text: string) => void;
};

/** The same provider, remembered. */
export const rememberProvider = (provider: Provider, options: RememberOptions): Provider => {
	const isDue = createThinning();
	const ended = new AbortController();
	/** What is to be written; undefined while another dm-top does. */
	let queue: ObservationQueue | undefined;
	let writing: Promise<void> = Promise.resolve();
	let lookAt = -Infinity;

	const write = async (from: ObservationQueue): Promise<void> => {
		try {
			await pause(writesAfter, undefined, {signal: ended.signal, ref: false});
		} catch {
			// So short a time is nothing to remember.
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
