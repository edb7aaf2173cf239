/**
 * Text that a person writes in the editor of their choice.
 */
import {spawnSync} from 'node:child_process';
import {closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {say} from '../../language/say.js';
import {messageOf} from '../thrown.js';

/** What was written, or in one sentence why nothing was. */
export type Edited = {readonly text: string} | {readonly failure: string};

/** The editor as git and others choose it; its value may have arguments. */
const editorOf = (environment: NodeJS.ProcessEnv): string =>
	[environment['VISUAL'], environment['EDITOR']].map(name => name?.trim() ?? '').find(name => name !== '') ??
	'vi';

/**
 * Opens a file in $VISUAL, $EDITOR or vi, with the terminal for its own; '' when it ended well, else why not. Blocks until the
 * editor ends.
 */
export const editFile = (file: string, environment: NodeJS.ProcessEnv): string => {
	const editor = editorOf(environment);
	let keyboard: number | undefined;
	try {
		keyboard = process.stdin.isTTY ? undefined : openSync('/dev/tty', 'r');
		// The setting is a command of the user's own; the file is an argument, and no part of the command.
		const {error, status, signal} = spawnSync('/bin/sh', ['-c', `${editor} "$@"`, editor, file], {
			stdio: [keyboard ?? 'inherit', 'inherit', 'inherit'],
		});
		if (error) {
			return say('The editor did not start: {why}', {why: error.message});
		}

		// What a shell ends with when it cannot run a command, or does not find it.
		if (status === 126 || status === 127) {
			return say('The editor “{editor}” cannot be run: set $VISUAL or $EDITOR.', {editor});
		}

		return status === 0
			? ''
			: say('The editor ended with {how}.', {how: signal ?? say('exit code {code}', {code: status ?? ''})});
	} catch (error) {
		return say('The editor was not opened: {why}', {why: messageOf(error)});
	} finally {
		if (keyboard !== undefined) {
			closeSync(keyboard);
		}
	}
};

/**
 * Opens `text` in $VISUAL, $EDITOR or vi, and gives it as it was saved. The file is the user's alone and gone
 * afterwards. Blocks until the editor ends: call it while the terminal is lent. It does not throw.
 */
export const editText = (text: string, environment: NodeJS.ProcessEnv): Edited => {
	let folder: string | undefined;
	try {
		folder = mkdtempSync(path.join(tmpdir(), 'dm-top-'));
		const file = path.join(folder, 'dm-top.sql');
		writeFileSync(file, text === '' ? '' : `${text.trimEnd()}\n`, {mode: 0o600, flag: 'wx'});
		const failure = editFile(file, environment);
		return failure === ''
			? {text: readFileSync(file, 'utf8')}
			: {failure: say('Nothing is sent. {why}', {why: failure})};
	} catch (error) {
		return {failure: say('The editor was not opened: {why}', {why: messageOf(error)})};
	} finally {
		if (folder !== undefined) {
			rmSync(folder, {recursive: true, force: true});
		}
	}
};
