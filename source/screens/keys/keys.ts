/**
 * Names of keys, from Ink's events.
 */
import type {Key} from 'ink';
import type {Symbols} from '../../components/symbols.js';
import {segmentsOf} from '../../terminal/width.js';

const named: ReadonlyArray<readonly [keyof Key, string]> = [
	['upArrow', 'up'],
	['downArrow', 'down'],
	['leftArrow', 'left'],
	['rightArrow', 'right'],
	['pageUp', 'pageup'],
	['pageDown', 'pagedown'],
	['home', 'home'],
	['end', 'end'],
	['return', 'enter'],
	['escape', 'esc'],
	['tab', 'tab'],
	['backspace', 'backspace'],
	['delete', 'delete'],
];

/** Keys that mean something else with Shift. */
const shiftable: ReadonlySet<string> = new Set(['tab', 'left', 'right']);

/** The key that a control character is; Ink names it only where it comes alone. */
const controlKey = (character: string): string | undefined => {
	const code = character.codePointAt(0)!;
	return code > 0 && code <= 26 ? `ctrl+${String.fromCodePoint(code + 0x60)}` : undefined;
};

/**
 * The keys of one of Ink's input events, by name: `up`, `enter`, `ctrl+c`, `shift+tab`, or the character itself. On a
 * slow connection several characters arrive at once; each is a separate key. Unknown keys give none.
 */
export const keyNames = (input: string, key: Key): string[] => {
	if (key.eventType === 'release') {
		return [];
	}

	for (const [flag, name] of named) {
		if (key[flag] === true) {
			return [key.shift && shiftable.has(name) ? `shift+${name}` : name];
		}
	}

	if (key.meta || key.super || key.hyper) {
		// Esc and Ctrl-C, one right after the other.
		return key.meta && key.ctrl && input === 'c' ? ['ctrl+c'] : [];
	}

	if (key.ctrl) {
		return input === '' ? [] : [`ctrl+${input.toLowerCase()}`];
	}

	return [...segmentsOf(input)].map(({segment}) => {
		switch (segment) {
			case ' ': {
				return 'space';
			}

			case '\r':
			case '\n': {
				return 'enter';
			}

			case '\t': {
				return 'tab';
			}

			default: {
				return controlKey(segment) ?? segment;
			}
		}
	});
};

/** What terminals send for F1 to F12 (xterm, VT220, rxvt, the Linux console), behind the escape. */
const functionKeys: ReadonlyMap<string, string> = new Map([
	...['P', 'Q', 'R', 'S'].flatMap((letter, index) => [
		[`O${letter}`, `f${index + 1}`] as const,
		[`[${letter}`, `f${index + 1}`] as const,
	]),
	...['A', 'B', 'C', 'D', 'E'].map((letter, index) => [`[[${letter}`, `f${index + 1}`] as const),
	...[11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24].map(
		(code, index) => [`[${code}~`, `f${index + 1}`] as const,
	),
]);

/** The name of a function key by its sequence: `f1` to `f12`; undefined for all else. */
export const functionKeyOf = (sequence: string): string | undefined =>
	sequence.startsWith('\u{1B}') ? functionKeys.get(sequence.slice(1)) : undefined;

const shown = new Map([
	['up', '↑'],
	['down', '↓'],
	['left', '←'],
	['right', '→'],
	['enter', '↵'],
	['esc', 'Esc'],
	['space', 'Space'],
	['tab', 'Tab'],
	['shift+tab', 'Shift-Tab'],
	['shift+left', 'Shift-←'],
	['shift+right', 'Shift-→'],
	['pageup', 'PgUp'],
	['pagedown', 'PgDn'],
	['home', 'Home'],
	['end', 'End'],
	['backspace', 'Backspace'],
	['delete', 'Delete'],
]);

const shownInAscii = new Map([
	['up', 'Up'],
	['down', 'Down'],
	['left', 'Left'],
	['right', 'Right'],
	['enter', 'Enter'],
]);

/** A key as a person writes it: `↵`, `PgDn`, `Ctrl-L`. */
export const showKey = (name: string, {isAscii}: Symbols): string => {
	const text = (isAscii ? shownInAscii.get(name) : undefined) ?? shown.get(name);
	if (text !== undefined) {
		return text;
	}

	if (/^f\d+$/v.test(name)) {
		return name.toUpperCase();
	}

	return name.startsWith('ctrl+') ? `Ctrl-${name.slice(5).toUpperCase()}` : name;
};
