/**
 * The past from before dm-top was started, out of a store of metrics. What dm-top itself has seen is never replaced: the
 * store only fills the time before.
 */
import {hasNumber, isBound, numberOf, unknownFigure} from '../monitor/past/figure.js';
import {isMetricName, metricCatalogue} from '../dm/metrics/catalogue.js';
import {measureKinds, type Measure} from '../monitor/past/measures.js';
import {combineFigures, type PastOptions, type PastSubject, type Series} from '../monitor/past/series.js';
import {joinFigures, slotWidth} from '../monitor/past/track.js';
import {subtasksOf} from '../findings/subtasks-of.js';
import {
	type Members,
	type MetricsStore,
	type StoredMeasure,
	type StoredSeries,
	trustedMeasures,
} from '../providers/metrics/metrics-source.js';
import type {Problem} from '../providers/provider.js';
import {Backoff} from './backoff.js';
import type {ClusterSource} from './cluster-source.js';
import {membersOf} from './follow-metrics.js';
import {createOverlay} from './overlay.js';

/** The finest step that is asked for, ms: DM's workers are scraped every 15 s. */
const leastStep = 15_000;

/** Values asked for in one span, about. */
const valuesInSpan = 240;

/** How far back the trend of rows reaches, ms. */
const trendSpan = 600_000;

/** Answers that are kept. */
const mostKept = 400;

const isStored = (measure: Measure): measure is StoredMeasure =>
	isMetricName(measure) || (trustedMeasures as readonly Measure[]).includes(measure);

/** What the store has told of a measure over a span. */
type Stored = {
	/** When the first value is of, ms since the epoch. */
	readonly from: number;
	readonly step: number;
	/** By source, by task; empty until the answer is there. */
	bySource: ReadonlyMap<string, ReadonlyMap<string, Float64Array>>;
	/** By worker; the masters' own under ''. */
	byWorker: ReadonlyMap<string, Float64Array>;
};

export type StoredPastOptions = {
	/** Told of a problem of the store, and with undefined when it is over. */
	readonly onProblem: (problem: Problem | undefined) => void;
	/** Aborted when dm-top ends. */
	readonly signal: AbortSignal;
	/** The reader's own clock, ms. */
	readonly clock?: () => number;
};

const group = (series: readonly StoredSeries[]): Pick<Stored, 'bySource' | 'byWorker'> => {
	const bySource = new Map<string, Map<string, Float64Array>>();
	const byWorker = new Map<string, Float64Array>();
	for (const {task, source, worker = '', values} of series) {
		if (task === undefined || source === undefined) {
			byWorker.set(worker, values);
			continue;
		}

		const ofSource = bySource.get(source) ?? new Map<string, Float64Array>();
		ofSource.set(task, values);
		bySource.set(source, ofSource);
	}

	return {bySource, byWorker};
};

/** What is asked for where this is shown: of a task all its sources, else of a source all its tasks, else everything. */
const narrowedTo = ({task, source}: PastSubject): PastSubject => {
	if (task !== undefined) {
		return {task};
	}

	return source === undefined ? {} : {source};
};

/** Measures that are asked for together: those of one span and one task or source. */
type Batch = {
	readonly step: number;
	readonly from: number;
	readonly to: number;
	readonly narrowed: PastSubject;
	readonly asked: Map<StoredMeasure, {readonly key: string; readonly stored: Stored}>;
};

/** The most measures in one question: an answer of more may be too large to come in time. */
const mostTogether = 20;

/** Asks the store, and keeps what it told. What is asked for in one turn is one question. */
class Questions {
	readonly #stored = new Map<string, Stored>();
	readonly #batches = new Map<string, Batch>();
	readonly #backoff = new Backoff();
	#notBefore = -Infinity;

	constructor(
		readonly range: MetricsStore['range'],
		readonly options: StoredPastOptions & {readonly members: () => Members},
		readonly onAnswer: () => void,
	) {}

