import {writeSync} from 'node:fs';
import {say} from '../../../language/say.js';
import {fileReason} from '../../../terminal/thrown.js';
import {openLog} from './open-log.js';

/**
 * Opens the file of the audit log ('' for none) before anything is operated, so that one that cannot be written is known
 * at once. What it gives takes lines without their break; what cannot be written is reported, and operating continues.
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
