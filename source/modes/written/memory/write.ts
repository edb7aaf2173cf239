/**
 * Writes observations to a new recording of the last hours.
 */
import {say} from '../../../language/say.js';
import {problemText} from '../../../providers/problem-text.js';
import type {Provider} from '../../../providers/provider.js';
import {recordProvider} from '../../../providers/recording/record-provider.js';
import type {ObservationQueue} from '../../../providers/waiting/observation-queue.js';
import {forgetOld, newMemoryFile, takeTurn} from './folder.js';
import type {RememberOptions} from './remember.js';

/**
 * Writes the queue until it ends, which the promise waits for; undefined where another dm-top writes.
 *
 * @throws {Error} when nothing can be written there.
 */
export const writeMemory = (
	queue: ObservationQueue,
	{name, title}: Pick<Provider, 'name' | 'title'>,
	{folder, maxBytes, version, onProblem}: RememberOptions,
): Promise<void> | undefined => {
	const giveBack = takeTurn(folder);
	if (!giveBack) {
		return undefined;
	}

	let recorded: Provider;
	try {
		forgetOld(folder, maxBytes / 2, Date.now());
		recorded = recordProvider(
			{name, title, observe: () => queue[Symbol.asyncIterator]()},
			{
				path: newMemoryFile(folder, Date.now()),
				maxBytes: maxBytes / 2,
				version,
				onProblem(problem) {
					onProblem(problem ? say('The last hours are not kept: {why}', {why: problemText(problem)}) : '');
				},
			},
		);
	} catch (error) {
		giveBack();
		throw error;
	}

	const drain = async (): Promise<void> => {
		const {signal} = new AbortController();
		try {
			for await (const _ of recorded.observe({signal, once: false, interval: () => 0})) {
				// The recorder writes each observation as it passes.
			}
		} finally {
			giveBack();
		}
	};

	return drain();
};
