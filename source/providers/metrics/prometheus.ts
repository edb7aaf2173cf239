/**
 * The HTTP API of Prometheus, which Thanos, VictoriaMetrics and Mimir speak too
 * (https://prometheus.io/docs/prometheus/latest/querying/api/).
 */
import {request} from 'undici';
import {isObject} from '../../dm/json-object.js';
import {sanitize} from '../../terminal/sanitize.js';
import type {Problem} from '../provider.js';
import {messageOf} from '../thrown.js';
import type {MetricsSource, StoredMeasure, StoredRange, StoredSeries} from './metrics-source.js';
import {type Matchers, queryOf} from './queries.js';

export type PrometheusOptions = {
	/** Where it is, with the prefix of its paths. */
	readonly url: URL;
	/** The value of the `Authorization` header; '' for none. */
	readonly authorization: string;
	readonly matchers: Matchers;
	/** Ms that an answer may take. */
	readonly deadline: number;
};

/** An answer larger than this is not read, bytes. */
const mostBytes = 32 * 1024 * 1024;

/** The shortest window that a rate is taken over, s: four scrapes at DM's own interval of 15 s. */
const leastWindow = 60;

const problem = (what: string, fix = ''): Problem => ({what: sanitize(what), fix, detail: ''});

/** The text of an answer; undefined where there is more of it than is read. */
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

/** A sample's value: Prometheus writes it as a string, also NaN and +Inf, which tell nothing here. */
const valueOf = (text: unknown): number => {
	const value = typeof text === 'string' ? Number(text) : NaN;
	return Number.isFinite(value) && value >= 0 ? value : NaN;
};

const textAt = (labels: Readonly<Record<string, unknown>>, name: string): string => {
	const value = Object.hasOwn(labels, name) ? labels[name] : '';
	return typeof value === 'string' ? value : '';
};

const readSeries = (entry: unknown, {from, to, step}: StoredRange): StoredSeries | undefined => {
	if (!isObject(entry) || !isObject(entry['metric']) || !Array.isArray(entry['values'])) {
		return undefined;
	}

	const task = textAt(entry['metric'], 'task');
	const source = textAt(entry['metric'], 'source_id');
	if (task === '' || source === '') {
		return undefined;
	}

	const values = new Float64Array(Math.floor((to - from) / step) + 1).fill(NaN);
	for (const pair of entry['values'] as readonly unknown[]) {
		if (!Array.isArray(pair) || typeof pair[0] !== 'number') {
			continue;
		}

		const index = Math.round((pair[0] * 1000 - from) / step);
		if (index >= 0 && index < values.length) {
			values[index] = valueOf(pair[1]);
		}
	}

	return {task, source, values};
};

/** The series of an answer; undefined where it is none of Prometheus. */
const readMatrix = (text: string, range: StoredRange): readonly StoredSeries[] | string | undefined => {
	let answer: unknown;
	try {
		answer = JSON.parse(text);
	} catch {
		return undefined;
	}

	if (!isObject(answer)) {
		return undefined;
	}

	if (answer['status'] === 'error') {
		return typeof answer['error'] === 'string' ? answer['error'] : '';
	}

	const {data} = answer;
	return answer['status'] === 'success' && isObject(data) && Array.isArray(data['result'])
		? data['result'].flatMap(entry => readSeries(entry, range) ?? [])
		: undefined;
};

/** Why nothing came, in words; an address is told without what comes before its host. */
const reasonOf = (error: unknown, deadline: number): string => {
	if (error instanceof Error && error.name === 'TimeoutError') {
		return `did not answer within ${deadline / 1000} s`;
	}

	const {cause} = error instanceof Error ? error : {};
	return `could not be asked: ${messageOf(cause ?? error)}`;
};

/** Prometheus, or what speaks like it. */
export const createPrometheus = ({
	url,
	authorization,
	matchers,
	deadline,
}: PrometheusOptions): MetricsSource => {
	const title = `Prometheus ${url.host}`;
	const prefix = url.pathname.endsWith('/') ? url.pathname.slice(0, -1) : url.pathname;
	const endpoint = new URL(`${prefix}/api/v1/query_range`, url.origin);
	return {
		title,
		async range(measure: StoredMeasure, range: StoredRange, signal: AbortSignal) {
			const {from, to, step, task} = range;
			const asked: Matchers = task === undefined ? matchers : [...matchers, ['task', task]];
			const question = new URLSearchParams({
				query: queryOf(measure, asked, Math.max(leastWindow, Math.ceil((2 * step) / 1000))),
				start: String(from / 1000),
				end: String(to / 1000),
				step: String(step / 1000),
			});
			try {
				// It follows no redirection: a password is for the one who was named, not for whom it points to.
				const {statusCode, body} = await request(endpoint, {
					method: 'POST',
					body: question.toString(),
					headers: {
						accept: 'application/json',
						'content-type': 'application/x-www-form-urlencoded',
						...(authorization !== '' && {authorization}),
					},
					signal: AbortSignal.any([signal, AbortSignal.timeout(deadline)]),
				});
				const text = await readText(body);
				if (text === undefined) {
					return problem(`${title} sent more than ${mostBytes / 1024 ** 2} MB`, 'Ask for a shorter span.');
				}

				const series = readMatrix(text, range);
				if (typeof series === 'string') {
					return problem(`${title} refused the question: ${series}`);
				}

				if (statusCode === 401 || statusCode === 403) {
					return problem(
						`${title} refused the access (HTTP ${statusCode})`,
						'Give a user and password in the address, or --prometheus-token-file.',
					);
				}

				return (
					series ??
					problem(
						`${title} does not answer as Prometheus does (HTTP ${statusCode})`,
						'Check the address and its path.',
					)
				);
			} catch (error) {
				return problem(`${title} ${reasonOf(error, deadline)}`);
			}
		},
	};
};
