/**
 * Reads the settings file. The TOML library is only loaded where there is one.
 */
import {statSync} from 'node:fs';
import {say} from '../../language/say.js';
import {sentences} from '../../language/sentences.js';
import {problemText} from '../../providers/problem-text.js';
import {readTextFileSync} from '../../terminal/files/text-file.js';
import {codeOf, fileReason} from '../../terminal/thrown.js';
import {UsageError} from '../usage-error.js';
import {type FileSettings, type ReadSettings, noFileSettings, readSettingsText} from './file-settings.js';
import {settingsPath} from './places.js';

/** Whether it is a pipe or a device, which can only be read once and may never end. */
export const isStream = (path: string): boolean => {
	const found = statSync(path, {throwIfNoEntry: false});
	return found !== undefined && !found.isFile() && !found.isDirectory();
};

/** The text of a file; undefined where there is none. */
export const settingsText = (path: string): string | undefined => {
	try {
		return readTextFileSync(path).replace(/^\u{FEFF}/v, '');
	} catch (error) {
		const code = codeOf(error);
		if (code === 'ENOENT' || code === 'ENOTDIR') {
			return undefined;
		}

		throw new UsageError(
			sentences(
				say('The settings file {path} cannot be read: {why}.', {path, why: fileReason(error)}),
				code === 'EACCES' || code === 'EPERM' ? say('Check its permissions.') : '',
			),
		);
	}
};

/** A text, read with the TOML library. */
export const parseSettings = async (text: string, path: string): Promise<ReadSettings> => {
	const {parse} = await import('smol-toml');
	return readSettingsText(text, path, one => parse(one));
};

/**
 * The settings in the file, and its mistakes; empty where there is none. `isAsked`: it was named, so it must exist.
 *
 * @throws {UsageError} when it cannot be read.
 */
export const loadSettings = async (path: string, isAsked: boolean): Promise<ReadSettings> => {
	const text = settingsText(path);
	if (text !== undefined) {
		return parseSettings(text, path);
	}

	if (isAsked) {
		throw new UsageError(say('There is no settings file {path}.', {path}));
	}

	return {settings: noFileSettings, mistakes: []};
};

/** Mistakes as lines, each with its place: `~/.config/dm-top/config.toml:3: …`. */
export const mistakeLines = (path: string, {mistakes}: Pick<ReadSettings, 'mistakes'>): readonly string[] =>
	mistakes.map(({line, text}) => `${path}:${line}: ${problemText({what: text, fix: ''})}`);

/**
 * The settings of a file without mistakes: one in `read-only` must not go unnoticed.
 *
 * @throws {UsageError} with one line for every mistake.
 */
export const openSettings = async (
	asked: string | undefined,
	environment: NodeJS.ProcessEnv,
): Promise<FileSettings> => {
	const path = settingsPath(asked, environment);
	const read = await loadSettings(path, asked !== undefined || (environment['DM_TOP_CONFIG'] ?? '') !== '');
	if (read.mistakes.length > 0) {
		throw new UsageError(
			[...mistakeLines(path, read), say('dm-top config edit opens it; --config FILE uses another.')].join(
				'\n',
			),
		);
	}

	return read.settings;
};
