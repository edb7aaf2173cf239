/**
 * The clusters that have a profile, by the names that stand behind `@`.
 */
import {didYouMean} from '../dm/nearest.js';
import type {FileSettings} from './file-settings.js';
import type {Profile} from './resolve.js';
import {UsageError} from './usage-error.js';

/** What there is, for who asked for something else. */
const listOf = ({clusters, path}: FileSettings): string =>
	clusters.size === 0
		? `There are no clusters in ${path === '' ? 'the settings file, which is not there yet' : path}: dm-top config edit, and put one below [clusters.NAME].`
		: `Clusters: ${clusters
				.keys()
				.map(name => `@${name}`)
				.toArray()
				.join(', ')}.`;

/**
 * The profile of a name.
 *
 * @throws {UsageError} when there is none, with what there is.
 */
export const findProfile = (name: string, file: FileSettings): Profile => {
	const values = file.clusters.get(name);
	if (values) {
		return {name, values, where: `@${name} in ${file.path}`};
	}

	const what =
		name === ''
			? 'Which cluster?'
			: `There is no cluster @${name}${didYouMean(name, file.clusters.keys()).replace('mean ', 'mean @') || '.'}`;
	throw new UsageError(`${what} ${listOf(file)}`);
};
