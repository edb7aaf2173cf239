/** What the environment says reaches the terminal as text, wherever it is repeated. */
import {expect, test} from 'vitest';
import {makeFolder} from '../folder.js';
import {invoked} from '../program/invoked.js';

const hostile = '\u{1B}]0;owned\u{7}\u{9B}31m\u{202E}\u{E000}\u{E0041}';

const names = [
	'HOME',
	'XDG_CONFIG_HOME',
	'XDG_STATE_HOME',
	'TIUP_HOME',
	'DM_TOP_CONFIG',
	'DM_TOP_DEBUG',
	'DM_TOP_LANG',
	'DM_TOP_THEME',
	'DM_TOP_PROMETHEUS',
	'DM_MASTER_ADDR',
	'LANG',
	'USER',
	'EDITOR',
];

test.each(
	names.flatMap(name => [
		[name, ['config']],
		[name, ['config', 'edit']],
		[name, ['--once', '--simulate', 'calm']],
		[name, ['--once', '@tiup:x']],
	]) as ReadonlyArray<readonly [string, readonly string[]]>,
)('%s in %j', async (name, words) => {
	const folder = makeFolder().path;
	const value = /HOME|CONFIG|DEBUG/v.test(name) ? `${folder}/${hostile}` : hostile;
	const {out, err} = await invoked(words, {env: {HOME: folder, EDITOR: 'true', [name]: value}});
	expect(out + err).toMatch(/^[\P{Control}\t\n]+$/v);
	expect(out + err).not.toMatch(/[\u{202E}\u{E000}\u{E0041}]/v);
});
