import {say} from '../../../language/say.js';
import {fileReason} from '../../../terminal/thrown.js';
import {openOwnFile} from '../../../terminal/files/own-file.js';

/**
 * Opens a file that a flag names, to append lines; only its owner may read it.
 *
 * @throws {Error} when the file cannot be opened, with advice.
 */
export const openLog = (flag: string, path: string): number => {
	try {
		return openOwnFile(path, 'append');
	} catch (error) {
		throw new Error(
			say('{flag} {path} cannot be written: {why}. Give a file in a folder that is yours.', {
				flag,
				path,
				why: fileReason(error),
			}),
			{cause: error},
		);
	}
};
