import {execFileSync} from 'node:child_process';

/** The commit that a folder is at, in 12 digits, with a + behind it where something was changed since; '' without git. */
export const commitOf = (folder: string): string => {
	try {
		return execFileSync('git', ['describe', '--always', '--abbrev=12', '--exclude=*', '--dirty=+'], {
			cwd: folder,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		}).trim();
	} catch {
		return '';
	}
};
