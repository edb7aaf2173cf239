/**
 * Which observations are worth keeping for hours: each answer with a new stage or error, and one of the others every 15
 * s, which is as often as Prometheus scrapes DM.
 */
import type {Observation} from '../../../providers/provider.js';

/** How often an answer without news is kept, ms. */
export const keptEvery = 15_000;

/** The parts of an answer that must not be missed: stages, units and errors. */
const newsOf = (observation: Observation): string =>
	observation.kind === 'status'
		? observation.status.sources
				.map(({source, problem, subtasks}) =>
					[
						source,
						problem,
						...subtasks.map(
							({task, stage, unit, result}) => `${task} ${stage} ${unit} ${result?.errors.length ?? 0}`,
						),
					].join('\n'),
				)
				.join('\n\n')
		: '';

/** Whether to keep an observation; to be called for each one in order. */
export const createThinning = (): ((observation: Observation) => boolean) => {
	/** The last answer of each stream that was kept, the newest last. */
	const streams = new Map<string, {readonly at: number; readonly news: string}>();
	/** Those that were kept so long ago that the next one is kept whatever it says. */
	const forgetOld = (now: number): void => {
		for (const [stream, {at}] of streams) {
			if (now - at < keptEvery) {
				break;
			}

			streams.delete(stream);
		}
	};

	return observation => {
		if (observation.kind === 'operation' || observation.kind === 'restart') {
			return true;
		}

		const asked = 'asked' in observation ? (observation.asked ?? []).join('\n') : '';
		const stream =
			observation.kind === 'cluster'
				? `cluster ${Object.keys(observation).join(' ')}`
				: `${observation.kind} ${asked}`;
		const last = streams.get(stream);
		const news = newsOf(observation);
		if (last?.news === news && observation.at - last.at < keptEvery) {
			return false;
		}

		forgetOld(observation.at);
		streams.delete(stream);
		streams.set(stream, {at: observation.at, news});
		return true;
	};
};
