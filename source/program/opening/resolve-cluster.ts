/**
 * The settings of a cluster: from flags, the environment and the settings file.
 */
import {languageOf} from '../../language/choose.js';
import type {Invocation} from '../../modes/invocation.js';
import type {LiveSettings} from '../../modes/live/follow-settings.js';
import type {FileSettings} from '../../settings/file/file-settings.js';
import type {FlagValues} from '../../settings/flags/flags.js';
import {findProfile} from '../../settings/clusters/profiles.js';
import {type Resolved, isOfOneCluster, resolveSettings} from '../../settings/resolve.js';
import {type Flags, readFlags} from '../command-line/flags.js';
import type {Arguments} from '../command-line/arguments.js';

/** The settings of the named cluster, else those of flags, the environment and the settings file. */
export const resolveCluster = async (
	{values}: Arguments,
	file: FileSettings,
	name: string | undefined,
	{environment}: Invocation,
): Promise<Resolved> => {
	const profile = name === undefined ? undefined : await findProfile(name, file, environment);
	return resolveSettings({given: values, environment, file, profile});
};

/** Flags as they apply to another cluster than the one that they were given for. */
const withoutCluster = (given: FlagValues): FlagValues =>
	Object.fromEntries(Object.entries(given).filter(([name]) => !isOfOneCluster(name)));

/** The words of the command line for a cluster: those for the first one do not apply to others. */
const argumentsFor = (given: Arguments, name: string): Arguments =>
	name === (given.clusters[0] ?? '') ? given : {...given, values: withoutCluster(given.values)};

/** The flags of a cluster by its name; '' for the one that only the flags define. */
export const flagsOfCluster = async (
	given: Arguments,
	file: FileSettings,
	name: string,
	invocation: Invocation,
): Promise<Flags> => {
	const own = argumentsFor(given, name);
	return readFlags(own, await resolveCluster(own, file, name === '' ? undefined : name, invocation));
};

/** The settings that the file can change while the screen is shown. */
const live: ReadonlySet<string> = new Set(['interval', 'theme', 'lang', 'threshold']);

/** The settings that a file gives a cluster that is on screen. */
export const liveSettings = async (
	given: Arguments,
	file: FileSettings,
	name: string,
	invocation: Invocation,
): Promise<LiveSettings> => {
	const own = argumentsFor(given, name);
	const resolved = await resolveCluster(own, file, name === '' ? undefined : name, invocation);
	const {interval, thresholds, theme, themeSaid, languageSaid} = readFlags(own, resolved);
	return {
		interval,
		thresholds,
		theme,
		themeSaid,
		language: languageOf(invocation.words, invocation.environment, resolved.values.lang),
		languageSaid,
		others: new Map(
			resolved.said
				.entries()
				.flatMap(([key, {value}]) => (live.has(key) ? [] : [[key, JSON.stringify(value)] as const])),
		),
	};
};
