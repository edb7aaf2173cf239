/** The past of a task, a subtask or a source, for plots and sparklines. */
import type {ClusterState, SourceRecord, SubtaskRecord} from '../records/records.js';
import {isMetricName, metricCatalogue, type MetricName} from '../../dm/metrics/catalogue.js';
import {metricMeasures} from '../records/metrics-record.js';
import {hasNumber, isBound, noFigure, numberOf, unknownFigure} from '../past/figure.js';
import {type Measure, measureKinds, type OwnMeasure, subtaskMeasures} from '../past/measures.js';
import {recallBetween} from '../past/recall.js';
import {type History, type MeasureKind, slotWidth, type Track} from '../past/track.js';
import {whySourceIsStale, whyStale} from './stale.js';

/** Whose past: a task over all its sources or on one of them; a source over all its tasks; a worker; none: the masters. */
export type PastSubject = {readonly task?: string; readonly source?: string; readonly worker?: string};

/** Which part of the past is wanted, and in how many values. */
export type PastOptions = {
	/** How far back, ms. */
	readonly span: number;
	/** How many values. */
	readonly count: number;
	/**
	 * The values are aligned to multiples of so many steps: the past only moves on when that much time has passed. The
	 * incomplete last part continues the previous value, so that a plot only changes when the data does.
	 *
	 * @default 1
	 */
	readonly together?: number;
	/** The present, ms since the epoch. */
	readonly now: number;
	/**
	 * For the sparkline of a row: includes the current slot. The past from a store is requested for all rows at once.
	 *
	 * @default false
	 */
	readonly isOfRow?: boolean;
};

/** Values of one measure, whatever their origin. */
export type Series = {
	/** Their origin: dm-top, or a metrics store by its name. */
	readonly origin: string;
	/** When the first value begins to hold, ms since the epoch. */
	readonly start: number;
	/** Ms from one value to the next. */
	readonly step: number;
	/** Oldest first; NaN where nothing is known. */
	readonly values: Float64Array;
	/** 1 where a value is only a lower bound. */
	readonly bounds: Uint8Array;
};

/** Over several subtasks: the greatest of a state, the sum of rates; an unknown value makes it a lower bound. */
export const combineFigures = (figures: Iterable<number>, kind: MeasureKind): number => {
	let combined = noFigure;
	let isUnknown = false;
	for (const figure of figures) {
		if (!hasNumber(figure)) {
			isUnknown ||= Number.isNaN(figure);
		} else if (!hasNumber(combined)) {
			combined = figure;
		} else if (kind === 'rate') {
			const sum = numberOf(combined) + numberOf(figure);
			combined = isBound(combined) || isBound(figure) ? -sum : sum;
		} else if (numberOf(figure) > numberOf(combined)) {
			combined = figure;
		}
	}

	if (!isUnknown) {
		return combined;
	}

	// "At least 0" is unknown.
	return hasNumber(combined) && combined !== 0 ? -numberOf(combined) : unknownFigure;
};

/** The records of a subject. */
const recordsOf = (known: ClusterState, {task, source}: PastSubject): readonly SubtaskRecord[] =>
	task === undefined
		? (known.sources
				.get(source ?? '')
				?.subtasks.values()
				.toArray() ?? [])
		: (known.tasks.get(task)?.subtasks ?? []).filter(
				record => source === undefined || record.source.source === source,
			);

type Between = {readonly from: number; readonly to: number};

const subtasksBetween = (
	known: ClusterState,
	records: readonly SubtaskRecord[],
	measure: Exclude<OwnMeasure, 'relay'>,
	{from, to}: Between,
): number =>
	combineFigures(
		records.map(record =>
			recallBetween(known.history, record.track, subtaskMeasures.indexOf(measure), {
				from,
				to,
				isCarried: whyStale(known, record) === '',
			}),
		),
		measureKinds[measure],
	);

const relayBetween = (known: ClusterState, source: SourceRecord | undefined, {from, to}: Between): number =>
	source?.relayTrack
		? recallBetween(known.relayHistory, source.relayTrack, 0, {
				from,
				to,
				isCarried: whySourceIsStale(known, source) === '',
			})
		: unknownFigure;

/** The worker whose figures belong to a subject: the subject itself, or the worker that serves the source. */
const workerOf = (known: ClusterState, {task, source, worker}: PastSubject): string =>
	worker ?? (task === undefined ? known.sources.get(source ?? '')?.worker : undefined) ?? '';

/** The figure in a track; unknown where there is none. */
const recallFigure = (history: History, track: Track | undefined, index: number, between: Between): number =>
	track ? recallBetween(history, track, index, {...between, isCarried: true}) : unknownFigure;

/** A figure of DM's metrics between two moments. */
const metricBetween = (
	known: ClusterState,
	{subject, records}: {readonly subject: PastSubject; readonly records: readonly SubtaskRecord[]},
	name: MetricName,
	between: Between,
): number => {
	const {metrics} = known;
	const {subject: kind} = metricCatalogue[name];
	const index = metricMeasures[kind].indexOf(name);
	switch (kind) {
		case 'subtask': {
			// A subtask without values, such as one that does not load, adds nothing.
			return combineFigures(
				records
					.map(({metricTrack}) => recallFigure(metrics.subtaskHistory, metricTrack, index, between))
					.filter(figure => !Number.isNaN(figure)),
				measureKinds[name],
			);
		}

		case 'worker': {
			const track = metrics.workerTracks.get(workerOf(known, subject));
			return recallFigure(metrics.workerHistory, track, index, between);
		}

		case 'cluster': {
			return recallFigure(metrics.clusterHistory, metrics.clusterTrack, index, between);
		}
	}
};

/**
 * The values of a measure that dm-top observed. A plot only shows complete slots, so that it changes no more often than
 * they end. Its cost depends on the request only.
 */
export const past = (
	known: ClusterState,
	subject: PastSubject,
	measure: Measure,
	{span, count, together = 1, now, isOfRow = false}: PastOptions,
): Series => {
	const step = span / count;
	const over = (Math.floor(now / slotWidth) + (isOfRow ? 1 : 0)) * slotWidth;
	const end = Math.ceil(over / (step * together)) * step * together;
	const start = end - span;
	const values = new Float64Array(count).fill(unknownFigure);
	const bounds = new Uint8Array(count);
	const records = measure === 'relay' ? [] : recordsOf(known, subject);
	const source = known.sources.get(subject.source ?? '');
	for (let index = 0; index < count; index++) {
		const from = start + index * step;
		const to = Math.min(from + step, over);
		if (from >= over) {
			values[index] = values[index - 1]!;
			bounds[index] = bounds[index - 1]!;
			continue;
		}

		const figure = isMetricName(measure)
			? metricBetween(known, {subject, records}, measure, {from, to})
			: measure === 'relay'
				? relayBetween(known, source, {from, to})
				: subtasksBetween(known, records, measure, {from, to});
		if (!hasNumber(figure)) {
			continue;
		}

		values[index] = numberOf(figure);
		bounds[index] = isBound(figure) ? 1 : 0;
	}

	return {origin: 'dm-top', start, step, values, bounds};
};
