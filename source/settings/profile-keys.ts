/**
 * What a cluster's part of the settings file holds beside flags.
 */
import {clusterColours} from '../components/cluster-colours.js';
import type {Kind, Setting} from './flag.js';

/** Settings that are no flags. */
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
} as const satisfies Readonly<Record<string, {readonly kind: Kind; readonly setting: Setting}>>;
