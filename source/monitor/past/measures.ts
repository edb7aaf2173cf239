/** The measures that are kept of the past of subtasks and sources. */
import {isSummed, metricCatalogue, metricNames, type MetricName} from '../../dm/metrics/catalogue.js';
import type {MeasureKind} from './track.js';

/**
 * `lag`: seconds. `rows`: rows/s that Sync replicates. `bytes`: bytes/s, of dump or load, or of the checkpoint's progress.
 * `behind`: bytes from the checkpoint to the end of the upstream's binlog.
 */
export const subtaskMeasures = ['lag', 'rows', 'bytes', 'behind'] as const;

/**
 * The measures of dm-top itself. `relay`: bytes from the end of a source's relay log to the end of its upstream's
 * binlog.
 */
export type OwnMeasure = (typeof subtaskMeasures)[number] | 'relay';

/** Those, and the figures of DM's metrics. */
export type Measure = OwnMeasure | MetricName;

/** How each continues between two answers, and is condensed: see `MeasureKind`. */
export const measureKinds: Readonly<Record<Measure, MeasureKind>> = {
	lag: 'state',
	rows: 'rate',
	bytes: 'rate',
	behind: 'state',
	relay: 'state',
	...(Object.fromEntries(
		metricNames.map(name => [name, isSummed(metricCatalogue[name]) ? 'rate' : 'state']),
	) as Record<MetricName, MeasureKind>),
};
