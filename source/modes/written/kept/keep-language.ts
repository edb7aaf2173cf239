/** The language that was chosen on the screen, saved for all clusters. */
import {languageCodes, speakLanguage, spokenLanguage} from '../../../language/choose.js';
import type {GivenValue} from '../../../settings/resolve.js';
import {type ChoiceOptions, openChoice} from './keep-choice.js';

/** The language of the screens, over several starts. */
export type KeptLanguage = {
	/** Switches to another language, now and at the next start. */
	readonly choose: (code: string) => Promise<void>;
	/** The settings file names another language; returns whether it is used from now on. */
	readonly hear: (code: string, said: GivenValue | undefined) => Promise<boolean>;
};

/** Switches to the chosen language if it is in effect; otherwise keeps the current one. */
export const startLanguage = async (options: ChoiceOptions): Promise<KeptLanguage> => {
	const {chosen, keep, hear} = openChoice('lang', options);
	await speakLanguage(languageCodes.find(code => code === chosen) ?? spokenLanguage());
	return {
		async choose(code) {
			await speakLanguage(code);
			keep(code);
		},
		async hear(code, said) {
			const holds = hear(said);
			if (holds) {
				await speakLanguage(code);
			}

			return holds;
		},
	};
};
