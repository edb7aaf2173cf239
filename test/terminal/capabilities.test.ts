import {describe, expect, it} from 'vitest';
import {capabilities} from '../../source/terminal/capabilities.js';

describe('capabilities', () => {
	it('of a modern terminal include everything', () => {
		expect(capabilities({TERM: 'xterm-256color', COLORTERM: 'truecolor', LANG: 'en_US.UTF-8'})).toEqual({
			cursorAddressing: true,
			alternateScreen: true,
			synchronizedOutput: true,
			scrolling: 'pan',
			shiftCharacters: true,
			columnAddressing: true,
			eraseCharacters: true,
			title: true,
			colorDepth: 24,
			lightBackground: false,
			unicode: true,
			braille: true,
		});
	});

	it('of a console do not include braille, nor do those of any terminal without UTF-8', () => {
		expect(capabilities({TERM: 'linux', LANG: 'C.UTF-8'})).toMatchObject({unicode: true, braille: false});
		expect(capabilities({TERM: 'xterm', LANG: 'C'})).toMatchObject({unicode: false, braille: false});
		expect(capabilities({TERM: 'xterm', LANG: 'C.UTF-8'})).toMatchObject({unicode: true, braille: true});
	});

	it('of a dumb terminal, or one without a name, are empty', () => {
		for (const environment of [{TERM: 'dumb'}, {TERM: ''}, {}]) {
			expect(capabilities(environment)).toMatchObject({
				cursorAddressing: false,
				alternateScreen: false,
				synchronizedOutput: false,
				colorDepth: 1,
			});
		}
	});

	it('of old terminals exclude what those would print as text or do wrong', () => {
		for (const term of ['vt100', 'vt220', 'linux', 'ansi']) {
			expect(capabilities({TERM: term})).toMatchObject({
				cursorAddressing: true,
				alternateScreen: false,
				synchronizedOutput: false,
				scrolling: 'index',
			});
		}

		expect(capabilities({TERM: 'vt100'}).eraseCharacters).toBe(false);
		expect(capabilities({TERM: 'vt100'}).shiftCharacters).toBe(false);
		expect(capabilities({TERM: 'linux'}).eraseCharacters).toBe(true);
	});

	it('inside tmux are those of tmux, whatever TERM says', () => {
		expect(capabilities({TERM: 'screen-256color', TMUX: '/tmp/tmux-0/default,1,0'})).toMatchObject({
			scrolling: 'pan',
			synchronizedOutput: true,
		});
		expect(capabilities({TERM: 'screen-256color'})).toMatchObject({
			scrolling: 'index',
			synchronizedOutput: false,
			alternateScreen: true,
		});
	});

	it.for([
		[{TERM: 'xterm-256color'}, 8],
		[{TERM: 'xterm-kitty'}, 24],
		[{TERM: 'xterm-256color', TERM_PROGRAM: 'iTerm.app'}, 24],
		[{TERM: 'linux'}, 4],
		[{TERM: 'vt100'}, 1],
		[{TERM: 'xterm-256color', COLORTERM: 'truecolor', NO_COLOR: '1'}, 1],
		[{TERM: 'xterm-256color', NO_COLOR: ''}, 8],
		[{TERM: 'xterm-256color', FORCE_COLOR: '0'}, 1],
		[{TERM: 'dumb', FORCE_COLOR: '3'}, 24],
		[{TERM: 'xterm-256color', NO_COLOR: '1', FORCE_COLOR: '3'}, 1],
	] as const)('with %j show colours of %i bits', ([environment, depth]) => {
		expect(capabilities(environment).colorDepth).toBe(depth);
	});

	it.for([
		['0;15', true],
		['0;default;15', true],
		['0;7', true],
		['15;0', false],
		['7;8', false],
		['default;default', false],
		['', false],
	] as const)('with COLORFGBG=%s have a light background: %s', ([colors, expected]) => {
		expect(capabilities({TERM: 'xterm', COLORFGBG: colors}).lightBackground).toBe(expected);
	});

	it.for([
		[{LANG: 'de_DE.UTF-8'}, true],
		[{LANG: 'C.utf8'}, true],
		[{LANG: 'C'}, false],
		[{}, false],
		[{LC_ALL: 'C', LANG: 'de_DE.UTF-8'}, false],
		[{LC_ALL: '', LC_CTYPE: 'zh_CN.UTF-8', LANG: 'C'}, true],
		[{LANG: 'zh_CN.GBK'}, false],
	] as const)('with the locale %j allow more than ASCII: %s', ([environment, expected]) => {
		expect(capabilities({TERM: 'xterm', ...environment}).unicode).toBe(expected);
	});
});
