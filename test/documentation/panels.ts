/** The panels of DM's own boards for Grafana, and where dm-top shows the same: docs/monitoring/panels.md. */
import {rules} from '../../source/findings/rules.js';
import {meanings} from '../../source/screens/lists/meanings.js';
import {type Panel, panelsOf} from '../../source/screens/plots/panels.js';
import {type RootKind, rootKinds} from '../../source/screens/places/place.js';

/** Where something is shown, as the page says it. */
type Where = () => string;

/** Every plot of a metrics page, by its title. */
const plots = new Map(
	[{task: ''}, {source: ''}, {worker: ''}]
		.flatMap(subject => panelsOf(subject))
		.map((panel): [string, Panel] => [panel.title, panel]),
);

const columns = new Set(
	meanings
		.values()
		.toArray()
		.flat()
		.map(({title}): string => title),
);

const kinds = new Set(rules.map(({kind}): string => kind));

/**
 * A plot of the metrics page, with what its curves are named.
 *
 * @throws {Error} When there is none with this title, like all functions here.
 */
const plot =
	(title: string): Where =>
	() => {
		const panel = plots.get(title);
		if (!panel) {
			throw new Error(`No plot is called “${title}”.`);
		}

		return panel.curves.length === 1
			? title
			: `${title} (${panel.curves.map(([, name]) => name).join(', ')})`;
	};

const column =
	(title: string): Where =>
	() => {
		if (!columns.has(title)) {
			throw new Error(`No column is called “${title}”.`);
		}

		return `column ${title}`;
	};

const finding =
	(kind: string): Where =>
	() => {
		if (!kinds.has(kind)) {
			throw new Error(`No rule finds “${kind}”.`);
		}

		return `\`${kind}\``;
	};

const view =
	(kind: RootKind): Where =>
	() =>
		`${kind} (${rootKinds.indexOf(kind) + 1})`;

/** What is part of a page and has no name in the code. */
const page =
	(name: 'subtask page' | 'totals above every table'): Where =>
	() =>
		name;

type Board = 'S' | 'P';

