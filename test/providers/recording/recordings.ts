/** Makes recordings, and reads all of them. */
import type {Observation, Provider} from '../../../source/providers/provider.js';
import {Redactor} from '../../../source/providers/recording/redact/redactor.js';
import {recordProvider, type RecordOptions} from '../../../source/providers/recording/record-provider.js';
import {Timeline} from '../../../source/providers/recording/replay/timeline.js';

/** How recordings are stored, by the ends of their names. */
export const endings = ['.jsonl', '.jsonl.gz', '.jsonl.zst'] as const;

/** A provider that says these things, one after the other. */
export const saying = (
	observations: Iterable<Observation> | AsyncIterable<Observation>,
	also: Partial<Provider> = {},
): Provider => ({
	name: 'http',
	title: 'm1:8261',
	async *observe() {
		yield* observations;
	},
	...also,
});

/** Runs a provider to its end; gives what it said. */
export const run = async (provider: Provider): Promise<Observation[]> => {
	const said: Observation[] = [];
	const options = {signal: new AbortController().signal, once: false, interval: () => 1000};
	for await (const observation of provider.observe(options)) {
		said.push(observation);
	}

	return said;
};

/** What a recording without `--redact` holds of these observations: all but secrets and values of rows. */
export const recordable = (observations: readonly Observation[]): Observation[] => {
	const redactor = new Redactor({hidesNames: false});
	return observations.map(observation => redactor.observation(observation));
};

/** Records these observations; gives what came through. */
export const record = async (
	observations: Iterable<Observation> | AsyncIterable<Observation>,
	options: RecordOptions,
): Promise<Observation[]> => run(recordProvider(saying(observations), options));

/** Every observation in a recording, in its order, and what is said to be missing of it. */
export const readAll = async (
	file: string,
): Promise<{readonly observations: Observation[]; readonly problem: string}> => {
	const timeline = await Timeline.open(file);
	const observations: Observation[] = [];
	for (let block = 0; block < timeline.blockCount; block++) {
		for (const {observation} of await timeline.readBlock(block)) {
			observations.push(observation);
		}
	}

	const {problem} = timeline;
	await timeline.close();
	return {observations, problem};
};

/** A silence with this problem, and these fields of it. */
export const silence = (what: string, fields: Record<string, unknown> = {}): Observation => ({
	kind: 'silence',
	at: 1_754_000_000_000,
	problem: {what, fix: '', detail: '', ...fields},
});
