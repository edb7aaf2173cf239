/**
 * The effective settings: the command line overrides the environment, which overrides the cluster's part of the
 * settings file, which overrides the rest of it. Pure.
 */
import {say} from '../language/say.js';
import type {ClusterColour} from '../components/theme/cluster-colours.js';
import {wrongText} from './flags/check-value.js';
import type {FileSettings} from './file/file-settings.js';
import type {Setting} from './flags/flag.js';
import {type FlagValues, flagTable} from './flags/flags.js';
import {settingKeys} from './flags/setting-keys.js';
import {type SettingValue, type SettingValues, environmentValue} from './flags/setting-value.js';
import {UsageError} from './usage-error.js';

/** The origin of a value: `--interval`, `DM_TOP_INTERVAL`, `@prod`, the file. */
export type GivenValue = {
	readonly by: 'flag' | 'environment' | 'cluster' | 'file';
	readonly value: SettingValue;
	readonly where: string;
};

/** A cluster by its name, with what its profile says. */
export type Profile = {readonly name: string; readonly values: SettingValues; readonly where: string};

/** What is in effect, and where each value comes from. */
export type Resolved = {
	/** The values of all flags. */
	readonly values: FlagValues;
	/** The origins of the given values, by their keys. */
	readonly said: ReadonlyMap<string, GivenValue>;
	/** The profile's name; '' without one. */
	readonly profile: string;
	readonly colour?: ClusterColour;
	/** Whether every operation asks for the cluster's name. */
	readonly typesName: boolean;
};

type Sources = {
	readonly given: FlagValues;
	readonly environment: NodeJS.ProcessEnv;
	readonly file: FileSettings;
	readonly profile?: Profile;
};

/** Flags that say what to watch; one on the command line overrides all others. */
const origins: ReadonlySet<string> = new Set(['master-addr', 'file', 'simulate', 'provider', 'replay']);

/** Flags about one cluster, which do not apply to others. */
export const isOfOneCluster = (flag: string): boolean =>
	origins.has(flag) ||
	['seed', 'speed', 'record'].includes(flag) ||
	settingKeys.get(flag)?.setting.isOfCluster === true;

/** Wrong values on the command line. */
const checkGiven = (given: FlagValues): void => {
	for (const [name, value] of Object.entries(given)) {
		const kind = flagTable.get(name)?.kind;
		const wrong = kind && typeof value === 'string' ? wrongText(kind, value) : '';
		if (wrong !== '') {
			throw new UsageError(say('{flag} {wrong}.', {flag: `--${name}`, wrong}));
		}
	}
};

const fromEnvironment = (key: string, environment: NodeJS.ProcessEnv): GivenValue | undefined => {
	const {kind, setting} = settingKeys.get(key)!;
	const name = setting.environment ?? '';
	const text = Object.hasOwn(environment, name) ? (environment[name] ?? '') : '';
	if (name === '' || text === '') {
		return undefined;
	}

	const read = environmentValue(kind, text);
	if ('wrong' in read) {
		throw new UsageError(say('{flag} {wrong}.', {flag: name, wrong: read.wrong}));
	}

	return {by: 'environment', value: read.value, where: name};
};

/**
 * The effective settings from all sources. What identifies a cluster (its addresses, TLS, Prometheus, …) is never
 * mixed: for a named cluster it comes from its profile and the flags only; and not from the settings file where dm-top
 * does not connect to dm-masters.
 *
 * @throws {UsageError} when a value on the command line or in the environment is wrong.
 */
export const resolveSettings = ({given, environment, file, profile}: Sources): Resolved => {
	checkGiven(given);
	const flags: SettingValues = new Map(Object.entries(given));
	const givenOrigin = flags.keys().find(name => origins.has(name));
	const isOverMasters = givenOrigin === undefined || givenOrigin === 'master-addr';

	const findSaid = (key: string, {isOfCluster = false}: Setting): GivenValue | undefined => {
		const flag = flags.get(key);
		if (flag !== undefined) {
			return {by: 'flag', value: flag, where: flag === false ? `--no-${key}` : `--${key}`};
		}

		const outside = isOfCluster && profile ? undefined : fromEnvironment(key, environment);
		const isElsewhere = (origins.has(key) && givenOrigin !== undefined) || (isOfCluster && !isOverMasters);
		if (outside !== undefined || isElsewhere) {
			return outside;
		}

		const own = profile?.values.get(key);
		if (profile && own !== undefined) {
			return {by: 'cluster', value: own, where: profile.where};
		}

		const top = isOfCluster && profile ? undefined : file.top.get(key);
		return top === undefined ? undefined : {by: 'file', value: top, where: file.path};
	};

	const said = new Map(
		settingKeys.entries().flatMap(([key, {setting}]) => {
			const one = findSaid(key, setting);
			return one ? [[key, one] as const] : [];
		}),
	);
	const values = Object.fromEntries(
		said.entries().flatMap(([key, {value}]) => (flagTable.has(key) ? [[key, value] as const] : [])),
	);
	const thresholds = [file.top, profile?.values, flags].flatMap(
		one => (one?.get('threshold') ?? []) as readonly string[],
	);
	return {
		// Each key has the type in the table; the last threshold of a name counts.
		values: {
			...given,
			...(values as FlagValues),
			...(thresholds.length > 0 && {threshold: thresholds}),
		},
		said,
		profile: profile?.name ?? '',
		colour: said.get('colour')?.value as ClusterColour | undefined,
		typesName: said.get('type-name')?.value === true,
	};
};
