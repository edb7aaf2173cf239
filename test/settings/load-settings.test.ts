/** A settings file that is not a file. */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {loadSettings} from '../../source/settings/file/load-settings.js';

test('a settings file that is a folder is called one, without advice about permissions', async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'dm-top-'));
	onTestFinished(() => {
		rmSync(folder, {recursive: true});
	});
	await expect(loadSettings(folder, false)).rejects.toThrow(
		`The settings file ${folder} cannot be read: it is a folder.`,
	);
});
