import {describe, expect, it, test} from 'vitest';
import {lineText, lineWidth} from '../../../source/components/line.js';
import {asciiSymbols, unicodeSymbols} from '../../../source/components/symbols.js';
import {usageOf, verbs} from '../../../source/screens/command-line/verbs.js';
import {showKey} from '../../../source/screens/keys/keys.js';
import {actions} from '../../../source/screens/keys/table.js';
import {meanings} from '../../../source/screens/lists/meanings.js';
import {helpSections} from '../../../source/screens/texts/help.js';
import {layoutInColumns, layoutSections} from '../../../source/screens/texts/text.js';

describe.each([80, 120])('the help at %d columns', width => {
	const lines = helpSections('locks', unicodeSymbols).flatMap(section => layoutSections([section], width));
	const labels = lines.map(line => line[0]?.text.trim() ?? '');
	const words = lines
		.map(line => lineText(line))
		.join(' ')
		.replaceAll(/\s+/gv, ' ');

	it('fits', () => {
		for (const line of lines) {
			expect(lineWidth(line)).toBeLessThanOrEqual(width);
		}
	});

	it('has every key, column and command, in full', () => {
		for (const {keys} of actions) {
			expect(labels).toContain(keys.map(key => showKey(key, unicodeSymbols)).join(' '));
		}

		for (const {title, help} of meanings.values().toArray().flat()) {
			expect(labels).toContain(title);
			expect(words).toContain(help);
		}

		for (const verb of verbs) {
			expect(words).toContain(usageOf(verb));
		}
	});

	it('begins with the keys and columns of the current screen', () => {
		const headings = lines.filter(line => line[0]?.style === 'title').map(line => lineText(line));
		expect(headings.slice(0, 4)).toEqual(['Keys here', 'Columns of Locks', 'Signs', 'Filters']);
	});
});

it('has two columns where they fit, each read downwards, and loses nothing', () => {
	const laid = (width: number) =>
		layoutInColumns(helpSections('tasks', unicodeSymbols), width).map(line => lineText(line).trimEnd());
	const wide = laid(200);
	const words = (lines: readonly string[]) => lines.flatMap(line => line.trim().split(/\s+/v)).toSorted();
	expect(laid(120)).toEqual(
		helpSections('tasks', unicodeSymbols).flatMap(section =>
			layoutSections([section], 120).map(line => lineText(line).trimEnd()),
		),
	);
	expect(words(wide)).toEqual(words(laid(120)));
	expect(wide.length).toBeLessThan(laid(120).length * 0.7);
	expect(Math.max(...wide.map(line => line.length))).toBeLessThanOrEqual(200);
	expect(wide[0]).toBe('Keys here');
	const [, first = '', second = ''] = wide;
	expect(first).toMatch(/^ ↑ k .*one row up {2,}\S/v);
	expect(second).toMatch(/^ ↓ j .*one row down {2,}\S/v);
});

it('explains the signs as they are drawn: in ASCII a bound of a lag is >=, not >', () => {
	const lines = helpSections('tasks', asciiSymbols).flatMap(section => layoutSections([section], 400));
	const words = lines.map(line => lineText(line)).join('\n');
	expect(words).toContain('>= at least that');
	expect(words).toContain('>= it was already so when dm-top started');
	expect(words).not.toContain('≥');
});

test('on a page of text the keys are about lines and the search, in a table about rows and the filter', () => {
	const keysOn = (of: 'help' | 'tasks') => {
		const lines = layoutSections(helpSections(of, unicodeSymbols).slice(0, 1), 120);
		return lines
			.slice(0, 10)
			.map(line => lineText(line))
			.join('\n');
	};

	expect(keysOn('help')).toMatch(
		/one line up[\s\S]*to the last line[\s\S]*clear the search, otherwise go back/v,
	);
	expect(keysOn('help')).not.toMatch(/row|filter/v);
	expect(keysOn('tasks')).toMatch(/one row up[\s\S]*to the last row[\s\S]*clear the filter, then the order/v);
});
