/**
 * The location of the settings file.
 */
import {homedir} from 'node:os';
import path from 'node:path';
import envPaths from 'env-paths';
import type {Environment} from '../../terminal/capabilities.js';

/** A path as people write it: `~/` is the user's home folder, and relative paths start at `from`. */
export const pathFrom = (from: string, written: string): string =>
	path.resolve(from, written === '~' || written.startsWith('~/') ? homedir() + written.slice(1) : written);

/** The settings file: that of `--config`, of `DM_TOP_CONFIG`, else the one in XDG's place. */
export const settingsPath = (asked: string | undefined, environment: Environment): string => {
	const named = asked ?? environment['DM_TOP_CONFIG'] ?? '';
	if (named !== '') {
		return pathFrom('.', named);
	}

	const home = environment['XDG_CONFIG_HOME'] ?? '';
	const folder = path.isAbsolute(home) ? path.join(home, 'dm-top') : envPaths('dm-top', {suffix: ''}).config;
	return path.join(folder, 'config.toml');
};
