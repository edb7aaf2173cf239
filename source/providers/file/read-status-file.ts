import {say} from '../../language/say.js';
import {StatusFormatError} from '../../dm/reading/status-format-error.js';
import type {ParsedStatus} from '../../dm/status.js';
import type {Problem} from '../provider.js';
import {parseDocumentInSlices} from '../slices.js';
import {codeOf, messageOf} from '../../terminal/thrown.js';
import {plainProblem} from '../problem.js';
import {decodeText, TextEncodingError} from './decode-text.js';
import {type OpenedFile, exactStatOf, openFile, statOf} from './opened-file.js';

/** The largest file that is read, bytes. */
export const fileLimit = 64 * 1024 * 1024;

/** The result of reading a file. */
export type FileReading = {readonly status: ParsedStatus} | {readonly problem: Problem};

/**
 * Identifies the state of a file: when it changes, the file has to be read again. Never throws; a file that does not
 * exist or is not accessible has one, too.
 */
export const markOf = async (path: string): Promise<string> => {
	try {
		const {dev, ino, size, mtimeNs, ctimeNs} = await exactStatOf(path);
		return [dev, ino, size, mtimeNs, ctimeNs].join(':');
	} catch (error) {
		return codeOf(error);
	}
};

const inMebibytes = (bytes: number): string => `${Math.round((bytes / 1024 / 1024) * 10) / 10} MiB`;

const askForStatus = (): string =>
	say('Write into it what dmctl query-status prints, or what /apis/v1alpha1/status/ answers.');

const problemOf = (path: string, error: unknown, once: boolean): Problem => {
	if (error instanceof StatusFormatError) {
		return {
			what: say('{name}: {text}', {name: path, text: error.message}),
			fix: error.fix || askForStatus(),
			detail: '',
		};
	}

	if (error instanceof TextEncodingError) {
		return {what: `${path} ${error.message}`, fix: error.fix, detail: ''};
	}

	const detail = messageOf(error);
	switch (codeOf(error)) {
		case 'ENOENT':
		case 'ENOTDIR': {
			const fix = say(once ? 'Check the path.' : 'It is read as soon as it exists.');
			return {what: say('{path} does not exist', {path}), fix, detail: ''};
		}

		case 'EACCES':
		case 'EPERM': {
			return {what: say('{path} may not be read', {path}), fix: say('Check its permissions.'), detail};
		}

		case 'ELOOP': {
			return {
				what: say('{path} is a link that leads to itself', {path}),
				fix: say('Give the path of a file.'),
				detail,
			};
		}

		default: {
			return plainProblem(say('{path} cannot be read: {why}', {path, why: detail}));
		}
	}
};

const tooLarge = (path: string, limit: number, size: string): FileReading => ({
	problem: {
		what: say('{path} is larger than {limit}: {size}', {path, limit: inMebibytes(limit), size}),
		fix: say('No status is that large: is it the right file?'),
		detail: '',
	},
});

/**
 * All bytes of a file, at most one more than `limit`. Its size is a guess: it may change meanwhile, and is 0 for files
 * of the kernel.
 */
const readBytes = async (file: OpenedFile, size: number, limit: number): Promise<Uint8Array<ArrayBuffer>> => {
	let bytes = new Uint8Array(Math.min(Math.max(size, 4096), limit) + 1);
	let length = 0;
	while (length <= limit) {
		if (length === bytes.length) {
			bytes = new Uint8Array(bytes.buffer.transfer(Math.min(2 * length, limit + 1)));
		}

		const bytesRead = await file.read(bytes, length);
		if (bytesRead === 0) {
			break;
		}

		length += bytesRead;
	}

	return bytes.subarray(0, length);
};

/** How much of a file is read, and whether it is read again. */
export type ReadOptions = {
	/** The largest that is read, bytes; 64 MiB by default. */
	readonly limit?: number | undefined;
	/** Whether it is only read once. */
	readonly once: boolean;
	/** Aborted when the status is no longer needed: the program must not wait for the rest of a large file. */
	readonly signal: AbortSignal;
};

/**
 * Reads a status document from a file, which is called `path` in messages. Never throws: everything that is wrong
 * becomes a problem, also that it was aborted.
 */
export const readStatusFile = async (
	path: string,
	{limit = fileLimit, once, signal}: ReadOptions,
): Promise<FileReading> => {
	try {
		const entry = await statOf(path);
		if (entry.isDirectory()) {
			return {
				problem: {
					what: say('{path} is a folder', {path}),
					fix: say('Give the path of a file with a status in it.'),
					detail: '',
				},
			};
		}

		if (!entry.isFile()) {
			return {
				problem: {
					what: say('{path} is not a regular file', {path}),
					fix: say('Give the path of a file.'),
					detail: '',
				},
			};
		}

		await using file = await openFile(path);
		const size = await file.size();
		if (size > limit) {
			return tooLarge(path, limit, inMebibytes(size));
		}

		const bytes = await readBytes(file, size, limit);
		if (bytes.length > limit) {
			return tooLarge(path, limit, say('it grew while it was read'));
		}

		if (bytes.length === 0) {
			return {
				problem: {
					what: say('{path} is empty', {path}),
					fix: once ? askForStatus() : say('It is read again when it is written.'),
					detail: '',
				},
			};
		}

		const text = decodeText(bytes);
		// Released now: no garbage is collected while nothing changes.
		bytes.buffer.transfer(0);
		return {status: await parseDocumentInSlices(text, signal)};
	} catch (error) {
		return {problem: problemOf(path, error, once)};
	}
};
