import {describe, expect, it} from 'vitest';
import {notificationSequence} from '../../source/terminal/notification.js';

describe('a notification', () => {
	it.each([
		[{TERM: 'xterm-kitty'}, '\u{1B}]99;i=dm-top;a; b\u{1B}\\'],
		[{TERM: 'rxvt-unicode-256color'}, '\u{1B}]777;notify;dm-top;a, b\u{7}'],
		[{TERM: 'foot'}, '\u{1B}]777;notify;dm-top;a, b\u{7}'],
		[{TERM: 'xterm-256color', TERM_PROGRAM: 'WezTerm'}, '\u{1B}]9;a; b\u{7}'],
		[{TERM: 'xterm-256color', TERM_PROGRAM: 'iTerm.app'}, '\u{1B}]9;a; b\u{7}'],
		[{TERM: 'tmux-256color', TMUX: '/tmp/tmux'}, '\u{1B}Ptmux;\u{1B}\u{1B}]9;a; b\u{7}\u{1B}\\'],
		[{TERM: 'xterm-256color'}, ''],
		[{TERM: 'linux'}, ''],
		[{}, ''],
	])('in %o is written as that terminal expects it', (environment, sequence) => {
		expect(notificationSequence('a; b', environment)).toBe(sequence);
	});

	it('contains no control sequences, and is truncated', () => {
		const sequence = notificationSequence(`\u{1B}]0;x\u{7}${'y'.repeat(500)}`, {TERM_PROGRAM: 'ghostty'});
		expect(sequence).toBe(`\u{1B}]9;␛]0;x␇${'y'.repeat(194)}\u{7}`);
	});
});
