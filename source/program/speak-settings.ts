import type {Invocation} from '../modes/invocation.js';
import {languageOf, speakLanguage} from '../language/choose.js';
import {loadSettings} from '../settings/file/load-settings.js';
import {settingsPath} from '../settings/file/places.js';

/** Sets the language of the settings file where nothing else in it is needed; a file that cannot be read is ignored. */
export const speakAsSettings = async (
	asked: string | undefined,
	{words, environment}: Invocation,
): Promise<void> => {
	try {
		const {settings} = await loadSettings(settingsPath(asked, environment), false);
		const lang = settings.top.get('lang');
		await speakLanguage(languageOf(words, environment, typeof lang === 'string' ? lang : undefined));
	} catch {
		// What was asked for is reported in the language of the locale.
	}
};
