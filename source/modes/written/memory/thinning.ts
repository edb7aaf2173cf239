/**
 * Which observations are worth keeping for hours: each answer that says something new of a stage or an error, and of the
 * others one every 15 s, which is as often as Prometheus scrapes DM.
 */
import type {Observation} from '../../../providers/provider.js';

/** What says nothing new is kept so often, ms. */
export const keptEvery = 15_000;

/** Streams that are told apart; more than a cluster has sources. */
const mostStreams = 20_000;

/** What of an answer must not be missed: stages, units and errors. */
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

/** Whether an observation is to be kept; asked of each in its turn. */
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
