/**
 * The HTTP API of Prometheus, which Thanos, VictoriaMetrics and Mimir speak too
 * (https://prometheus.io/docs/prometheus/latest/querying/api/).
 */
import {Agent} from 'undici';
import {say} from '../../../language/say.js';
import {isMetricName, metricCatalogue, metricNames} from '../../../dm/metrics/catalogue.js';
import {sanitize} from '../../../terminal/sanitize.js';
import type {Problem} from '../../provider.js';
import {whyThrown} from '../../../terminal/thrown.js';
import type {WorkersByAddress, MetricsStore, StoredRange, StoredSeries} from '../metrics-source.js';
import {type Figure, readingOf} from '../reading.js';
import {type AnsweredSeries, measureOf, readPrometheusAnswer} from './answer.js';
import {type Matchers, queryOfAll, workerNamesQuery} from './queries.js';

/** Where a metrics store is, and how it is asked. */
export type PrometheusOptions = {
	/** Where it is, with the prefix of its paths. */
	readonly url: URL;
	/** The value of the `Authorization` header; '' for none. */
	readonly authorization: string;
	readonly matchers: Matchers;
	/** The deadline for an answer, ms. */
	readonly deadline: number;
};

/** The largest answer that is read, bytes. */
const mostBytes = 32 * 1024 * 1024;

/** The shortest window of a rate, s: four scrapes at DM's own interval of 15 s. */
const leastWindow = 60;

const problem = (what: string, fix = ''): Problem => ({what: sanitize(what), fix, detail: ''});

/** The text of an answer; undefined where it is too large. */
const readText = async (body: AsyncIterable<Uint8Array>): Promise<string | undefined> => {
	const decoder = new TextDecoder();
	let text = '';
	let bytes = 0;
	for await (const chunk of body) {
		bytes += chunk.byteLength;
		if (bytes > mostBytes) {
			return undefined;
		}

		text += decoder.decode(chunk, {stream: true});
	}

	return text;
};

/** Why there is no answer, in words; an address is shown without credentials. */
const reasonOf = (title: string, error: unknown, deadline: number): string =>
	error instanceof Error && error.name === 'TimeoutError'
		? say('{name} did not answer within {limit}', {name: title, limit: `${deadline / 1000} s`})
		: say('{name} could not be asked: {why}', {name: title, why: whyThrown(error)});

/** The worker of a scrape; undefined where it is not known. */
type NameWorker = (labels: ReadonlyMap<string, string>) => string | undefined;

const scrapeOf = (labels: ReadonlyMap<string, string>): string =>
	JSON.stringify([labels.get('job'), labels.get('instance')]);

/** What a series is about; undefined where its labels do not say. */
const ownerOf = (
	{labels}: AnsweredSeries,
	measure: StoredSeries['measure'],
	nameWorker: NameWorker,
): Pick<Figure, 'task' | 'source' | 'worker'> | undefined => {
	const subject = isMetricName(measure) ? metricCatalogue[measure].subject : 'subtask';
	switch (subject) {
		case 'subtask': {
			const task = labels.get('task') ?? '';
			const source = labels.get('source_id') ?? '';
			return task === '' || source === '' ? undefined : {task, source};
		}

		case 'worker': {
			const worker = nameWorker(labels);
			return worker === undefined ? undefined : {worker};
		}

		case 'cluster': {
			return {};
		}
	}
};

const storedOf = (
	series: AnsweredSeries,
	{from, to, step}: StoredRange,
	nameWorker: NameWorker,
): readonly StoredSeries[] => {
	const measure = measureOf(series);
	const owner = measure && ownerOf(series, measure, nameWorker);
	if (measure === undefined || !owner) {
		return [];
	}

	const values = new Float64Array(Math.floor((to - from) / step) + 1).fill(NaN);
	for (const [at, value] of series.samples) {
		const index = Math.round((at * 1000 - from) / step);
		if (index >= 0 && index < values.length) {
			values[index] = value;
		}
	}

	return [{measure, ...owner, values}];
};

const figuresOf = (series: AnsweredSeries, nameWorker: NameWorker): readonly Figure[] => {
	const measure = measureOf(series);
	const owner = measure && ownerOf(series, measure, nameWorker);
	const value = series.samples.at(-1)?.[1];
	return measure !== undefined && isMetricName(measure) && owner && value !== undefined
		? [{name: measure, ...owner, value}]
		: [];
};

