/** Files that only their owner may read, since they may contain text from a server. */
import {
	closeSync,
	constants,
	fchmodSync,
	fstatSync,
	ftruncateSync,
	lstatSync,
	openSync,
	statSync,
} from 'node:fs';
import {say} from '../../language/say.js';
import {codeOf} from '../thrown.js';

/** What to do with an existing file: append to it, replace it, or fail (EEXIST). */
export type OwnFileUse = 'append' | 'replace' | 'create';

const flagsOf = {
	append: constants.O_APPEND,
	replace: 0,
	create: constants.O_EXCL,
} satisfies Record<OwnFileUse, number>;

/** Permissions of the group and of all others. */
const othersMay = 0o100;

const isLinkToFile = (path: string): boolean =>
	lstatSync(path, {throwIfNoEntry: false})?.isSymbolicLink() === true &&
	statSync(path, {throwIfNoEntry: false})?.isFile() !== false;

/** Throws where a pipe has no reader: opening it would wait for one, and keys would be ignored until then. */
export const expectReader = (pipe: string): void => {
	try {
		closeSync(openSync(pipe, constants.O_WRONLY + constants.O_NONBLOCK));
	} catch (error) {
		throw codeOf(error) === 'ENXIO' ? new Error(say('it is a pipe that nobody reads')) : error;
	}
};

/**
 * Opens a file for writing that nobody else may read from now on, even if it existed with other permissions. A link is
 * only followed to a device or a pipe, such as /dev/stderr: one to a file may lead to somebody else's file.
 *
 * @throws {Error} when it cannot be opened, when it belongs to somebody else, when it is a link to a file, and when it is
 * a pipe that nobody reads.
 */
export const openOwnFile = (path: string, use: OwnFileUse): number => {
	if (use !== 'create' && isLinkToFile(path)) {
		throw new Error(say('it is a link; give the path of the file itself'));
	}

	const there = statSync(path, {throwIfNoEntry: false});
	if (use !== 'create' && there?.isFIFO() === true) {
		expectReader(path);
	}

	const isRegular = there?.isFile() ?? true;
	// Windows has no links of this kind.
	const noLink = isRegular ? constants.O_NOFOLLOW || 0 : 0;
	const file = openSync(path, constants.O_WRONLY + constants.O_CREAT + flagsOf[use] + noLink, 0o600);
	try {
		const found = fstatSync(file);
		if (found.isFile() && found.mode % othersMay !== 0) {
			fchmodSync(file, 0o600);
		}

		if (found.isFile() && use === 'replace') {
			ftruncateSync(file);
		}
	} catch (error) {
		closeSync(file);
		throw error;
	}

	return file;
};
