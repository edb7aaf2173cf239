import {describe, expect, it} from 'vitest';
import type {Key} from 'ink';
import {unicodeSymbols, asciiSymbols} from '../../../source/components/symbols.js';
import {actionOf, actions, modeNames} from '../../../source/screens/keys/table.js';
import {functionKeyOf, keyNames, showKey} from '../../../source/screens/keys/keys.js';

const modes = modeNames.keys().toArray();

const none: Key = {
	upArrow: false,
	downArrow: false,
	leftArrow: false,
	rightArrow: false,
	pageDown: false,
	pageUp: false,
	home: false,
	end: false,
	return: false,
	escape: false,
	ctrl: false,
	shift: false,
	tab: false,
	backspace: false,
	delete: false,
	meta: false,
	super: false,
	hyper: false,
	capsLock: false,
	numLock: false,
};

describe('the table of keys', () => {
	it.each(modes)('binds no key twice in %s', mode => {
		const keys = actions.filter(action => action.modes.includes(mode)).flatMap(action => action.keys);
		expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
	});

	it('describes every key', () => {
		for (const {help, keys} of actions) {
			expect(help).not.toBe('');
			expect(keys.length).toBeGreaterThan(0);
		}
	});

	it('quits on Ctrl-C everywhere', () => {
		for (const mode of modes) {
			expect(actionOf([mode, 'list'], 'ctrl+c')?.help).toBe('quit at once');
		}
	});

	it('says of each key that pages where a text may be written whether it does there', () => {
		expect(actionOf(['dialog'], 'ctrl+f')?.help).toContain('not where a text is written');
	});

	it('checks the modes in their order', () => {
		expect(actionOf(['replay', 'list'], 'p')?.help).toBe('pause or continue the recording');
		expect(actionOf(['list'], 'p')?.help).toContain('freeze');
		expect(actionOf(['replay', 'list'], 's')?.help).toBe('sort by any column');
	});
});

describe('the name of a key', () => {
	it('is the same however many come at once', () => {
		expect(keyNames('jj', none)).toEqual(['j', 'j']);
		expect(keyNames('2\u{1A}', none)).toEqual(['2', 'ctrl+z']);
		expect(keyNames('\u{1}\u{C}x', none)).toEqual(['ctrl+a', 'ctrl+l', 'x']);
		expect(keyNames('', {...none, downArrow: true})).toEqual(['down']);
		expect(keyNames('c', {...none, ctrl: true})).toEqual(['ctrl+c']);
		// Right behind Esc it is reported with Alt.
		expect(keyNames('c', {...none, ctrl: true, meta: true})).toEqual(['ctrl+c']);
		expect(keyNames('', {...none, tab: true, shift: true})).toEqual(['shift+tab']);
		expect(keyNames('G', {...none, shift: true})).toEqual(['G']);
	});

	it('is empty for keys without a meaning here', () => {
		expect(keyNames('', none)).toEqual([]);
		expect(keyNames('x', {...none, meta: true})).toEqual([]);
	});

	it('is written as people write it', () => {
		expect(showKey('enter', unicodeSymbols)).toBe('↵');
		expect(showKey('enter', asciiSymbols)).toBe('Enter');
		expect(showKey('ctrl+l', unicodeSymbols)).toBe('Ctrl-L');
	});
});

describe('a function key', () => {
	it('is recognized in the encoding of any terminal', () => {
		for (const sequence of ['\u{1B}OP', '\u{1B}[P', '\u{1B}[[A', '\u{1B}[11~']) {
			expect(functionKeyOf(sequence)).toBe('f1');
		}

		expect(functionKeyOf('\u{1B}[[E')).toBe('f5');
		expect(functionKeyOf('\u{1B}[15~')).toBe('f5');
		expect(functionKeyOf('\u{1B}[17~')).toBe('f6');
		expect(functionKeyOf('\u{1B}[21~')).toBe('f10');
		expect(functionKeyOf('\u{1B}[24~')).toBe('f12');
		expect(functionKeyOf('\u{1B}[A')).toBeUndefined();
		expect(functionKeyOf('OP')).toBeUndefined();
		expect(showKey('f10', unicodeSymbols)).toBe('F10');
	});
});
