/**
 * Computes figures from the metrics pages of workers and masters, as Prometheus would answer the queries of queries.ts.
 */
import {
	type MetricEntry,
	metricCatalogue,
	type MetricName,
	metricNames,
	type MetricSubject,
} from '../../../dm/metrics/catalogue.js';
import {greatest} from '../../../dm/values/extremes.js';
import {decimalOf} from '../decimal.js';
import type {Figure} from '../reading.js';
import type {TextSample} from './text-format.js';

/** One page of metrics. */
export type Scrape = {
	/** When it was served, ms since the epoch. */
	readonly at: number;
	/** By name. */
	readonly samples: ReadonlyMap<string, readonly TextSample[]>;
};

/** The names of a figure's samples on a page. */
const namesOf = ({metric, form}: MetricEntry): readonly string[] =>
	form === 'p95' ? [`${metric}_bucket`] : form === 'mean' ? [`${metric}_sum`, `${metric}_count`] : [metric];

const wanted = new Set(metricNames.flatMap(name => namesOf(metricCatalogue[name])));

/** Whether a sample of this name is needed for any figure. */
export const isNeeded = (name: string): boolean => wanted.has(name);

/** A page of samples by their names. */
export const scrapeOf = (samples: readonly TextSample[], at: number): Scrape => ({
	at,
	samples: Map.groupBy(samples, ({name}) => name),
});

type Group = {readonly task: string; readonly source: string};

const groupOf = (subject: MetricSubject, labels: ReadonlyMap<string, string>): Group | undefined => {
	if (subject !== 'subtask') {
		return {task: '', source: ''};
	}

	const task = labels.get('task') ?? '';
	const source = labels.get('source_id') ?? '';
	return task === '' || source === '' ? undefined : {task, source};
};

const isOf = ({where = {}}: MetricEntry, labels: ReadonlyMap<string, string>): boolean =>
	Object.entries(where).every(([label, values]) => values.includes(labels.get(label) ?? ''));

/** The samples of a metric that count for a figure, by what they are about. */
const pick = (
	{samples}: Scrape,
	entry: MetricEntry,
	name: string,
): ReadonlyMap<string, readonly TextSample[]> => {
	const groups = new Map<string, TextSample[]>();
	for (const sample of samples.get(name) ?? []) {
		const group = groupOf(entry.subject, sample.labels);
		if (!group || !isOf(entry, sample.labels)) {
			continue;
		}

		const key = JSON.stringify([group.task, group.source]);
		const list = groups.get(key);
		if (list) {
			list.push(sample);
		} else {
			groups.set(key, [sample]);
		}
	}

	return groups;
};

const keyOf = ({labels}: TextSample): string =>
	JSON.stringify([...labels].toSorted(([left], [right]) => (left < right ? -1 : 1)));

/** How much counters have grown between two pages; a counter that is lower than before began again at 0. */
const growth = (
	before: readonly TextSample[] | undefined,
	after: readonly TextSample[],
): number | undefined => {
	if (!before) {
		return undefined;
	}

	const known = new Map(before.map(sample => [keyOf(sample), sample.value]));
	let sum = 0;
	for (const sample of after) {
		const was = known.get(keyOf(sample)) ?? 0;
		// From NaN no growth is known.
		if (!Number.isFinite(was)) {
			continue;
		}

		sum += sample.value >= was ? sample.value - was : sample.value;
	}

	return sum;
};

const boundOf = ({labels}: TextSample): number => {
	const bound = labels.get('le') ?? '';
	return bound === '+Inf' ? Infinity : decimalOf(bound);
};

