import {parseStatusSteps} from '../dm/parse-status.js';
import type {ParsedStatus} from '../dm/status.js';
import type {Steps} from '../dm/steps.js';
import {heedHeapSize} from './v8/heap-size.js';
import {heedLoad} from './v8/optimising.js';

/** A slice of work lasts no longer than this, ms, so that a key hardly waits for it. */
const longest = 2;

/** When other work last ran, ms of `performance.now`: shared by everything that works in slices. */
let since = 0;

const letOthersIn = async (): Promise<void> =>
	new Promise(resolve => {
		setImmediate(resolve);
	});

/**
 * Runs all steps, with time between them for keys, frames and answers, and returns their value.
 *
 * @throws {DOMException} The reason of `signal`, by rejecting, once that is aborted: the value is no longer needed.
 */
export const inSlices = async <Value>(steps: Steps<Value>, signal?: AbortSignal): Promise<Value> => {
	for (;;) {
		if (performance.now() - since > longest) {
			heedHeapSize();
			heedLoad();
			await letOthersIn();
			since = performance.now();
			signal?.throwIfAborted();
		}

		const {done, value} = steps.next();
		if (done) {
			return value;
		}
	}
};

/**
 * The same as `parseStatusDocument`, for texts of megabytes: it works in slices, so that keys are handled meanwhile. In text
 * that was taken from a stream, places are counted from `start`.
 *
 * @throws {StatusFormatError} As `parseStatusDocument` does, by rejecting.
 * @throws {DOMException} As `inSlices` does, by rejecting.
 */
export const parseDocumentInSlices = async (
	text: string,
	signal: AbortSignal,
	start?: {readonly line: number; readonly column: number},
): Promise<ParsedStatus> => inSlices(parseStatusSteps(text, start), signal);
