import {Buffer} from 'node:buffer';
import {describe, expect, it} from 'vitest';
import {clipboardSequence, clipboardSupport} from '../../source/terminal/clipboard.js';
import {InkScreen} from '../../source/terminal/frame/ink-screen.js';

const text = 'mysql-bin.000088:725886232 ✓';
const base64 = Buffer.from(text).toString('base64');

describe('the sequence', () => {
	it('is OSC 52', () => {
		expect(clipboardSequence(text, {})).toBe(`\u{1B}]52;c;${base64}\u{7}`);
	});

	it('goes to tmux and through it', () => {
		expect(clipboardSequence(text, {TMUX: '/tmp/tmux-1/default,1,0'})).toBe(
			`\u{1B}]52;c;${base64}\u{7}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;${base64}\u{7}\u{1B}\\`,
		);
	});

	it('goes through GNU screen in pieces that are not too long', () => {
		const sequence = clipboardSequence('x'.repeat(2000), {STY: '1.pts'});
		const pieces = sequence.split('\u{1B}\\').slice(0, -1);
		expect(pieces.length).toBe(6);
		for (const piece of pieces) {
			expect(piece.startsWith('\u{1B}P')).toBe(true);
			expect(piece.length).toBeLessThanOrEqual(514);
		}

		expect(pieces.map(piece => piece.slice(2)).join('')).toBe(clipboardSequence('x'.repeat(2000), {}));
	});

	it.each([{}, {TMUX: 'x'}, {STY: 'x'}])(
		'reaches the terminal complete, and never the picture (%j)',
		environment => {
			const screen = new InkScreen(3);
			screen.write(`\u{1B}[?1049hbefore${clipboardSequence(text, environment)}after`);
			expect(screen.takeControls()).toBe(clipboardSequence(text, environment));
			expect(screen.lines[0]).toBe('beforeafter');
		},
	);
});

describe('the known state of a clipboard', () => {
	it.each([
		[{TERM: 'xterm-256color'}, 'yes'],
		[{TERM: 'xterm-256color', KONSOLE_VERSION: '241202'}, 'yes'],
		[{TERM: 'xterm-256color', KONSOLE_VERSION: '230804'}, 'no'],
		[{TERM: 'xterm-256color', VTE_VERSION: '7600'}, 'no'],
		[{TERM: 'xterm-256color', TERM_PROGRAM: 'Apple_Terminal'}, 'no'],
		[{TERM: 'linux'}, 'no'],
		[{TERM: 'tmux-256color', TMUX: 'x', VTE_VERSION: '7600'}, 'maybe'],
	])('%j: %s', (environment, kind) => {
		expect(clipboardSupport(environment).kind).toBe(kind);
	});
});
