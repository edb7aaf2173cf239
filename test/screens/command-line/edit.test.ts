import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {applyEdit, editOf, graphemes, insert} from '../../../source/screens/command-line/edit.js';

describe('the line being typed', () => {
	it('inserts text at the cursor', () => {
		const edit = applyEdit(applyEdit(editOf('oders'), 'cursor-start'), 'cursor-right');
		expect(insert(edit, 'r')).toEqual({text: 'orders', cursor: 2});
	});

	it('counts the same whether text comes at once or one character after the other', () => {
		fc.assert(
			fc.property(
				fc.string({unit: fc.constantFrom('a', ' ', 'é', '─', '订', '\u{301}', '\u{200D}', '👩')}),
				text => {
					let typed = editOf('x');
					for (const character of text) {
						typed = insert(typed, character);
					}

					expect(typed).toEqual(insert(editOf('x'), text));
					expect(typed.cursor).toBe(graphemes(typed.text).length);
				},
			),
		);
	});

	it('erases a whole character, however many code units it takes', () => {
		expect(applyEdit(editOf('订👩‍👩‍👧'), 'erase')).toEqual({text: '订', cursor: 1});
	});

	it('erases a word, a line', () => {
		expect(applyEdit(editOf('orders !error'), 'erase-word').text).toBe('orders ');
		expect(applyEdit(editOf('orders !error'), 'erase-line').text).toBe('');
	});

	it('treats a paste as one line: no line break in it presses Enter', () => {
		expect(insert(editOf(''), 'orders\r\nq\n\u{1B}[A').text).toBe('orders q [A');
	});

	it('keeps its cursor within the text', () => {
		const commands = fc.constantFrom(
			'erase',
			'erase-word',
			'erase-line',
			'cursor-left',
			'cursor-right',
			'cursor-start',
			'cursor-end',
		);
		fc.assert(
			fc.property(fc.string({unit: 'grapheme'}), fc.array(commands), (text, pressed) => {
				let edit = editOf(text);
				for (const command of pressed) {
					edit = applyEdit(edit, command);
					expect(edit.cursor).toBeGreaterThanOrEqual(0);
					expect(edit.cursor).toBeLessThanOrEqual(graphemes(edit.text).length);
				}
			}),
		);
	});
});
