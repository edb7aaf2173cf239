import {describe, expect, it} from 'vitest';
import type {Key} from 'ink';
import {modes} from '../../../source/screens/keys/command.js';
import {bindings, commandOf} from '../../../source/screens/keys/bindings.js';
import {keyNames, showKey} from '../../../source/screens/keys/keys.js';

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
		const keys = bindings.filter(binding => binding.modes.includes(mode)).flatMap(binding => binding.keys);
		expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
	});

	it('says of every key what it does', () => {
		for (const binding of bindings) {
			expect(binding.help).not.toBe('');
			expect(binding.keys.length).toBeGreaterThan(0);
		}
	});

	it('never quits on Esc, and quits on Ctrl-C everywhere', () => {
		for (const mode of modes) {
			expect(commandOf(mode, 'ctrl+c')).toBe('quit');
			expect(['quit', 'leave']).not.toContain(commandOf(mode, 'esc'));
		}
	});
});

describe('the name of a key', () => {
	it('is the same however many come at once', () => {
		expect(keyNames('jj', none)).toEqual(['j', 'j']);
		expect(keyNames('', {...none, downArrow: true})).toEqual(['down']);
		expect(keyNames('c', {...none, ctrl: true})).toEqual(['ctrl+c']);
		expect(keyNames('', {...none, tab: true, shift: true})).toEqual(['shift+tab']);
		expect(keyNames('G', {...none, shift: true})).toEqual(['G']);
	});

	it('is nothing for keys that mean nothing here', () => {
		expect(keyNames('', none)).toEqual([]);
		expect(keyNames('x', {...none, meta: true})).toEqual([]);
	});

	it('is shown as a person writes it', () => {
		expect(showKey('enter', false)).toBe('↵');
		expect(showKey('enter', true)).toBe('Enter');
		expect(showKey('ctrl+l', false)).toBe('Ctrl-L');
	});
});
