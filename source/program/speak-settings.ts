import type {Invocation} from '../modes/invocation.js';
import {languageOf, speakLanguage} from '../language/choose.js';
import {loadSettings} from '../settings/file/load-settings.js';
import {settingsPath} from '../settings/file/places.js';

/** Speaks as the settings file says where nothing else of it is asked for; one that cannot be read says nothing. */
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
