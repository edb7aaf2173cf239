/** Metrics as a page; the writer is loaded on first use. */
import type {Simulation} from '../../model/model.js';
import type {MetricFamily} from '../../../providers/metrics/exposition.js';
import type {MetricPages, Problem} from '../../../providers/provider.js';
import {plainProblem} from '../../../providers/problem.js';
import {masterMetrics, workerMetrics} from './metrics.js';

/** The text of families, and its content type. */
export const metricsText = async (
	families: readonly MetricFamily[],
): Promise<{readonly text: string; readonly type: string}> => {
	const {metricsContentType, writeMetrics} = await import('../../../providers/metrics/exposition.js');
	return {text: await writeMetrics(families), type: metricsContentType};
};

const away: Problem = plainProblem('This worker does not answer');

/** The current pages of a simulation. */
export const metricPages = (
	present: (signal: AbortSignal) => Promise<Simulation>,
): Required<MetricPages> => ({
	async master(signal) {
		const {text} = await metricsText(masterMetrics(await present(signal)));
		return text;
	},
	async worker(name, signal) {
		const simulation = await present(signal);
		const worker = simulation.workers.get(name);
		const families = worker && workerMetrics(simulation, worker);
		if (!families) {
			return away;
		}

		const {text} = await metricsText(families);
		return text;
	},
});
