/** What `--simulate help` prints: the scenarios there are, and how to write one. */
import {relayErrors} from '../errors/relay-errors.js';
import {unitErrors} from '../errors/unit-errors.js';
import {listScenarios} from './load.js';
import {eventForms} from './read-events.js';

type Row = readonly string[];

/** Columns under each other, as wide as their widest text. */
const table = (rows: readonly Row[]): string => {
	const widthOf = (column: number): number => Math.max(...rows.map(row => row[column]?.length ?? 0));
	return rows
		.map(row => row.map((text, column) => (column === row.length - 1 ? text : text.padEnd(widthOf(column)))))
		.map(row => `  ${row.join('  ')}`)
		.join('\n');
};

const summaries = (errors: Readonly<Record<string, {readonly summary: string}>>): string =>
	table(Object.entries(errors).map(([name, {summary}]) => [name, summary]));

/** The whole text, some 110 lines of at most 120 columns. */
export const simulateHelp = (): string => `Scenarios: dm-top --simulate NAME
${table(listScenarios().map(({name, summary}) => [name, summary]))}

Your own: dm-top --simulate ./MINE.json, JSON that may have // comments:

  {
    "summary": "one line", "warm-up": "5m", "masters": 3, "workers": 4,
    "sources": [{"name": "mysql-01", "rows": 200, "relay": true}],
    "tasks": [{"name": "orders", "mode": "all", "unit": "Sync", "sources": ["mysql-01"], "target": "shop.orders"}],
    "events": [{"at": "30s", "do": "error", "task": "orders", "error": "bad-ddl"}]
  }

"relay-dirs" names workers that have a relay-dir of their own: a relay that is switched on there leaves the running
subtasks without data (28005).

A source
  name, flavor (mysql, mariadb), rows (a second), relay (true, or the names of the workers that
  pull it), file (number of its binlog file), file-size, worker, repeat (with a number in the name to count from:
  "mysql-{01}")
A task
  name, mode (full, all, incremental), shard-mode (pessimistic, optimistic), target, repeat,
  sources (names, or {"least": 1, "most": 3}), unit (Dump, Load, Sync), progress (0 to 1), size, tables, speed,
  state (new, running, paused, stopped, finished), behind, headroom (how many times faster than its upstream it
  can be), share (of the upstream's rows), validation (full, fast), check (what check-task finds: warnings, failures)
An event
  at (a duration; what is before time 0 begins with "-" and happens in the warm-up), every, do, and
${table(eventForms().map(({name, needs, may, does}) => [name, [...needs, ...may.map(key => `[${key}]`)].join(' '), does]))}

Errors of tasks
${summaries(unitErrors)}
Errors of relays
${summaries(relayErrors)}
`;
