import type {Phrase} from '../../language/text.js';
/**
 * What a flag is: the words it takes, and where else its value may come from.
 */

/** What a value may be. */
export type Kind =
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

/** Where else than on the command line a value may come from. */
export type Setting = {
	/** Its name in the environment; absent where the environment has no say. */
	readonly environment?: string;
	/**
	 * Where in the settings file: at the top and in a cluster, or in a cluster only. What tells a cluster from another
	 * (`isOfCluster`) is taken from the file only where dm-top watches over dm-masters.
	 */
	readonly scope: 'everywhere' | 'cluster';
	readonly isOfCluster?: boolean;
	/** What it is for, in the commented settings file and in the JSON schema. */
	readonly comment: Phrase;
	/** As it would be written in the settings file. */
	readonly example: string;
	/** What holds where nobody says anything; absent where that is nothing. */
	readonly default?: string;
};

export type Flag = {
	readonly kind: Kind;
	readonly short?: string;
	readonly setting?: Setting;
};

/** The usual kinds. */
export const text = {type: 'text'} as const;
export const path = {type: 'path'} as const;
export const boolean = {type: 'boolean'} as const;
export const list = {type: 'list'} as const;
