/**
 * What `--once` prints: a plain table, or JSON under the names of the public API.
 */
import {fitLine, lineText} from '../../components/line.js';
import {layoutColumns} from '../../components/table/layout.js';
import {tableRow, tableTitles} from '../../components/table/table.js';
import {asciiSymbols, unicodeSymbols} from '../../components/theme.js';
import type {SubtaskView} from '../../monitor/view.js';
import type {Drawing} from '../../screens/lists/list.js';
import {tasksList} from '../../screens/lists/tasks.js';
import {escapeJson, sanitize} from '../../terminal/sanitize.js';
import type {Look} from './look.js';

export type PrintOptions = {
	readonly ascii: boolean;
	/** Columns of the terminal, or as many as a file is given. */
	readonly width: number;
	readonly title: string;
};

/** Columns that need a second look to fill: a single one leaves them out. */
const needTime = new Set(['trend', 'rate', 'eta', 'age']);

/** One line a task, worst first, and one line of totals above it. */
export const printTable = ({cluster}: Look, {ascii, width, title}: PrintOptions): string => {
	const symbols = ascii ? asciiSymbols : unicodeSymbols;
	const drawing: Drawing = {cluster, symbols, ascii, trendOf: () => [], overlayOf: () => undefined};
	const list = tasksList(drawing);
	const layout = layoutColumns(
		list.columns.filter(({id}) => !needTime.has(id)),
		width,
	);
	const {totals} = cluster;
	const states = totals.byStatus.map(([status, tasks]) => `${tasks} ${status}`).join(', ');
	const rows = cluster.tasks.map(task => tableRow(layout, task));
	const unwell = cluster.sources.filter(({problem}) => problem !== '');
	return [
		sanitize(
			`${title}: ${totals.tasks} task${totals.tasks === 1 ? '' : 's'}${states === '' ? '' : `: ${states}`}`,
		),
		...(rows.length === 0
			? [sanitize(list.empty)]
			: [tableTitles(layout, symbols), ...rows].map(line => lineText(fitLine(line, width)).trimEnd())),
		...unwell.map(({source, problem}) => sanitize(`source ${source}: ${problem}`)),
		...cluster.notes.map(note => sanitize(note)),
		'',
	].join('\n');
};

const subtaskJson = ({subtask, lag, stale}: SubtaskView) => ({
	...subtask,
	lag: lag.kind === 'seconds' || lag.kind === 'at-least' ? lag.seconds : null,
	lagKind: lag.kind,
	...(stale !== '' && {stale}),
});

/** Part of Node since 21, not yet of TypeScript's own library: a number's text that is written as it stands. */
const {rawJSON} = JSON as JSON & {readonly rawJSON: (text: string) => unknown};

/** Numbers past 2^53 keep all their digits. */
const exactBigints = (_key: string, value: unknown): unknown =>
	typeof value === 'bigint' ? rawJSON(value.toString()) : value;

/** The whole look; README documents the names. */
export const printJson = ({cluster}: Look, {title}: PrintOptions): string =>
	`${escapeJson(
		JSON.stringify(
			{
				name: title,
				at: new Date(cluster.now).toISOString(),
				endpoint: cluster.endpoint,
				version: cluster.version,
				leader: cluster.leader ?? null,
				tasks: cluster.tasks.map(
					({name, status, statusText, incomplete, missing, mode, shardMode, subtasks}) => ({
						name,
						status,
						statusText,
						incomplete,
						missing,
						mode,
						shardMode,
						sources: subtasks.map(subtask => subtaskJson(subtask)),
					}),
				),
				sources: cluster.sources.map(({source, worker, health, problem, relay}) => ({
					source,
					worker,
					health,
					problem,
					relay: relay ?? null,
				})),
				notes: cluster.notes,
			},
			exactBigints,
			'\t',
		),
	)}\n`;
