/**
 * The metrics of `dm-top export`: findings, the status that dm-top derives, and the age of the data.
 */
import type {DiagnosedView} from '../../findings/diagnosis.js';
import type {Lag} from '../../monitor/view.js';
import {
	type Labels,
	type MetricFamily,
	type Sample,
	writeMetrics,
} from '../../providers/metrics/exposition.js';

/** A family of gauges: its name, meaning and labels, and its samples for a cluster. */
type Family = {
	readonly name: string;
	readonly help: string;
	readonly labels: readonly string[];
	readonly samples: (cluster: DiagnosedView) => readonly Sample[];
};

/** A sample, where its value is known: an unknown value is absent, never zero. */
const known = (labels: Labels, value: number | undefined): readonly Sample[] =>
	value === undefined ? [] : [[labels, value]];

const secondsOf = (lag: Lag): number | undefined => (lag.kind === 'seconds' ? lag.seconds : undefined);

/** Seconds since an answer; undefined before the first. */
const ageOf = (at: number, now: number): number | undefined =>
	at === 0 ? undefined : Math.max(0, (now - at) / 1000);

const ofSubtasks =
	(sample: (view: DiagnosedView['tasks'][number]['subtasks'][number], now: number) => number | undefined) =>
	({tasks, now}: DiagnosedView): readonly Sample[] =>
		tasks.flatMap(({name, subtasks}) =>
			subtasks.flatMap(view => known({task: name, source: view.subtask.source}, sample(view, now))),
		);

const subtaskLabels = ['task', 'source'] as const;

const families: readonly Family[] = [
	{
		name: 'dm_top_up',
		help: '1 while the DM cluster answers, 0 while nothing does',
		labels: [],
		samples: ({at, problem}) => [[{}, at > 0 && problem === undefined ? 1 : 0]],
	},
	{
		name: 'dm_top_answer_age_seconds',
		help: 'Seconds since anything was learnt of the cluster',
		labels: [],
		samples: ({at, now}) => known({}, ageOf(at, now)),
	},
	{
		name: 'dm_top_findings',
		help: 'Findings by severity',
		labels: ['severity'],
		samples: ({diagnosis}) =>
			(['critical', 'warning', 'notice'] as const).map(severity => [
				{severity},
				diagnosis.findings.filter(finding => finding.severity === severity).length,
			]),
	},
	{
		name: 'dm_top_finding',
		help: 'How many findings of a kind there are at a place; labels that do not concern it are empty',
		labels: ['kind', 'severity', 'task', 'source', 'worker', 'master'],
		samples({diagnosis}) {
			const counts = new Map<string, {readonly labels: Labels; count: number}>();
			for (const {kind, severity, task = '', source = '', worker = '', master = ''} of diagnosis.findings) {
				const labels = {kind, severity, task, source, worker, master};
				const key = JSON.stringify(labels);
				const entry = counts.get(key) ?? {labels, count: 0};
				entry.count++;
				counts.set(key, entry);
			}

			return counts
				.values()
				.map(({labels, count}): Sample => [labels, count])
				.toArray();
		},
	},
	{
		name: 'dm_top_task_status',
		help: '1 for the status of the task, as dmctl words it',
		labels: ['task', 'status'],
		samples: ({tasks}) => tasks.map(({name, status}) => [{task: name, status}, 1]),
	},
	{
		name: 'dm_top_task_health',
		help: '1 for the health of the task, which follows from its findings',
		labels: ['task', 'health'],
		samples: ({tasks, diagnosis}) =>
			tasks.map(task => [{task: task.name, health: diagnosis.health(task)}, 1]),
	},
	{
		name: 'dm_top_task_sources',
		help: 'Sources of the task that have told of it',
		labels: ['task'],
		samples: ({tasks}) => tasks.map(({name, subtasks}) => [{task: name}, subtasks.length]),
	},
	{
		name: 'dm_top_task_sources_well',
		help: 'Sources on which the task runs or has finished',
		labels: ['task'],
		samples: ({tasks}) => tasks.map(({name, well}) => [{task: name}, well]),
	},
	{
		name: 'dm_top_subtask_lag_seconds',
		help: 'Seconds behind the upstream; absent while the lag is not known or only a lower bound',
		labels: subtaskLabels,
		samples: ofSubtasks(({lag}) => secondsOf(lag)),
	},
	{
		name: 'dm_top_subtask_lag_known',
		help: '1 where a lag is known, 0 where it is not; absent where there is none, as during a load',
		labels: subtaskLabels,
		samples: ofSubtasks(({lag}) => (lag.kind === 'none' ? undefined : lag.kind === 'seconds' ? 1 : 0)),
	},
	{
		name: 'dm_top_subtask_behind_bytes',
		help: 'Bytes from the checkpoint to the end of the binlog, where both lie in one file; absent while the source does not answer',
		labels: subtaskLabels,
		samples: ofSubtasks(({distance, stale}) =>
			stale === '' && distance?.files === 0 ? distance.bytes : undefined,
		),
	},
	{
		name: 'dm_top_subtask_rows_per_second',
		help: 'Rows that the subtask replicates each second',
		labels: subtaskLabels,
		samples: ofSubtasks(({rowsPerSecond}) => rowsPerSecond),
	},
	{
		name: 'dm_top_subtask_progress_ratio',
		help: 'How much of a dump or load is done, 0 to 1; absent while the source does not answer',
		labels: subtaskLabels,
		samples: ofSubtasks(({progress, stale}) => (stale === '' ? progress : undefined)),
	},
	{
		name: 'dm_top_subtask_answer_age_seconds',
		help: 'Seconds since the last answer that told of the subtask',
		labels: subtaskLabels,
		samples: ofSubtasks(({at}, now) => ageOf(at, now)),
	},
];

/** The cluster as OpenMetrics text. `version` is dm-top's own. */
export const openMetricsText = async (cluster: DiagnosedView, version: string): Promise<string> =>
	writeMetrics([
		{
			name: 'dm_top_build_info',
			help: '1, with the version of dm-top and that of DM',
			type: 'gauge',
			labels: ['version', 'dm_version'],
			samples: [[{version, dm_version: cluster.version}, 1]],
		},
		...families.map(({samples, ...family}): MetricFamily => ({
			...family,
			type: 'gauge',
			samples: samples(cluster),
		})),
	]);

/** Docs/monitoring/metrics.md, whole. */
export const metricsAsMarkdown = (): string =>
	[
		'# Metrics of `dm-top export`',
		'',
		'This file is made by `npm run docs` from the families in `source/modes/export/metrics.ts`. All are gauges.',
		'',
		'| family | labels | value |',
		'|---|---|---|',
		'| `dm_top_build_info` | `version`, `dm_version` | 1, with the version of dm-top and that of DM |',
		...families.map(
			({name, help, labels}) =>
				`| \`${name}\` | ${labels.map(label => `\`${label}\``).join(', ')} | ${help} |`,
		),
		'',
	].join('\n');
