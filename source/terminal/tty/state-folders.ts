/** Where a program keeps what it leaves behind. */
import {homedir, tmpdir} from 'node:os';
import path from 'node:path';
import type {Environment} from '../capabilities.js';

/** XDG's place for a program's state, and the folder for temporary files where that cannot be written. */
export const stateFolders = (name: string, environment: Environment): string[] => {
	const state = environment['XDG_STATE_HOME'] ?? '';
	return [
		path.join(path.isAbsolute(state) ? state : path.join(homedir(), '.local', 'state'), name),
		tmpdir(),
	];
};
