/** Folds DM's metrics into the state. */
import type {MetricSubject, MetricValues} from '../../dm/metrics/catalogue.js';
import {isSameValue} from '../../dm/values/same-value.js';
import type {MetricsObservation} from '../../providers/provider.js';
import {unknownFigure} from '../past/figure.js';
import {note} from '../past/note.js';
import {returnTrack, takeTrack} from '../past/track.js';
import {metricMeasures} from '../records/metrics-record.js';
import {touchSubtask} from '../records/record-keeping.js';
import type {ClusterState, SubtaskRecord} from '../records/records.js';

const figuresOf = (subject: MetricSubject, values: MetricValues): readonly number[] =>
	metricMeasures[subject].map(name => values[name] ?? unknownFigure);

/** The same object where every figure is the same, so that what only depends on it is not computed again. */
const kept = (before: MetricValues | undefined, next: MetricValues): MetricValues =>
	before && isSameValue(before, next) ? before : next;

/** Fewer events/s than this mean nothing: heartbeats and rotations are events, too. */
const leastSkipped = 1;

/** Whether all events are skipped. */
const isAllSkipped = ({skipped = 0, inserts = 0, updates = 0, deletes = 0}: MetricValues): boolean =>
	skipped >= leastSkipped && inserts + updates + deletes === 0;

const learnSubtask = (
	known: ClusterState,
	record: SubtaskRecord,
	{at, values}: {readonly at: number; readonly values: MetricValues | undefined},
): void => {
	const metrics = values && kept(record.metrics, values);
	record.skippedSince = metrics && isAllSkipped(metrics) ? (record.skippedSince ?? at) : undefined;
	if (metrics !== record.metrics) {
		record.metrics = metrics;
		touchSubtask(known, record);
	}

	if (!metrics) {
		return;
	}

	record.metricTrack ??= takeTrack(known.metrics.subtaskHistory);
	note(known.metrics.subtaskHistory, record.metricTrack, {at}, figuresOf('subtask', metrics));
};

const learnSubtasks = (known: ClusterState, {at, subtasks}: MetricsObservation): void => {
	const told = new Map<string, Map<string, MetricValues>>();
	for (const {task, source, values} of subtasks) {
		const ofSource = told.get(source) ?? new Map<string, MetricValues>();
		ofSource.set(task, values);
		told.set(source, ofSource);
	}

	for (const {source, subtasks: records} of known.sources.values()) {
		for (const record of records.values()) {
			learnSubtask(known, record, {at, values: told.get(source)?.get(record.task)});
		}
	}
};

const learnWorkers = (known: ClusterState, {at, workers}: MetricsObservation): void => {
	const {metrics} = known;
	const before = metrics.workers;
	metrics.workers = new Map(workers.map(({worker, values}) => [worker, kept(before.get(worker), values)]));
	for (const [worker, track] of metrics.workerTracks) {
		if (metrics.workers.has(worker) || known.cluster.workers.some(({name}) => name === worker)) {
			continue;
		}

		metrics.workerTracks.delete(worker);
		returnTrack(metrics.workerHistory, track);
	}

	for (const [worker, values] of metrics.workers) {
		const track = metrics.workerTracks.get(worker) ?? takeTrack(metrics.workerHistory);
		metrics.workerTracks.set(worker, track);
		note(metrics.workerHistory, track, {at}, figuresOf('worker', values));
	}

	const isSame =
		before.size === metrics.workers.size &&
		metrics.workers.entries().every(([worker, values]) => before.get(worker) === values);
	for (const source of known.sources.values()) {
		if (isSame && source.workerMetrics) {
			continue;
		}

		source.workerMetrics = metrics.workers;
		source.view = undefined;
	}
};

/** "DM's metrics say this." */
export const learnMetrics = (known: ClusterState, observation: MetricsObservation): void => {
	const {metrics} = known;
	metrics.origin = observation.origin;
	metrics.at = observation.at;
	metrics.cluster = kept(metrics.cluster, observation.cluster);
	if (Object.keys(metrics.cluster).length > 0) {
		metrics.clusterTrack ??= takeTrack(metrics.clusterHistory);
		note(
			metrics.clusterHistory,
			metrics.clusterTrack,
			{at: observation.at},
			figuresOf('cluster', metrics.cluster),
		);
	}

	learnSubtasks(known, observation);
	learnWorkers(known, observation);
};
