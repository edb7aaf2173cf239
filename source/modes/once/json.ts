/**
 * What `--once --json` prints: the whole cluster under the names of the public API. docs/json.md and
 * docs/once.schema.json document the names.
 */
import type {DiagnosedView} from '../../findings/diagnosis.js';
import type {Finding} from '../../findings/finding.js';
import {missingSources} from '../../monitor/missing.js';
import type {LockView} from '../../monitor/lock-view.js';
import type {Lag, SourceView, SubtaskView, TaskView} from '../../monitor/view.js';
import {escapeJson} from '../../terminal/sanitize.js';
import type {Observed} from './observe-once.js';

/** Part of Node since 21, not yet of TypeScript's own library: raw text of a number that is written as it is. */
const {rawJSON} = JSON as JSON & {readonly rawJSON: (text: string) => unknown};

/** Numbers past 2^53 keep all their digits. */
const exactBigints = (_key: string, value: unknown): unknown =>
	typeof value === 'bigint' ? rawJSON(value.toString()) : value;

const iso = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString());

const secondsOf = (lag: Lag) => (lag.kind === 'seconds' || lag.kind === 'at-least' ? lag.seconds : null);

/** The reason for the lag; '' when the number is enough. */
const reasonOf = (lag: Lag): string => (lag.kind === 'unknown' || lag.kind === 'at-least' ? lag.why : '');

const ageSeconds = (at: number, now: number) =>
	at === 0 ? null : Math.max(0, Math.round((now - at) / 1000));

const subtaskJson = (
	{subtask, lag, stale, distance, rowsPerSecond, progress, eta, at}: SubtaskView,
	now: number,
) => ({
	...subtask,
	lag: secondsOf(lag),
	lagKind: lag.kind,
	lagReason: reasonOf(lag),
	// Across several files the bytes in between are not known.
	behindBytes: distance?.files === 0 ? distance.bytes : null,
	behindFiles: distance?.files ?? null,
	rowsPerSecond: rowsPerSecond ?? null,
	progress: progress ?? null,
	etaSeconds: eta ?? null,
	ageSeconds: ageSeconds(at, now),
	...(stale !== '' && {stale}),
});

const taskJson = (task: TaskView, now: number) => {
	const {name, status, statusText, incomplete, mode, shardMode, subtasks} = task;
	return {
		name,
		status,
		statusText,
		incomplete,
		missing: missingSources(task),
		mode,
		shardMode,
		sources: subtasks.map(subtask => subtaskJson(subtask, now)),
	};
};

const sourceJson = (view: SourceView, {diagnosis, now}: DiagnosedView) => {
	const {source, worker, relay, relays, at} = view;
	const own = diagnosis.ofSource(source).find(({task}) => task === undefined);
	return {
		source,
		worker,
		health: diagnosis.health(view),
		problem: own?.what ?? '',
		relay: relay ?? null,
		relays: relays?.map(one => ({worker: one.worker, ...one.relay})) ?? null,
		ageSeconds: ageSeconds(at, now),
	};
};

const findingJson = ({
	kind,
	severity,
	task,
	source,
	worker,
	master,
	since,
	isSinceAtLeast,
	what,
	why,
	fix,
	retries,
}: Finding) => ({
	kind,
	severity,
	task: task ?? null,
	source: source ?? null,
	worker: worker ?? null,
	master: master ?? null,
	since: iso(since),
	sinceAtLeast: isSinceAtLeast,
	what,
	why,
	fix,
	retries: retries ?? null,
});

const lockJson = ({id, task, mode, ddls, owner, conflict, synced, waiting, since, isListed}: LockView) => ({
	id,
	task,
	mode,
	ddls,
	owner,
	conflict,
	synced,
	waiting,
	since: iso(since),
	listed: isListed ?? null,
});

/** The whole cluster. */
export const printJson = ({cluster}: Observed, {title}: {readonly title: string}): string => {
	const {now, endpoint, version, leader, diagnosis, tasks, sources, masters, workers, notes} = cluster;
	const look = {
		name: title,
		at: iso(now),
		endpoint,
		version,
		leader: leader ?? null,
		findings: diagnosis.findings.map(finding => findingJson(finding)),
		tasks: tasks.map(task => taskJson(task, now)),
		sources: sources.map(source => sourceJson(source, cluster)),
		masters: masters.map(({name, alive, addresses}) => ({name, alive, addresses})),
		workers: workers.map(({name, address, stage, source}) => ({name, address, stage, source})),
		locks: cluster.locks.map(lock => lockJson(lock)),
		forgottenSources: cluster.forgottenSources,
		notes: notes.map(({text}) => text),
	};
	return `${escapeJson(JSON.stringify(look, exactBigints, '\t'))}\n`;
};
