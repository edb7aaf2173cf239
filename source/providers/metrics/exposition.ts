/** Metrics as text, as Prometheus scrapes them. */
import {Counter, Gauge, type OpenMetricsContentType, Registry} from 'prom-client';
import {sanitize} from '../../terminal/sanitize.js';

/** The labels of a sample, by their names. */
export type Labels = Readonly<Record<string, string>>;

/** One number of a family of metrics. */
export type Sample = readonly [labels: Labels, value: number];

/** A family of samples under one name; a counter's name is without `_total`. */
export type MetricFamily = {
	readonly name: string;
	readonly help: string;
	readonly type: 'gauge' | 'counter';
	readonly labels: readonly string[];
	readonly samples: readonly Sample[];
};

/** The content type of the output of `writeMetrics`. */
export const metricsContentType = Registry.OPENMETRICS_CONTENT_TYPE;

const clean = (labels: Labels): Record<string, string> =>
	Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, sanitize(value)]));

/**
 * OpenMetrics text. A family without a sample is left out: otherwise a gauge without labels would be 0 from the
 * beginning.
 */
export const writeMetrics = async (families: readonly MetricFamily[]): Promise<string> => {
	const registry = new Registry<OpenMetricsContentType>();
	registry.setContentType(metricsContentType);
	for (const {name, help, type, labels, samples} of families) {
		if (samples.length === 0) {
			continue;
		}

		const options = {name, help, labelNames: labels, registers: [registry]};
		if (type === 'gauge') {
			const gauge = new Gauge(options);
			for (const [its, value] of samples) {
				gauge.set(clean(its), value);
			}
		} else {
			const counter = new Counter(options);
			for (const [its, value] of samples) {
				counter.inc(clean(its), value);
			}
		}
	}

	return registry.metrics();
};
