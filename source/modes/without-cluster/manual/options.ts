/**
 * The flags as they are listed: the table behind `--help`, the man page and the completions of shells. Their values are
 * in settings/flags/, their parsing in program/command-line/.
 */
import {themeNames} from '../../../components/theme/theme-names.js';
import {languageCodes} from '../../../language/choose.js';
import {goals} from '../../inquire/goals.js';
import type {Phrase} from '../../../language/text.js';

/** What the value of a flag is, for completion. `length` is a time such as 10m. */
export type ValueKind =
	'file' | 'scenario' | 'task' | 'source' | 'kind' | 'choice' | 'number' | 'length' | 'size' | 'text';

/** A flag as lists of flags show it. */
export type DocumentedFlag = {
	/** Without its dashes. */
	readonly name: string;
	/** One letter. */
	readonly short?: string;
	/** The word for its value, in capitals; '' where it takes none. */
	readonly value: string;
	readonly takes?: ValueKind;
	/** The possible values of a `choice`. */
	readonly choices?: readonly string[];
};

/** Flags that are listed together. */
export type Option = {readonly flags: readonly DocumentedFlag[]; readonly description: Phrase};

/** Options under a heading. */
export type OptionGroup = {readonly heading: Phrase; readonly options: readonly Option[]};

const on = (name: string, description: Phrase): Option => ({flags: [{name, value: ''}], description});

const valued = (name: string, value: string, takes: ValueKind, description: Phrase): Option => ({
	flags: [{name, value, takes}],
	description,
});

const file = (name: string): DocumentedFlag => ({name, value: 'FILE', takes: 'file'});

