/** What is remembered about DM's metrics. */
import {type MetricName, metricNamesOf, type MetricSubject} from '../../dm/metrics/catalogue.js';
import {measureKinds} from '../past/measures.js';
import {createHistory} from '../past/track.js';
import type {MetricsRecord} from './records.js';

/** The figures that are kept of each kind of thing, in the order of their tracks. */
export const metricMeasures: Readonly<Record<MetricSubject, readonly MetricName[]>> = {
	subtask: metricNamesOf('subtask'),
	worker: metricNamesOf('worker'),
	cluster: metricNamesOf('cluster'),
};

const historyOf = (subject: MetricSubject): MetricsRecord['subtaskHistory'] =>
	createHistory(metricMeasures[subject].map(name => measureKinds[name]));

/** Nothing was reported yet. */
export const emptyMetrics = (): MetricsRecord => ({
	origin: '',
	at: 0,
	workers: new Map(),
	cluster: {},
	subtaskHistory: historyOf('subtask'),
	workerHistory: historyOf('worker'),
	clusterHistory: historyOf('cluster'),
	workerTracks: new Map(),
});
