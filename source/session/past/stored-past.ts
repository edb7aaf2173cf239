/**
 * The past from before dm-top was started, from a metrics store. What dm-top has observed itself is never replaced: the
 * store only fills the time before.
 */
import {isMetricName, metricCatalogue} from '../../dm/metrics/catalogue.js';
import {subtasksOfSubject} from '../../findings/gathering/subtasks-of.js';
import {hasNumber, isBound, numberOf, unknownFigure} from '../../monitor/past/figure.js';
import {type Measure, measureKinds} from '../../monitor/past/measures.js';
import {
	combineFigures,
	type PastOptions,
	type PastSubject,
	type Series,
} from '../../monitor/showing/series.js';
import {joinFigures} from '../../monitor/past/track.js';
import {
	type WorkersByAddress,
	type MetricsStore,
	type StoredMeasure,
	trustedMeasures,
} from '../../providers/metrics/metrics-source.js';
import type {ClusterSource} from '../cluster-source.js';
import {workersByAddress} from '../follow-metrics.js';
import {createOverlay} from './overlay.js';
import {type QuestionOptions, Questions, type Stored} from './questions.js';

/** How far back the sparklines of rows reach, ms. */
const rowsSpan = 600_000;

const isStored = (measure: Measure): measure is StoredMeasure =>
	isMetricName(measure) || (trustedMeasures as readonly Measure[]).includes(measure);

/** The figure of one subtask or worker between two moments, ms. */
const figureOf = (
	{from, step}: Stored,
	values: Float64Array | undefined,
	between: {readonly from: number; readonly to: number},
	kind: 'state' | 'rate',
): number => {
	if (!values) {
		return unknownFigure;
	}

	// A value is valid until the next one is due.
	const first = Math.max(0, Math.floor((between.from - from) / step));
	const last = Math.max(first, Math.ceil((between.to - from) / step) - 1);
	return first >= values.length ? unknownFigure : joinFigures(values.subarray(first, last + 1), kind);
};

/** The request: a measure of a subject over a past of this length, ms. */
type AskedRange = {readonly subject: PastSubject; readonly measure: StoredMeasure; readonly span: number};

/** A cluster whose past before the first answer comes from a store. */
export const withStoredPast = (
	cluster: ClusterSource,
	source: Pick<MetricsStore, 'title' | 'range'>,
	options: QuestionOptions,
): ClusterSource => {
	const overlay = createOverlay(cluster, view => view);
	let begunAt = 0;
	const begun = (): number => {
		begunAt ||= cluster.current().at;
		return begunAt;
	};

	const members = (): WorkersByAddress => workersByAddress(cluster.current());
	// The same cluster with more of the past has to be redrawn.
	const questions = new Questions(source.range, {...options, members}, overlay.renew);

	/** The past of each part of a subject, for one measure. */
	const valuesOf = (
		{bySource, byWorker}: Stored,
		{subject, measure}: AskedRange,
	): ReadonlyArray<Float64Array | undefined> => {
		const view = cluster.current();
		const kind = isMetricName(measure) ? metricCatalogue[measure].subject : 'subtask';
		switch (kind) {
			case 'subtask': {
				return subtasksOfSubject(view, subject).map(({subtask}) =>
					bySource.get(subtask.source)?.get(subtask.task),
				);
			}

			case 'worker': {
				const serving = view.sources.find(one => one.source === subject.source)?.worker;
				return [byWorker.get(subject.worker ?? serving ?? '')];
			}

			case 'cluster': {
				return [byWorker.get('')];
			}
		}
	};

	/**
	 * `values` begin at `start` and come every `step` ms. `within`: the rest of the same question.
	 *
	 * @yields The store's values for those that dm-top did not observe itself, by index.
	 */
	const missing = function* (
		values: Float64Array,
		{start, step}: {readonly start: number; readonly step: number},
		asked: AskedRange,
		within?: PastSubject,
	): Generator<readonly [index: number, figure: number]> {
		const until = begun();
		const stored =
			until === 0 || start >= until ? undefined : questions.get(asked.measure, asked.span, until, within);
		if (stored === undefined) {
			return;
		}

		const all = valuesOf(stored, asked);
		const kind = measureKinds[asked.measure];
		for (let index = 0; index < values.length && start + index * step < until; index++) {
			if (!Number.isNaN(values[index]!)) {
				continue;
			}

			const from = start + index * step;
			const to = Math.min(until, from + step);
			const figures = all.map(one => figureOf(stored, one, {from, to}, kind));
			// Only some subtasks have figures of DM's metrics.
			const told = isMetricName(asked.measure) ? figures.filter(one => !Number.isNaN(one)) : figures;
			const figure = combineFigures(told, kind);
			if (hasNumber(figure)) {
				yield [index, figure];
			}
		}
	};

	return {
		...cluster,
		subscribe: overlay.subscribe,
		current: overlay.current,
		past(subject, measure, past: PastOptions): Series {
			const seen = cluster.past(subject, measure, past);
			if (!isStored(measure)) {
				return seen;
			}

			const {span, isOfRow = false} = past;
			const told = [
				...(isOfRow
					? missing(seen.values, seen, {subject, measure, span: rowsSpan})
					: missing(seen.values, seen, {subject, measure, span}, subject)),
			];
			if (told.length === 0) {
				return seen;
			}

			const values = Float64Array.from(seen.values);
			const bounds = Uint8Array.from(seen.bounds);
			for (const [index, figure] of told) {
				values[index] = numberOf(figure);
				bounds[index] = isBound(figure) ? 1 : 0;
			}

			return {...seen, origin: `${seen.origin}, ${source.title}`, values, bounds};
		},
	};
};
