/** The recorded cluster as the command line looks names up in it. */
import type {LineScope} from '../../../source/screens/command-line/resolve.js';
import {able, recordedCluster} from '../../operations/recorded-clusters.js';

export const context: LineScope = {
	cluster: recordedCluster(),
	capabilities: able,
	columns: [
		{id: 'worst', title: 'WORST'},
		{id: 'task', title: 'TASK'},
		{id: 'lag', title: 'LAG'},
		{id: 'rate', title: 'ROWS/S'},
	],
};
