/** Where a program keeps its state. */
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {Environment} from '../capabilities.js';
import {homeFolder} from './home-folder.js';

/** XDG's folder for state, or the folder for temporary files where that is not writable. */
export const stateFolders = (name: string, environment: Environment): string[] => {
	const state = environment['XDG_STATE_HOME'] ?? '';
	return [
		path.join(path.isAbsolute(state) ? state : path.join(homeFolder(), '.local', 'state'), name),
		tmpdir(),
	];
};
