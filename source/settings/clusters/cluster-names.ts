/** The names of clusters for the completions of shells: never a word about what is wrong with a file. */
import {loadSettings} from '../file/load-settings.js';
import {settingsPath} from '../file/places.js';
import {profileNames} from './profiles.js';

/** What may stand on the command line: `@prod`, `@tiup:prod-dm`; `asked` is the value of `--config`. */
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
