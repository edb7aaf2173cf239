/** Flags for what is read and stored besides the answers of the cluster. */
import {booleanKind, type Flag, listKind, pathKind, textKind} from './flag.js';

export const metricsFlags = {
	prometheus: {
		kind: textKind,
		setting: {
			environment: 'DM_TOP_PROMETHEUS',
			scope: 'everywhere',
			isOfCluster: true,
			comment: 'the Prometheus beside the cluster, for the time before dm-top was started',
			example: '"http://10.0.1.20:9090"',
		},
	},
	'prometheus-token-file': {
		kind: pathKind,
		setting: {
			environment: 'DM_TOP_PROMETHEUS_TOKEN_FILE',
			scope: 'everywhere',
			isOfCluster: true,
			comment: 'a file with the bearer token for it',
			example: '"prometheus.token"',
		},
	},
	'prometheus-label': {
		kind: listKind,
		setting: {
			scope: 'everywhere',
			isOfCluster: true,
			comment: 'labels that pick one cluster of several in it',
			example: '["dm_cluster=prod"]',
		},
	},
	'worker-metrics': {
		kind: textKind,
		setting: {
			environment: 'DM_TOP_WORKER_METRICS',
			scope: 'everywhere',
			isOfCluster: true,
			comment: 'the workers whose metrics are read where there is no Prometheus: "advertised", or a list',
			example: '"worker-1=127.0.0.1:9001,worker-2=127.0.0.1:9002"',
		},
	},
} as const satisfies Readonly<Record<string, Flag>>;

export const keepingFlags = {
	threshold: {kind: listKind},
	state: {
		kind: booleanKind,
		setting: {
			environment: 'DM_TOP_STATE',
			scope: 'everywhere',
			comment: 'keep what is set on the screen: columns, order, filters, theme, span of plots',
			example: 'false',
			default: 'true',
		},
	},
	memory: {
		kind: booleanKind,
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
} as const satisfies Readonly<Record<string, Flag>>;

export const aboutFlags = {
	help: {kind: booleanKind},
	version: {kind: booleanKind},
} as const satisfies Readonly<Record<string, Flag>>;
