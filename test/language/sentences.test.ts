/** Texts that are put together from several, in each language. */
import {afterEach, expect, test} from 'vitest';
import {listText} from '../../source/findings/words.js';
import {speakLanguage} from '../../source/language/choose.js';
import {namesText} from '../../source/language/sentences.js';
import {listNames} from '../../source/operations/target.js';

afterEach(async () => {
	await speakLanguage('en');
});

test('names are joined by the mark that a language has for lists', async () => {
	const names = ['mysql-01', 'mysql-02', 'mysql-03'];
	expect(namesText(names)).toBe('mysql-01, mysql-02, mysql-03');
	expect([namesText([]), namesText(['mysql-01'])]).toEqual(['', 'mysql-01']);
	expect([listNames(names), listText(names)]).toEqual([
		'mysql-01, mysql-02 and mysql-03',
		'mysql-01, mysql-02 and mysql-03',
	]);
	await speakLanguage('zh');
	expect(namesText(names)).toBe('mysql-01、mysql-02、mysql-03');
	expect([listNames(names), listText(names)]).toEqual([
		'mysql-01、mysql-02 和 mysql-03',
		'mysql-01、mysql-02 和 mysql-03',
	]);
});
