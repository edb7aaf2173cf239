/**
 * Which observations are worth keeping for hours: each answer with a new stage or error, and one of the others every 15
 * s, which is as often as Prometheus scrapes DM.
 */
import type {Observation} from '../../../providers/provider.js';

/** How often an answer without news is kept, ms. */
export const keptEvery = 15_000;

/** The most streams that are told apart: more than a cluster has sources. */
const mostStreams = 20_000;

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
	const streams = new Map<string, {readonly at: number; readonly news: string}>();
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

		if (streams.size >= mostStreams) {
			streams.clear();
		}

		streams.set(stream, {at: observation.at, news});
		return true;
	};
};
