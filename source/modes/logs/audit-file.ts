import {writeSync} from 'node:fs';
import {say} from '../../language/say.js';
import {fileReason} from '../../terminal/thrown.js';
import {openOwnFile} from '../../terminal/tty/own-file.js';

/**
 * Opens the file of the audit log ('' for none) before anything is operated, so that one that cannot be written is known
 * at once. What it gives takes lines without their break; what cannot be written is told, and operating goes on.
 *
 * @throws {Error} when the file cannot be opened.
 */
export const openAuditFile = (
	path: string,
	onProblem: (text: string) => void,
): ((line: string) => void) | undefined => {
	if (path === '') {
		return undefined;
	}

	let file: number;
	try {
		file = openOwnFile(path, 'append');
	} catch (error) {
		throw new Error(
			say('{flag} {path} cannot be written: {why}. Give a file in a folder that is yours.', {
				flag: '--audit-log',
				path,
				why: fileReason(error),
			}),
			{cause: error},
		);
	}

	return line => {
		try {
			writeSync(file, `${line}\n`);
		} catch (error) {
			onProblem(say('Not logged to {path}: {why}.', {path, why: fileReason(error)}));
		}
	};
};
