/** The past of a task, a subtask or a source, for plots and sparklines. */
import type {ClusterState, SubtaskRecord} from '../records/records.js';
import {isMetricName, metricCatalogue, type MetricName} from '../../dm/metrics/catalogue.js';
import {metricMeasures} from '../records/metrics-record.js';
import {hasNumber, isBound, noFigure, numberOf, unknownFigure} from '../past/figure.js';
import {type Measure, measureKinds, subtaskMeasures} from '../past/measures.js';
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

/** The most tracks that are gone through for one series: with 10,000 a frame, and with it a key, would wait for a second. */
const mostTracks = 1000;

const knownLag = ({view}: SubtaskRecord): number => (view && 'seconds' in view.lag ? view.lag.seconds : -1);

/** Those furthest behind where there are too many; and whether there are others, so that a figure is a lower bound. */
const mostTelling = (
	records: readonly SubtaskRecord[],
): {readonly told: readonly SubtaskRecord[]; readonly hasOthers: boolean} =>
	records.length > mostTracks
		? {
				told: records.toSorted((left, right) => knownLag(right) - knownLag(left)).slice(0, mostTracks),
				hasOthers: true,
			}
		: {told: records, hasOthers: false};

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

/** The figure between two moments, ms since the epoch. */
type Recall = (from: number, to: number) => number;

/** Recalls of several tracks as one figure; most subjects have one. */
const combineRecalls = (recalls: readonly Recall[], kind: MeasureKind): Recall =>
	recalls.length === 1
		? recalls[0]!
		: (from, to) =>
				combineFigures(
					recalls.map(recall => recall(from, to)),
					kind,
				);

/** Recalls one measure of a track; nothing is known where there is none. */
const recallTrack = (
	history: History,
	track: Track | undefined,
	index: number,
	isCarried: boolean,
): Recall | undefined => track && ((from, to) => recallBetween(history, track, index, {from, to, isCarried}));

const recallNothing: Recall = () => unknownFigure;

/** The worker whose figures belong to a subject: the subject itself, or the worker that serves the source. */
const workerOf = (known: ClusterState, {task, source, worker}: PastSubject): string =>
	worker ?? (task === undefined ? known.sources.get(source ?? '')?.worker : undefined) ?? '';

/** Recalls a figure of DM's metrics. */
const recallMetric = (known: ClusterState, subject: PastSubject, name: MetricName): Recall | undefined => {
	const {metrics} = known;
	const {subject: kind} = metricCatalogue[name];
	const index = metricMeasures[kind].indexOf(name);
	switch (kind) {
		case 'subtask': {
			const {told, hasOthers} = mostTelling(recordsOf(known, subject));
			const recalls = told
				.map(({metricTrack}) => recallTrack(metrics.subtaskHistory, metricTrack, index, true))
				.filter(recall => recall !== undefined);
			// A subtask without values, such as one that does not load, adds nothing.
			return (from, to) => {
				const figures = recalls.map(recall => recall(from, to)).filter(figure => !Number.isNaN(figure));
				return combineFigures(hasOthers ? [...figures, unknownFigure] : figures, measureKinds[name]);
			};
		}

		case 'worker': {
			const track = metrics.workerTracks.get(workerOf(known, subject));
			return recallTrack(metrics.workerHistory, track, index, true);
		}

		case 'cluster': {
			return recallTrack(metrics.clusterHistory, metrics.clusterTrack, index, true);
		}
	}
};

/** Recalls a measure of a subject; its tracks, and which of them are carried on, are looked up once for all of the past. */
const recallOf = (known: ClusterState, subject: PastSubject, measure: Measure): Recall => {
	if (isMetricName(measure)) {
		return recallMetric(known, subject, measure) ?? recallNothing;
	}

	if (measure === 'relay') {
		const source = known.sources.get(subject.source ?? '');
		const isCarried = source !== undefined && whySourceIsStale(known, source) === '';
		return recallTrack(known.relayHistory, source?.relayTrack, 0, isCarried) ?? recallNothing;
	}

	const index = subtaskMeasures.indexOf(measure);
	const {told, hasOthers} = mostTelling(recordsOf(known, subject));
	const recalls = told.map(
		record =>
			recallTrack(known.history, record.track, index, whyStale(known, record) === '') ?? recallNothing,
	);
	return combineRecalls(hasOthers ? [...recalls, recallNothing] : recalls, measureKinds[measure]);
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
	const recall = recallOf(known, subject, measure);
	for (let index = 0; index < count; index++) {
		const from = start + index * step;
		const to = Math.min(from + step, over);
		if (from >= over) {
			values[index] = values[index - 1]!;
			bounds[index] = bounds[index - 1]!;
			continue;
		}

		const figure = recall(from, to);
		if (!hasNumber(figure)) {
			continue;
		}

		values[index] = numberOf(figure);
		bounds[index] = isBound(figure) ? 1 : 0;
	}

	return {origin: 'dm-top', start, step, values, bounds};
};
