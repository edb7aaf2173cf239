import {execFile} from 'node:child_process';
import {promisify} from 'node:util';

const run = promisify(execFile);

/** The commit that a folder is at, in 12 digits, with a + behind it where something was changed since; '' without git. */
export const commitOf = async (folder: string): Promise<string> => {
	try {
		const {stdout} = await run('git', ['describe', '--always', '--abbrev=12', '--exclude=*', '--dirty=+'], {
			cwd: folder,
		});
		return stdout.trim();
	} catch {
		return '';
	}
};
