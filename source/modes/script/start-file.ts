/**
 * The configuration of a task in a file, for `dm-top start TASK.yaml`.
 */
import {say} from '../../language/say.js';
import {taskNameOf} from '../../operations/starting/task-file.js';
import type {StartChoice} from '../../operations/starting/start.js';
import {readTextFile} from '../../terminal/files/text-file.js';
import {fileReason} from '../../terminal/thrown.js';
import type {ScriptCommand} from './parse-script.js';

/** The start, or why the file is not the configuration of a task. */
export const readStartFile = async ({
	path,
	from,
	sources,
}: Extract<ScriptCommand, {readonly kind: 'start-file'}>): Promise<
	StartChoice | {readonly mistake: string}
> => {
	let config: string;
	try {
		config = await readTextFile(path);
	} catch (error) {
		return {mistake: say('{path} cannot be read: {why}', {path, why: fileReason(error)})};
	}

	const task = taskNameOf(config);
	return task === undefined
		? {mistake: say('{path} does not say which task it is of: a line “name: …” is missing', {path})}
		: {kind: 'start', task, sources, from: {...from, config}};
};
