/** Reads the first line of a file: is it a recording, and of what? */
import {say} from '../../../../language/say.js';
import {formatVersion, type RecordingHeader, readObject, RecordingError} from '../../format.js';
import {textOf} from '../../../json-fields.js';
import {problemText} from '../../../problem-text.js';
import {fileReason, codeOf} from '../../../../terminal/thrown.js';

const foreign = (name: string, line: string): RecordingError => {
	const fields = readObject(line);
	const isStatus =
		fields !== undefined && ['sources', 'tasks', 'result', 'data'].some(key => Object.hasOwn(fields, key));
	if (isStatus || /^\s*[\[\{]/v.test(line)) {
		return new RecordingError(
			say(
				'{name} is JSON, but not a recording of dm-top. If it is a status of DM, show it with --file {name}.',
				{name},
			),
		);
	}

	const beginning = JSON.stringify(line.slice(0, 40));
	return new RecordingError(
		say(
			'{name} is not a recording of dm-top: it begins with {beginning}. Recordings are made with --record FILE.',
			{name, beginning},
		),
	);
};

const firstWords = '{"dm-top":';

/**
 * Reads the header from the text that a file begins with.
 *
 * @param name The name of the file in messages: the path as it was given.
 * @param text Its beginning, decompressed.
 * @throws {RecordingError} When it is not a recording, or cannot be read.
 */
export const readHeader = (name: string, text: string): RecordingHeader => {
	const end = text.indexOf('\n');
	const line = end === -1 ? text : text.slice(0, end);
	const fields = readObject(line);
	if (fields?.['dm-top'] !== 'recording') {
		if (end === -1 && (line.startsWith(firstWords) || firstWords.startsWith(line))) {
			throw new RecordingError(
				say(
					'{name} ends before its first line does: nothing was recorded yet, or the rest of the file was lost.',
					{name},
				),
			);
		}

		throw foreign(name, line);
	}

	const {format, version, provider, title, start, redacted, recording, part} = fields;
	if (typeof format !== 'number' || format > formatVersion) {
		throw new RecordingError(
			say(
				'{name} was recorded by a newer dm-top, in format {format}; this one reads {own}. Replay it with that version.',
				{
					name,
					format: JSON.stringify(format) ?? '',
					own: formatVersion,
				},
			),
		);
	}

	return {
		'dm-top': 'recording',
		format,
		version: textOf(version),
		provider: textOf(provider),
		title: textOf(title),
		start: typeof start === 'number' && Number.isFinite(start) ? start : 0,
		redacted: redacted === true,
		recording: textOf(recording),
		part: typeof part === 'number' ? part : 1,
	};
};

/** The error for a pipe, a device or a socket, of which not any part can be read. */
export const notAFile = (name: string): RecordingError =>
	new RecordingError(
		say(
			'{name} is a pipe, a device or a socket, but a recording is read at any place. Save it to a file first; a live stream of statuses is shown with --file {name}.',
			{name},
		),
	);

/** Why a file could not be opened or read, in plain words. */
export const openFailure = (name: string, error: unknown): RecordingError => {
	switch (codeOf(error)) {
		case 'ENOENT':
		case 'ENOTDIR': {
			return new RecordingError(say('There is no file {name} to replay.', {name}));
		}

		case 'EISDIR': {
			return new RecordingError(say('{name} is a folder: give the recording in it.', {name}));
		}

		// A socket, or a device that is not there.
		case 'ENXIO':
		case 'ENODEV': {
			return notAFile(name);
		}

		case 'EACCES':
		case 'EPERM': {
			return new RecordingError(say('{name} may not be read: no permission.', {name}));
		}

		default: {
			const message = fileReason(error);
			return new RecordingError(
				problemText({what: say('{path} cannot be read: {why}', {path: name, why: message}), fix: ''}),
			);
		}
	}
};
