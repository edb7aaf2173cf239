/**
 * The table of flags: the values of each, its name in the environment and whether it may be in the settings file. The
 * command line, the settings file, its JSON schema and `dm-top config` all follow it.
 */
import {aboutFlags, keepingFlags, metricsFlags} from './beside-flags.js';
import type {Flag} from './flag.js';
import {recordingFlags, shownFlags, tellingFlags} from './output-flags.js';
import {commandFlags} from './script-flags.js';
import {watchedFlags} from './source-flags.js';

/** In the order of the settings file. */
export const flags = {
	...watchedFlags,
	...shownFlags,
	...commandFlags,
	...recordingFlags,
	...tellingFlags,
	...metricsFlags,
	...keepingFlags,
	...aboutFlags,
} as const satisfies Readonly<Record<string, Flag>>;

type FlagTable = typeof flags;

/** The name of a flag, without its dashes. */
export type FlagName = keyof FlagTable;

type ValueOf<One extends Flag> = One['kind'] extends {readonly type: 'boolean'}
	? boolean
	: One['kind'] extends {readonly type: 'list'}
		? readonly string[]
		: string;

/** The given values of flags by name; others are absent. */
export type FlagValues = {readonly [Name in FlagName]?: ValueOf<FlagTable[Name]>};

/** Every flag by its name. */
export const flagTable: ReadonlyMap<string, Flag> = new Map(Object.entries(flags));
