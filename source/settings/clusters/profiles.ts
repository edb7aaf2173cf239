/**
 * The named clusters: those of the settings file, and those of tiup with the prefix `tiup:`.
 */
import {say} from '../../language/say.js';
import {namesText, sentences} from '../../language/sentences.js';
import {nearest} from '../../dm/nearest.js';
import type {FileSettings} from '../file/file-settings.js';
import type {SettingValues} from '../flags/setting-value.js';
import type {Profile} from '../resolve.js';
import {UsageError} from '../usage-error.js';
import type {Environment} from '../../terminal/capabilities.js';
import {readTiupCluster, tiupNames} from './tiup-clusters.js';

const tiupPrefix = 'tiup:';

/** Every name that may follow `@`. */
export const profileNames = ({clusters}: FileSettings, environment: Environment): readonly string[] => [
	...clusters.keys(),
	...tiupNames(environment).map(name => tiupPrefix + name),
];

const findNothing = (name: string, file: FileSettings, environment: Environment): UsageError => {
	const names = profileNames(file, environment);
	const meant = nearest(name, names);
	const what =
		name === ''
			? say('Which cluster?')
			: meant === undefined
				? say('There is no cluster @{name}.', {name})
				: say('There is no cluster @{name}; did you mean @{meant}?', {name, meant});
	const there =
		names.length === 0
			? say('None has a name yet: dm-top config edit, and put one below [clusters.NAME].')
			: say('Clusters: {names}.', {names: namesText(names.map(one => `@${one}`))});
	return new UsageError(sentences(what, there));
};

/** The values of the tiup cluster that a profile names, overridden by those of the profile. */
const withTiup = async (values: SettingValues, environment: Environment): Promise<SettingValues> => {
	const tiup = values.get('tiup');
	return tiup === undefined
		? values
		: new Map([...(await readTiupCluster(String(tiup), environment)), ...values]);
};

/**
 * The profile of a name.
 *
 * @throws {UsageError} when it does not exist, with the existing names; when tiup's files cannot be read.
 */
export const findProfile = async (
	name: string,
	file: FileSettings,
	environment: Environment,
): Promise<Profile> => {
	if (name.startsWith(tiupPrefix)) {
		const values = await readTiupCluster(name.slice(tiupPrefix.length), environment);
		return {name, values, where: `@${name}`};
	}

	const values = file.clusters.get(name);
	if (!values) {
		throw findNothing(name, file, environment);
	}

	return {name, values: await withTiup(values, environment), where: `@${name}`};
};
