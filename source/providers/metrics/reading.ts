/** The metrics at one moment, by what they are about. */
import type {MetricName} from '../../dm/metrics/catalogue.js';
import type {MetricsObservation} from '../provider.js';

/** One figure; `worker`, or `task` with `source`, are absent where they do not apply. */
export type Figure = {
	readonly name: MetricName;
	readonly task?: string;
	readonly source?: string;
	readonly worker?: string;
	readonly value: number;
};

/** All figures at one moment: of subtasks, of workers and of the cluster. */
export type MetricsReading = Pick<MetricsObservation, 'subtasks' | 'workers' | 'cluster'>;

/** Without any figure. */
export const emptyReading: MetricsReading = {subtasks: [], workers: [], cluster: {}};

/** Figures grouped by what they are about, without those that are not finite or below 0. */
export const readingOf = (figures: Iterable<Figure>): MetricsReading => {
	const subtasks = new Map<string, {task: string; source: string; values: Record<string, number>}>();
	const workers = new Map<string, {worker: string; values: Record<string, number>}>();
	const cluster: Record<string, number> = {};
	for (const {name, task, source, worker, value} of figures) {
		if (!Number.isFinite(value) || value < 0) {
			continue;
		}

		if (task !== undefined && source !== undefined) {
			const key = JSON.stringify([task, source]);
			const one = subtasks.get(key) ?? {task, source, values: {}};
			one.values[name] = value;
			subtasks.set(key, one);
		} else if (worker === undefined) {
			cluster[name] = value;
		} else {
			const one = workers.get(worker) ?? {worker, values: {}};
			one.values[name] = value;
			workers.set(worker, one);
		}
	}

	return {
		subtasks: subtasks
			.values()
			.map(one => ({...one, values: one.values}))
			.toArray(),
		workers: workers
			.values()
			.map(one => ({...one, values: one.values}))
			.toArray(),
		cluster,
	};
};
