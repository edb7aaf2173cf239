import {expect, test} from 'vitest';
import {languageCodeOf, languageCodes, languageOf} from '../../source/language/choose.js';

test('the languages are English and those that have a folder', () => {
	expect(languageCodes).toEqual(['en', 'zh']);
});

test.each([
	['zh', 'zh'],
	['ZH', 'zh'],
	['zh_CN.UTF-8', 'zh'],
	['zh_TW.UTF-8@stroke', 'zh'],
	['zh-Hans-CN', 'zh'],
	['en_US.UTF-8', 'en'],
	['C.UTF-8', undefined],
	['', undefined],
	['zhx', undefined],
])('%s is %s', (locale, code) => {
	expect(languageCodeOf(locale)).toBe(code);
});

const chinese = {LANG: 'zh_CN.UTF-8', TERM: 'xterm-256color'};

test.each<[string, readonly string[], NodeJS.ProcessEnv, string]>([
	['the locale', [], chinese, 'zh'],
	['LC_MESSAGES over LANG', [], {LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8'}, 'zh'],
	['LC_ALL over LC_MESSAGES', [], {LC_ALL: 'en_US.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8'}, 'en'],
	['an empty variable counts for nothing', [], {...chinese, LC_ALL: ''}, 'zh'],
	['--lang over the locale', ['--lang', 'en'], chinese, 'en'],
	['--lang=', ['--lang=zh'], {LANG: 'C'}, 'zh'],
	['DM_TOP_LANG over the locale', [], {...chinese, DM_TOP_LANG: 'en'}, 'en'],
	['--lang over DM_TOP_LANG', ['--lang', 'zh'], {DM_TOP_LANG: 'en'}, 'zh'],
	['what follows -- is no flag', ['--', '--lang', 'zh'], {}, 'en'],
	['a locale in another encoding', [], {LANG: 'zh_CN.GB18030'}, 'en'],
	['the console of Linux', [], {...chinese, TERM: 'linux'}, 'en'],
	['ASCII alone', ['--ascii'], chinese, 'en'],
	['ASCII, and a language that is asked for', ['--ascii', '--lang', 'zh'], chinese, 'zh'],
	['JSON is for scripts', ['--once', '--json'], chinese, 'en'],
	['metrics are for Prometheus', ['export'], chinese, 'en'],
	['JSON in a language that is asked for', ['--once', '--json', '--lang', 'zh'], chinese, 'zh'],
	['a language that there is none of', ['--lang', 'fr'], chinese, 'en'],
	['nothing', [], {}, 'en'],
])('%s', (_, argv, environment, code) => {
	expect(languageOf(argv, environment)).toBe(code);
});

test('a setting overrides the locale, and is overridden by DM_TOP_LANG and --lang', () => {
	expect(languageOf([], chinese, 'en')).toBe('en');
	expect(languageOf([], {...chinese, DM_TOP_LANG: 'zh'}, 'en')).toBe('zh');
	expect(languageOf(['--lang', 'zh'], chinese, 'en')).toBe('zh');
});
