import {closeSync, fstatSync, statSync, writeSync} from 'node:fs';
import {say} from '../../../language/say.js';
import {fileReason} from '../../../terminal/thrown.js';
import {openOwnFile} from '../../../terminal/files/own-file.js';
import {openLog} from './open-log.js';

/** Whether an open file is still the one at this path: otherwise nobody finds what is written to it. */
const isAt = (path: string, file: number): boolean => {
	const there = statSync(path, {throwIfNoEntry: false});
	const {dev, ino} = fstatSync(file);
	return there?.dev === dev && there.ino === ino;
};

/**
 * Opens the file of the audit log ('' for none) before any operation, so that an error is known at once. The returned
 * function takes lines without line breaks; errors while writing are reported, and operating continues. Where the file was
 * moved or removed, lines continue in a new one.
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

	let file = openLog('--audit-log', path);
	return line => {
		try {
			if (!isAt(path, file)) {
				const next = openOwnFile(path, 'append');
				closeSync(file);
				file = next;
			}

			writeSync(file, `${line}\n`);
		} catch (error) {
			onProblem(
				say('Not logged to {path}: {why}. Make it writable: what is done next is logged again then.', {
					path,
					why: fileReason(error),
				}),
			);
		}
	};
};
