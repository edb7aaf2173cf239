/** The JSON schema in docs/ is that of the table, and takes what dm-top takes. */
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {parse} from 'smol-toml';
import {expect, test} from 'vitest';
import {readSettingsText} from '../../source/settings/file/file-settings.js';
import {settingsSchema} from '../../source/settings/file/schema.js';
import {settingsTemplate} from '../../source/settings/file/template.js';

test('docs/settings.schema.json is generated from the table of flags', async () => {
	await expect(settingsSchema()).toMatchFileSnapshot(
		path.join(import.meta.dirname, '../../docs/settings.schema.json'),
	);
});

test('a new settings file sets nothing until a line is uncommented, and then has no mistake', () => {
	const template = settingsTemplate();
	expect(Object.keys(parse(template))).toStrictEqual([]);
	const whole = template
		.replaceAll(/^#(?=[\[a-z])/gmv, '')
		// One of these says where a cluster is.
		.replaceAll(/^(?:file|simulate|provider|tiup) .*$/gmv, '');
	const {settings, mistakes} = readSettingsText(whole, '/c/config.toml', text => parse(text));
	expect(mistakes).toStrictEqual([]);
	expect(settings.top.get('interval')).toBe('2');
	expect(settings.clusters.get('prod')?.get('master-addr')).toBe('10.0.1.11:8261,10.0.1.12:8261');
});

test('the settings in docs/settings.md have no mistake', async () => {
	const page = await readFile(path.join(import.meta.dirname, '../../docs/settings.md'), 'utf8');
	const toml = /```toml\n(?<text>.*?)```/sv.exec(page)?.groups?.['text'] ?? '';
	const {settings, mistakes} = readSettingsText(toml, '/c/config.toml', text => parse(text));
	expect(mistakes).toStrictEqual([]);
	expect(settings.clusters.keys().toArray()).toStrictEqual(['prod', 'staging']);
});
