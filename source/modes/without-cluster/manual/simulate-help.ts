/** What `--simulate help` prints: the scenarios, and how to write one. */
import {span} from '../../../components/line.js';
import {wrapLine} from '../../../components/wrap.js';
import {say} from '../../../language/say.js';
import type {Phrase} from '../../../language/text.js';
import {padTo, textWidth} from '../../../terminal/width.js';
import {simulatedRelayErrors} from '../../../simulator/errors/relay-errors.js';
import {simulatedUnitErrors} from '../../../simulator/errors/unit-errors.js';
import {listScenarios} from '../../../simulator/scenario/load.js';
import {eventForms} from '../../../simulator/scenario/read-events.js';

type TableRow = readonly string[];

/** Aligned columns, as wide as their widest text. */
const table = (rows: readonly TableRow[]): string => {
	const widthOf = (column: number): number => Math.max(...rows.map(row => textWidth(row[column] ?? '')));
	return rows
		.map(row => row.map((text, column) => (column === row.length - 1 ? text : padTo(text, widthOf(column)))))
		.map(row => `  ${row.join('  ')}`)
		.join('\n');
};

const summaries = (errors: Readonly<Record<string, {readonly summary: Phrase}>>): string =>
	table(Object.entries(errors).map(([name, {summary}]) => [name, say(summary)]));

const example = `  {
    "summary": "one line", "warm-up": "5m", "masters": 3, "workers": 4,
    "sources": [{"name": "mysql-01", "rows": 200, "relay": true}],
    "tasks": [{"name": "orders", "mode": "all", "unit": "Sync", "sources": ["mysql-01"], "target": "shop.orders"}],
    "events": [{"at": "30s", "do": "error", "task": "orders", "error": "bad-ddl"}]
  }`;

/** Columns of the whole text. */
const width = 118;

/** A text in lines, indented by `indent` blanks. */
const lines = (text: string, indent: number): string =>
	wrapLine([span(text)], width - indent)
		.map(
			line =>
				`${' '.repeat(indent)}${line
					.map(piece => piece.text)
					.join('')
					.trimEnd()}`,
		)
		.join('\n');

/** The whole text, some 110 lines of at most 120 columns. */
export const simulateHelp = (): string => `${say('Scenarios: dm-top --simulate NAME')}
${table(listScenarios().map(({name, summary}) => [name, summary]))}

${say('Your own: dm-top --simulate ./MINE.json, JSON that may have // comments:')}

${example}

${lines(say('"relay-dirs" names workers that have a relay-dir of their own: a relay that is switched on there leaves the running subtasks without data (28005).'), 0)}

${say('A source')}
${lines(say('name, flavor (mysql, mariadb), rows (a second), relay (true, or the names of the workers that pull it), file (number of its binlog file), file-size, worker, repeat (with a number in the name to count from: {example})', {example: '"mysql-{01}"'}), 2)}
${say('A task')}
${lines(say('name, mode (full, all, incremental), shard-mode (pessimistic, optimistic), target, repeat, sources (names, or {range}), unit (Dump, Load, Sync), progress (0 to 1), size, tables, speed, state (new, running, paused, stopped, finished), behind, headroom (how many times faster than its upstream it can be), share (of the rows of the upstream), validation (full, fast), check (what check-task finds: warnings, failures)', {range: '{"least": 1, "most": 3}'}), 2)}
${say('An event')}
${lines(say('at (a duration; before time 0 it begins with "-" and happens in the warm-up), every, do, and'), 2)}
${table(eventForms().map(({name, needs, may, does}) => [name, [...needs, ...may.map(key => `[${key}]`)].join(' '), say(does)]))}

${say('Errors of tasks')}
${summaries(simulatedUnitErrors)}
${say('Errors of relays')}
${summaries(simulatedRelayErrors)}
`;
