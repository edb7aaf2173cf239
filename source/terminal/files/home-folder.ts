import {homedir, userInfo} from 'node:os';
import path from 'node:path';

/**
 * The user's home folder, an absolute path. `HOME` may be empty or relative: what lies in the working folder, which may be
 * somebody else's, is not the user's own. A user of a container may be in no list of users either: then it is the root
 * folder, as containers have it, where a user without a name can write nothing. It does not throw.
 */
export const homeFolder = (): string => {
	for (const ask of [homedir, () => userInfo().homedir]) {
		try {
			const home = ask();
			if (path.isAbsolute(home)) {
				return home;
			}
		} catch {
			// This user is in no list.
		}
	}

	return path.resolve('/');
};
