import {afterEach, describe, expect, it} from 'vitest';
import {speakLanguage} from '../../../../source/language/choose.js';
import {manPage, roff} from '../../../../source/modes/without-cluster/manual/man-page.js';
import {documentedFlags} from '../../../../source/modes/without-cluster/manual/options.js';

describe('dm-top(1)', () => {
	it('lists each flag', () => {
		const page = manPage();
		for (const {name} of documentedFlags) {
			expect(page).toContain(roff(`--${name}`));
		}
	});

	it('has no text that roff would interpret', () => {
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

describe('dm-top(1) in Chinese', () => {
	afterEach(async () => {
		await speakLanguage('en');
	});

	it('lists each flag, with its description in Chinese', async () => {
		await speakLanguage('zh');
		const page = manPage();
		for (const {name} of documentedFlags) {
			expect(page).toContain(roff(`--${name}`));
		}

		expect(page).toContain(roff('录制所见内容；.gz 和 .zst 会压缩'));
		expect(page).toContain(`.SH "${roff('退出状态')}"`);
	});

	it('may be broken between any two characters, but not before punctuation or after a bracket', () => {
		expect(roff('退出')).toBe(String.raw`\[u9000]\:\[u51FA]`);
		expect(roff('退。')).toBe(String.raw`\[u9000]\[u3002]`);
		expect(roff('（退a')).toBe(String.raw`\[uFF08]\[u9000]\:a`);
	});
});
