/** Saves the configuration of a task that is about to be stopped, so that it can always be started again manually. */
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {say} from '../../../language/say.js';
import {makeFolder} from '../../../terminal/files/make-folder.js';
import {stateFolders} from '../../../terminal/files/state-folders.js';
import {fileReason} from '../../../terminal/thrown.js';

/** Writes it to a file that only the user can read; returns its path, or why it was not written. */
export const keepConfig = (task: string, config: string, environment: NodeJS.ProcessEnv): string => {
	const [folder = ''] = stateFolders('dm-top', environment);
	const time = new Date().toISOString().replaceAll(/[.:]/gv, '-');
	const file = path.join(folder, `${task.replaceAll(/[^\w\-.]/gv, '_')}-${time}.yaml`);
	try {
		makeFolder(folder);
		writeFileSync(file, config, {mode: 0o600, flag: 'wx'});
		return file;
	} catch (error) {
		return say('not kept: {why}', {why: fileReason(error)});
	}
};