/** Prometheus, or a compatible server. */
export const createPrometheus = ({
	url,
	authorization,
	matchers,
	deadline,
}: PrometheusOptions): MetricsStore => {
	const agent = new Agent({allowH2: false});
	const title = `Prometheus ${url.host}`;
	const prefix = url.pathname.endsWith('/') ? url.pathname.slice(0, -1) : url.pathname;
	/** The names of workers by their scrapes, from the last answer. */
	let names: ReadonlyMap<string, string> = new Map();

	const nameWorkerBy =
		(members: WorkersByAddress): NameWorker =>
		labels =>
			names.get(scrapeOf(labels)) ?? members.get(labels.get('instance') ?? '');

	const ask = async (
		path: 'query' | 'query_range',
		question: Readonly<Record<string, string>>,
		signal: AbortSignal,
	): Promise<readonly AnsweredSeries[] | Problem> => {
		try {
			// It follows no redirects: a password is only for the named server.
			const {statusCode, body} = await agent.request({
				origin: url.origin,
				path: `${prefix}/api/v1/${path}`,
				method: 'POST',
				body: new URLSearchParams(question).toString(),
				headers: {
					accept: 'application/json',
					'content-type': 'application/x-www-form-urlencoded',
					...(authorization !== '' && {authorization}),
				},
				signal: AbortSignal.any([signal, AbortSignal.timeout(deadline)]),
			});
			const text = await readText(body);
			if (text === undefined) {
				return problem(
					say('{name} sent more than {size}', {name: title, size: `${mostBytes / 1024 ** 2} MB`}),
					say('Ask for a shorter span.'),
				);
			}

			const series = readPrometheusAnswer(text);
			if (typeof series === 'string') {
				return problem(say('{name} rejected the query: {why}', {name: title, why: series}));
			}

			if (statusCode === 401 || statusCode === 403) {
				return problem(
					say('{name} denied access (HTTP {status})', {name: title, status: statusCode}),
					say('Give a user and password in the address, or --prometheus-token-file.'),
				);
			}

			return (
				series ??
				problem(
					say('{name} does not answer as Prometheus does (HTTP {status})', {name: title, status: statusCode}),
					say('Check the address and its path.'),
				)
			);
		} catch (error) {
			return problem(reasonOf(title, error, deadline));
		}
	};

	const learnNames = async (signal: AbortSignal): Promise<Problem | undefined> => {
		const answer = await ask('query', {query: workerNamesQuery(matchers)}, signal);
		if ('what' in answer) {
			return answer;
		}

		names = new Map(answer.map(({labels}) => [scrapeOf(labels), labels.get('worker') ?? '']));
		return undefined;
	};

	return {
		title,
		async reading(members, signal) {
			const [answer, failed] = await Promise.all([
				ask('query', {query: queryOfAll(metricNames, {matchers, window: leastWindow})}, signal),
				learnNames(signal),
			]);
			if ('what' in answer) {
				return answer;
			}

			const nameWorker = nameWorkerBy(members);
			return failed ?? readingOf(answer.flatMap(series => figuresOf(series, nameWorker)));
		},
		async range(measures, range, signal) {
			const {from, to, step, task, source, members = new Map()} = range;
			const isOfWorkers = measures.some(
				measure => isMetricName(measure) && metricCatalogue[measure].subject === 'worker',
			);
			if (isOfWorkers && names.size === 0) {
				const failed = await learnNames(signal);
				if (failed) {
					return failed;
				}
			}

			const narrowing: Matchers = [
				...(task === undefined ? [] : [['task', task] as const]),
				...(source === undefined ? [] : [['source_id', source] as const]),
			];
			const answer = await ask(
				'query_range',
				{
					query: queryOfAll(measures, {
						matchers,
						narrowing,
						window: Math.max(leastWindow, Math.ceil((2 * step) / 1000)),
					}),
					start: String(from / 1000),
					end: String(to / 1000),
					step: String(step / 1000),
				},
				signal,
			);
			const nameWorker = nameWorkerBy(members);
			return 'what' in answer ? answer : answer.flatMap(series => storedOf(series, range, nameWorker));
		},
	};
};
