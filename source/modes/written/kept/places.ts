/**
 * Where what was set on the screen of a cluster is saved.
 */
import {createHash} from 'node:crypto';
import path from 'node:path';
import {stateFolders} from '../../../terminal/files/state-folders.js';

/** A readable file name for any text, different for different texts. */
const fileName = (text: string): string => {
	const readable = text.replaceAll(/[^\w\-.]+/gv, '_').slice(0, 60);
	return readable === text
		? text
		: `${readable}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
};

/** The folder for the last hours of a cluster. */
export const memoryPlace = (cluster: string, environment: NodeJS.ProcessEnv): string =>
	path.join(stateFolders('dm-top', environment)[0]!, 'past', fileName(cluster.replace(/^@/v, 'cluster-')));

/** The file for a cluster; for '' that for all clusters. */
export const keptFile = (cluster: string, environment: NodeJS.ProcessEnv): string =>
	path.join(
		stateFolders('dm-top', environment)[0]!,
		'screens',
		cluster === ''
			? 'all.json'
			: `${cluster.startsWith('@') ? 'cluster' : 'seen'}-${fileName(cluster.replace(/^@/v, ''))}.json`,
	);