/** All options, in the order of the help. */
export const optionGroups: readonly OptionGroup[] = [
	{
		heading: 'What is watched',
		options: [
			valued(
				'master-addr',
				'ADDR',
				'text',
				'host, host:port, [::1]:8261 or http(s)://host:port, several with commas (default: $DM_MASTER_ADDR, else 127.0.0.1:8261)',
			),
			{
				flags: [file('ssl-ca'), file('ssl-cert'), file('ssl-key')],
				description: 'files for mutual TLS, as dmctl takes them',
			},
			valued(
				'file',
				'FILE',
				'file',
				'a file with the output of dmctl or of an API of dm-master; - is standard input',
			),
			valued('simulate', 'SCENARIO', 'scenario', 'a simulated cluster; "help" lists the scenarios'),
			valued('provider', 'FILE', 'file', 'a JavaScript module that provides what is shown'),
			valued('replay', 'FILE', 'file', 'a recording'),
			valued('deadline', 'SECONDS', 'number', "how long each source's answer is waited for (default: 5)"),
			valued('interval', 'SECONDS', 'number', 'the time between two refreshes, at least 1 (default: 2)'),
			valued('name', 'NAME', 'text', "the cluster's name for the header"),
			valued('seed', 'NUMBER', 'number', "the simulator's seed: the same seed gives the same history"),
			valued('speed', 'NUMBER', 'number', 'how much faster than the clock the simulator runs (default: 1)'),
			{
				flags: [
					{name: 'prometheus', value: 'URL', takes: 'text'},
					file('prometheus-token-file'),
					{name: 'prometheus-label', value: 'NAME=VALUE', takes: 'text'},
				],
				description:
					"find what only DM's metrics tell, and fill plots and trends with the time before dm-top was started (default: $DM_TOP_PROMETHEUS), from http://USER:PASSWORD@HOST:9090/PREFIX, or with a bearer token in a file; a label narrows it to one cluster of several",
			},
			valued(
				'worker-metrics',
				'WORKERS',
				'text',
				'read the metrics of the workers themselves where there is no Prometheus: “advertised” for the addresses that they advertise, or a list such as 10.0.1.21:8262,worker-2=127.0.0.1:9002',
			),
		],
	},
	{
		heading: 'What is shown',
		options: [
			on(
				'once',
				'print one table and exit: exit code 0 nothing worse than a notice, 1 a warning or worse, 2 no answer',
			),
			on('json', 'with --once or a command: print JSON'),
			on(
				'plain',
				'print changes line by line, for a screen reader or a log; the default when standard output is not a terminal',
			),
			on('ascii', 'draw with ASCII only'),
			on('mouse', 'click selects, double click opens, the wheel scrolls; hold Shift to select text'),
			{
				flags: [{name: 'theme', value: 'THEME', takes: 'choice', choices: themeNames}],
				description:
					'dark, light, high-contrast, colour-blind or none (default: $DM_TOP_THEME, else light where COLORFGBG says so, and none with NO_COLOR)',
			},
			{
				flags: [{name: 'lang', value: 'LANGUAGE', takes: 'choice', choices: languageCodes}],
				description:
					'en or zh (default: $DM_TOP_LANG, else LC_ALL, LC_MESSAGES or LANG; JSON and metrics are English unless --lang or $DM_TOP_LANG says otherwise)',
			},
		],
	},
	{
		heading: 'What is reported',
		options: [
			valued(
				'threshold',
				'NAME=VALUE',
				'text',
				'thresholds from which something is reported, such as lag-high=10m, relay-space=20GiB, files-behind=off; may be given again; dm-top explain thresholds lists them',
			),
			{
				flags: [
					{name: 'bell', value: ''},
					{name: 'notify', value: ''},
				],
				description: 'ring, or show a desktop notification, at each new finding',
			},
			valued(
				'on-finding',
				'COMMAND',
				'text',
				'run a command at each new finding; it gets $DM_TOP_KIND, _SEVERITY, _TASK, _SOURCE, _WORKER, _WHAT, _FIX and more, never as a part of the command',
			),
		],
	},
	{
		heading: 'What is done',
		options: [
			on('read-only', 'no key and no command changes anything'),
			valued('audit-log', 'FILE', 'file', 'append a line to FILE for each operation and its outcome'),
			{
				flags: [{name: 'source', short: 's', value: 'SOURCE', takes: 'source'}],
				description: 'with a command on a task: one source of it; may be given again',
			},
			{
				flags: [{name: 'position', short: 'b', value: 'FILE:POSITION', takes: 'text'}],
				description: 'with skip, replace, inject, revert, list: a place in the binlog',
			},
			valued('sql', 'SQL', 'text', 'with replace and inject: the statements'),
			{
				flags: [
					{name: 'remove-meta', value: ''},
					{name: 'start-time', value: 'TIME', takes: 'text'},
					{name: 'safe-mode', value: 'LENGTH', takes: 'length'},
				],
				description:
					'with restart and start TASK.yaml: forget the checkpoint; read the binlog from "2026-11-27 01:02:03" on; write rows in safe mode for that long',
			},
			on('yes', 'with a command: do not ask'),
			valued(
				'confirm-cluster',
				'NAME',
				'text',
				'with a command: it is only sent when the cluster has this name; with --yes a cluster with type-name demands it',
			),
			on(
				'wait',
				'with a command: until the status shows it; exit code 0 done, 1 refused, not sent or failed again, 2 not reached, 3 not known',
			),
			{
				flags: [
					{name: 'only', value: 'KIND', takes: 'kind'},
					{name: 'task', value: 'TASK', takes: 'task'},
				],
				description:
					'with check: only findings of these kinds, or of these tasks; exit code 0 OK, 1 warning, 2 critical, 3 not known',
			},
			{
				flags: [
					{name: 'for', value: 'STATE', takes: 'choice', choices: goals},
					{name: 'timeout', value: 'LENGTH', takes: 'length'},
				],
				description:
					'with wait: running, synced, finished or paused; no longer than 30s, 10m, 1h30m; exit code 0 reached, 1 finished or stopped by an error, 2 not in time, 3 not known',
			},
			valued(
				'listen',
				'ADDRESS',
				'text',
				'with --simulate: serve it as a dm-master at this address, without a screen; with export: where the metrics are served',
			),
		],
	},
	{
		heading: 'What is kept',
		options: [
			valued('record', 'FILE', 'file', 'record what is seen; .gz and .zst compress'),
			valued(
				'record-max',
				'SIZE',
				'size',
				'the largest size of a recording, such as 500M; the oldest part is dropped',
			),
			on(
				'state',
				'keep what is set on the screen for the next start (default); --no-state: start with the defaults, keep nothing',
			),
			on(
				'memory',
				'keep the last hours of a cluster on disk, for plots and events after a restart (default); --no-memory: neither read nor write them',
			),
			valued(
				'memory-max',
				'SIZE',
				'size',
				'the most that these hours take on disk for one cluster (default: 64M)',
			),
			on('redact', 'leave hosts, users, databases, tables and SQL out of the recording'),
			valued(
				'debug',
				'FILE',
				'file',
				'append what dm-top does to FILE: requests, answers, frames, and what they cost',
			),
		],
	},
	{
		heading: 'About dm-top',
		options: [
			valued(
				'config',
				'FILE',
				'file',
				'the settings file (default: $DM_TOP_CONFIG, else dm-top/config.toml in $XDG_CONFIG_HOME or ~/.config); a flag that it turns on is turned off by --no- and its name',
			),
			on('help', 'this page'),
			on('version', 'the version'),
		],
	},
];

/** All flags, in the order in which they are listed. */
export const documentedFlags: readonly DocumentedFlag[] = optionGroups.flatMap(({options}) =>
	options.flatMap(option => option.flags),
);
