/** The names of clusters for shell completion: mistakes in files are ignored. */
import {loadSettings} from '../file/load-settings.js';
import {settingsPath} from '../file/places.js';
import {profileNames} from './profiles.js';

/** The names allowed on the command line: `@prod`, `@tiup:prod-dm`; `asked`: the value of `--config`. */
export const clusterNames = async (
	environment: NodeJS.ProcessEnv,
	asked?: string,
): Promise<readonly string[]> => {
	try {
		const {settings} = await loadSettings(settingsPath(asked, environment), false);
		return profileNames(settings, environment).map(name => `@${name}`);
	} catch {
		return [];
	}
};
