/**
 * Keys of a cluster in the settings file that are not flags.
 */
import {clusterColours} from '../../components/theme/cluster-colours.js';
import type {FlagKind, Setting} from './flag.js';

/** Settings that are not flags. */
export const profileKeys = {
	colour: {
		kind: {type: 'choice', of: clusterColours},
		setting: {
			scope: 'everywhere',
			isOfCluster: true,
			comment: 'the colour of its name in the header',
			example: '"red"',
		},
	},
	tiup: {
		kind: {type: 'text'},
		setting: {
			scope: 'cluster',
			isOfCluster: true,
			comment: 'the name of the cluster in tiup: its addresses, TLS and Prometheus are taken from there',
			example: '"prod-dm"',
		},
	},
	'type-name': {
		kind: {type: 'boolean'},
		setting: {
			scope: 'everywhere',
			isOfCluster: true,
			comment: 'every operation asks you to type the name of the cluster',
			example: 'true',
			default: 'false',
		},
	},
} as const satisfies Readonly<Record<string, {readonly kind: FlagKind; readonly setting: Setting}>>;
