/** The pages of docs/ that are made from tables in the code. */
import {speakLanguage} from '../../source/language/choose.js';
import {helpText} from '../../source/modes/without-cluster/manual/help.js';
import {manPage} from '../../source/modes/without-cluster/manual/man-page.js';
import {commandsAsMarkdown, keysAsMarkdown, markdownCell} from '../../source/screens/keys/markdown.js';
import {meanings} from '../../source/screens/lists/meanings.js';
import {simulateHelp} from '../../source/modes/without-cluster/manual/simulate-help.js';
import {panelsAsMarkdown} from './panels.js';

const made = 'This file is made by `npm run docs`';

const fence = '```';

const titles = new Map([
	['tasks', 'Tasks (view 1)'],
	['task', 'The sources of a task'],
	['source', 'The tasks of a source'],
	['sources', 'Sources and their relays (view 2)'],
	['workers', 'Masters and workers (view 3)'],
	['locks', 'DDL locks (view 4)'],
	['events', 'Events (view 5)'],
	['findings', 'Findings (view 6)'],
	['validation', 'Rows that differ'],
	['schema', 'Table structures that DM knows'],
]);

/** A page as it is in Chinese. */
const inChinese = (page: () => string) => async (): Promise<string> => {
	await speakLanguage('zh');
	try {
		return page();
	} finally {
		await speakLanguage('en');
	}
};

const columnTable = (kind: string, rows: ReadonlyArray<{title: string; help: string}>): string =>
	[
		`## ${titles.get(kind) ?? kind}`,
		'',
		'| column | means |',
		'|---|---|',
		...rows.map(({title, help}) => `| ${markdownCell(title)} | ${markdownCell(help)} |`),
		'',
	].join('\n');

/** Each page by its name in docs/. */
export const pages: ReadonlyMap<string, () => string | Promise<string>> = new Map<
	string,
	() => string | Promise<string>
>([
	['dm-top.1', manPage],
	['dm-top.zh.1', inChinese(manPage)],
	['monitoring/panels.md', panelsAsMarkdown],
	[
		'keys.md',
		() =>
			`# Keys

${made} from \`source/screens/keys\` and \`source/screens/command-line\`; \`?\` shows it on the screen.

${keysAsMarkdown()}

## Commands

\`:\` opens the command line: Tab completes names, \`↑\` recalls earlier commands. With \`--read-only\` it has no operations.
\`HOW\` is \`without-checkpoint\`, \`from "2026-11-27 01:02:03"\` or \`safe-mode 10m\`.

${commandsAsMarkdown()}
`,
	],
	[
		'columns.md',
		() =>
			[
				`# Columns\n\n${made} from the columns' entries in \`source/screens/lists\`. On the screen \`i\` explains the row and its columns, \`c\` chooses them.\n`,
				...[...meanings].map(([kind, rows]) => columnTable(kind, rows)),
			].join('\n'),
	],
	[
		'command-line.md',
		() =>
			`# The command line\n\n${made}: it is what \`dm-top --help\` prints.\n\n${fence}text\n${helpText().trim()}\n${fence}\n`,
	],
	[
		'simulator.md',
		() => `# The simulator

\`dm-top --simulate [SCENARIO]\` shows a simulated cluster: a model of DM with its stages, units, checkpoints, relays, DDL locks
and errors. It takes every operation, and what follows is what DM would do.

## As a dm-master

\`--listen\` serves the simulated cluster over HTTP and gRPC, without a screen, for developing against DM: dm-top, dmctl and
scripts can talk to it.

${fence}sh
dm-top --simulate shop --listen 127.0.0.1:18261
${fence}

It answers \`/apis/v1alpha1/status/\`, \`/api/v1/…\` (OpenAPI) and the methods of dm-master's gRPC service, and serves metrics under
DM's names: \`/metrics\` those of the dm-master, \`/metrics/WORKER\` those of a dm-worker. \`--speed 60\` makes an hour of it a minute,
and the same \`--seed\` gives the same history.

## Scenarios

${made} with what \`dm-top --simulate help\` prints.

${fence}text
${simulateHelp().trim()}
${fence}
`,
	],
]);
