import {writeSync} from 'node:fs';
import {say} from '../../../language/say.js';
import {fileReason} from '../../../terminal/thrown.js';
import {openLog} from './open-log.js';

/**
 * Opens the file of the audit log ('' for none) before any operation, so that an error is known at once. The returned
 * function takes lines without line breaks; errors while writing are reported, and operating continues.
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

	const file = openLog('--audit-log', path);

	return line => {
		try {
			writeSync(file, `${line}\n`);
		} catch (error) {
			onProblem(say('Not logged to {path}: {why}.', {path, why: fileReason(error)}));
		}
	};
};
