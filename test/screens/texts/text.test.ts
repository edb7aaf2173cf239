import {expect, it} from 'vitest';
import {lineText} from '../../../source/components/line.js';
import {layoutSections, textLines} from '../../../source/screens/texts/text.js';

it('keeps the lines of multi-line text, and shows other control characters', () => {
	const lines = textLines('a\tb\r\nc\rd\n\u{1B}e');
	expect(lines.map(line => lineText(line))).toEqual(['a  b', 'c', 'd', '␛e']);
});

it('truncates text that is too long to read, and says how much is left out', () => {
	const lines = textLines('x'.repeat(100_012));
	expect(lines.map(line => lineText(line)).at(-1)).toBe('… and 12 characters more');
});

it('leaves out a field without a value, and a section without fields', () => {
	const lines = layoutSections(
		[
			{heading: 'Empty', fields: [['nothing', []]]},
			{
				heading: 'Full',
				fields: [
					['nothing', []],
					['something', textLines('here')],
				],
			},
		],
		40,
	);
	expect(lines.map(line => lineText(line).trimEnd())).toEqual([
		'Full',
		expect.stringMatching(/^ something +here$/v),
		'',
	]);
});

it('lays out more fields than a call takes arguments', () => {
	const fields = Array.from({length: 150_000}, (_, index) => [`field ${index}`, textLines('x')] as const);
	expect(layoutSections([{heading: '', fields}], 40)).toHaveLength(150_001);
});
