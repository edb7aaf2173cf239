import {renameSync, rmSync, writeFileSync} from 'node:fs';
import process from 'node:process';

/**
 * Writes a file that only the user can read, and that is never half written.
 *
 * @throws {Error} when it cannot be written; the old file stays.
 */
export const replaceFile = (file: string, text: string): void => {
	const half = `${file}.${process.pid}.new`;
	try {
		// What is in its place, such as a link, may lead elsewhere.
		rmSync(half, {force: true});
		writeFileSync(half, text, {mode: 0o600, flag: 'wx'});
		renameSync(half, file);
	} catch (error) {
		rmSync(half, {force: true});
		throw error;
	}
};
