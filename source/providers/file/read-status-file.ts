import {open, stat} from 'node:fs/promises';
import {StatusFormatError} from '../../dm/parse-status.js';
import type {ParsedStatus} from '../../dm/status.js';
import type {Problem} from '../provider.js';
import {parseStatusInSlices} from '../scheduling/slices.js';
import {codeOf, messageOf} from '../thrown.js';
import {decodeText, TextEncodingError} from './decode-text.js';

/** The largest file that is read, bytes. */
export const fileLimit = 64 * 1024 * 1024;

/** What a look at a file gave. */
export type FileReading = {readonly status: ParsedStatus} | {readonly problem: Problem};

/**
 * What tells one state of a file from another: when it changes, the file is to be read again. Never throws; a file
 * that is not there, or may not be looked at, has a mark too.
 */
export const markOf = async (path: string): Promise<string> => {
	try {
		const {dev, ino, size, mtimeNs, ctimeNs} = await stat(path, {bigint: true});
		return [dev, ino, size, mtimeNs, ctimeNs].join(':');
	} catch (error) {
		return codeOf(error);
	}
};

const inMebibytes = (bytes: number): string => `${Math.round((bytes / 1024 / 1024) * 10) / 10} MiB`;

const askForStatus = 'Write into it what dmctl query-status prints, or what /apis/v1alpha1/status/ answers.';

const problemOf = (path: string, error: unknown, once: boolean): Problem => {
	if (error instanceof StatusFormatError) {
		return {what: `${path}: ${error.message}`, fix: error.fix || askForStatus, detail: ''};
	}

	if (error instanceof TextEncodingError) {
		return {what: `${path} ${error.message}`, fix: error.fix, detail: ''};
	}

	const detail = messageOf(error);
	switch (codeOf(error)) {
		case 'ENOENT':
		case 'ENOTDIR': {
			const fix = once ? 'Check the path.' : 'It is read as soon as it exists.';
			return {what: `${path} does not exist`, fix, detail: ''};
		}

		case 'EACCES':
		case 'EPERM': {
			return {what: `${path} may not be read`, fix: 'Check its permissions.', detail};
		}

		case 'ELOOP': {
			return {what: `${path} is a link that leads to itself`, fix: 'Give the path of a file.', detail};
		}

		default: {
			return {what: `${path} cannot be read: ${detail}`, fix: '', detail: ''};
		}
	}
};

export type ReadOptions = {
	/** The largest that is read, bytes; 64 MiB by default. */
	readonly limit?: number | undefined;
	/** It is not read again when it changes. */
	readonly once: boolean;
};

/**
 * Reads a status document from a file, which is called `path` in the words too. Never throws: whatever is wrong is told
 * as trouble.
 */
export const readStatusFile = async (
	path: string,
	{limit = fileLimit, once}: ReadOptions,
): Promise<FileReading> => {
	try {
		const entry = await stat(path);
		if (entry.isDirectory()) {
			return {
				problem: {
					what: `${path} is a folder`,
					fix: 'Give the path of a file with a status in it.',
					detail: '',
				},
			};
		}

		if (!entry.isFile()) {
			return {problem: {what: `${path} is not a regular file`, fix: 'Give the path of a file.', detail: ''}};
		}

		await using file = await open(path);
		const {size} = await file.stat();
		if (size > limit) {
			return {
				problem: {
					what: `${path} is larger than ${inMebibytes(limit)}: ${inMebibytes(size)}`,
					fix: 'No status is that large: is it the right file?',
					detail: '',
				},
			};
		}

		const bytes = await file.readFile();
		return bytes.length === 0
			? {
					problem: {
						what: `${path} is empty`,
						fix: once ? askForStatus : 'It is read again when it is written.',
						detail: '',
					},
				}
			: {status: await parseStatusInSlices(decodeText(bytes))};
	} catch (error) {
		return {problem: problemOf(path, error, once)};
	}
};
