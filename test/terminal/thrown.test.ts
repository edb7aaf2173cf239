/** Messages of what was thrown. */
import {expect, test} from 'vitest';
import {messageOf} from '../../source/terminal/thrown.js';

const missing = (from: string): Error =>
	Object.assign(new Error(`Cannot find module '/x/send-DA3GMO6G.js' imported from ${from}`), {
		code: 'ERR_MODULE_NOT_FOUND',
	});

test('a part of dm-top that an update has removed while it runs is told as that', () => {
	const own = new URL('../../source/terminal/open-OSNWOC4B.js', import.meta.url).pathname;
	expect(messageOf(missing(own))).toBe(
		'dm-top was updated or removed since it started: quit and start it again',
	);
});

test('any other message stays as it is', () => {
	expect(messageOf(missing('/home/a/my-provider.js'))).toContain('Cannot find module');
	expect(messageOf(new Error('no'))).toBe('no');
	expect(messageOf('no')).toBe('no');
});
