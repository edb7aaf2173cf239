import {expect, it} from 'vitest';
import {throughTmux} from '../../../source/terminal/escape-codes.js';
import {InkScreen} from '../../../source/terminal/frame/ink-screen.js';
import {notificationSequence} from '../../../source/terminal/notification.js';

it.each([
	['a notification of kitty’s', notificationSequence('done', {TERM: 'xterm-kitty'})],
	['the same inside tmux', notificationSequence('done', {TERM: 'xterm-kitty', TMUX: '/tmp/tmux'})],
	['several sequences through tmux', throughTmux('\u{1B}]9;a\u{1B}\\\u{1B}]9;b\u{1B}\\')],
])('passes %s on complete, and text after it is text', (_name, sequence) => {
	const screen = new InkScreen(2);
	screen.write(`\u{1B}[?1049h${sequence}after`);
	expect(screen.takeControls()).toBe(sequence);
	expect(screen.lines).toEqual(['after', '']);
});