const panels: ReadonlyArray<readonly [board: Board, panel: string, ...where: readonly Where[]]> = [
	['S', 'Running Task Count', page('totals above every table')],
	['S', 'Task Not Running', page('totals above every table')],
	['S', 'Remaining time to sync', plot('remaining time by DM')],
	['S', 'Replication lag (p90, p95, p99)', plot('lag'), plot('lag by DM, p95')],
	['S', 'Replication TPS', plot('transactions/s')],
	['S', 'Replication QPS', plot('rows/s')],
	['S', 'transaction/ddl execution latency', plot('transaction latency, p95'), plot('DDL latency')],
	['S', 'dump progress', column('TREND'), page('subtask page')],
	['S', 'load progress', column('TREND'), page('subtask page')],
	['S', 'checksum progress', plot('tables of the load'), finding('finishing')],
	['S', 'Total bytes for load unit', page('subtask page')],
	['S', 'Chunk process duration', plot('chunks of the load')],
	['P', 'Task State', view('tasks')],
	['P', 'dump progress', column('TREND'), page('subtask page')],
	['P', 'load progress', column('TREND'), page('subtask page')],
	['P', 'checksum progress', plot('tables of the load'), finding('finishing')],
	['P', 'dump process exits with error', plot('stops by errors of Dump'), finding('flapping')],
	['P', 'load process exits with error', plot('stops by errors of Load'), finding('flapping')],
	['P', 'Idle workers', plot('idle workers of the load')],
	['P', 'Chunk process duration', plot('chunks of the load')],
	['P', 'External resources'],
	['P', 'Total bytes for load unit', page('subtask page')],
	['P', 'SQL process rate', plot('bytes/s of the load')],
	['P', 'Replication QPS', plot('rows/s')],
	['P', 'Remaining time to sync', plot('remaining time by DM')],
	['P', 'Replication lag', plot('lag')],
	['P', 'Replication QPS (sum) and ideal QPS', plot('changes/s against ideal')],
	['P', 'process exits with error', plot('stops by errors of Sync'), finding('flapping')],
	['P', 'DM SQL jobs', plot('changes/s queued and done')],
	['P', 'DML conflict detect duration', plot('conflict detection')],
	['P', 'binlog event QPS', plot('events/s')],
	['P', 'add job duration', plot('waiting for the queue, p95')],
	['P', 'transaction/ddl execution latency', plot('transaction latency, p95'), plot('DDL latency')],
	['P', 'statement execution latency'],
	['P', 'skipped binlog event QPS', plot('events/s'), finding('all-skipped')],
	['P', 'DML queue remain length', plot('queue length'), finding('downstream-slow')],
	['P', 'binlog event size', plot('bytes of an event')],
	['P', 'binlog file gap master, syncer', column('BEHIND'), finding('syncer-behind')],
	['P', 'binlog event row number', plot('rows in an event')],
	['P', 'read binlog event duration', plot('read latency of the upstream'), finding('upstream-slow')],
	['P', 'binlog event cost duration', plot('transforming an event'), plot('DDL latency')],
	['P', 'dispatch binlog event duration', plot('dispatching an event')],
	['P', 'unsynced tables', page('subtask page')],
	['P', 'binlog file gap relay, syncer', finding('syncer-behind')],
	['P', 'flushed checkpoint interval', plot('checkpoint interval')],
	['P', 'shard lock resolving', view('locks')],
	['P', 'skip event duration'],
	['P', 'replication transaction batch', plot('changes in a transaction')],
	['P', 'transform binlog event duration', plot('transforming an event')],
	['P', 'relay: storage capacity', plot('relay disk')],
	['P', 'relay: storage remain', plot('relay disk'), finding('relay-disk')],
	['P', 'relay: process exits with error', plot('stops of the relay'), finding('relay-flapping')],
	['P', 'relay: data corruption', plot('errors of the relay'), finding('relay-failures')],
	['P', 'relay: fail to read from master', plot('errors of the relay'), finding('relay-failures')],
	['P', 'relay: fail to write', plot('errors of the relay'), finding('relay-failures')],
	['P', 'relay: binlog file index', page('subtask page')],
	['P', 'relay: file gap master, relay', column('RELAY BEHIND'), finding('relay-behind')],
	['P', 'relay: binlog pos', page('subtask page')],
	['P', 'relay: read event duration', plot('relay reads')],
	['P', 'relay: write duration', plot('relay writes')],
	['P', 'relay: event size'],
	['P', 'HA: start leader per minute', plot('leader starts')],
	['P', 'HA: workers by state', view('workers')],
	['P', "HA: workers' state", view('workers')],
	['P', 'HA: worker event error', plot('errors of the masters'), finding('worker-event-errors')],
	['P', 'HA: shard ddl error', plot('errors of the masters'), finding('ddl-errors')],
	['P', 'HA: pending shard ddl', view('locks')],
	['P', 'operate error: before any operate', plot('operate errors: others')],
	['P', 'operate error: source bound', plot('operate errors: others')],
	['P', 'operate error: start', plot('operate errors: start, stop')],
	['P', 'operate error: pause', plot('operate errors: pause, resume')],
	['P', 'operate error: resume', plot('operate errors: pause, resume')],
	['P', 'operate error: auto-resume', plot('operate errors: pause, resume')],
	['P', 'operate error: update', plot('operate errors: start, stop')],
	['P', 'operate error: stop', plot('operate errors: start, stop')],
	['P', 'Validator error count', plot('errors of the validator'), finding('validation-differs')],
	['P', 'Validator latency in bytes', plot('validator behind')],
	['P', 'Validator position (file)', page('subtask page')],
	['P', 'Validator latency in files', plot('validator behind, files')],
	['P', 'Validator position (byte)', page('subtask page')],
];

/** The page. */
export const panelsAsMarkdown = (): string => {
	const shown = panels.filter(row => row.length > 2);
	return `# Panels of DM's boards in dm-top

This file is made by \`npm run docs\` from \`test/documentation/panels.ts\`, which knows every plot, column and finding by its name.

DM comes with two boards for Grafana, Standard (S) and Professional (P). ${shown.length} of their ${panels.length} panels have a counterpart
here; the others are about the inside of DM and of TiDB Lightning. Names without another word are plots of the metrics page (\`m\`),
names in code type such as \`flapping\` are findings.

| board | panel | here | where |
|---|---|---|---|
${panels
	.map(
		([board, panel, ...where]) =>
			`| ${board} | ${panel} | ${where.length === 0 ? '–' : 'Y'} | ${where.map(say => say()).join('; ')} |`,
	)
	.join('\n')}
`;
};
