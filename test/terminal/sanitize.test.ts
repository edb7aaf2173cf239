import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {escapeJson, sanitize} from '../../source/terminal/sanitize.js';
import {anyCharacter} from '../any-character.js';
import {runs} from '../rounds.js';
import {Emulator} from './emulator.js';

/** Text with far more of what is dangerous than chance would bring. */
const hostile = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				'\u{1B}',
				'\u{1B}[2J',
				'\u{1B}]0;title\u{7}',
				'\u{1B}]52;c;ZXZpbA==\u{7}',
				'\u{9B}31m',
				'\u{9D}0;x\u{9C}',
				'\r',
				'\n',
				'\u{202E}',
				'\u{2066}',
				'\u{2028}',
				'\u{200B}',
				'\u{AD}',
				'\u{E0041}',
				'\u{D800}',
				'主键',
			),
			fc.string({unit: anyCharacter, maxLength: 6}),
		),
		{maxLength: 10},
	)
	.map(parts => parts.join(''));

describe('sanitize', () => {
	it('shows a zero-width joiner that joins nothing, and leaves one that does', () => {
		expect(sanitize('orders\u{200D}')).toBe('orders<200D>');
		expect(sanitize('x\u{200D}y')).toBe('x<200D>y');
		expect(sanitize('\u{200D}')).toBe('<200D>');
		expect(sanitize('क\u{94D}\u{200D}')).toBe('क\u{94D}<200D>');
		for (const joined of [
			'👨\u{200D}👩\u{200D}👧',
			'❤\u{FE0F}\u{200D}🔥',
			'🧑🏽\u{200D}💻',
			'क\u{94D}\u{200D}ष',
			'می\u{200C}خواهم',
		]) {
			expect(sanitize(joined)).toBe(joined);
		}
	});

	it('shows characters of private use: those that stand in for lines, and the signs of Powerline', () => {
		expect(sanitize('\u{E000}a\u{E7FF}b\u{E0B0}c\u{F8FF}d\u{F0000}e\u{10FFFD}')).toBe(
			'<E000>a<E7FF>b<E0B0>c<F8FF>d<F0000>e<10FFFD>',
		);
		expect(escapeJson('"\u{E0B0}\u{F0000}"')).toBe(String.raw`"\uE0B0\uDB80\uDC00"`);
	});

	it('leaves no control sequences', () => {
		fc.assert(
			fc.property(hostile, text => {
				expect(sanitize(text)).not.toMatch(
					/[\p{Bidi_Control}\p{Control}\p{Private_Use}\p{Surrogate}\u{2028}\u{2029}]/v,
				);
			}),
		);
	});

	it('leaves a terminal in the row, with the modes and the title that it had', async () => {
		await fc.assert(
			fc.asyncProperty(hostile, async text => {
				const emulator = new Emulator(400, 4);
				const {terminal} = emulator;
				const before = JSON.stringify(terminal.modes);
				const titles: string[] = [];
				terminal.onTitleChange(title => {
					titles.push(title);
				});
				terminal.write(sanitize(text));
				await emulator.settled();
				expect(JSON.stringify(terminal.modes)).toBe(before);
				expect(titles).toEqual([]);
				expect(terminal.buffer.active.cursorY).toBe(0);
			}),
			runs(50),
		);
	});

	it('makes control characters visible', () => {
		expect(sanitize('a\u{1B}[31mb')).toBe('a␛[31mb');
		expect(sanitize('a\nb\u{7F}')).toBe('a␊b␡');
		expect(sanitize('evil\u{202E}txt.exe')).toBe('evil<202E>txt.exe');
		expect(sanitize('pay\u{200B}ments\u{AD}')).toBe('pay<200B>ments<00AD>');
	});

	it('leaves text in every language unchanged', () => {
		for (const text of ['orders', '同步任务', 'Überweisungen', 'हिन्दी', 'فارسی', '👨‍👩‍👧', '❤️', 'می‌خواهم']) {
			expect(sanitize(text)).toBe(text);
		}
	});
});

describe('JSON made safe for a terminal', () => {
	it('means the same, and contains no control sequences', () => {
		fc.assert(
			fc.property(fc.oneof(hostile, fc.string({unit: anyCharacter})), text => {
				const json = escapeJson(JSON.stringify({[text]: [text]}, undefined, '\t'));
				expect(JSON.parse(json)).toEqual({[text]: [text]});
				expect(json.split(/[\t\n]/v).map(line => sanitize(line))).toEqual(json.split(/[\t\n]/v));
			}),
		);
	});
});
