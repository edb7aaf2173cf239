/**
 * The past from before dm-top was started, out of a store of metrics. What dm-top itself has seen is never replaced: the
 * store only fills the time before.
 */
import {hasNumber, isBound, numberOf, unknownFigure} from '../monitor/past/figure.js';
import {measureKinds, type Measure} from '../monitor/past/measures.js';
import {combineFigures, type PastOptions, type PastSubject, type Series} from '../monitor/past/series.js';
import {joinFigures, slotWidth} from '../monitor/past/track.js';
import type {DiagnosedView} from '../findings/diagnose.js';
import {Listeners} from '../providers/scheduling/listeners.js';
import {
	type MetricsSource,
	type StoredMeasure,
	type StoredSeries,
	storedMeasures,
} from '../providers/metrics/metrics-source.js';
import type {Problem} from '../providers/provider.js';
import type {ClusterSource} from './cluster-source.js';

/** The finest step that is asked for, ms: DM's workers are scraped every 15 s. */
const leastStep = 15_000;

/** Values asked for in one span, about. */
const valuesInSpan = 240;

/** How far back the trend of rows reaches, ms. */
const trendSpan = 600_000;

/** Answers that are kept. */
const mostKept = 64;

/** After a problem the store is not asked for so long, ms; twice as long each time, up to the second number. */
const backoff = {least: 15_000, most: 300_000} as const;

const isStored = (measure: Measure): measure is StoredMeasure =>
	(storedMeasures as readonly Measure[]).includes(measure);

/** What the store has told of a measure over a span. */
type Stored = {
	/** When the first value is of, ms since the epoch. */
	readonly from: number;
	readonly step: number;
	/** By source, by task; empty until the answer is there. */
	bySource: ReadonlyMap<string, ReadonlyMap<string, Float64Array>>;
};

export type StoredPastOptions = {
	/** Told of a problem of the store, and with undefined when it is over. */
	readonly onProblem: (problem: Problem | undefined) => void;
	/** Aborted when dm-top ends. */
	readonly signal: AbortSignal;
	/** The reader's own clock, ms. */
	readonly clock?: () => number;
};

const group = (series: readonly StoredSeries[]): Stored['bySource'] => {
	const bySource = new Map<string, Map<string, Float64Array>>();
	for (const {task, source, values} of series) {
		const ofSource = bySource.get(source) ?? new Map<string, Float64Array>();
		ofSource.set(task, values);
		bySource.set(source, ofSource);
	}

	return bySource;
};

/** A subtask by its names. */
type Place = {readonly task: string; readonly source: string};

/** The subtasks that a subject is made of. */
const subtasksOf = ({tasks, sources}: DiagnosedView, {task, source}: PastSubject): readonly Place[] => {
	const views =
		task === undefined
			? (sources.find(view => view.source === source)?.subtasks ?? [])
			: (tasks.find(({name}) => name === task)?.subtasks ?? []);
	return views
		.map(({subtask}) => ({task: subtask.task, source: subtask.source}))
		.filter(place => source === undefined || place.source === source);
};

/** Asks the store, and keeps what it told. */
class Questions {
	readonly #stored = new Map<string, Stored>();
	#wait: number = backoff.least;
	#notBefore = -Infinity;

	constructor(
		readonly source: MetricsSource,
		readonly options: StoredPastOptions,
		readonly onAnswer: () => void,
	) {}

	async #ask(key: string, stored: Stored, measure: StoredMeasure, to: number, task?: string): Promise<void> {
		const {onProblem, signal, clock = Date.now} = this.options;
		const {from, step} = stored;
		const answer = await this.source.range(measure, {from, to, step, task}, signal);
		if (signal.aborted) {
			return;
		}

		if ('what' in answer) {
			this.#stored.delete(key);
			this.#notBefore = clock() + this.#wait;
			this.#wait = Math.min(backoff.most, this.#wait * 2);
			onProblem(answer);
			return;
		}

		this.#wait = backoff.least;
		stored.bySource = group(answer);
		onProblem(undefined);
		this.onAnswer();
	}

	/** What is known of a measure over the span before `until`; it is asked for where it was not before. */
	get(measure: StoredMeasure, span: number, until: number, task?: string): Stored | undefined {
		const key = JSON.stringify([measure, span, task]);
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
		const stored: Stored = {from: to - Math.ceil(span / step) * step, step, bySource: new Map()};
		this.#stored.set(key, stored);
		for (const oldest of this.#stored.keys().take(Math.max(0, this.#stored.size - mostKept))) {
			this.#stored.delete(oldest);
		}

		void this.#ask(key, stored, measure, to, task);
		return stored;
	}
}

/** The figure of one subtask between two moments, ms. */
const figureOf = (
	{bySource, from, step}: Stored,
	place: Place,
	between: {readonly from: number; readonly to: number},
	kind: 'state' | 'rate',
): number => {
	const values = bySource.get(place.source)?.get(place.task);
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
	source: MetricsSource,
	options: StoredPastOptions,
): ClusterSource => {
	const listeners = new Listeners();
	let original = cluster.current();
	let shown = original;
	let begunAt = 0;
	const begun = (): number => {
		begunAt ||= cluster.current().at;
		return begunAt;
	};

	const questions = new Questions(source, options, () => {
		// The same cluster with more of a past is something new to see.
		original = cluster.current();
		shown = {...original};
		listeners.tell();
	});

	const figure = (
		stored: Stored,
		places: readonly Place[],
		measure: Measure,
		between: {readonly from: number; readonly to: number},
	): number =>
		combineFigures(
			places.map(place => figureOf(stored, place, between, measureKinds[measure])),
			measureKinds[measure],
		);

	return {
		...cluster,
		subscribe(listener) {
			const leaves = [cluster.subscribe(listener), listeners.subscribe(listener)];
			return () => {
				for (const leave of leaves) {
					leave();
				}
			};
		},
		current() {
			const now = cluster.current();
			if (now !== original) {
				original = now;
				shown = now;
			}

			return shown;
		},
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

			const places = subtasksOf(cluster.current(), subject);
			return seen.map((value, index) => {
				const from = first + index * slotWidth;
				if (value !== undefined || from >= until) {
					return value;
				}

				const told = figure(stored, places, which, {from, to: from + slotWidth});
				return hasNumber(told) ? numberOf(told) : undefined;
			});
		},
		past(subject, measure, past: PastOptions): Series {
			const seen = cluster.past(subject, measure, past);
			const until = begun();
			if (!isStored(measure) || until === 0 || seen.start >= until) {
				return seen;
			}

			const stored = questions.get(measure, past.span, until, subject.task);
			if (stored === undefined) {
				return seen;
			}

			const places = subtasksOf(cluster.current(), subject);
			const values = Float64Array.from(seen.values);
			const bounds = Uint8Array.from(seen.bounds);
			let isFilled = false;
			for (const [index, value] of values.entries()) {
				const from = seen.start + index * seen.step;
				if (!Number.isNaN(value) || from >= until) {
					continue;
				}

				const told = figure(stored, places, measure, {from, to: Math.min(until, from + seen.step)});
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
