/**
 * Every key of the settings file, in the order in which they are shown.
 */
import {profileKeys} from './profile-keys.js';
import type {FlagKind, Setting} from './flag.js';
import {flags} from './flags.js';

/** A key, with the values that it takes. */
export type KeyEntry = {readonly kind: FlagKind; readonly setting: Setting};

const entries: Readonly<Record<string, {readonly kind: FlagKind; readonly setting?: Setting}>> = {
	...flags,
	...profileKeys,
};

/** Each key with its kind of value. */
export const settingKeys: ReadonlyMap<string, KeyEntry> = new Map(
	Object.entries(entries).flatMap(([name, {kind, setting}]) =>
		setting === undefined ? [] : [[name, {kind, setting}] as const],
	),
);

/** The keys that are allowed in a cluster, or at the top. */
export const keysOf = (where: 'cluster' | 'top'): readonly string[] =>
	settingKeys
		.entries()
		.flatMap(([name, {setting}]) => (where === 'cluster' || setting.scope === 'everywhere' ? [name] : []))
		.toArray();
