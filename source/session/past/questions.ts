/** Questions to a metrics store about the past, and their answers. */
import {isMetricName, metricCatalogue} from '../../dm/metrics/catalogue.js';
import type {PastSubject} from '../../monitor/showing/series.js';
import {slotWidth} from '../../monitor/past/track.js';
import type {
	WorkersByAddress,
	MetricsStore,
	StoredMeasure,
	StoredSeries,
} from '../../providers/metrics/metrics-source.js';
import type {Problem} from '../../providers/provider.js';
import {Backoff} from '../backoff.js';

/** The number of cached answers. */
const mostKept = 400;

/** The approximate number of values in one span. */
const valuesInSpan = 240;

/** The finest step that is requested, ms: DM's workers are scraped every 15 s. */
const leastStep = 15_000;

/** The store's answer for a measure over a span. */
export type Stored = {
	/** The time of the first value, ms since the epoch. */
	readonly from: number;
	readonly step: number;
	/** By source and task; empty until the answer has arrived. */
	bySource: ReadonlyMap<string, ReadonlyMap<string, Float64Array>>;
	/** By worker; the masters' own under ''. */
	byWorker: ReadonlyMap<string, Float64Array>;
};

/** Until when a store is asked, and who hears of problems with it. */
export type QuestionOptions = {
	/** Called with a problem of the store, and with undefined when it is over. */
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

/** What to ask for: all sources of a task, all tasks of a source, otherwise everything. */
const narrowedTo = ({task, source}: PastSubject): PastSubject => {
	if (task !== undefined) {
		return {task};
	}

	return source === undefined ? {} : {source};
};

/** Measures that are requested together: those of one span and one task or source. */
type Batch = {
	readonly step: number;
	readonly from: number;
	readonly to: number;
	readonly narrowed: PastSubject;
	readonly asked: Map<StoredMeasure, {readonly key: string; readonly stored: Stored}>;
};

/** The most measures in one question: an answer of more may be too large to come in time. */
const mostTogether = 20;

/** Asks the store, and caches the answers. Everything requested in one turn of the event loop is one question. */
export class Questions {
	readonly #stored = new Map<string, Stored>();
	readonly #batches = new Map<string, Batch>();
	readonly #backoff = new Backoff();
	#notBefore = -Infinity;

	constructor(
		readonly range: MetricsStore['range'],
		readonly options: QuestionOptions & {readonly members: () => WorkersByAddress},
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

	/** The answer for a measure over the span before `until`, requested on first use. */
	get(measure: StoredMeasure, span: number, until: number, subject: PastSubject = {}): Stored | undefined {
		// For workers and masters everything is requested at once, and for a task all its sources.
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
