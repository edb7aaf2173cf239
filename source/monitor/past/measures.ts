/** What is kept of the past of subtasks and sources. */
import type {MeasureKind} from './track.js';

/**
 * `lag`: seconds. `rows`: rows/s that Sync replicates. `bytes`: bytes/s, of dump or load, or of the checkpoint's progress.
 * `behind`: bytes from the checkpoint to the end of the upstream's binlog.
 */
export const subtaskMeasures = ['lag', 'rows', 'bytes', 'behind'] as const;

/** `relay`: bytes from the end of a source's relay log to the end of its upstream's binlog. */
export type Measure = (typeof subtaskMeasures)[number] | 'relay';

export const measureKinds: Readonly<Record<Measure, MeasureKind>> = {
	lag: 'state',
	rows: 'rate',
	bytes: 'rate',
	behind: 'state',
	relay: 'state',
};
