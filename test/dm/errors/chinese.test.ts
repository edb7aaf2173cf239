import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {errorEntries} from '../../../source/dm/errors/knowledge.js';
import {explainEntry, explainError} from '../../../source/dm/errors/explaining/explain.js';
import {entryFields} from '../../../source/dm/errors/explaining/page.js';
import {speakLanguage} from '../../../source/language/choose.js';

beforeAll(async () => {
	await speakLanguage('zh');
});

afterAll(async () => {
	await speakLanguage('en');
});

/** English words in a row that are not names: of DM, MySQL, a command, a key of a file. */
const prose = /(?:^|[ “（])(?:the|an|is|are|of|if|then|which|whether|with|not|does|and)(?: |$)/v;

describe('the knowledge about errors in Chinese', () => {
	it('has a Chinese text for every English one', () => {
		const english = errorEntries().flatMap(entry => {
			const {what, cause, steps, dont, check} = explainEntry(entry);
			const sentences = [what, cause, ...steps, ...dont].filter(text => !/\p{Script=Han}/v.test(text));
			const mixed = [what, cause, ...steps, ...dont, ...check.map(({tells}) => tells)].filter(text =>
				prose.test(text.replace('“has already been bootstrapped”', '')),
			);
			return [...sentences, ...mixed];
		});
		// Commands that say themselves what they do.
		expect(english).toStrictEqual(['start-relay -s SOURCE。']);
	});

	it('fills in the known values', () => {
		const {what, steps, retriesText} = explainError(
			{
				code: 36_067,
				class: 'sync-unit',
				scope: 'internal',
				level: 'high',
				message: 'parse statement: line 1 column 8 near "x"',
				rawCause: '',
				workaround: '',
			},
			{task: 'orders', source: 'mysql-01'},
		);
		expect(what).toBe('无法解析 DDL：TiDB 不支持其语法');
		expect(steps[0]).toBe(
			'如果下游可以用其他方式实现：把它替换（binlog replace orders -s mysql-01 "..."）为 TiDB 接受、且得到相同列的 DDL。',
		);
		expect(retriesText).toBe('DM 可能会自动重试，但在解决原因之前无济于事。');
	});

	it('links to the Chinese documentation', () => {
		const entry = errorEntries().find(({id}) => id === 'binlog-purged')!;
		expect(explainEntry(entry).page).toBe('https://docs.pingcap.com/zh/tidb/stable/dm-faq');
	});

	it('labels the fields of the page', () => {
		const entry = errorEntries().find(({id}) => id === 'binlog-purged')!;
		expect(entryFields(explainEntry(entry), kind => kind).map(({label}) => label)).toStrictEqual([
			'错误',
			'常见原因',
			'如何确认',
			'处理办法',
			'切勿',
			'重试',
			'dm-top 操作',
			'参考',
		]);
	});
});
