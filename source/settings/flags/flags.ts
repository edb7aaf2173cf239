/**
 * The table of flags: the values of each, its name in the environment and whether it may be in the settings file. The
 * command line, the settings file, its JSON schema and `dm-top config` all follow it.
 */
import {aboutDmTop, kept, metrics} from './beside-flags.js';
import type {Flag} from './flag.js';
import {recorded, shown, told} from './output-flags.js';
import {ofCommands} from './script-flags.js';
import {watched} from './source-flags.js';

/** In the order of the settings file. */
export const flags = {
	...watched,
	...shown,
	...ofCommands,
	...recorded,
	...told,
	...metrics,
	...kept,
	...aboutDmTop,
} as const satisfies Readonly<Record<string, Flag>>;

type Flags = typeof flags;

export type FlagName = keyof Flags;

type ValueOf<One extends Flag> = One['kind'] extends {readonly type: 'boolean'}
	? boolean
	: One['kind'] extends {readonly type: 'list'}
		? readonly string[]
		: string;

/** The given values of flags by name; others are absent. */
export type FlagValues = {readonly [Name in FlagName]?: ValueOf<Flags[Name]>};

/** Every flag by its name. */
export const flagTable: ReadonlyMap<string, Flag> = new Map(Object.entries(flags));
