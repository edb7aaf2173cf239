import {describe, expect, it} from 'vitest';
import {manPage, roff} from '../../../source/modes/manual/man-page.js';
import {flags} from '../../../source/modes/manual/options.js';

describe('dm-top(1)', () => {
	it('tells each flag', () => {
		const page = manPage();
		for (const {name} of flags) {
			expect(page).toContain(roff(`--${name}`));
		}
	});

	it('has no text that roff takes for something else', () => {
		expect(roff(String.raw`.a\b-c`)).toBe(String.raw`\&.a\eb\-c`);
		expect(roff("'a\n.b")).toBe(String.raw`\&'a` + '\n' + String.raw`\&.b`);
		expect(roff('—表')).toBe(String.raw`\[u2014]\[u8868]`);
		const requests = manPage()
			.split('\n')
			.filter(line => /^['.]/v.test(line))
			.map(line => line.split(' ', 1)[0]);
		expect(new Set(requests)).toStrictEqual(new Set(['.TH', '.nh', '.ad', '.SH', '.SS', '.TP', '.B', '.br']));
	});
});
