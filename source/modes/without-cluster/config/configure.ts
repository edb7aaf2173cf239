/**
 * `dm-top config`: the effective settings and their origin, the settings file in an editor, its schema.
 */
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import type {Writable} from 'node:stream';
import {say} from '../../../language/say.js';
import {fileReason} from '../../../terminal/thrown.js';
import {noFileSettings} from '../../../settings/file/file-settings.js';
import type {FlagValues} from '../../../settings/flags/flags.js';
import {
	loadSettings,
	mistakeLines,
	parseSettings,
	settingsText,
} from '../../../settings/file/load-settings.js';
import {settingsPath} from '../../../settings/file/places.js';
import {findProfile} from '../../../settings/clusters/profiles.js';
import {type Resolved, resolveSettings} from '../../../settings/resolve.js';
import {makeFolder} from '../../../terminal/files/make-folder.js';
import {sanitize} from '../../../terminal/sanitize.js';
import {editFile} from '../../../terminal/tty/editor.js';
import {complain, complainTo} from '../../complain.js';
import type {Invocation} from '../../invocation.js';
import {openChoice} from '../../written/kept/keep-choice.js';
import {keptFile} from '../../written/kept/places.js';
import {asksToEditAgain} from './ask-again.js';
import {shownSettings} from './shown.js';

/** The command line of `dm-top config`. */
export type ConfigureWords = {
	readonly values: FlagValues;
	/** `config` and the words after it. */
	readonly positionals: readonly string[];
	readonly clusters: readonly string[];
};

const complainOf = (errors: Writable, lines: readonly string[]): void => {
	for (const line of lines) {
		complain(errors, line);
	}
};

const show = async (
	{values, clusters}: ConfigureWords,
	{environment, output, errors}: Invocation,
	file: string,
): Promise<number> => {
	const read = await loadSettings(file, values.config !== undefined);
	const {settings, mistakes} = read;
	const [name] = clusters;
	const profile = name === undefined ? undefined : await findProfile(name, settings, environment);
	const {config: _, ...given} = values;
	const resolved = resolveSettings({given, environment, file: settings, profile});
	const isThere = settings !== noFileSettings;
	const chosen = chosenOnScreen(resolved, environment, complainTo(errors));
	output.write(shownSettings(resolved, settings, {path: file, isThere, chosen}));
	complainOf(errors, mistakeLines(file, read));
	return mistakes.length === 0 ? 0 : 2;
};

/** What was chosen on the screen and is in effect, by its key. */
const chosenOnScreen = (
	{said, values}: Resolved,
	environment: NodeJS.ProcessEnv,
	onProblem: (text: string) => void,
): ReadonlyMap<string, string> => {
	const file = values.state === false ? '' : keptFile('', environment);
	return new Map(
		(['theme', 'lang'] as const).flatMap(key => {
			const {chosen} = openChoice(key, {file, said: said.get(key), onProblem});
			return chosen === undefined ? [] : [[key, chosen] as const];
		}),
	);
};

/** Creates the file if it does not exist, with every key in it as a comment. */
const makeFile = async (file: string): Promise<void> => {
	if (settingsText(file) !== undefined) {
		return;
	}

	const {settingsTemplate} = await import('../../../settings/file/template.js');
	makeFolder(path.dirname(file));
	writeFileSync(file, settingsTemplate(), {mode: 0o600, flag: 'wx'});
};

const edit = async (invocation: Invocation, file: string): Promise<number> => {
	const {environment, output, errors} = invocation;
	try {
		await makeFile(file);
	} catch (error) {
		complain(errors, say('The settings file cannot be created: {why}', {why: fileReason(error)}));
		return 2;
	}

	let isAgain = true;
	while (isAgain) {
		const failure = editFile(file, environment);
		if (failure !== '') {
			complain(errors, failure);
			return 2;
		}

		const text = settingsText(file);
		if (text === undefined) {
			output.write(
				`${sanitize(say('There is no settings file {file} any more: the defaults are in effect.', {file}))}\n`,
			);
			return 0;
		}

		const read = await parseSettings(text, file);
		if (read.mistakes.length === 0) {
			output.write(`${sanitize(say('{file} has no mistakes.', {file}))}\n`);
			return 0;
		}

		complainOf(errors, mistakeLines(file, read));

		isAgain = await asksToEditAgain(invocation);
	}

	complain(errors, say('dm-top does not start with this file. dm-top config edit opens it again.'));
	return 2;
};

/** Does what `dm-top config`, `config edit` or `config schema` asks for; returns the exit code. */
export const configure = async (words: ConfigureWords, invocation: Invocation): Promise<number> => {
	const file = settingsPath(words.values.config, invocation.environment);
	switch (words.positionals[1]) {
		case 'edit': {
			return edit(invocation, file);
		}

		case 'schema': {
			const {settingsSchema} = await import('../../../settings/file/schema.js');
			invocation.output.write(settingsSchema());
			return 0;
		}

		default: {
			return show(words, invocation, file);
		}
	}
};
