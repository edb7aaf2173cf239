/**
 * The location of the settings file.
 */
import path from 'node:path';
import process from 'node:process';
import type {Environment} from '../../terminal/capabilities.js';
import {homeFolder} from '../../terminal/files/home-folder.js';

/** A path as people write it: `~/` is the user's home folder, and relative paths start at `from`. */
export const pathFrom = (from: string, written: string): string =>
	path.resolve(from, written === '~' || written.startsWith('~/') ? homeFolder() + written.slice(1) : written);

/** The folder of dm-top's settings, where this system has them. */
const configFolder = (environment: Environment): string => {
	const given = environment['XDG_CONFIG_HOME'] ?? '';
	if (path.isAbsolute(given)) {
		return path.join(given, 'dm-top');
	}

	const home = homeFolder();
	switch (process.platform) {
		case 'darwin': {
			return path.join(home, 'Library', 'Preferences', 'dm-top');
		}

		case 'win32': {
			return path.join(environment['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'), 'dm-top', 'Config');
		}

		default: {
			return path.join(home, '.config', 'dm-top');
		}
	}
};

/** The settings file: that of `--config`, of `DM_TOP_CONFIG`, else the one in XDG's place. */
export const settingsPath = (asked: string | undefined, environment: Environment): string => {
	const named = asked ?? environment['DM_TOP_CONFIG'] ?? '';
	return named === '' ? path.join(configFolder(environment), 'config.toml') : pathFrom('.', named);
};
