/**
 * The screens as the program draws them, with one character for each line, against the same drawn by Ink itself.
 */
import {describe, expect, it} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {queryStatus, sourceAnswer, subtaskAnswer} from '../../dm/recorded.js';
import {openApp} from '../on-terminal.js';
import {keys, noon} from '../screen.js';

const walk = [
	'P',
	keys.esc,
	'o',
	keys.esc,
	keys.down,
	'/',
	'o',
	keys.enter,
	'?',
	keys.esc,
	'4',
	'1',
	keys.enter,
];

describe.for([
	[60, 15],
	[80, 24],
	[120, 40],
	[200, 50],
] as const)('at %dx%d', ([columns, rows]) => {
	it('every screen, dialog and menu is the same as Ink itself would draw', async () => {
		const [through, plain] = [await openApp(columns, rows, true), await openApp(columns, rows, false)];
		for (const sequence of walk) {
			const drawn = await through.press(sequence);
			const text = await through.text();
			expect(drawn, `after ${JSON.stringify(sequence)}:\n${text.join('\n')}`).toEqual(
				await plain.press(sequence),
			);
		}
	});
});

describe('names with characters of private use', () => {
	it('are shown with those characters escaped, in rows of their own', async () => {
		const names = ['a\u{E000}', 'b\u{E001}\u{E002}', 'c\u{E7FF}', 'd\u{E0B0}\u{E0B2}', 'e\u{F8FF}'];
		const status = parseStatusDocument(
			queryStatus([
				sourceAnswer(
					's\u{E003}',
					names.map(name => subtaskAnswer(name)),
				),
			]),
		);
		const app = await openApp(120, 30, true, {kind: 'status', at: noon, status});
		const rows = await app.text();
		for (const shown of ['a<E000>', 'b<E001><E002>', 'c<E7FF>', 'd<E0B0><E0B2>', 'e<F8FF>']) {
			expect(rows.filter(row => row.includes(` ${shown} `) && row.includes('Running'))).toHaveLength(1);
		}
	});
});
