/**
 * The one table of flags: what each takes, its name in the environment and whether the settings file may hold it. The
 * command line, the settings file, its JSON schema and `dm-top config` are all read from here.
 */
import {themeNames} from '../components/theme-names.js';
import type {Flag} from './flag.js';

const text = {type: 'text'} as const;
const path = {type: 'path'} as const;
const boolean = {type: 'boolean'} as const;
const list = {type: 'list'} as const;

export const flags = {
	config: {kind: path},
	'master-addr': {
		kind: {type: 'addresses'},
		setting: {
			environment: 'DM_MASTER_ADDR',
			scope: 'everywhere',
			isOfCluster: true,
			comment: 'addresses of the dm-masters: host:port, or http(s)://host:port',
			example: '["10.0.1.11:8261", "10.0.1.12:8261"]',
			default: '127.0.0.1:8261',
		},
	},
	'ssl-ca': {
		kind: path,
		setting: {
			environment: 'DM_TOP_SSL_CA',
			scope: 'everywhere',
			isOfCluster: true,
			comment: 'the certificate authority of the dm-masters, for TLS',
			example: '"tls/ca.pem"',
		},
	},
	'ssl-cert': {
		kind: path,
		setting: {
			environment: 'DM_TOP_SSL_CERT',
			scope: 'everywhere',
			isOfCluster: true,
			comment: 'your certificate, for mutual TLS',
			example: '"tls/client.pem"',
		},
	},
	'ssl-key': {
		kind: path,
		setting: {
			environment: 'DM_TOP_SSL_KEY',
			scope: 'everywhere',
			isOfCluster: true,
			comment: 'the key of your certificate',
			example: '"tls/client-key.pem"',
		},
	},
	file: {
		kind: path,
		setting: {
			scope: 'cluster',
			comment: 'a file with the output of query-status, instead of dm-masters',
			example: '"status.json"',
		},
	},
	simulate: {
		kind: text,
		takesNothing: true,
		setting: {
			scope: 'cluster',
			comment: 'a simulated cluster, instead of dm-masters',
			example: '"shop"',
		},
	},
	provider: {
		kind: path,
		setting: {
			scope: 'cluster',
			comment: 'a provider of your own, instead of dm-masters',
			example: '"my-provider.js"',
		},
	},
	seed: {
		kind: {type: 'number', least: 0, most: Number.MAX_SAFE_INTEGER},
		setting: {scope: 'cluster', comment: 'the seed of the simulated cluster', example: '7'},
	},
	speed: {
		kind: {type: 'number', least: 0.01, most: 3600},
		setting: {
			scope: 'cluster',
			comment: 'how much faster than the clock the simulated cluster runs',
			example: '10',
		},
	},
	deadline: {
		kind: {type: 'number', least: 0.1, most: 600},
		setting: {
			environment: 'DM_TOP_DEADLINE',
			scope: 'everywhere',
			comment: 'seconds to wait for the answer of each source',
			example: '5',
			default: '5',
		},
	},
	interval: {
		kind: {type: 'number', least: 1, most: 3600},
		setting: {
			environment: 'DM_TOP_INTERVAL',
			scope: 'everywhere',
			comment: 'seconds between two refreshes',
			example: '2',
			default: '2',
		},
	},
	name: {
		kind: text,
		setting: {
			environment: 'DM_TOP_NAME',
			scope: 'everywhere',
			isOfCluster: true,
			comment: 'the name of the cluster in the header; without it that of the profile',
			example: '"prod-dm"',
		},
	},
	once: {kind: boolean},
	json: {kind: boolean},
	ascii: {
		kind: boolean,
		setting: {
			environment: 'DM_TOP_ASCII',
			scope: 'everywhere',
			comment: 'draw with ASCII alone',
			example: 'true',
			default: 'false',
		},
	},
	theme: {
		kind: {type: 'choice', of: themeNames},
		setting: {
			environment: 'DM_TOP_THEME',
			scope: 'everywhere',
			comment: 'colours; without it as suits the terminal',
			example: '"dark"',
		},
	},
	lang: {
		kind: {type: 'language'},
		setting: {
			environment: 'DM_TOP_LANG',
			scope: 'everywhere',
			comment: 'the language: en or zh; without it that of the locale',
			example: '"zh"',
		},
	},
	plain: {
		kind: boolean,
		setting: {
			environment: 'DM_TOP_PLAIN',
			scope: 'everywhere',
			comment: 'print changes line by line instead of a screen',
			example: 'true',
			default: 'false',
		},
	},
	'read-only': {
		kind: boolean,
		setting: {
			environment: 'DM_TOP_READ_ONLY',
			scope: 'everywhere',
			comment: 'no key and no command changes anything',
			example: 'true',
			default: 'false',
		},
	},
	'audit-log': {
		kind: path,
		setting: {
			environment: 'DM_TOP_AUDIT_LOG',
			scope: 'everywhere',
			comment: 'a file that gets a line for each operation and its outcome',
			example: '"~/dm-operations.log"',
		},
	},
	// The old name of --audit-log.
	log: {kind: path},
	debug: {
		kind: path,
		setting: {
			environment: 'DM_TOP_DEBUG',
			scope: 'everywhere',
			comment: 'a file that gets what dm-top does: requests, answers, frames',
			example: '"dm-top.debug"',
		},
	},
	source: {kind: list, short: 's'},
	position: {kind: text, short: 'b'},
	sql: {kind: list},
	'remove-meta': {kind: boolean},
	'start-time': {kind: text},
	'safe-mode': {kind: text},
	yes: {kind: boolean},
	'confirm-cluster': {kind: text},
	wait: {kind: boolean},
	only: {kind: list},
	task: {kind: list},
	for: {kind: text},
	timeout: {kind: text},
	record: {kind: path},
	'record-max': {
		kind: {type: 'size', least: 2 ** 20, leastText: '1M'},
		setting: {
			environment: 'DM_TOP_RECORD_MAX',
			scope: 'everywhere',
			comment: 'the largest size of what --record writes',
			example: '"500M"',
		},
	},
	redact: {
		kind: boolean,
		setting: {
			environment: 'DM_TOP_REDACT',
			scope: 'everywhere',
			comment: 'leave hosts, users, databases, tables and SQL out of what --record writes',
			example: 'true',
			default: 'false',
		},
	},
	replay: {kind: path},
	listen: {
		kind: text,
		setting: {
			environment: 'DM_TOP_LISTEN',
			scope: 'everywhere',
			comment: 'where dm-top export serves its metrics',
			example: '"127.0.0.1:9269"',
			default: '127.0.0.1:9269',
		},
	},
	mouse: {
		kind: boolean,
		setting: {
			environment: 'DM_TOP_MOUSE',
			scope: 'everywhere',
			comment: 'click selects, double click opens, the wheel scrolls',
			example: 'true',
			default: 'false',
		},
	},
	bell: {
		kind: boolean,
		setting: {
			environment: 'DM_TOP_BELL',
			scope: 'everywhere',
			comment: 'ring at each new finding',
			example: 'true',
			default: 'false',
		},
	},
	notify: {
		kind: boolean,
		setting: {
			environment: 'DM_TOP_NOTIFY',
			scope: 'everywhere',
			comment: 'show a desktop notification at each new finding',
			example: 'true',
			default: 'false',
		},
	},
	'on-finding': {
		kind: text,
		setting: {
			environment: 'DM_TOP_ON_FINDING',
			scope: 'everywhere',
			comment: 'a command that is run at each new finding',
			example: '\'notify-send "$DM_TOP_TASK: $DM_TOP_WHAT"\'',
		},
	},
	prometheus: {
		kind: text,
		setting: {
			environment: 'DM_TOP_PROMETHEUS',
			scope: 'everywhere',
			isOfCluster: true,
			comment: 'the Prometheus beside the cluster, for the time before dm-top was started',
			example: '"http://10.0.1.20:9090"',
		},
	},
	'prometheus-token-file': {
		kind: path,
		setting: {
			environment: 'DM_TOP_PROMETHEUS_TOKEN_FILE',
			scope: 'everywhere',
			isOfCluster: true,
			comment: 'a file with the bearer token for it',
			example: '"prometheus.token"',
		},
	},
	'prometheus-label': {
		kind: list,
		setting: {
			scope: 'everywhere',
			isOfCluster: true,
			comment: 'labels that pick one cluster of several in it',
			example: '["dm_cluster=prod"]',
		},
	},
	'worker-metrics': {
		kind: text,
		setting: {
			environment: 'DM_TOP_WORKER_METRICS',
			scope: 'everywhere',
			isOfCluster: true,
			comment: 'the workers whose metrics are read where there is no Prometheus: "advertised", or a list',
			example: '"worker-1=127.0.0.1:9001,worker-2=127.0.0.1:9002"',
		},
	},
	threshold: {kind: list},
	state: {
		kind: boolean,
		setting: {
			environment: 'DM_TOP_STATE',
			scope: 'everywhere',
			comment: 'keep what is set on the screen: columns, order, filters, theme, span of plots',
			example: 'false',
			default: 'true',
		},
	},
	memory: {
		kind: boolean,
		setting: {
			environment: 'DM_TOP_MEMORY',
			scope: 'everywhere',
			comment: 'keep the last hours of a cluster on disk, for plots and events after a restart of dm-top',
			example: 'false',
			default: 'true',
		},
	},
	'memory-max': {
		kind: {type: 'size', least: 2 * 2 ** 20, leastText: '2M'},
		setting: {
			environment: 'DM_TOP_MEMORY_MAX',
			scope: 'everywhere',
			comment: 'the most that the last hours of one cluster take on disk',
			example: '"64M"',
			default: '64M',
		},
	},
	help: {kind: boolean},
	version: {kind: boolean},
} as const satisfies Readonly<Record<string, Flag>>;

type Flags = typeof flags;

export type FlagName = keyof Flags;

type ValueOf<One extends Flag> = One['kind'] extends {readonly type: 'boolean'}
	? boolean
	: One['kind'] extends {readonly type: 'list'}
		? readonly string[]
		: string;

/** What was said of flags, by their names: absent where nothing was said. */
export type FlagValues = {readonly [Name in FlagName]?: ValueOf<Flags[Name]>};

/** Every flag by its name. */
export const flagTable: ReadonlyMap<string, Flag> = new Map(Object.entries(flags));
