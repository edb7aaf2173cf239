/** The type of a flag: its values, and where else they may come from. */
import type {Phrase} from '../../language/text.js';

/** The kinds of values. */
export type FlagKind =
	| {readonly type: 'boolean'}
	| {readonly type: 'text'}
	/** The path of a file; in the settings file it starts at that file's folder. */
	| {readonly type: 'path'}
	| {readonly type: 'number'; readonly least: number; readonly most: number}
	| {readonly type: 'choice'; readonly of: readonly string[]}
	/** What there are texts in. */
	| {readonly type: 'language'}
	/** A number of bytes, as "500M". */
	| {readonly type: 'size'; readonly least: number; readonly leastText: string}
	/** Addresses: one text with commas, in the settings file also a list. */
	| {readonly type: 'addresses'}
	/** What may be given several times: a list in the settings file. */
	| {readonly type: 'list'};

/** Other places than the command line that a value may come from. */
export type Setting = {
	/** Its name in the environment; absent where it cannot be set in the environment. */
	readonly environment?: string;
	/**
	 * Where in the settings file: at the top and in a cluster, or in a cluster only. What identifies a cluster
	 * (`isOfCluster`) is only taken from the file where dm-top connects to dm-masters.
	 */
	readonly scope: 'everywhere' | 'cluster';
	readonly isOfCluster?: boolean;
	/** Its purpose, for the commented settings file and the JSON schema. */
	readonly comment: Phrase;
	/** An example in the form of the settings file. */
	readonly example: string;
	/** The default; absent for none. */
	readonly default?: string;
};

/** A flag, `short` its letter; `setting` is absent where only the command line may have it. */
export type Flag = {
	readonly kind: FlagKind;
	readonly short?: string;
	readonly setting?: Setting;
};

/** The usual kinds. */
export const textKind = {type: 'text'} as const;
export const pathKind = {type: 'path'} as const;
export const booleanKind = {type: 'boolean'} as const;
export const listKind = {type: 'list'} as const;
