/** Which language is used: the chosen one, else that of the locale. */
import {codes, loadLanguage} from './folders.js';
import {speak} from './say.js';

/** English, which needs no folder, and the others. */
export const languageCodes: readonly string[] = ['en', ...codes];

/** The language of "zh", "zh_CN.UTF-8" or "zh-Hans-CN"; undefined where there is no translation. */
export const languageCodeOf = (locale: string): string | undefined => {
	const [name = ''] = locale.toLowerCase().split(/[.@]/v, 1);
	const parts = name.split(/[\-_]/v);
	return parts
		.map((_, index) => parts.slice(0, parts.length - index).join('-'))
		.map(wanted => languageCodes.find(code => code.toLowerCase() === wanted))
		.find(code => code !== undefined);
};

/** The value of `--lang` on a command line, before its flags are parsed. */
const flagIn = (argv: readonly string[]): string | undefined => {
	const end = argv.indexOf('--');
	const words = end === -1 ? argv : argv.slice(0, end);
	const joined = words.find(word => word.startsWith('--lang='));
	const index = words.indexOf('--lang');
	return joined?.slice('--lang='.length) ?? (index === -1 ? undefined : words[index + 1]);
};

/** POSIX: LC_ALL over LC_MESSAGES over LANG, the first that is set and not empty. */
const localeOf = (environment: NodeJS.ProcessEnv): string =>
	[environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find(Boolean) ?? '';

/** A locale in another encoding, and the console of Linux, can show ASCII only. */
const showsAnyText = (environment: NodeJS.ProcessEnv): boolean =>
	/utf-?8/iv.test(
		[environment['LC_ALL'], environment['LC_CTYPE'], environment['LANG']].find(Boolean) ?? '',
	) && environment['TERM'] !== 'linux';

/**
 * The code of the language: that of `--lang`, else of DM_TOP_LANG, else of the settings, else of the locale. Scripts
 * read JSON and metrics: those are English unless one of the first three says otherwise. An unknown code gives English;
 * parsing the flags rejects it.
 */
export const languageOf = (argv: readonly string[], environment: NodeJS.ProcessEnv, setting = ''): string => {
	const asked = [flagIn(argv), environment['DM_TOP_LANG'], setting].find(Boolean);
	if (asked !== undefined) {
		return languageCodeOf(asked) ?? 'en';
	}

	const isForScripts = argv.includes('--json') || argv.includes('export');
	const isPossible = !isForScripts && !argv.includes('--ascii') && showsAnyText(environment);
	return isPossible ? (languageCodeOf(localeOf(environment)) ?? 'en') : 'en';
};

let current = 'en';

/** The code of the current language. */
export const spokenLanguage = (): string => current;

/** Switches to a language, one of `languageCodes`. */
export const speakLanguage = async (code: string): Promise<void> => {
	if (code === current) {
		return;
	}

	speak(code === 'en' ? undefined : await loadLanguage(code));
	current = code;
};
