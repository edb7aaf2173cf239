/** A settings file that is not a file. */
import {expect, test} from 'vitest';
import {loadSettings} from '../../source/settings/file/load-settings.js';
import {makeFolder} from '../folder.js';

test('a settings file that is a folder is called one, without advice about permissions', async () => {
	const folder = makeFolder().path;
	await expect(loadSettings(folder, false)).rejects.toThrow(
		`The settings file ${folder} cannot be read: it is a folder.`,
	);
});
