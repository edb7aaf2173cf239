/** What an observation of each kind looks like. */
import {type MetricName, metricNames, type MetricValues} from '../../dm/metrics/catalogue.js';
import type {JsonObject} from '../../dm/values/json-object.js';
import {operationKinds} from '../operation.js';
import type {
	ClusterObservation,
	ListInPart,
	DdlLock,
	LocksObservation,
	MetricsObservation,
	Master,
	Observation,
	OperationCause,
	OperationObservation,
	RestartObservation,
	SilenceObservation,
	StatusObservation,
	Problem,
	Worker,
} from '../provider.js';
import {list, number, object, oneOf, optional, type Shape, text, time, truth} from './shape.js';
import {statusShape} from './status-shape.js';

/** The shape of a `Problem`. */
export const problem = object<Problem>({
	what: text,
	fix: text,
	detail: text,
	isRefusal: optional(truth),
});

const knownMetrics = object<MetricValues>(
	Object.fromEntries(metricNames.map(name => [name, optional(number)])) as Record<MetricName, Shape>,
);

/** Figures of a newer dm-top may have other names. */
const metricValues: Shape = {
	...knownMetrics,
	problem(value, numbers) {
		const known = knownMetrics.problem(value, numbers);
		if (known !== undefined) {
			return known;
		}

		for (const [name, figure] of Object.entries(value as JsonObject)) {
			const wrong = optional(number).problem(figure, numbers);
			if (wrong !== undefined) {
				return `.${name}${wrong}`;
			}
		}

		return undefined;
	},
};

/** The locks that dm-master lists. */
export const locksShape = list(
	object<DdlLock>({
		id: text,
		task: text,
		mode: text,
		owner: text,
		ddls: list(text),
		synced: list(text),
		unsynced: list(text),
	}),
);

const masterShape = object<Master>({name: text, alive: truth, addresses: list(text)});
const workerShape = object<Worker>({name: text, address: text, stage: text, source: text});

/** The shape of each kind of observation, but for the sources of a status. */
export const observationShapes: Readonly<Record<Observation['kind'], Shape>> = {
	status: object<StatusObservation>({
		kind: text,
		at: time,
		status: statusShape,
		asked: optional(list(text)),
		took: optional(number),
	}),
	silence: object<SilenceObservation>({
		kind: text,
		at: time,
		asked: optional(list(text)),
		problem,
		confirmedAt: optional(time),
		isUnderWay: optional(truth),
	}),
	cluster: object<ClusterObservation>({
		kind: text,
		at: time,
		endpoint: optional(text),
		version: optional(text),
		leader: optional(text),
		leaderAddress: optional(text),
		masters: optional(list(masterShape)),
		workers: optional(list(workerShape)),
		mastersInPart: optional(object<ListInPart<Master>>({read: list(masterShape), unread: list(text)})),
		workersInPart: optional(object<ListInPart<Worker>>({read: list(workerShape), unread: list(text)})),
		notes: optional(list(text)),
	}),
	locks: object<LocksObservation>({
		kind: text,
		at: time,
		locks: locksShape,
		problem: optional(problem),
	}),
	operation: object<OperationObservation>({
		kind: text,
		at: time,
		outcome: oneOf('under-way', 'done', 'failed', 'unknown'),
		subject: text,
		text,
		detail: list(text),
		task: optional(text),
		source: optional(text),
		cause: optional(
			object<OperationCause>({
				sending: text,
				operation: oneOf(...operationKinds),
				sources: list(text),
				isOver: truth,
			}),
		),
	}),
	metrics: object<MetricsObservation>({
		kind: text,
		at: time,
		origin: text,
		subtasks: list(
			object<MetricsObservation['subtasks'][number]>({task: text, source: text, values: metricValues}),
		),
		workers: list(object<MetricsObservation['workers'][number]>({worker: text, values: metricValues})),
		cluster: metricValues,
	}),
	restart: object<RestartObservation>({kind: text, at: time}),
};

const kinds = Object.keys(observationShapes);

/** Something of a known kind. */
export const anyKind = object<{kind: string}>({kind: oneOf(...kinds)});