/** The value that the share `quantile` of a histogram's observations do not exceed, as Prometheus interpolates it. */
const quantileOf = (
	quantile: number,
	before: readonly TextSample[] | undefined,
	after: readonly TextSample[],
): number | undefined => {
	const byBound = Map.groupBy(after, boundOf);
	const beforeByBound = Map.groupBy(before ?? [], boundOf);
	const buckets = byBound
		.entries()
		.map(
			([bound, samples]) =>
				[bound, growth(before && (beforeByBound.get(bound) ?? []), samples) ?? 0] as const,
		)
		.filter(([bound]) => !Number.isNaN(bound))
		.toArray()
		.toSorted(([left], [right]) => left - right);
	const total = buckets.at(-1)?.[1] ?? 0;
	if (!before || total <= 0 || !Number.isFinite(total) || buckets.at(-1)?.[0] !== Infinity) {
		return undefined;
	}

	const rank = quantile * total;
	const index = buckets.findIndex(([, count]) => count >= rank);
	const [bound, count] = buckets[index]!;
	const [lower, below] = index === 0 ? [0, 0] : buckets[index - 1]!;
	return bound === Infinity
		? lower
		: lower + ((bound - lower) * (rank - below)) / Math.max(1e-9, count - below);
};

const sumOf = (samples: readonly TextSample[]): number => {
	let sum = 0;
	for (const {value} of samples) {
		sum += value;
	}

	return sum;
};

/** The newest page that is at least that many seconds older than the last; the oldest where there is none. */
const pageBefore = (pages: readonly Scrape[], last: Scrape, seconds: number): Scrape | undefined =>
	pages.findLast(page => page !== last && last.at - page.at >= seconds * 1000) ??
	pages.find(page => page !== last);

type Counted = {
	readonly before: Scrape | undefined;
	readonly last: Scrape;
	readonly key: string;
	readonly samples: readonly TextSample[];
};

const valueOf = (entry: MetricEntry, {before, last, key, samples}: Counted): number | undefined => {
	const {metric, form} = entry;
	const earlier = (name: string): readonly TextSample[] | undefined =>
		before && (pick(before, entry, name).get(key) ?? []);
	const seconds = before ? (last.at - before.at) / 1000 : 0;
	switch (form) {
		case 'greatest': {
			return greatest(samples.map(({value}) => value));
		}

		case 'sum': {
			return sumOf(samples);
		}

		case 'rate': {
			const grown = growth(earlier(metric), samples);
			return grown === undefined || seconds <= 0 ? undefined : grown / seconds;
		}

		case 'increase': {
			return growth(earlier(metric), samples);
		}

		case 'p95': {
			return quantileOf(0.95, earlier(`${metric}_bucket`), samples);
		}

		case 'mean': {
			const sum = growth(earlier(`${metric}_sum`), samples);
			const counted = pick(last, entry, `${metric}_count`).get(key) ?? [];
			const count = growth(earlier(`${metric}_count`), counted);
			return sum === undefined || count === undefined || count <= 0 ? undefined : sum / count;
		}
	}
};

/** A rate is taken over the last minute. */
const rateWindow = 60;

/**
 * The figures of the newest of several pages of one worker, or of a master, oldest first; what needs an earlier page is
 * absent without one.
 *
 * @yields One figure after the other.
 */
export function* figuresOf(
	pages: readonly Scrape[],
	{worker, subjects}: {readonly worker?: string; readonly subjects: readonly MetricSubject[]},
): Iterable<Figure> {
	const last = pages.at(-1);
	if (!last) {
		return;
	}

	for (const name of metricNames) {
		const entry = metricCatalogue[name];
		if (!subjects.includes(entry.subject)) {
			continue;
		}

		const before = pageBefore(pages, last, entry.over ?? rateWindow);
		for (const [key, samples] of pick(last, entry, namesOf(entry)[0]!)) {
			const value = valueOf(entry, {before, last, key, samples});
			if (value !== undefined) {
				yield figure(name, entry.subject, key, worker, value);
			}
		}
	}
}

const figure = (
	name: MetricName,
	subject: MetricSubject,
	key: string,
	worker: string | undefined,
	value: number,
): Figure => {
	if (subject !== 'subtask') {
		return {name, value, ...(subject === 'worker' && {worker})};
	}

	const [task, source] = JSON.parse(key) as [string, string];
	return {name, value, task, source};
};
