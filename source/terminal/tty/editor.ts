/**
 * Lets the user edit text in an editor.
 */
import {spawnSync} from 'node:child_process';
import {closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {say} from '../../language/say.js';
import {messageOf} from '../thrown.js';

/** The edited text, or in one sentence why there is none. */
export type Edited = {readonly text: string} | {readonly failure: string};

/** The editor, chosen as by git and others; the value may have arguments. */
const editorOf = (environment: NodeJS.ProcessEnv): string =>
	[environment['VISUAL'], environment['EDITOR']].map(name => name?.trim() ?? '').find(name => name !== '') ??
	'vi';

/** The terminal that the editor reads where standard input is something else; undefined where there is none. */
const openKeyboard = (): number | undefined => {
	try {
		return openSync('/dev/tty', 'r');
	} catch {
		return undefined;
	}
};

/**
 * Opens a file in $VISUAL, $EDITOR or vi, which uses the terminal; '' on success, else why not. Blocks until the editor
 * ends.
 */
export const editFile = (file: string, environment: NodeJS.ProcessEnv): string => {
	const editor = editorOf(environment);
	let keyboard: number | undefined;
	try {
		if (!process.stdin.isTTY) {
			keyboard = openKeyboard();
			if (keyboard === undefined) {
				return say('The editor was not opened: there is no terminal.');
			}
		}

		// The setting is a user's command; the file is an argument, not part of the command.
		const {error, status, signal} = spawnSync('/bin/sh', ['-c', `${editor} "$@"`, editor, file], {
			stdio: [keyboard ?? 'inherit', 'inherit', 'inherit'],
		});
		if (error) {
			return say('The editor did not start: {why}', {why: error.message});
		}

		// A shell's exit codes for a command that cannot be run, or is not found.
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
 * Opens `text` in $VISUAL, $EDITOR or vi, and returns the saved text. Only the user can read the file, which is removed
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
