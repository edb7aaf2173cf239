/** Flags for what is watched, and how to reach it. */
import {type Flag, pathKind, textKind} from './flag.js';

export const watchedFlags = {
	config: {kind: pathKind},
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
		kind: pathKind,
		setting: {
			environment: 'DM_TOP_SSL_CA',
			scope: 'everywhere',
			isOfCluster: true,
			comment: 'the certificate authority of the dm-masters, for TLS',
			example: '"tls/ca.pem"',
		},
	},
	'ssl-cert': {
		kind: pathKind,
		setting: {
			environment: 'DM_TOP_SSL_CERT',
			scope: 'everywhere',
			isOfCluster: true,
			comment: 'your certificate, for mutual TLS',
			example: '"tls/client.pem"',
		},
	},
	'ssl-key': {
		kind: pathKind,
		setting: {
			environment: 'DM_TOP_SSL_KEY',
			scope: 'everywhere',
			isOfCluster: true,
			comment: 'the key of your certificate',
			example: '"tls/client-key.pem"',
		},
	},
	file: {
		kind: pathKind,
		setting: {
			scope: 'cluster',
			comment: 'a file with the output of query-status, instead of dm-masters',
			example: '"status.json"',
		},
	},
	simulate: {
		kind: textKind,
		setting: {
			scope: 'cluster',
			comment: 'a simulated cluster, instead of dm-masters',
			example: '"shop"',
		},
	},
	provider: {
		kind: pathKind,
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
		kind: textKind,
		setting: {
			environment: 'DM_TOP_NAME',
			scope: 'everywhere',
			isOfCluster: true,
			comment: 'the name of the cluster in the header; default: that of the profile',
			example: '"prod-dm"',
		},
	},
} as const satisfies Readonly<Record<string, Flag>>;