	async #ask(
		{from, to, step, narrowed}: Batch,
		asked: ReadonlyArray<[StoredMeasure, {key: string; stored: Stored}]>,
	) {
		const {onProblem, signal, members, clock = Date.now} = this.options;
		const measures = asked.map(([measure]) => measure);
		const answer = await this.range(measures, {from, to, step, ...narrowed, members: members()}, signal);
		if (signal.aborted) {
			return;
		}

		if ('what' in answer) {
			for (const [, {key}] of asked) {
				this.#stored.delete(key);
			}

			this.#notBefore = clock() + this.#backoff.afterProblem();
			onProblem(answer);
			return;
		}

		this.#backoff.end();
		const byMeasure = Map.groupBy(answer, ({measure}) => measure);
		for (const [measure, {stored}] of asked) {
			Object.assign(stored, group(byMeasure.get(measure) ?? []));
		}

		onProblem(undefined);
		this.onAnswer();
	}

	#send(): void {
		for (const batch of this.#batches.values()) {
			const asked = [...batch.asked];
			for (let index = 0; index < asked.length; index += mostTogether) {
				void this.#ask(batch, asked.slice(index, index + mostTogether));
			}
		}

		this.#batches.clear();
	}

	/** What is known of a measure over the span before `until`; it is asked for where it was not before. */
	get(measure: StoredMeasure, span: number, until: number, subject: PastSubject = {}): Stored | undefined {
		// Of workers and masters everything is asked for at once, and of a task all its sources.
		const narrowed =
			isMetricName(measure) && metricCatalogue[measure].subject !== 'subtask' ? {} : narrowedTo(subject);
		const key = JSON.stringify([measure, span, narrowed]);
		const known = this.#stored.get(key);
		if (known) {
			return known;
		}

		const {clock = Date.now} = this.options;
		if (clock() < this.#notBefore) {
			return undefined;
		}

		const step = Math.max(leastStep, Math.ceil(span / valuesInSpan / slotWidth) * slotWidth);
		const to = Math.ceil(until / step) * step;
		const from = to - Math.ceil(span / step) * step;
		const stored: Stored = {from, step, bySource: new Map(), byWorker: new Map()};
		this.#stored.set(key, stored);
		for (const oldest of this.#stored.keys().take(Math.max(0, this.#stored.size - mostKept))) {
			this.#stored.delete(oldest);
		}

		const together = JSON.stringify([span, narrowed]);
		const batch = this.#batches.get(together) ?? {from, to, step, narrowed, asked: new Map()};
		batch.asked.set(measure, {key, stored});
		if (this.#batches.size === 0) {
			queueMicrotask(() => {
				this.#send();
			});
		}

		this.#batches.set(together, batch);
		return stored;
	}
}

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

	// A value holds until the next one is due.
	const first = Math.max(0, Math.floor((between.from - from) / step));
	const last = Math.max(first, Math.ceil((between.to - from) / step) - 1);
	return first >= values.length ? unknownFigure : joinFigures(values.subarray(first, last + 1), kind);
};

/** A cluster whose past before the first answer comes from a store. */
export const withStoredPast = (
	cluster: ClusterSource,
	source: Pick<MetricsStore, 'title' | 'range'>,
	options: StoredPastOptions,
): ClusterSource => {
	const overlay = createOverlay(cluster, view => view);
	let begunAt = 0;
	const begun = (): number => {
		begunAt ||= cluster.current().at;
		return begunAt;
	};

	const members = (): Members => membersOf(cluster.current());
	// The same cluster with more of a past is something new to see.
	const questions = new Questions(source.range, {...options, members}, overlay.renew);

	/** The past of each thing that a subject is made of, for one measure. */
	const valuesOf = (
		{bySource, byWorker}: Stored,
		subject: PastSubject,
		measure: Measure,
	): ReadonlyArray<Float64Array | undefined> => {
		const view = cluster.current();
		const kind = isMetricName(measure) ? metricCatalogue[measure].subject : 'subtask';
		switch (kind) {
			case 'subtask': {
				return subtasksOf(view, subject).map(({subtask}) => bySource.get(subtask.source)?.get(subtask.task));
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

	const figure = (
		stored: Stored,
		all: ReadonlyArray<Float64Array | undefined>,
		measure: Measure,
		between: {readonly from: number; readonly to: number},
	): number => {
		const figures = all.map(values => figureOf(stored, values, between, measureKinds[measure]));
		// Figures of DM's metrics are those of the subtasks that have them.
		const told = isMetricName(measure) ? figures.filter(one => !Number.isNaN(one)) : figures;
		return combineFigures(told, measureKinds[measure]);
	};

	return {
		...cluster,
		subscribe: overlay.subscribe,
		current: overlay.current,
		trend(subject, which, slots, now) {
			const seen = cluster.trend(subject, which, slots, now);
			const until = begun();
			const first = (Math.floor(now / slotWidth) - slots + 1) * slotWidth;
			if (until === 0 || first >= until || now - trendSpan > until) {
				return seen;
			}

			const stored = questions.get(which, trendSpan, until);
			if (stored === undefined) {
				return seen;
			}

			const all = valuesOf(stored, subject, which);
			return seen.map((value, index) => {
				const from = first + index * slotWidth;
				if (value !== undefined || from >= until) {
					return value;
				}

				const told = figure(stored, all, which, {from, to: from + slotWidth});
				return hasNumber(told) ? numberOf(told) : undefined;
			});
		},
		past(subject, measure, past: PastOptions): Series {
			const seen = cluster.past(subject, measure, past);
			const until = begun();
			if (!isStored(measure) || until === 0 || seen.start >= until) {
				return seen;
			}

			const stored = questions.get(measure, past.span, until, subject);
			if (stored === undefined) {
				return seen;
			}

			const all = valuesOf(stored, subject, measure);
			const values = Float64Array.from(seen.values);
			const bounds = Uint8Array.from(seen.bounds);
			let isFilled = false;
			for (const [index, value] of values.entries()) {
				const from = seen.start + index * seen.step;
				if (!Number.isNaN(value) || from >= until) {
					continue;
				}

				const told = figure(stored, all, measure, {from, to: Math.min(until, from + seen.step)});
				if (!hasNumber(told)) {
					continue;
				}

				values[index] = numberOf(told);
				bounds[index] = isBound(told) ? 1 : 0;
				isFilled = true;
			}

			return isFilled ? {...seen, origin: `${seen.origin}, ${source.title}`, values, bounds} : seen;
		},
	};
};
