/** The language that a person chose on the screen, kept for all clusters. */
import {languageCodes, speakLanguage, spokenLanguage} from '../../../language/choose.js';
import type {GivenValue} from '../../../settings/resolve.js';
import {type ChoiceOptions, openChoice} from './keep-choice.js';

export type KeptLanguage = {
	/** Speaks another language from now on, and at the next start. */
	readonly choose: (code: string) => Promise<void>;
	/** The settings file says another language; gives whether it is spoken from now on. */
	readonly hear: (code: string, said: GivenValue | undefined) => Promise<boolean>;
};

/** Speaks the language that was chosen, where that holds; else the one that is spoken already. */
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
