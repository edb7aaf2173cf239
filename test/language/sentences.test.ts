/** Texts that are put together from several, in each language. */
import {afterEach, expect, test} from 'vitest';
import {speakLanguage} from '../../source/language/choose.js';
import {listNames, namesText} from '../../source/language/sentences.js';

afterEach(async () => {
	await speakLanguage('en');
});

test('names are joined by the mark that a language has for lists', async () => {
	const names = ['mysql-01', 'mysql-02', 'mysql-03'];
	expect(namesText(names)).toBe('mysql-01, mysql-02, mysql-03');
	expect([namesText([]), namesText(['mysql-01'])]).toEqual(['', 'mysql-01']);
	await speakLanguage('zh');
	expect(namesText(names)).toBe('mysql-01、mysql-02、mysql-03');
});

test('a sentence lists three names and counts the others, of which there are two at least', async () => {
	expect([listNames([]), listNames(['a']), listNames(['a', 'b'])]).toEqual(['', 'a', 'a and b']);
	expect(listNames(['a', 'b', 'c', 'd'])).toBe('a, b, c and d');
	expect(listNames(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c and 2 more');
	expect(listNames(['a', 'b', 'c', 'd'], 40)).toBe('a, b, c and 37 more');
	await speakLanguage('zh');
	expect(listNames(['a', 'b', 'c'])).toBe('a、b 和 c');
	expect(listNames(['a', 'b', 'c'], 40)).toBe('a、b、c 等另外 37 个');
});
