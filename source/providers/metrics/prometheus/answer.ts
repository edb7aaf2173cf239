/** The answers of Prometheus' HTTP API. */
import {isMetricName} from '../../../dm/metrics/catalogue.js';
import {isObject} from '../../../dm/values/json-object.js';
import {decimalOf} from '../decimal.js';
import {type StoredMeasure, trustedMeasures} from '../metrics-source.js';
import {measureLabel} from './queries.js';

/** One series of an answer: its labels, and its samples as pairs of time (s) and value. */
export type AnsweredSeries = {
	readonly labels: ReadonlyMap<string, string>;
	readonly samples: ReadonlyArray<readonly [at: number, value: number]>;
};

/** A sample's value: Prometheus writes it as a string, also NaN and +Inf, which mean nothing here. */
const valueOf = (text: unknown): number => {
	const value = typeof text === 'string' ? decimalOf(text) : NaN;
	return Number.isFinite(value) && value >= 0 ? value : NaN;
};

const sampleOf = (pair: unknown): ReadonlyArray<readonly [number, number]> =>
	Array.isArray(pair) && typeof pair[0] === 'number' ? [[pair[0], valueOf(pair[1])]] : [];

const seriesOf = (entry: unknown): readonly AnsweredSeries[] => {
	if (!isObject(entry) || !isObject(entry['metric'])) {
		return [];
	}

	const {values, value} = entry;
	if (!Array.isArray(values) && !Array.isArray(value)) {
		return [];
	}

	const pairs: readonly unknown[] = Array.isArray(values) ? values : [value];
	return [
		{
			labels: new Map(
				Object.entries(entry['metric']).flatMap(([label, text]) =>
					typeof text === 'string' ? [[label, text] as const] : [],
				),
			),
			samples: pairs.flatMap(pair => sampleOf(pair)),
		},
	];
};

/** The series of an answer; its error in words; undefined where it is not an answer of Prometheus. */
export const readPrometheusAnswer = (text: string): readonly AnsweredSeries[] | string | undefined => {
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
		? data['result'].flatMap(entry => seriesOf(entry))
		: undefined;
};

/** The measure of a series; undefined for an unexpected one. */
export const measureOf = ({labels}: AnsweredSeries): StoredMeasure | undefined => {
	const name = labels.get(measureLabel) ?? '';
	return isMetricName(name) ? name : trustedMeasures.find(measure => measure === name);
};
